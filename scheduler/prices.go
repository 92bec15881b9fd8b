package scheduler

// Prices are the dual prices of the score's relaxation, in units of 1/ScoreScale: by weak duality, one more of a thing
// raises the best score by no more than its price, to the extent that the relaxation is tight. Zero means that more of
// it brings nothing.
type Prices struct {
	Table       []float64 // by slot: one more table in that slot
	Interpreter []float64 // by slot: one more interpreter able for every pair that needs one
	Maximum     []float64 // by participant: one more meeting over its maximum
	Seat        []float64 // by participant · slots + slot: one more meeting at the same time
}

func (r *relaxation) pricesFrom(y []float64) Prices {
	slots, people := len(r.in.days), len(r.in.participants)
	p := Prices{
		Table: make([]float64, slots), Interpreter: make([]float64, slots),
		Maximum: make([]float64, people), Seat: make([]float64, people*slots),
	}
	at := func(row int32) float64 {
		if row < 0 {
			return 0
		}
		return y[row]
	}
	for t := range slots {
		p.Table[t] = at(r.rows.table[t])
		for h := range r.in.halls {
			p.Interpreter[t] += at(r.rows.hall[h*slots+t])
		}
	}
	for u := range people {
		p.Maximum[u] = at(r.rows.most[u])
	}
	for i := range p.Seat {
		p.Seat[i] = at(r.rows.seat[i])
	}
	return p
}

// proof is what the last relaxation of the score leaves behind: good prices, from which it can be shown which pairs any
// schedule of some score must and may hold.
type proof struct {
	relaxation *relaxation
	prices     []float64
}
