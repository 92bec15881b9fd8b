package hs

import (
	"slices"
	"strings"
)

// moved lists codes of the 2007, 2012 and 2017 editions that the 2022 edition no longer has, with where their goods
// went. A heading stands for itself and for all its subheadings that are not listed. Codes that live on with a narrower
// meaning are not listed: they still mean what they say. Source: the World Customs Organization's correlation tables.
var moved = map[string][]string{
	"6815.10": {"6815.11", "6815.12", "6815.13", "6815.19"},
	"6907.10": {"6907.21", "6907.22", "6907.23", "6907.30"},
	"6907.90": {"6907.21", "6907.22", "6907.23", "6907.40"},
	"6908":    {"6907"},
	"7019.31": {"7019.14", "7019.15"},
	"7019.32": {"7019.14", "7019.15"},
	"7019.40": {"7019.61", "7019.62", "7019.65"},
	"7019.51": {"7019.63", "7019.66"},
	"7019.52": {"7019.63", "7019.66"},
	"7019.59": {"7019.64", "7019.69"},
	"8419.31": {"8419.33", "8419.34"},
	"8419.32": {"8419.33", "8419.35"},
	"8424.81": {"8424.41", "8424.49", "8424.82"},
	"8432.30": {"8432.31", "8432.39"},
	"8432.40": {"8432.41", "8432.42"},
	"8456.10": {"8456.11", "8456.12"},
	"8459.40": {"8459.41", "8459.49"},
	"8460.11": {"8460.12"},
	"8460.21": {"8460.22", "8460.23", "8460.24"},
	"8462.10": {"8462.11", "8462.19"},
	"8462.21": {"8462.22", "8462.23", "8462.24", "8462.25", "8462.26"},
	"8462.31": {"8462.32", "8462.33"},
	"8462.41": {"8462.42"},
	"8462.91": {"8462.61"},
	"8462.99": {"8462.62", "8462.63", "8462.69", "8462.90"},
	"8469":    {"8472"},
	"8517.12": {"8517.13", "8517.14"},
	"8517.70": {"8517.71", "8517.79"},
	"8539.50": {"8539.51", "8539.52"},
	"8541.40": {"8541.41", "8541.42", "8541.43", "8541.49"},
	"8548.10": {"8549"},
	"8548.90": {"8548"},
	"8701.20": {"8701.21", "8701.22", "8701.23", "8701.24", "8701.29"},
	"8701.90": {"8701.91", "8701.92", "8701.93", "8701.94", "8701.95"},
	"8803":    {"8807"},
	"8803.10": {"8807.10"},
	"8803.20": {"8807.20"},
	"8803.30": {"8807.30"},
	"8803.90": {"8807.90"},
	"9027.80": {"9027.81", "9027.89"},
}

// Current returns the places in the 2022 edition of a code of any edition since 2007: the code itself, unless its goods
// have moved.
func Current(c Code) []Code {
	for _, key := range []Code{c, c.Heading()} {
		to, ok := moved[key.String()]
		if !ok {
			continue
		}
		codes := make([]Code, 0, len(to))
		for _, written := range to {
			if code, ok := Parse(written); ok && !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
		return codes
	}
	return []Code{c}
}

// Under reports whether a written code falls under another, in any edition: 8412.21 is under 84, 8803.30 of 2017 is
// under 8807 of 2022.
func Under(code, above string) bool {
	d, ok := Digits(code)
	a, fine := Digits(above)
	if !ok || !fine {
		return false
	}
	if strings.HasPrefix(d, a) {
		return true
	}
	c, _ := Parse(code)
	b, _ := Parse(above)
	for _, now := range Current(c) {
		for _, limit := range Current(b) {
			if now == c && limit == b {
				continue
			}
			if len(a) <= 6 && now.digits >= limit.digits && now.cut(limit.digits) == limit {
				return true
			}
		}
	}
	return false
}
