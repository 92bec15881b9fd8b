package bench

import (
	"strings"
	"testing"
)

func TestReplaceSection(t *testing.T) {
	const fresh = "<!-- bench events: begin -->\n\nnew\n\n<!-- bench events: end -->"
	for _, c := range []struct{ name, page, want string }{
		{"empty page", "", fresh + "\n"},
		{"page without a section", "# Title\n\n\n", "# Title\n\n" + fresh + "\n"},
		{"section between others", "a\n<!-- bench events: begin -->\nold\n<!-- bench events: end -->\nb\n", "a\n" + fresh + "\nb\n"},
		{"another section", "<!-- bench b2bsop: begin -->\nold\n<!-- bench b2bsop: end -->\n",
			"<!-- bench b2bsop: begin -->\nold\n<!-- bench b2bsop: end -->\n\n" + fresh + "\n"},
	} {
		got, err := ReplaceSection(c.page, "events", "\nnew\n")
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
		again, err := ReplaceSection(got, "events", "new")
		if err != nil || again != got {
			t.Errorf("%s: a second time gives %q, %v", c.name, again, err)
		}
	}
}

func TestReplaceSectionRefusesBrokenMarks(t *testing.T) {
	for _, page := range []string{
		"<!-- bench events: begin -->",
		"<!-- bench events: end -->",
		"<!-- bench events: end -->\n<!-- bench events: begin -->",
		strings.Repeat("<!-- bench events: begin -->\n<!-- bench events: end -->\n", 2),
	} {
		if got, err := ReplaceSection(page, "events", "new"); err == nil {
			t.Errorf("%q became %q, want an error", page, got)
		}
	}
}
