package event

func (v *validator) controls(at *place) {
	for i, c := range v.event.Controls {
		at := at.item(i)
		v.country(at.field("country"), c.Country)
		if len(c.HS) == 0 {
			v.add(at.field("hs"), CodeNoCode, nil)
		}
		v.hs(at.field("hs"), c.HS)
		from, hasFrom := c.From.Get()
		until, hasUntil := c.Until.Get()
		if hasFrom && hasUntil && until.Compare(from) < 0 {
			v.add(at.field("until"), CodeUntilFirst, Args{"from": plain(from), "until": plain(until)})
		}
		v.text(at.field("note"), c.Note)
	}
}
