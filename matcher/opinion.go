package matcher

import "sangdam/event"

// A grade is how good a pair is for one side by one factor, in [0, 1], or unknown.
type grade struct {
	value float64
	known bool
}

// An opinion is what a factor says of a pair to each side.
type opinion struct{ firm, buyer grade }

// both is an opinion that is the same for the two sides.
func both(value float64) opinion { return opinion{grade{value, true}, grade{value, true}} }

// toFirm and toBuyer are opinions that concern one side only.
func toFirm(value float64) opinion  { return opinion{firm: grade{value, true}} }
func toBuyer(value float64) opinion { return opinion{buyer: grade{value, true}} }

// known reports whether the factor has anything to say.
func (o opinion) known() bool { return o.firm.known || o.buyer.known }

// A reading is an opinion in words.
type reading struct {
	why  event.Text // stands beside the factor
	note event.Text // joins the sentence of the pair; empty when it is not worth a word there
}

// A view is a pair as seen by the factors: a firm and a buyer in a session, and the product and need under discussion.
type view struct {
	place *meetingPlace
	firm  *side
	buyer *side
	offer *topic // nil when the firm has nothing to talk about
	need  *topic
	wish  event.Wishes
	words *vocabulary
}
