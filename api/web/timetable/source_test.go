package timetable

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// jinju is the delegation of Jinju with a schedule that the packer made, cut short by iterations so that it is quick.
var jinju = sync.OnceValues(func() (*event.Event, *event.Schedule) {
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		panic(err)
	}
	pairs, err := plan.Match(ev)
	if err != nil {
		panic(err)
	}
	s, err := plan.Schedule(context.Background(), ev, pairs, plan.Options{Iterations: 200, Workers: 1})
	if err != nil {
		panic(err)
	}
	return ev, s
})

func changsha(language string, locked map[Pairing]bool) (*Source, *Palette) {
	ev, schedule := jinju()
	v := lang.New(language)
	s := NewSource(event.NewIndex(ev), ev.Session("changsha"), Part(schedule, "changsha"), locked, v)
	return s, NewPalette(ev, nil, v.Text, "others")
}

// fair is an event of 100 fictional firms, 1,000 buyers and 40 slots on two days, every table taken in every slot.
func fair() *Source { s, _ := fairs(); return s }

func fairs() (*Source, []plan.WaitingPair) {
	start := time.Date(2030, 5, 6, 0, 0, 0, 0, time.UTC)
	ev := &event.Event{Format: event.Format, ID: "fair", Sessions: []event.Session{{
		ID: "hall", Country: "CN", TimeZone: "Asia/Shanghai", Tables: event.Tables{Count: 100}}}}
	s := &ev.Sessions[0]
	for i := range 40 {
		at := start.AddDate(0, 0, i/20).Add(time.Duration(i%20) * 20 * time.Minute)
		s.Slots = append(s.Slots, event.Interval{Start: at, End: at.Add(20 * time.Minute)})
	}
	for i := range 100 {
		ev.Firms = append(ev.Firms, event.Firm{ID: fmt.Sprintf("F%03d", i), Sectors: []string{fmt.Sprintf("sector-%d", i%12)}})
	}
	for i := range 1000 {
		ev.Buyers = append(ev.Buyers, event.Buyer{ID: fmt.Sprintf("B%04d", i), Country: "CN"})
	}
	part := &event.SessionSchedule{Session: "hall"}
	var waiting []plan.WaitingPair
	for i := range 100 {
		for t := range 40 {
			part.Meetings = append(part.Meetings, event.Meeting{
				Firm: ev.Firms[i].ID, Buyer: ev.Buyers[(i*10+t*7)%1000].ID, Slot: t, Table: fmt.Sprint(i + 1), Score: 0.5})
		}
		for b := range 900 {
			waiting = append(waiting, plan.WaitingPair{Firm: ev.Firms[i].ID, Buyer: ev.Buyers[b].ID,
				Score: float64(b) / 1000, Candidate: true, Reason: event.ReasonFirmFull})
		}
	}
	return NewSource(event.NewIndex(ev), s, part, nil, lang.New("ko")), waiting
}

func benchmarkView(b *testing.B, view View) {
	s := fair()
	p := NewPalette(s.Index.Event(), nil, s.Voice.Text, "others")
	b.ReportAllocs()
	for b.Loop() {
		NewGrid(s, view, "", p)
	}
}

func BenchmarkGridByTable(b *testing.B) { benchmarkView(b, ByTable) }
func BenchmarkGridByBuyer(b *testing.B) { benchmarkView(b, ByBuyer) }

func BenchmarkLeftOut(b *testing.B) {
	s, waiting := fairs()
	p := NewPalette(s.Index.Event(), nil, s.Voice.Text, "others")
	for b.Loop() {
		NewLeftOut(s, slices.Values(waiting), LeftOutQuery{Limit: 50}, p)
	}
}
