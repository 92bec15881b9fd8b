package scheduler

// seatTables gives every placed pair a table, slot by slot: a participant that was at a table in its last meeting of
// the day stays there when it can, those with the most meetings first.
func (p *placement) seatTables() []Table {
	in := p.in
	table := make([]Table, len(in.pairs))
	last := make([]Table, len(in.participants))
	for i := range last {
		last[i] = NoTable
	}
	fixed := map[Pair]Table{}
	for _, f := range in.fixed {
		if f.Table != NoTable {
			fixed[f.Pair] = f.Table
		}
	}
	for t := range Slot(p.slots) {
		taken := make([]bool, len(in.tables))
		pairs := p.inSlot(t)
		give := func(e Pair, at Table) bool {
			if at == NoTable || taken[at] || !in.tables[at].Has(t) {
				return false
			}
			taken[at] = true
			table[e] = at
			last[in.pairs[e].a], last[in.pairs[e].b] = at, at
			return true
		}
		var rest []Pair
		for _, e := range pairs {
			if at, ok := fixed[e]; !ok || !give(e, at) {
				rest = append(rest, e)
			}
		}
		var homeless []Pair
		for _, e := range rest {
			if !give(e, last[in.pairs[e].a]) {
				homeless = append(homeless, e)
			}
		}
		for _, e := range homeless {
			for at := range in.tables {
				if give(e, Table(at)) {
					break
				}
			}
		}
	}
	return table
}
