// Package hs knows the Harmonized System as a hierarchy: chapter, group of headings, heading, subheading. It measures
// how close two codes are by the information they share, and lets codes of older editions meet those of 2022.
package hs

import "strings"

// A Code is a place in the Harmonized System of at most six digits: beyond that countries differ. The zero Code is no
// place.
type Code struct {
	number uint32 // six digits, padded with zeros on the right
	digits uint8  // 2, 4 or 6
}

// Digits returns the digits of a written code without dots and spaces, and whether it is a code at all: an even number
// of digits, two at least.
func Digits(written string) (string, bool) {
	s := strings.Map(func(r rune) rune {
		if r == '.' || r == ' ' || r == '-' {
			return -1
		}
		return r
	}, written)
	if len(s) < 2 || len(s)%2 != 0 {
		return "", false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return "", false
		}
	}
	return s, true
}

// Parse reads a written code, with or without dots. Digits after the sixth are dropped.
func Parse(written string) (Code, bool) {
	s, ok := Digits(written)
	if !ok {
		return Code{}, false
	}
	s = s[:min(len(s), 6)]
	var n uint32
	for i := range 6 {
		n *= 10
		if i < len(s) {
			n += uint32(s[i] - '0')
		}
	}
	return Code{n, uint8(len(s))}, true
}

// Level is the number of digits: 2, 4 or 6; 0 for no place.
func (c Code) Level() int { return int(c.digits) }

// Chapter returns the two-digit code above, or the code itself.
func (c Code) Chapter() Code { return c.cut(2) }

// Heading returns the four-digit code above; a chapter returns itself.
func (c Code) Heading() Code { return c.cut(4) }

func (c Code) cut(digits uint8) Code {
	if c.digits <= digits {
		return c
	}
	unit := uint32(10_000)
	if digits == 4 {
		unit = 100
	}
	return Code{c.number / unit * unit, digits}
}

// String writes the code as people do: 84, 8412, 8412.21.
func (c Code) String() string {
	if c.digits == 0 {
		return ""
	}
	n, text := c.number, [6]byte{}
	for i := 5; i >= 0; i-- {
		text[i] = byte('0' + n%10)
		n /= 10
	}
	if c.digits == 6 {
		return string(text[:4]) + "." + string(text[4:])
	}
	return string(text[:c.digits])
}
