package api

import (
	"slices"
	"strconv"
	"strings"
)

// A form is one way to answer: a word for ?format= and a media type for Accept.
type form struct{ word, media string }

// A formError is a wish for forms that there are none of.
type formError struct{ media []string } // that there are

// noForm is the error where only these can be had.
func noForm(forms []form) error {
	media := make([]string, len(forms))
	for i, f := range forms {
		media[i] = f.media
	}
	return formError{media}
}

func (formError) Error() string { return "there is no such form of it" }

// choose returns the form that a caller wants: the one that format names, else the best of Accept, the first of the forms where all are
// equal or nothing is said (RFC 9110, 12.5.1).
func choose(format, accept string, forms []form) (form, error) {
	if format != "" {
		i := slices.IndexFunc(forms, func(f form) bool { return f.word == format })
		if i < 0 {
			return form{}, noForm(forms)
		}
		return forms[i], nil
	}
	if strings.TrimSpace(accept) == "" {
		return forms[0], nil
	}
	best, quality := form{}, 0.0
	for _, f := range forms {
		if q := wished(accept, f.media); q > quality {
			best, quality = f, q
		}
	}
	if quality == 0 {
		return form{}, noForm(forms)
	}
	return best, nil
}

// wished returns the quality that an Accept header gives a media type; the most exact of its ranges counts.
func wished(accept, media string) float64 {
	kind, _, _ := strings.Cut(media, "/")
	quality, exact := 0.0, -1
	for entry := range strings.SplitSeq(accept, ",") {
		pattern, parameters, _ := strings.Cut(strings.TrimSpace(entry), ";")
		at := slices.Index([]string{"*/*", kind + "/*", media}, strings.ToLower(strings.TrimSpace(pattern)))
		if at <= exact {
			continue
		}
		exact, quality = at, 1
		for p := range strings.SplitSeq(parameters, ";") {
			if value, ok := strings.CutPrefix(strings.TrimSpace(p), "q="); ok {
				if q, err := strconv.ParseFloat(value, 64); err == nil && q >= 0 && q <= 1 {
					quality = q
				}
			}
		}
	}
	return quality
}
