package sheet

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestEveryMessageAskedForExists looks for the codes that the sources tell faults and notes by.
func TestEveryMessageAskedForExists(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	fault := regexp.MustCompile(`(?:\bfault|faultAt|cellFault|wrong|&problem)[({].*?"([a-z_]+)"(?:, (?:args\{|nil|s\)|part\)|text\)|a\))|\})`)
	note := regexp.MustCompile(`r\.note\([^"\n]*"([a-z_]+)"`)
	whole := regexp.MustCompile(`"(sheet\.[a-z_.]+[a-z])"`)
	asked := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, m := range fault.FindAllStringSubmatch(string(source), -1) {
			if m[1] != "echo" && m[1] != "date" {
				ids = append(ids, "sheet.fault."+m[1]+".problem", "sheet.fault."+m[1]+".want")
			}
		}
		for _, m := range note.FindAllStringSubmatch(string(source), -1) {
			ids = append(ids, "sheet.note."+m[1])
		}
		for _, m := range whole.FindAllStringSubmatch(string(source), -1) {
			ids = append(ids, m[1])
		}
		for _, id := range ids {
			if asked++; !voices["en"].Has(id) {
				t.Errorf("%s asks for %q, which no catalog has", name, id)
			}
		}
	}
	if asked < 70 {
		t.Errorf("only %d messages are asked for; does the test still look in the right places?", asked)
	}
}
