package scheduler

// improve swaps what two tables hold from a slot on to the end of a day, or in one slot, as long as participants change
// tables less. A pass tries every pair of tables at every slot; passes are bounded so that the largest fairs stay quick.
// O(tables² · slots) tries a pass.
func (s *seatingPlan) improve() {
	const most = 1_000_000 // tries
	tables := len(s.in.tables)
	tries := 0
	for improved := true; improved; {
		improved = false
		for t := Slot(0); int(t) < s.slots; t++ {
			end := t + 1
			for int(end) < s.slots && s.in.days[end] == s.in.days[t] {
				end++
			}
			for a := range tables {
				for b := range a {
					if tries++; tries > most {
						return
					}
					if s.swapHelps(Table(a), Table(b), t, end) || s.swapHelps(Table(a), Table(b), t, t+1) {
						improved = true
					}
				}
			}
		}
	}
}

// swapHelps exchanges what a and b hold in slots from..to-1 and keeps it when links are gained.
func (s *seatingPlan) swapHelps(a, b Table, from, to Slot) bool {
	if s.at[int(a)*s.slots+int(from)] < 0 && s.at[int(b)*s.slots+int(from)] < 0 {
		return false
	}
	before := int64(0)
	for t := from; t < to; t++ {
		for _, at := range [2]Table{a, b} {
			if !s.in.tables[at].Has(t) {
				return false
			}
			if e := s.at[int(at)*s.slots+int(t)]; e >= 0 {
				if s.pinned[e] {
					return false
				}
				before += s.links(e, from, to)
			}
		}
	}
	s.swap(a, b, from, to)
	after := int64(0)
	for t := from; t < to; t++ {
		for _, at := range [2]Table{a, b} {
			if e := s.at[int(at)*s.slots+int(t)]; e >= 0 {
				after += s.links(e, from, to)
			}
		}
	}
	if after <= before {
		s.swap(a, b, from, to)
		return false
	}
	return true
}

func (s *seatingPlan) swap(a, b Table, from, to Slot) {
	for t := from; t < to; t++ {
		i, j := int(a)*s.slots+int(t), int(b)*s.slots+int(t)
		s.at[i], s.at[j] = s.at[j], s.at[i]
		if e := s.at[i]; e >= 0 {
			s.table[e] = a
		}
		if e := s.at[j]; e >= 0 {
			s.table[e] = b
		}
	}
}

// links adds up what the links of e kept with meetings outside slots from..to-1 count, which a swap of these slots can
// change.
func (s *seatingPlan) links(e Pair, from, to Slot) int64 {
	n := int64(0)
	for end, u := range [2]Participant{s.in.pairs[e].a, s.in.pairs[e].b} {
		for _, f := range [2]Pair{s.prev[e][end], s.next[e][end]} {
			if f >= 0 && (s.when[f] < from || s.when[f] >= to) && s.table[f] == s.table[e] {
				n += s.in.worth(u)
			}
		}
	}
	return n
}
