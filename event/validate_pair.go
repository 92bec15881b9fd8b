package event

import "math"

// pairFaults returns all the faults of form of a match document.
func pairFaults(pairs []Pair) faultList {
	var l faultList
	var root *place
	seen := make(map[[3]string]*place, len(pairs))
	for i := range pairs {
		p, at := &pairs[i], root.item(i)
		l.id(at.field("session"), p.Session)
		l.id(at.field("firm"), p.Firm)
		l.id(at.field("buyer"), p.Buyer)
		key := [3]string{p.Session, p.Firm, p.Buyer}
		if first, twice := seen[key]; twice {
			l.add(at, CodePairTwice, Args{"firm": plain(cut(p.Firm)), "buyer": plain(cut(p.Buyer)), "first": plain(first)})
		} else {
			seen[key] = at
		}
		l.within(at.field("score"), p.Score, 0, 1)
		l.count(at.field("rank_for_firm"), p.RankForFirm)
		l.count(at.field("rank_for_buyer"), p.RankForBuyer)
		for j, f := range p.Factors {
			at := at.field("factors").item(j)
			l.id(at.field("name"), f.Name)
			l.within(at.field("value"), f.Value, 0, 1)
			l.within(at.field("weight"), f.Weight, 0, math.MaxFloat64)
			l.within(at.field("contribution"), f.Contribution, -1, 1)
			l.text(at.field("why"), f.Why)
		}
		l.text(at.field("why"), p.Why)
		if p.Excluded != nil {
			l.id(at.field("excluded"), string(*p.Excluded))
		}
		l.text(at.field("excluded_why"), p.ExcludedWhy)
	}
	return l
}
