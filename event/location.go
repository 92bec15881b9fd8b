package event

import (
	"strconv"
	"strings"
)

// A segment is one step of a location: a field, or an element of a list.
type segment struct {
	name  string
	index int // of an element; -1 for a field
}

// maxKey is the length from which a key is cut short in a location, in bytes.
const maxKey = 80

// appendSegment writes a step after the location so far: a.b[3], and a["odd key"] where a key is no plain name.
func appendSegment(loc []byte, s segment) []byte {
	switch {
	case s.index >= 0:
		loc = append(loc, '[')
		loc = strconv.AppendInt(loc, int64(s.index), 10)
		return append(loc, ']')
	case !IsID(s.name):
		loc = append(loc, '[')
		loc = strconv.AppendQuote(loc, cut(s.name))
		return append(loc, ']')
	case len(loc) > 0:
		loc = append(loc, '.')
	}
	return append(loc, cut(s.name)...)
}

func cut(key string) string {
	if len(key) <= maxKey {
		return key
	}
	return strings.ToValidUTF8(key[:maxKey], "") + "…"
}

// A place is a location under construction, cheap until it is written out. The nil place is the document.
type place struct {
	up *place
	segment
}

func (p *place) field(name string) *place { return &place{p, segment{name, -1}} }

func (p *place) item(i int) *place { return &place{p, segment{"", i}} }

func (p *place) String() string { return string(p.append(nil)) }

func (p *place) append(loc []byte) []byte {
	if p == nil {
		return loc
	}
	return appendSegment(p.up.append(loc), p.segment)
}

// above returns the location one step up; ok is false for the document itself.
func above(loc string) (up string, ok bool) {
	if loc == "" {
		return "", false
	}
	if !strings.HasSuffix(loc, "]") {
		return loc[:max(0, strings.LastIndexByte(loc, '.'))], true
	}
	if strings.HasSuffix(loc, `"]`) {
		return loc[:quotedKey(loc)], true
	}
	return loc[:strings.LastIndexByte(loc, '[')], true
}

// quotedKey returns where the ["odd key"] at the end of a location begins.
func quotedKey(loc string) int {
	for i := strings.IndexByte(loc, '['); ; {
		if key, err := strconv.Unquote(strings.TrimSuffix(loc[i+1:], "]")); err == nil && strconv.Quote(key) == loc[i+1:len(loc)-1] {
			return i
		}
		next := strings.IndexByte(loc[i+1:], '[')
		if next < 0 {
			return 0
		}
		i += 1 + next
	}
}

// locate returns the offset in a well-formed document of each location, or of the nearest above it that is there.
func locate(data []byte, locations []string) []int {
	at := make(map[string]int)
	for _, loc := range locations {
		for up, ok := loc, true; ok; up, ok = above(up) {
			at[up] = -1
		}
	}
	s := &scanner{data: data, report: func(int, Code, Args) {}}
	var walk func(loc []byte)
	walk = func(loc []byte) {
		kind := kindOf(s.next())
		if offset, wanted := at[string(loc)]; !wanted {
			s.skip()
			return
		} else if offset < 0 {
			at[string(loc)] = s.pos
		}
		switch kind {
		case kindObject:
			s.object(func(key []byte, _ int) { walk(appendSegment(loc, segment{string(key), -1})) })
		case kindList:
			s.list(func(i int) { walk(appendSegment(loc, segment{"", i})) })
		default:
			s.skip()
		}
	}
	walk(nil)
	offsets := make([]int, len(locations))
	for i, loc := range locations {
		for up, ok := loc, true; ok; up, ok = above(up) {
			if offsets[i] = at[up]; offsets[i] >= 0 {
				break
			}
		}
	}
	return offsets
}
