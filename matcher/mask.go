package matcher

import "math/bits"

// Masks are the languages, required and held certificates of a side as bits, for fast comparison: bit i is the i-th that the
// event mentions. Beyond 64 they are not used.
type masks struct {
	languages    uint64
	certificates uint64
}

// mask numbers what the sides mention. Certificates are numbered by what buyers require, since nothing else is asked.
func (m *Matcher) mask() {
	languages, certificates := map[string]int{}, map[string]int{}
	bit := func(numbers map[string]int, name string) uint64 {
		n, ok := numbers[name]
		if !ok {
			n = len(numbers)
			numbers[name] = n
		}
		return 1 << n // 0 from 64 on, and then the masks are not used
	}
	for _, sides := range [][]side{m.buyers, m.firms} {
		for i := range sides {
			for _, l := range sides[i].languages {
				sides[i].masks.languages |= bit(languages, l)
			}
			for _, key := range sides[i].certified.keys {
				sides[i].masks.certificates |= bit(certificates, key)
			}
		}
	}
	for i := range m.firms {
		for key, n := range certificates {
			if m.firms[i].certified.held[key] {
				m.firms[i].masks.certificates |= 1 << n
			}
		}
	}
	m.words.languageMasks = len(languages) <= 64
	m.words.certificateMasks = len(certificates) <= 64
}

// missing counts the distinct required certificates that the firm does not hold.
func (w *vocabulary) missing(firm, buyer *side) (missing, required int) {
	if w.certificateMasks {
		b := buyer.masks.certificates
		return bits.OnesCount64(b &^ firm.masks.certificates), bits.OnesCount64(b)
	}
	seen := map[string]bool{}
	for _, key := range buyer.certified.keys {
		if !seen[key] {
			seen[key] = true
			if required++; !firm.certified.held[key] {
				missing++
			}
		}
	}
	return missing, required
}

// lacking reports whether the firm states certificates and lacks a required one.
func (w *vocabulary) lacking(firm, buyer *side) bool {
	if len(buyer.certified.keys) == 0 || firm.certified.stated == nil {
		return false
	}
	missing, _ := w.missing(firm, buyer)
	return missing > 0
}
