// Package rank is how both homes of the store keep a ranking, so that any page of it is a short walk along sorted keys.
//
// A ranking is three things: the names of its sessions; a table from the pair's name to its score and value; and one
// sorted set of order keys, three a pair, one for each way to ask (all pairs of a session, those of a firm, those of a
// buyer). An order key is the prefix of the way to ask followed by the pair's place; places sort as bytes by falling score,
// then firm, then buyer. Names hold no NUL, which ends them.
package rank

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"sangdam/internal/store"
)

// An Index is a ranking made ready to be stored.
type Index struct {
	Sessions []string // sorted
	Orders   [][]byte // sorted order keys, three a pair
	Pairs    []Pair   // sorted by name
}

// A Pair is an entry of the table: the pair's name, and its score with its value.
type Pair struct{ Name, Value []byte }

// Build makes the index of pairs, in n log n. The error is a store.ErrInvalid: a pair ranked twice, a score that is no number,
// a name with a NUL.
func Build(pairs []store.Ranked) (Index, error) {
	index := Index{Orders: make([][]byte, 0, 3*len(pairs)), Pairs: make([]Pair, 0, len(pairs))}
	sessions := map[string]bool{}
	for _, p := range pairs {
		if math.IsNaN(p.Score) || strings.Contains(p.Session+p.Firm+p.Buyer, "\x00") || p.Session == "" || p.Firm == "" || p.Buyer == "" {
			return Index{}, fmt.Errorf("%w: the pair %q, %q, %q with score %v cannot be ranked", store.ErrInvalid, p.Session, p.Firm, p.Buyer, p.Score)
		}
		sessions[p.Session] = true
		place := place(p.Score, p.Firm, p.Buyer)
		index.Orders = append(index.Orders,
			append(prefix(store.RankQuery{}, p.Session), place...),
			append(prefix(store.RankQuery{Firm: p.Firm}, p.Session), place...),
			append(prefix(store.RankQuery{Buyer: p.Buyer}, p.Session), place...))
		value := binary.BigEndian.AppendUint64(make([]byte, 0, 8+len(p.Value)), descending(p.Score))
		index.Pairs = append(index.Pairs, Pair{name(p.Session, p.Firm, p.Buyer), append(value, p.Value...)})
	}
	slices.SortFunc(index.Pairs, func(a, b Pair) int { return bytes.Compare(a.Name, b.Name) })
	for i := range len(index.Pairs) - 1 {
		if bytes.Equal(index.Pairs[i].Name, index.Pairs[i+1].Name) {
			return Index{}, fmt.Errorf("%w: the pair %q is ranked twice", store.ErrInvalid, index.Pairs[i].Name)
		}
	}
	slices.SortFunc(index.Orders, bytes.Compare)
	index.Sessions = slices.Sorted(maps.Keys(sessions))
	return index, nil
}

// Orders returns the order keys that a pair of the table must have, for a checker.
func (p Pair) Orders() ([][]byte, error) {
	parts := bytes.Split(p.Name, []byte{0})
	if len(parts) != 3 || len(p.Value) < 8 {
		return nil, errors.New("a pair cannot be read")
	}
	session, firm, buyer := string(parts[0]), string(parts[1]), string(parts[2])
	at := append(bytes.Clone(p.Value[:8]), firm+"\x00"+buyer...)
	return [][]byte{
		append(prefix(store.RankQuery{}, session), at...),
		append(prefix(store.RankQuery{Firm: firm}, session), at...),
		append(prefix(store.RankQuery{Buyer: buyer}, session), at...),
	}, nil
}

// name is the name of a pair in the table.
func name(session, firm, buyer string) []byte {
	return []byte(session + "\x00" + firm + "\x00" + buyer)
}

// prefix begins the order keys of a session that answer a query by no more than one side.
func prefix(q store.RankQuery, session string) []byte {
	switch {
	case q.Firm != "":
		return []byte("f" + session + "\x00" + q.Firm + "\x00")
	case q.Buyer != "":
		return []byte("b" + session + "\x00" + q.Buyer + "\x00")
	}
	return []byte("s" + session + "\x00")
}

// place is where a pair stands among others: bytes that sort by falling score, then firm, then buyer.
func place(score float64, firm, buyer string) []byte {
	return append(binary.BigEndian.AppendUint64(nil, descending(score)), firm+"\x00"+buyer...)
}

// descending maps a score to a number that grows as the score falls. The bits of a positive float grow with it, those of a
// negative one with its size; minus zero counts as zero.
func descending(score float64) uint64 {
	bits := math.Float64bits(score + 0)
	if score < 0 {
		return bits
	}
	return ^bits &^ (1 << 63)
}

// ascending is the way back.
func ascending(key uint64) float64 {
	if key>>63 == 1 {
		return math.Float64frombits(key)
	}
	return math.Float64frombits(^key &^ (1 << 63))
}

// A standing is a place with the session it is in.
type standing struct {
	place   []byte
	session string
}

func (s standing) compare(o standing) int {
	return cmp.Or(bytes.Compare(s.place, o.place), cmp.Compare(s.session, o.session))
}

// read takes a place apart.
func (s standing) read() (store.Ranked, error) {
	if len(s.place) < 8 {
		return store.Ranked{}, errors.New("store: a place of the ranking cannot be read")
	}
	firm, buyer, ok := strings.Cut(string(s.place[8:]), "\x00")
	if !ok {
		return store.Ranked{}, errors.New("store: a place of the ranking cannot be read")
	}
	score := ascending(binary.BigEndian.Uint64(s.place))
	return store.Ranked{Session: s.session, Firm: firm, Buyer: buyer, Score: score}, nil
}
