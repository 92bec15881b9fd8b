package bench

import (
	"fmt"
	"strings"
)

// ReplaceSection returns the page with a section filled anew; what stands outside of its marks, `<!-- bench NAME: begin -->`
// and `<!-- bench NAME: end -->`, is kept. A page without them gets the section at its end. Marks that stand alone or in the
// wrong order are an error.
func ReplaceSection(page, name, section string) (string, error) {
	begin, end := "<!-- bench "+name+": begin -->", "<!-- bench "+name+": end -->"
	filled := begin + "\n\n" + strings.TrimSpace(section) + "\n\n" + end
	begins, ends := strings.Count(page, begin), strings.Count(page, end)
	if begins == 0 && ends == 0 {
		if page = strings.TrimRight(page, "\n"); page != "" {
			page += "\n\n"
		}
		return page + filled + "\n", nil
	}
	before, rest, _ := strings.Cut(page, begin)
	_, after, closed := strings.Cut(rest, end)
	if begins != 1 || ends != 1 || !closed {
		return "", fmt.Errorf("want %q once and, after it, %q once", begin, end)
	}
	return before + filled + after, nil
}
