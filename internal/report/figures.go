// Package report turns what came of an event into figures: meetings held, and amounts talked about, hoped for, agreed and
// signed, which are never added to each other.
package report

import "sangdam/internal/lang"

// Figures are sums over meetings. Amounts are in US dollars, exact to the cent.
type Figures struct {
	Planned   int        `json:"planned"`               // meetings of the schedule; 0 when there is none
	Reported  int        `json:"reported"`              // meetings that somebody reported
	Held      int        `json:"held"`                  // of those, held
	NotHeld   int        `json:"not_held"`              // of those, not held, as at least one side says
	Disputed  int        `json:"disputed"`              // of those not held, ones that another report says were held
	Missing   int        `json:"missing"`               // planned meetings that nobody reported
	Consulted lang.Cents `json:"consulted_usd"`         // talked about
	Expected  lang.Cents `json:"expected_contract_usd"` // hoped for
	MOUs      int        `json:"mous"`                  // meetings that led to a memorandum of understanding
	Agreed    lang.Cents `json:"mou_usd"`               // amounts of the memorandums
	Contracts int        `json:"contracts"`             // meetings with a signed amount
	Signed    lang.Cents `json:"signed_usd"`            // signed
	Ratings   int        `json:"ratings"`               // reports that rate the meeting
	Rating    float64    `json:"rating_mean,omitzero"`  // their mean, from 1 to 5
	rated     int        // their sum
}

func (f *Figures) add(m meeting) {
	if m.planned {
		f.Planned++
	}
	if m.result == nil {
		f.Missing++
		return
	}
	r := m.result
	f.Reported++
	if !r.Held {
		f.NotHeld++
		if r.Disputed {
			f.Disputed++
		}
		return
	}
	f.Held++
	f.Consulted += lang.DollarsToCents(r.ConsultedUSD)
	f.Expected += lang.DollarsToCents(r.ExpectedContractUSD)
	if r.MOU {
		f.MOUs++
		f.Agreed += lang.DollarsToCents(r.MOUUSD)
	}
	if signed := lang.DollarsToCents(r.SignedUSD); signed > 0 {
		f.Contracts++
		f.Signed += signed
	}
	for _, rating := range r.Ratings {
		f.Ratings++
		f.rated += rating
		f.Rating = float64(f.rated) / float64(f.Ratings)
	}
}
