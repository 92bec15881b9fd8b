package matcher

import (
	"testing"

	"sangdam/event"
)

func TestSectorNames(t *testing.T) {
	ev := &event.Event{
		Sectors: []event.Sector{{ID: "tiles", Name: event.Text{Plain: "Roof tiles"}, Parent: "ceramics"}},
		Firms:   []event.Firm{{ID: "F01", Sectors: []string{"tiles", "aerospace"}}},
		Buyers:  []event.Buyer{{ID: "B01", Sectors: []string{"mould", "no-such-sector"}}},
	}
	names := SectorNames(ev)
	for id, want := range map[string]string{"tiles": "Roof tiles", "aerospace": "aerospace", "mould": "moulds and dies"} {
		if got := names[id]; got.In("en") != want {
			t.Errorf("%s is named %q, want %q", id, got.In("en"), want)
		}
	}
	if _, ok := names["no-such-sector"]; ok {
		t.Error("a sector that nobody knows has a name")
	}
}
