package plan

import (
	"context"
	"testing"

	"sangdam/event"
)

// BenchmarkRepair mends the largest event of the benchmark families after two participants come late and four tables are lost.
func BenchmarkRepair(b *testing.B) {
	ev, _, s := fair(b)
	session := &ev.Sessions[0]
	c := &event.Changes{Format: event.Format, Event: ev.ID}
	for _, who := range []string{ev.Firms[0].ID, ev.Buyers[0].ID} {
		c.Absent = append(c.Absent, event.Absence{Session: session.ID, Participant: who, Until: event.Some(session.Slots[10].Start)})
	}
	for _, table := range session.Tables.List()[:4] {
		c.TablesLost = append(c.TablesLost, event.LostTable{Session: session.ID, Table: table})
	}
	var r *Repaired
	for b.Loop() {
		var err error
		if r, err = Repair(context.Background(), ev, s, c, RepairOptions{Seed: 1, Workers: 1}); err != nil {
			b.Fatal(err)
		}
	}
	b.Logf("%+v", r.Sessions[0])
	b.ReportMetric(float64(len(s.Sessions[0].Meetings)), "meetings")
}
