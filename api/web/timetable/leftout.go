package timetable

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"sangdam/event"
)

// A LeftOut is a pair without a meeting as the list shows it.
type LeftOut struct {
	Firm, Buyer         string
	FirmName, BuyerName string
	Score               string
	Must                bool
	Candidate           bool // could be given a place
	Reason              event.Reason
	Why                 string
	Tone                Tone
}

// A LeftOutQuery picks a part of the list.
type LeftOutQuery struct {
	Words  string       // of a name or id of either side, all of them; empty: any
	Reason event.Reason // empty: any
	Offset int
	Limit  int
}

// A LeftOutList is a part of the pairs left out: musts first, then by falling score.
type LeftOutList struct {
	Pairs   []LeftOut
	Total   int // that match the query
	All     int // of the session
	Next    int // offset of the next part; 0: there is none
	Reasons []ReasonCount
}

// A ReasonCount says how many pairs are left out for a reason.
type ReasonCount struct {
	Reason event.Reason
	Why    string
	Count  int
}

// excluded are the reasons of pairs that are no candidates, whatever place there is.
var excluded = []event.Reason{
	event.ReasonControl, event.ReasonRefused, event.ReasonCertificate, event.ReasonMinimumOrder, event.ReasonNotWorthIt,
	event.ReasonNoCommonLanguage,
}

// NewLeftOut lists pairs left out. O(pairs · log pairs).
func NewLeftOut(s *Source, q LeftOutQuery, palette *Palette) LeftOutList {
	list := LeftOutList{All: len(s.Part.Unplaced)}
	counts := map[event.Reason]int{}
	words := strings.Fields(strings.ToLower(q.Words))
	var found []*event.Unplaced
	for i := range s.Part.Unplaced {
		u := &s.Part.Unplaced[i]
		counts[u.Reason]++
		if (q.Reason == "" || u.Reason == q.Reason) && s.has(u.Firm, u.Buyer, words) {
			found = append(found, u)
		}
	}
	list.Reasons = s.reasonCounts(counts)
	list.Total = len(found)
	slices.SortStableFunc(found, func(a, b *event.Unplaced) int {
		return cmp.Or(
			cmp.Compare(rank(s.must(b)), rank(s.must(a))),
			cmp.Compare(b.Score, a.Score), cmp.Compare(a.Firm, b.Firm), cmp.Compare(a.Buyer, b.Buyer))
	})
	from := min(max(0, q.Offset), len(found))
	to := min(from+q.Limit, len(found))
	for _, u := range found[from:to] {
		list.Pairs = append(list.Pairs, LeftOut{
			Firm: u.Firm, Buyer: u.Buyer, FirmName: s.firmName(u.Firm), BuyerName: s.buyerName(u.Buyer),
			Score: s.Voice.Decimal(u.Score, 2), Must: s.must(u),
			Candidate: !slices.Contains(excluded, u.Reason), Reason: u.Reason, Why: s.why(u.Reason), Tone: palette.Of(s.Index.Firm(u.Firm)),
		})
	}
	if to < len(found) {
		list.Next = to
	}
	return list
}

func (s *Source) must(u *event.Unplaced) bool { return s.Index.Wishes(u.Firm, u.Buyer).Must() }

func rank(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// has reports whether every word is part of a name or id of the pair.
func (s *Source) has(firm, buyer string, words []string) bool {
	if len(words) == 0 {
		return true
	}
	text := strings.ToLower(strings.Join([]string{firm, buyer, s.firmName(firm), s.buyerName(buyer)}, " "))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

func (s *Source) why(r event.Reason) string {
	if id := "reason." + string(r); s.Voice.Has(id) {
		return s.Voice.Say(id)
	}
	return string(r)
}

func (s *Source) reasonCounts(counts map[event.Reason]int) []ReasonCount {
	var out []ReasonCount
	for _, r := range slices.SortedFunc(maps.Keys(counts), func(a, b event.Reason) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	}) {
		out = append(out, ReasonCount{Reason: r, Why: s.why(r), Count: counts[r]})
	}
	return out
}

// A Short is a participant below its minimum, with what is proven about it.
type Short struct {
	ID, Name      string
	Firm          bool
	Held, Minimum int
	Proven        bool // no schedule reaches the minimum
	Why           string
}

// Shortfalls lists the participants below their minimum: firms first, those who lack most first.
func Shortfalls(s *Source) []Short {
	var out []Short
	for _, f := range s.Part.Shortfalls {
		out = append(out, Short{
			ID: f.Participant, Name: s.name(f.Participant), Firm: s.Index.Firm(f.Participant) != nil,
			Held: f.Meetings, Minimum: f.MinMeetings,
			Proven: f.Possible < f.MinMeetings || f.Group != nil, Why: s.Voice.Text(f.Why),
		})
	}
	slices.SortStableFunc(out, func(a, b Short) int {
		return cmp.Or(cmp.Compare(rank(b.Firm), rank(a.Firm)), cmp.Compare(b.Minimum-b.Held, a.Minimum-a.Held))
	})
	return out
}
