package lang

import (
	"fmt"
	"strconv"
)

// MarshalJSON writes an amount as the documents do: a number of dollars, exact to the cent.
func (c Cents) MarshalJSON() ([]byte, error) {
	if c%100 == 0 {
		return strconv.AppendInt(nil, int64(c/100), 10), nil
	}
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	return fmt.Appendf(nil, "%s%d.%02d", sign, c/100, c%100), nil
}
