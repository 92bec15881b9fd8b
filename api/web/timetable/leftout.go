package timetable

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/plan"
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

// NewLeftOut lists pairs without a meeting, which come in their order: musts first, then by falling score. O(pairs).
func NewLeftOut(s *Source, waiting iter.Seq[plan.WaitingPair], q LeftOutQuery, palette *Palette) LeftOutList {
	var list LeftOutList
	counts := map[event.Reason]int{}
	search := s.newSearch(q.Words)
	from, to := max(0, q.Offset), max(0, q.Offset)+q.Limit
	for u := range waiting {
		list.All++
		counts[u.Reason]++
		if q.Reason != "" && u.Reason != q.Reason || !search.finds(u.Firm, u.Buyer) {
			continue
		}
		if from <= list.Total && list.Total < to {
			list.Pairs = append(list.Pairs, LeftOut{
				Firm: u.Firm, Buyer: u.Buyer, FirmName: s.firmName(u.Firm), BuyerName: s.buyerName(u.Buyer),
				Score: s.Voice.Decimal(u.Score, 2), Must: u.Must, Candidate: u.Candidate,
				Reason: u.Reason, Why: s.why(u.Reason), Tone: palette.Of(s.Index.Firm(u.Firm)),
			})
		}
		list.Total++
	}
	list.Reasons = s.reasonCounts(counts)
	if to < list.Total {
		list.Next = to
	}
	return list
}

// A search finds pairs by words. Which words somebody has is worked out once for everybody, not for every pair.
type search struct {
	all  uint64            // a bit a word
	has  map[string]uint64 // by id: the words that it or its name has
	read func(id string) uint64
}

// mostWords is how many words are searched for; those after them do not count.
const mostWords = 64

func (s *Source) newSearch(text string) *search {
	words := strings.Fields(strings.ToLower(text))
	words = words[:min(len(words), mostWords)]
	return &search{
		all: 1<<len(words) - 1, has: map[string]uint64{},
		read: func(id string) (found uint64) {
			text := strings.ToLower(id + " " + s.name(id))
			for i, w := range words {
				if strings.Contains(text, w) {
					found |= 1 << i
				}
			}
			return found
		},
	}
}

// finds reports whether every word is part of a name or id of the pair.
func (x *search) finds(firm, buyer string) bool {
	return x.all == 0 || (x.of(firm)|x.of(buyer))&x.all == x.all
}

func (x *search) of(id string) uint64 {
	found, known := x.has[id]
	if !known {
		found = x.read(id)
		x.has[id] = found
	}
	return found
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

func rank(yes bool) int {
	if yes {
		return 1
	}
	return 0
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
