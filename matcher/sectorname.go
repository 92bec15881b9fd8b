package matcher

import (
	"sangdam/event"
	"sangdam/matcher/internal/sector"
)

// SectorNames returns the names of sectors by the ids that the firms and buyers of an event use, from the event's own
// taxonomy or the built-in one. An id that neither knows is left out.
func SectorNames(ev *event.Event) map[string]event.Text {
	taxonomy := sector.With(ev.Sectors)
	names := map[string]event.Text{}
	add := func(ids []string) {
		for _, id := range ids {
			if set, _ := taxonomy.Resolve([]string{id}); len(set) == 1 {
				names[id] = taxonomy.Name(set[0])
			}
		}
	}
	for i := range ev.Firms {
		add(ev.Firms[i].Sectors)
	}
	for i := range ev.Buyers {
		add(ev.Buyers[i].Sectors)
	}
	return names
}

// BuiltinSectors lists the sectors that every event has, in the order of their fields.
func BuiltinSectors() []event.Sector { return sector.Builtin() }

// SectorAliases returns the other ids of those sectors, by id.
func SectorAliases() map[string][]string { return sector.Aliases() }
