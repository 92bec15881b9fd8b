package event

// A Result is what all the reports of one meeting come to. Amounts are in US dollars.
type Result struct {
	Session, Firm, Buyer string
	Reports              int  // how many reported it
	Held                 bool // counted as held
	Disputed             bool // one report says held and another not held
	ConsultedUSD         float64
	ExpectedContractUSD  float64
	SignedUSD            float64
	MOU                  bool
	MOUUSD               float64
	Ratings              []int // one a report that gives one, in the order of the reports
}

// Results merges the outcomes of an event: one result a session, firm and buyer, in the order of the first report.
//
//   - A meeting is held when it is reported and no report says that it was not. A report without `held` says it was.
//   - A meeting not held has no amounts and no MOU.
//   - Of an amount that several reports state the lowest counts, since results tend to be inflated; a report that
//     does not state it has no say.
//   - There is an MOU when a report says so and none denies it; its amount counts only then.
func (e *Event) Results() []Result {
	type pairKey struct{ session, firm, buyer string }
	at := make(map[pairKey]int, len(e.Outcomes))
	var reports [][]Outcome
	for _, o := range e.Outcomes {
		k := pairKey{o.Session, o.Firm, o.Buyer}
		i, seen := at[k]
		if !seen {
			i = len(reports)
			at[k] = i
			reports = append(reports, nil)
		}
		reports[i] = append(reports[i], o)
	}
	results := make([]Result, len(reports))
	for i, r := range reports {
		results[i] = merge(r)
	}
	return results
}

// merge comes to one result for the reports of one meeting, of which there is at least one.
func merge(reports []Outcome) Result {
	first := reports[0]
	r := Result{Session: first.Session, Firm: first.Firm, Buyer: first.Buyer, Reports: len(reports)}
	held, notHeld := false, false
	for _, o := range reports {
		if o.Held.Or(true) {
			held = true
		} else {
			notHeld = true
		}
		if rating, ok := o.Rating.Get(); ok {
			r.Ratings = append(r.Ratings, rating)
		}
	}
	r.Held, r.Disputed = !notHeld, held && notHeld
	if !r.Held {
		return r
	}
	r.ConsultedUSD = lowest(reports, func(o Outcome) Maybe[float64] { return o.ConsultedUSD })
	r.ExpectedContractUSD = lowest(reports, func(o Outcome) Maybe[float64] { return o.ExpectedContractUSD })
	r.SignedUSD = lowest(reports, func(o Outcome) Maybe[float64] { return o.SignedUSD })
	if r.MOU = agreed(reports); r.MOU {
		r.MOUUSD = lowest(reports, func(o Outcome) Maybe[float64] { return o.MOUUSD })
	}
	return r
}

func lowest(reports []Outcome, of func(Outcome) Maybe[float64]) float64 {
	amount, stated := 0.0, false
	for _, o := range reports {
		if v, ok := of(o).Get(); ok && (!stated || v < amount) {
			amount, stated = v, true
		}
	}
	return amount
}

func agreed(reports []Outcome) bool {
	said := false
	for _, o := range reports {
		if v, ok := o.MOU.Get(); ok {
			if !v {
				return false
			}
			said = true
		}
	}
	return said
}
