package event

import "strings"

// sectors checks the ids of the taxonomy and that no chain of parents leads back. A parent that is not listed may be
// one of the matcher's own sectors.
func (v *validator) sectors(at *place) {
	parents := make(map[string]string)
	for _, s := range v.event.Sectors {
		parents[s.ID] = s.Parent
	}
	seen, cleared := make(map[string]*place), make(map[string]bool)
	for i, s := range v.event.Sectors {
		at := at.item(i)
		if v.id(at.field("id"), s.ID) {
			v.unique(at.field("id"), s.ID, seen)
		}
		v.text(at.field("name"), s.Name)
		if s.Parent != "" {
			v.id(at.field("parent"), s.Parent)
		}
		if path := cycle(s.ID, parents, cleared); path != nil {
			v.add(at.field("parent"), CodeSectorCycle, Args{"path": plain(cut(strings.Join(path, " → ")))})
		}
	}
}

// cycle returns the way round when the parents of a sector lead into a circle, nil when they do not. What it has walked
// is cleared, so that each circle is told once and the whole taxonomy takes linear time.
func cycle(id string, parents map[string]string, cleared map[string]bool) []string {
	on := make(map[string]int)
	var path []string
	for id != "" && !cleared[id] {
		on[id] = len(path)
		path = append(path, id)
		cleared[id] = true
		id = parents[id]
	}
	if at, again := on[id]; again {
		return append(path[at:], id)
	}
	return nil
}
