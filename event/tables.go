package event

import "strconv"

// MaxTables is the largest number of tables of a session.
const MaxTables = 10_000

// Tables are the tables of a session: a count, or names. At most one of the two is set.
type Tables struct {
	Count int
	Names []string
}

// Len is the number of tables.
func (t Tables) Len() int {
	if t.Names != nil {
		return len(t.Names)
	}
	return t.Count
}

// TableAvailable tells for each slot of the session whether a table can be used.
func (s *Session) TableAvailable(table string) []bool {
	return available(s.Slots, s.TablesUnavailable[table])
}

// List returns the names of the tables; n counted tables are called "1" to "n", of which a session has MaxTables at most.
func (t Tables) List() []string {
	if t.Names != nil {
		return t.Names
	}
	names := make([]string, min(max(0, t.Count), MaxTables))
	for i := range names {
		names[i] = strconv.Itoa(i + 1)
	}
	return names
}
