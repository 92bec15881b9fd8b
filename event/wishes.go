package event

import "cmp"

// Wishes are what the two sides of a pair ask about each other; empty where a side asked nothing.
type Wishes struct {
	ByFirm  Wish // of the firm about the buyer
	ByBuyer Wish // of the buyer about the firm
}

// Refused reports a never from either side. It wins over a must of the other side: nobody is made to sit with
// someone they refuse. Such a pair is no fault of the document, only no candidate.
func (w Wishes) Refused() bool { return w.ByFirm == Never || w.ByBuyer == Never }

// Must reports a must from either side that the other side does not refuse.
func (w Wishes) Must() bool { return !w.Refused() && (w.ByFirm == Must || w.ByBuyer == Must) }

// Wishes returns what a firm and a buyer ask about each other.
func (x *Index) Wishes(firm, buyer string) Wishes { return x.wishes[firm][buyer] }

// WishesOf returns the wishes between a firm and all buyers, by buyer; those about whom nothing was asked are
// missing. The map is shared: do not change it.
func (x *Index) WishesOf(firm string) map[string]Wishes { return x.wishes[firm] }

func (x *Index) addRequest(r Request) {
	firm, buyer, fromFirm, ok := x.sides(r)
	if !ok {
		return
	}
	of := x.wishes[firm]
	if of == nil {
		of = make(map[string]Wishes)
		x.wishes[firm] = of
	}
	w := of[buyer]
	if fromFirm {
		w.ByFirm = cmp.Or(w.ByFirm, r.Wish)
	} else {
		w.ByBuyer = cmp.Or(w.ByBuyer, r.Wish)
	}
	of[buyer] = w
}

// sides tells the firm from the buyer of a request; ok is false when it does not join one of each.
func (x *Index) sides(r Request) (firm, buyer string, fromFirm, ok bool) {
	if x.Firm(r.From) != nil && x.Buyer(r.To) != nil {
		return r.From, r.To, true, true
	}
	if x.Buyer(r.From) != nil && x.Firm(r.To) != nil {
		return r.To, r.From, false, true
	}
	return "", "", false, false
}
