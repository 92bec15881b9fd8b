package event

import "strings"

// HSDigits returns a Harmonized System code without its dots: "8807.30" becomes "880730".
func HSDigits(code string) string { return strings.ReplaceAll(code, ".", "") }

// HSUnder reports whether a code is the heading itself or one of its subdivisions. Dots do not matter. A code shorter
// than the heading is not known to be under it.
func HSUnder(code, heading string) bool {
	return strings.HasPrefix(HSDigits(code), HSDigits(heading))
}

// InForce reports whether the control holds on a day.
func (c Control) InForce(day Date) bool {
	if from, ok := c.From.Get(); ok && day.Compare(from) < 0 {
		return false
	}
	until, ok := c.Until.Get()
	return !ok || day.Compare(until) <= 0
}

// Lists reports whether a product's code is under one of the control's codes.
func (c Control) Lists(code string) bool {
	for _, heading := range c.HS {
		if HSUnder(code, heading) {
			return true
		}
	}
	return false
}
