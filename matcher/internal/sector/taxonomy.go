// Package sector holds the taxonomy of sectors and the distance between them.
package sector

import (
	"slices"
	"strings"
	"sync"

	"sangdam/event"
)

// far is the distance from which two sectors have nothing to do with each other.
const far = 4

// A Taxonomy is a forest of sectors with affinities across it, and the closeness of any two. It does not change after
// it was made and may be used from several goroutines.
type Taxonomy struct {
	index  map[string]int32 // by id and alias
	names  []event.Text
	size   int
	closer []float32 // size × size
}

var standard = sync.OnceValue(func() *Taxonomy { return build(nil) })

// With returns the built-in taxonomy extended by an event's own sectors. One with the id of a built-in sector renames
// or moves it; one with an unknown parent stands alone.
func With(own []event.Sector) *Taxonomy {
	if len(own) == 0 {
		return standard()
	}
	return build(own)
}

func build(own []event.Sector) *Taxonomy {
	t := &Taxonomy{index: make(map[string]int32)}
	parents := []string{}
	for _, n := range builtin {
		id := int32(len(t.names))
		t.index[n.id] = id
		for _, alias := range n.aliases {
			t.index[alias] = id
		}
		t.names = append(t.names, event.Text{By: map[string]string{"ko": n.name[0], "en": n.name[1], "zh": n.name[2], "ru": n.name[3]}})
		parents = append(parents, n.parent)
	}
	for _, s := range own {
		key := normal(s.ID)
		id, known := t.index[key]
		if !known || (id < int32(len(builtin)) && builtin[id].id != key) { // an own sector hides an alias
			id = int32(len(t.names))
			t.index[key] = id
			t.names = append(t.names, event.Text{Plain: s.ID})
			parents = append(parents, "")
		}
		if !s.Name.IsZero() {
			t.names[id] = s.Name
		}
		if s.Parent != "" {
			parents[id] = normal(s.Parent)
		}
	}
	t.size = len(t.names)
	t.measure(parents)
	return t
}

// measure fills in closeness from shortest paths (Floyd and Warshall, O(n³) for some ninety sectors). An edge to the
// parent has length 1. Closeness falls linearly with the distance and is 0 from far on.
func (t *Taxonomy) measure(parents []string) {
	n := t.size
	d := make([]float32, n*n)
	for i := range d {
		d[i] = far
	}
	join := func(a, b int32, length float32) {
		d[int(a)*n+int(b)] = min(d[int(a)*n+int(b)], length)
		d[int(b)*n+int(a)] = d[int(a)*n+int(b)]
	}
	for i, p := range parents {
		d[i*n+i] = 0
		if parent, ok := t.index[p]; ok && parent != int32(i) {
			join(int32(i), parent, 1)
		}
	}
	for _, e := range affinities {
		join(t.index[e.a], t.index[e.b], e.length)
	}
	for k := range n {
		row := d[k*n : (k+1)*n]
		for i := range n {
			via := d[i*n+k]
			if via >= far {
				continue
			}
			to := d[i*n : (i+1)*n]
			for j, rest := range row {
				to[j] = min(to[j], via+rest)
			}
		}
	}
	t.closer = make([]float32, n*n)
	for i, x := range d {
		t.closer[i] = max(0, 1-x/far)
	}
}

// normal writes an id as the taxonomy does: lower case with hyphens.
func normal(id string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r == ' ' {
			return '-'
		}
		return r
	}, strings.ToLower(id))
}

// A Set is a list of distinct sectors as the taxonomy numbers them.
type Set []int32

// Resolve numbers sector ids. Ids that the taxonomy does not know are left out of the set and returned apart.
func (t *Taxonomy) Resolve(ids []string) (set Set, unknown []string) {
	for _, id := range ids {
		n, ok := t.index[normal(id)]
		switch {
		case !ok:
			unknown = append(unknown, normal(id))
		case !slices.Contains(set, n):
			set = append(set, n)
		}
	}
	return set, unknown
}

// Name returns the name of a sector.
func (t *Taxonomy) Name(sector int32) event.Text { return t.names[sector] }

// Size is the number of sectors.
func (t *Taxonomy) Size() int { return t.size }

// Closeness is in [0, 1]: 1 for the same sector, 0.75 for a sector and its parent, 0.5 for two children of one parent or a
// process and an industry it serves, 0 from a distance of 4 on.
func (t *Taxonomy) Closeness(a, b int32) float64 { return float64(t.closer[int(a)*t.size+int(b)]) }

// Closest returns the nearest two sectors of two sets and their closeness; the first of equals.
func (t *Taxonomy) Closest(a, b Set) (x, y int32, closeness float64) {
	x, y, closeness = -1, -1, -1
	for _, i := range a {
		row := t.closer[int(i)*t.size:]
		for _, j := range b {
			if c := float64(row[j]); c > closeness {
				x, y, closeness = i, j, c
			}
		}
	}
	return x, y, max(0, closeness)
}

// Builtin lists the sectors of the built-in taxonomy.
func Builtin() []event.Sector {
	out := make([]event.Sector, len(builtin))
	for i, n := range builtin {
		out[i] = event.Sector{ID: n.id, Parent: n.parent, Name: standard().names[i]}
	}
	return out
}

// Aliases returns the other ids of the built-in sectors, by id.
func Aliases() map[string][]string {
	out := make(map[string][]string, len(builtin))
	for _, n := range builtin {
		out[n.id] = slices.Clone(n.aliases)
	}
	return out
}
