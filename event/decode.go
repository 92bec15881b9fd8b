package event

import (
	"reflect"
	"strconv"
	"time"
)

// A decoder fills values from a document and collects every fault. A value that cannot be read stays zero and the
// rest goes on, so that list indices keep their meaning.
type decoder struct {
	scanner
	path    []segment
	found   []located
	leftOut int // faults beyond those kept
	zones   map[string]*time.Location
}

// located is a fault with its offset in the document.
type located struct {
	Fault
	offset int
}

// leaf is implemented by values with a form of their own in JSON. decode steps over one value and reports whether it
// could be read; if not, it has said why.
type leaf interface{ decode(d *decoder) bool }

func newDecoder(data []byte) *decoder {
	d := &decoder{zones: make(map[string]*time.Location)}
	d.data = data
	d.report = d.fault
	return d
}

// document decodes the one value that the data consists of.
func (d *decoder) document(v reflect.Value) {
	if d.value(v); d.broken {
		return
	}
	if d.next(); d.pos < len(d.data) {
		d.syntax(endWord)
	}
}

func (d *decoder) fault(offset int, code Code, args Args) {
	if len(d.found) == keptFaults {
		d.leftOut++
		return
	}
	d.found = append(d.found, located{Fault{Location: d.location(), Code: code, Args: args}, offset})
}

func (d *decoder) location() string {
	var loc []byte
	for _, s := range d.path {
		loc = appendSegment(loc, s)
	}
	return string(loc)
}

// within runs f one step down the path.
func (d *decoder) within(s segment, f func()) {
	d.path = append(d.path, s)
	f()
	d.path = d.path[:len(d.path)-1]
}

// begins reports whether a value of the kind is ahead; otherwise it says so, steps over what is there, and the caller
// has nothing left to do.
func (d *decoder) begins(want kind) bool {
	c := d.next()
	switch found := kindOf(c); found {
	case want:
		return true
	case kindNone:
		d.syntax(valueWord)
	default:
		d.wrongKind(found, kindWords[want])
	}
	return false
}

// wrongKind steps over a value and reports that something else is wanted.
func (d *decoder) wrongKind(found kind, want Text) {
	offset := d.pos
	faults := len(d.found)
	if d.skip(); d.broken || len(d.found) > faults {
		return
	}
	if found == kindNull {
		d.fault(offset, CodeNull, Args{"want": want})
		return
	}
	word := kindWords[found]
	if found != kindObject && found != kindList {
		word = word.with(" (" + cut(string(d.data[offset:d.pos])) + ")")
	}
	d.fault(offset, CodeWrongType, Args{"found": word, "want": want})
}

// value decodes what is ahead into v and reports whether it could be read.
func (d *decoder) value(v reflect.Value) bool {
	switch p := v.Addr().Interface().(type) {
	case leaf:
		return p.decode(d)
	case *time.Time:
		return d.time(p)
	case *map[string]any:
		if !d.begins(kindObject) {
			return false
		}
		*p = d.anyObject()
		return true
	}
	switch v.Kind() {
	case reflect.Struct:
		return d.structure(v)
	case reflect.Slice:
		return d.slice(v)
	case reflect.Map:
		return d.table(v)
	case reflect.Pointer:
		return d.pointer(v)
	case reflect.String:
		s, ok := d.string()
		v.SetString(s)
		return ok
	case reflect.Bool:
		ok := d.begins(kindBool)
		v.SetBool(ok && d.word() == "true")
		return ok
	case reflect.Float64:
		f, ok := d.float()
		v.SetFloat(f)
		return ok
	case reflect.Int:
		n, ok := d.integer()
		v.SetInt(n)
		return ok
	case reflect.Uint64:
		n, ok := d.natural()
		v.SetUint(n)
		return ok
	}
	panic("event: no JSON form for " + v.Type().String())
}

func (d *decoder) string() (string, bool) {
	if !d.begins(kindString) {
		return "", false
	}
	b, ok := d.text()
	if !ok {
		return "", false
	}
	return string(b), true
}

func (d *decoder) float() (float64, bool) {
	if !d.begins(kindNumber) {
		return 0, false
	}
	offset := d.pos
	literal := d.number()
	f, err := strconv.ParseFloat(literal, 64)
	if err != nil && !d.broken {
		d.fault(offset, CodeOutOfRange, Args{"got": plain(cut(literal)), "low": plain("-1.8e308"), "high": plain("1.8e308")})
	}
	return f, err == nil
}

// maxInteger is the largest whole number that every JSON reader keeps exactly.
const maxInteger = 1 << 53

// integer reads a whole number, also one written as 3.0 or 3e2.
func (d *decoder) integer() (int64, bool) {
	d.next()
	start := d.pos
	f, ok := d.float()
	switch literal := string(d.data[start:d.pos]); {
	case !ok:
		return 0, false
	case f < -maxInteger || f > maxInteger:
		d.fault(start, CodeOutOfRange, Args{"got": plain(cut(literal)), "low": plain(-maxInteger), "high": plain(maxInteger)})
	case f != float64(int64(f)):
		d.fault(start, CodeNotWhole, Args{"got": plain(cut(literal))})
	default:
		return int64(f), true
	}
	return 0, false
}

// natural reads a whole number from 0 to the largest of 64 bits.
func (d *decoder) natural() (uint64, bool) {
	if !d.begins(kindNumber) {
		return 0, false
	}
	offset := d.pos
	literal := d.number()
	n, err := strconv.ParseUint(literal, 10, 64)
	if err != nil && !d.broken {
		d.fault(offset, CodeOutOfRange, Args{"got": plain(cut(literal)), "low": plain(0), "high": plain(uint64(1<<64 - 1))})
	}
	return n, err == nil
}
