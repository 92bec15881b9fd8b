package event

import (
	"reflect"
	"strings"
	"sync"
)

// A layout tells the fields of a struct from its json tags. A field whose tag does not say omitzero must be there:
// then the document that is written is the one that was read.
type layout struct {
	names    []string
	index    map[string]int
	required []bool
}

var layouts sync.Map // from reflect.Type

func layoutOf(t reflect.Type) *layout {
	if l, ok := layouts.Load(t); ok {
		return l.(*layout)
	}
	l := &layout{index: make(map[string]int)}
	for i := range t.NumField() {
		name, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		l.names = append(l.names, name)
		l.index[name] = i
		l.required = append(l.required, options != "omitzero")
	}
	layouts.Store(t, l)
	return l
}

func (d *decoder) structure(v reflect.Value) bool {
	if !d.begins(kindObject) {
		return false
	}
	start := d.pos
	l := layoutOf(v.Type())
	var seen uint64 // a bit a field
	d.object(func(key []byte, offset int) {
		i, known := l.index[string(key)]
		if !known {
			d.within(segment{string(key), -1}, func() { d.unknownField(string(key), offset, l.names) })
			return
		}
		d.path = append(d.path, segment{l.names[i], -1})
		if seen>>i&1 == 1 {
			d.twice(string(key), offset)
		} else {
			d.field(v.Field(i), l.required[i])
		}
		d.path = d.path[:len(d.path)-1]
		seen |= 1 << i
	})
	for i, name := range l.names {
		if l.required[i] && seen>>i&1 == 0 && !d.broken {
			d.within(segment{name, -1}, func() { d.fault(start, CodeMissing, Args{"name": plain(name)}) })
		}
	}
	return true
}

// field decodes a field of a struct. Where it may be left out, it may not be an empty string or null: neither could be
// told from absence when the document is written again.
func (d *decoder) field(v reflect.Value, required bool) {
	d.next()
	offset := d.pos
	if v.Kind() == reflect.Pointer && !required && kindOf(d.next()) == kindNull {
		d.wrongKind(kindNull, kindWords[kindObject])
		return
	}
	if d.value(v) && !required && v.Kind() == reflect.String && v.Len() == 0 {
		d.fault(offset, CodeEmpty, nil)
	}
}

func (d *decoder) unknownField(name string, offset int, known []string) {
	args := Args{"name": plain(cut(name)), "known": plain(strings.Join(known, ", "))}
	code := CodeUnknownField
	if len(name) <= maxKey {
		if like, ok := Nearest(name, known); ok {
			args["nearest"], code = plain(like), CodeMisspelledField
		}
	}
	d.fault(offset, code, args)
	d.skip()
}

func (d *decoder) twice(name string, offset int) {
	d.fault(offset, CodeFieldTwice, Args{"name": plain(cut(name))})
	d.skip()
}

func (d *decoder) slice(v reflect.Value) bool {
	if !d.begins(kindList) {
		return false
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	d.list(func(i int) {
		if i == v.Cap() {
			v.Grow(1)
		}
		v.SetLen(i + 1)
		d.path = append(d.path, segment{"", i})
		d.value(v.Index(i))
		d.path = d.path[:len(d.path)-1]
	})
	return true
}

// table decodes a map with string keys.
func (d *decoder) table(v reflect.Value) bool {
	if !d.begins(kindObject) {
		return false
	}
	v.Set(reflect.MakeMap(v.Type()))
	d.object(func(k []byte, offset int) {
		key := string(k)
		d.path = append(d.path, segment{key, -1})
		defer func() { d.path = d.path[:len(d.path)-1] }()
		name := reflect.ValueOf(key)
		if v.MapIndex(name).IsValid() {
			d.twice(key, offset)
			return
		}
		element := reflect.New(v.Type().Elem()).Elem()
		d.value(element)
		v.SetMapIndex(name, element)
	})
	return true
}

func (d *decoder) pointer(v reflect.Value) bool {
	if kindOf(d.next()) == kindNull {
		v.SetZero()
		return d.word() == "null"
	}
	p := reflect.New(v.Type().Elem())
	ok := d.value(p.Elem())
	v.Set(p)
	return ok
}

func (d *decoder) anyObject() map[string]any {
	m := make(map[string]any)
	d.object(func(k []byte, offset int) {
		key := string(k)
		d.within(segment{key, -1}, func() {
			if _, there := m[key]; there {
				d.twice(key, offset)
				return
			}
			m[key] = d.any()
		})
	})
	return m
}

func (d *decoder) any() any {
	switch kindOf(d.next()) {
	case kindObject:
		return d.anyObject()
	case kindList:
		l := []any{}
		d.list(func(i int) {
			d.within(segment{"", i}, func() { l = append(l, d.any()) })
		})
		return l
	case kindString:
		s, _ := d.string()
		return s
	case kindNumber:
		f, _ := d.float()
		return f
	case kindBool:
		return d.word() == "true"
	}
	d.skip()
	return nil
}
