package rank

import (
	"bytes"
	"fmt"
	"slices"

	"sangdam/internal/store"
)

// A Reader reads one stored ranking, as it was when it was set.
type Reader interface {
	// Sessions returns the names of the sessions.
	Sessions() ([]string, error)
	// Scan returns the order keys that begin with prefix, those not before `from` (which begins with it too), at most limit.
	Scan(prefix, from []byte, limit int) ([][]byte, error)
	// Pairs returns the table's values for names, nil where there is none.
	Pairs(names [][]byte) ([][]byte, error)
}

// A Head tells rankings apart.
type Head struct {
	Version    uint64 // the caller's
	Generation uint64 // the home's own; no two rankings of a space have the same
}

// Top answers a query in limit + 1 steps a session.
func Top(r Reader, head Head, q store.RankQuery) (store.RankPage, error) {
	after, err := readCursor(q, head.Generation)
	if err != nil {
		return store.RankPage{}, err
	}
	sessions := []string{q.Session}
	if q.Session == "" {
		if sessions, err = r.Sessions(); err != nil {
			return store.RankPage{}, err
		}
	}
	find := scan
	if q.Firm != "" && q.Buyer != "" {
		find = lookUp
	}
	found, err := find(r, q, sessions, after)
	if err != nil {
		return store.RankPage{}, err
	}
	slices.SortFunc(found, standing.compare)
	page := store.RankPage{Version: head.Version}
	if len(found) > q.Limit {
		found = found[:q.Limit]
		page.Next = writeCursor(q, head.Generation, found[q.Limit-1])
	}
	page.Pairs, err = fill(r, found)
	return page, err
}

// scan walks the order keys of every session.
func scan(r Reader, q store.RankQuery, sessions []string, after standing) ([]standing, error) {
	var found []standing
	for _, session := range sessions {
		begin := prefix(q, session)
		from := append(bytes.Clone(begin), after.place...)
		if session <= after.session {
			from = append(from, 0) // the place itself was given in the session, not yet in later ones
		}
		keys, err := r.Scan(begin, from, q.Limit+1)
		if err != nil {
			return nil, err
		}
		for _, key := range keys {
			found = append(found, standing{bytes.TrimPrefix(key, begin), session})
		}
	}
	return found, nil
}

// lookUp finds one firm with one buyer, at most once a session.
func lookUp(r Reader, q store.RankQuery, sessions []string, after standing) ([]standing, error) {
	names := make([][]byte, len(sessions))
	for i, session := range sessions {
		names[i] = name(session, q.Firm, q.Buyer)
	}
	values, err := r.Pairs(names)
	if err != nil {
		return nil, err
	}
	var found []standing
	for i, value := range values {
		if len(value) < 8 {
			continue
		}
		s := standing{append(bytes.Clone(value[:8]), q.Firm+"\x00"+q.Buyer...), sessions[i]}
		if after.place == nil || s.compare(after) > 0 {
			found = append(found, s)
		}
	}
	return found, nil
}

// fill reads the values of places.
func fill(r Reader, found []standing) ([]store.Ranked, error) {
	if len(found) == 0 {
		return nil, nil
	}
	out, names := make([]store.Ranked, len(found)), make([][]byte, len(found))
	for i, s := range found {
		var err error
		if out[i], err = s.read(); err != nil {
			return nil, err
		}
		names[i] = name(s.session, out[i].Firm, out[i].Buyer)
	}
	values, err := r.Pairs(names)
	if err != nil {
		return nil, err
	}
	for i, value := range values {
		if len(value) < 8 {
			return nil, fmt.Errorf("store: the pair %q has a place in the ranking and no value", names[i])
		}
		out[i].Value = bytes.Clone(value[8:])
	}
	return out, nil
}
