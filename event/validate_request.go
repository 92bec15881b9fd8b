package event

// requests checks that each joins a firm and a buyer, and that a side does not contradict itself. Opposite wishes of
// the two sides are no fault.
func (v *validator) requests(at *place) {
	type asked struct {
		wish Wish
		at   *place
	}
	before := make(map[[2]string]asked)
	for i, r := range v.event.Requests {
		at := at.item(i)
		_, _, _, joins := v.index.sides(r)
		from, to := v.company(at.field("from"), r.From), v.company(at.field("to"), r.To)
		if from && to && !joins {
			v.add(at, CodeSameSide, Args{"from": plain(r.From), "to": plain(r.To)})
		}
		v.word(at.field("wish"), string(r.Wish), string(Must), string(Want), string(Avoid), string(Never))
		key := [2]string{r.From, r.To}
		first, again := before[key]
		if again && first.wish != r.Wish {
			v.add(at.field("wish"), CodeContradiction, Args{
				"from": plain(r.From), "to": plain(r.To),
				"now": plain(cut(string(r.Wish))), "before": plain(cut(string(first.wish))), "first": plain(first.at),
			})
		}
		if !again {
			before[key] = asked{r.Wish, at}
		}
	}
}

// company checks that an id names a firm or a buyer.
func (v *validator) company(at *place, id string) bool {
	if v.index.Firm(id) != nil || v.index.Buyer(id) != nil {
		return true
	}
	v.unknown(at, id, companyWord)
	return false
}
