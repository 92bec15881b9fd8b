package plan

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/matcher"
)

func jinju(t *testing.T) (*event.Event, []event.Pair) {
	t.Helper()
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		t.Fatal(err)
	}
	return ev, matcher.Rank(ev)
}

// The delegation as the contract tells it: 48 meetings in Changsha and 43 in Moscow, the score proven, and a document
// that reads back as it was written.
func TestJinju(t *testing.T) {
	ev, pairs := jinju(t)
	s, err := Schedule(context.Background(), ev, pairs, Options{Seed: 1, Iterations: 200})
	if err != nil {
		t.Fatal(err)
	}
	if r := Check(ev, s, pairs); len(r.Findings) > 0 {
		t.Fatalf("found:%s", report(r))
	}
	for i, want := range []int{48, 43} {
		part := s.Sessions[i]
		if len(part.Meetings) != want || part.Gap != 0 || part.Objective.MustMissed != 0 || part.Objective.MinimumShortfall != 0 {
			t.Errorf("%s: %d meetings, gap %v, %+v; want %d and the score proven", part.Session, len(part.Meetings), part.Gap, part.Objective, want)
		}
	}
	doc, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	again, err := event.ReadSchedule(bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	if r := Check(ev, again, pairs); len(r.Findings) > 0 {
		t.Errorf("read back, found:%s", report(r))
	}
}

// FuzzCheck holds that no document makes Check panic.
func FuzzCheck(f *testing.F) {
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		f.Fatal(err)
	}
	pairs := matcher.Rank(ev)
	f.Add([]byte(`{"sangdam":1,"event":"jinju-2019","sessions":[{"session":"changsha","status":"optimal","meetings":[
		{"firm":"F01","buyer":"C01","slot":0,"start":"2019-10-29T09:00:00+08:00","end":"2019-10-29T09:30:00+08:00","table":"1","score":0.5}],
		"unplaced":[{"firm":"F01","buyer":"C02","score":0.5,"reason":"buyer_full"}],"bound":{"score":1e300},"gap":-1}]}`))
	f.Add([]byte(`{"sessions":[{"session":"changsha","meetings":[{"slot":-1}]},{"session":"changsha"},{}]}`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		var s event.Schedule
		if json.Unmarshal(doc, &s) != nil {
			return
		}
		for _, finding := range Check(ev, &s, pairs).Findings {
			if finding.Rule == "" || finding.Message.By["ko"] == "" {
				t.Errorf("%+v says nothing", finding)
			}
		}
	})
}
