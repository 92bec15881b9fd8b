package plan

import (
	"fmt"
	"math/rand/v2"
	"time"

	"pgregory.net/rapid"

	"sangdam/event"
)

var drawnZones = []struct{ zone, begin string }{
	{"Asia/Shanghai", "2019-10-29T09:00:00+08:00"},
	{"Europe/Moscow", "2019-10-31T22:00:00+03:00"},
	{"Europe/Berlin", "2026-10-25T00:00:00Z"},         // the clock goes back from 3 to 2
	{"America/New_York", "2026-03-08T05:30:00Z"},      // and forward from 2 to 3
	{"Pacific/Kiritimati", "2026-06-01T09:30:00Z"},    // another day than in UTC
	{"America/St_Johns", "2026-11-01T01:00:00-02:30"}, // half an hour off
}

// What firms, buyers and interpreters speak: about half of the pairs need help, by different interpreters.
var (
	firmSpeech  = [][]string{{"ko"}, {"ko"}, {"ko", "en"}}
	buyerSpeech = [][]string{{"zh"}, {"ru"}, {"en"}, {"zh", "en"}, {"ko", "zh"}}
	helpSpeech  = [][]string{{"ko", "zh"}, {"ko", "ru"}, {"ko", "zh", "ru"}, {"ko", "en"}, {"en", "zh"}}
)

// drawEvent draws a small event of one or two sessions and its match document.
func drawEvent(t *rapid.T) (*event.Event, []event.Pair) {
	ev := &event.Event{Format: event.Format, ID: "drawn"}
	for i := range rapid.IntRange(1, 2).Draw(t, "sessions") {
		ev.Sessions = append(ev.Sessions, drawSession(t, fmt.Sprintf("s%d", i)))
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "firms") {
		ev.Firms = append(ev.Firms, event.Firm{
			ID: fmt.Sprintf("F%d", i), Languages: rapid.SampledFrom(firmSpeech).Draw(t, "speaks"), Sessions: drawParticipations(t, ev.Sessions),
		})
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "buyers") {
		ev.Buyers = append(ev.Buyers, event.Buyer{
			ID: fmt.Sprintf("B%d", i), Country: "CN", Languages: rapid.SampledFrom(buyerSpeech).Draw(t, "speaks"), Sessions: drawParticipations(t, ev.Sessions),
		})
	}
	pairs := drawPairs(t, ev)
	drawFixed(t, ev, pairs)
	return ev, pairs
}

func drawSession(t *rapid.T, id string) event.Session {
	z := rapid.SampledFrom(drawnZones).Draw(t, "zone")
	at, err := time.Parse(time.RFC3339, z.begin)
	if err != nil {
		panic(err)
	}
	s := event.Session{ID: id, Country: "CN", TimeZone: z.zone}
	for range rapid.IntRange(1, 7).Draw(t, "slots") {
		at = at.Add(rapid.SampledFrom([]time.Duration{0, 0, 0, time.Hour, 11 * time.Hour}).Draw(t, "pause"))
		s.Slots = append(s.Slots, event.Interval{Start: at, End: at.Add(30 * time.Minute)})
		at = at.Add(30 * time.Minute)
	}
	if rapid.Bool().Draw(t, "named") {
		s.Tables.Names = []string{"A1", "A2", "B1"}[:rapid.IntRange(1, 3).Draw(t, "tables")]
	} else {
		s.Tables.Count = rapid.IntRange(1, 3).Draw(t, "tables")
	}
	if absent := drawAbsence(t, s); absent != nil {
		s.TablesUnavailable = map[string][]event.Interval{rapid.SampledFrom(s.Tables.List()).Draw(t, "lost table"): absent}
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "interpreters") {
		s.Interpreters = append(s.Interpreters, event.Interpreter{
			ID: fmt.Sprintf("I%d", i), Languages: rapid.SampledFrom(helpSpeech).Draw(t, "speaks"), Unavailable: drawAbsence(t, s),
		})
	}
	return s
}

