package hs

// A Place is a code prepared for many comparisons: its information and that of the nodes above it.
type Place struct {
	Code
	group   int32      // index into groups, or -1
	content float64    // information of the code itself
	above   [3]float64 // information of chapter, group and heading
}

// At prepares a code.
func At(c Code) Place {
	p := Place{Code: c, group: -1, content: c.Information()}
	p.above[0] = c.Chapter().Information()
	p.above[1] = p.above[0]
	if c.digits >= 4 {
		p.group = int32(groupOf(c.number / 100))
		if p.group >= 0 {
			p.above[1] = groupInformation(int(p.group))
		}
		p.above[2] = c.Heading().Information()
	}
	return p
}

// Similarity is Lin's measure: twice the information of the deepest node that holds both, over the sum of their own.
// It is 1 for equal codes, 0 for different chapters. Dekang Lin, "An Information-Theoretic Definition of Similarity",
// ICML 1998.
func (p Place) Similarity(q Place) float64 {
	if p.digits == 0 || q.digits == 0 || p.number/10_000 != q.number/10_000 {
		return 0
	}
	if p.Code == q.Code {
		return 1
	}
	shared := p.above[0]
	if p.digits >= 4 && q.digits >= 4 {
		switch {
		case p.number/100 == q.number/100:
			shared = p.above[2]
		case p.group >= 0 && p.group == q.group:
			shared = p.above[1]
		}
	}
	return 2 * shared / (p.content + q.content)
}

// Common returns the deepest code that holds both, or no place.
func Common(a, b Code) Code {
	switch {
	case a == b:
		return a
	case a.digits == 0 || b.digits == 0 || a.Chapter() != b.Chapter():
		return Code{}
	case a.digits >= 4 && b.digits >= 4 && a.Heading() == b.Heading():
		return a.Heading()
	}
	return a.Chapter()
}
