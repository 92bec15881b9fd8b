package bench

import (
	"fmt"
	"strings"
)

// Marks of the section of docs/benchmarks.md that ReplaceSection writes; what stands outside is kept.
const (
	sectionBegin = "<!-- bench events: begin -->"
	sectionEnd   = "<!-- bench events: end -->"
)

// ReplaceSection returns the page with the marked section filled anew; a page without one gets it at its end. Marks that
// stand alone or in the wrong order are an error.
func ReplaceSection(page, section string) (string, error) {
	filled := sectionBegin + "\n\n" + strings.TrimSpace(section) + "\n\n" + sectionEnd
	begins, ends := strings.Count(page, sectionBegin), strings.Count(page, sectionEnd)
	if begins == 0 && ends == 0 {
		if page = strings.TrimRight(page, "\n"); page != "" {
			page += "\n\n"
		}
		return page + filled + "\n", nil
	}
	before, rest, _ := strings.Cut(page, sectionBegin)
	_, after, closed := strings.Cut(rest, sectionEnd)
	if begins != 1 || ends != 1 || !closed {
		return "", fmt.Errorf("want %q once and, after it, %q once", sectionBegin, sectionEnd)
	}
	return before + filled + after, nil
}