func drawAbsence(t *rapid.T, s event.Session) []event.Interval {
	if rapid.IntRange(0, 2).Draw(t, "absent") > 0 {
		return nil
	}
	slot := rapid.SampledFrom(s.Slots).Draw(t, "from")
	end := slot.Start.Add(rapid.SampledFrom([]time.Duration{10 * time.Minute, time.Hour}).Draw(t, "for"))
	return []event.Interval{{Start: slot.Start, End: end}}
}

func drawParticipations(t *rapid.T, sessions []event.Session) map[string]event.Participation {
	ps := map[string]event.Participation{}
	for i, s := range sessions {
		if i > 0 && rapid.IntRange(0, 3).Draw(t, "away") == 0 {
			continue
		}
		p := event.Participation{Unavailable: drawAbsence(t, s)}
		if rapid.Bool().Draw(t, "limited") {
			p.MaxMeetings = event.Some(rapid.IntRange(1, 3).Draw(t, "max"))
		}
		if rapid.IntRange(0, 2).Draw(t, "wants") == 0 {
			p.MinMeetings = event.Some(rapid.IntRange(1, 3).Draw(t, "min"))
		}
		if rapid.IntRange(0, 4).Draw(t, "twins") == 0 {
			p.Parallel = event.Some(2)
		}
		ps[s.ID] = p
	}
	return ps
}

// drawPairs is a match document: what cannot be interpreted is excluded, others by chance.
func drawPairs(t *rapid.T, ev *event.Event) []event.Pair {
	var pairs []event.Pair
	exclude := func(r event.Reason) *event.Reason { return &r }
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		for f := range ev.Firms {
			for b := range ev.Buyers {
				firm, buyer := &ev.Firms[f], &ev.Buyers[b]
				_, in := firm.In(s)
				_, also := buyer.In(s)
				if !in || !also {
					continue
				}
				p := event.Pair{Session: s.ID, Firm: firm.ID, Buyer: buyer.ID, Score: figure(rapid.Int64Range(0, 10000).Draw(t, "score"))}
				chance := rapid.IntRange(0, 19).Draw(t, "chance")
				switch {
				case !s.CanTalk(firm, buyer):
					p.Excluded = exclude(event.ReasonNoCommonLanguage)
				case chance == 0:
					p.Excluded = exclude(event.ReasonRefused)
				case chance == 1:
					p.Excluded = exclude(event.ReasonNotWorthIt)
				case chance == 2, chance == 3:
					p.Must = true
				}
				pairs = append(pairs, p)
			}
		}
	}
	return pairs
}

// drawFixed fixes a meeting or two of a random schedule, so that they can stand together.
func drawFixed(t *rapid.T, ev *event.Event, pairs []event.Pair) {
	n := rapid.IntRange(0, 2).Draw(t, "fixed")
	sites, err := newSites(ev, pairs)
	if err != nil {
		t.Fatalf("drawn event: %v", err)
	}
	for _, st := range sites {
		ms := st.anySchedule(rapid.Uint64().Draw(t, "seed"), 1)
		for _, m := range ms[:min(n, len(ms))] {
			f := event.Fixed{Session: st.session.ID, Firm: m.Firm, Buyer: m.Buyer, Slot: m.Slot}
			if rapid.Bool().Draw(t, "at the table") {
				f.Table = m.Table
			}
			ev.Fixed = append(ev.Fixed, f)
		}
	}
}

// anySchedule tries candidates in random slots, a share of all that there are, and keeps what fits: a schedule as it
// might be made by hand.
func (st *site) anySchedule(seed uint64, share float64) []event.Meeting {
	r := rand.New(rand.NewPCG(seed, 1))
	k := newKeeper(st)
	for _, f := range st.fixed {
		k.keep(f)
	}
	tries := len(st.candidates) * len(st.session.Slots)
	for range int(share * float64(tries)) {
		k.keep(seat{
			candidate: r.IntN(len(st.candidates)), slot: r.IntN(len(st.session.Slots)),
			table: r.IntN(len(st.tables)), interpreter: open,
		})
	}
	var out []event.Meeting
	for _, m := range k.meetings() {
		out = append(out, st.meeting(seat{candidate: int(m.Pair), slot: int(m.Slot), table: int(m.Table), interpreter: int(m.Interpreter)}))
	}
	return out
}
