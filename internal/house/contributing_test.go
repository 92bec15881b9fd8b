package house

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	roomRow = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| [^|]+ \\| ([^|]+) \\|$")
	quoted  = regexp.MustCompile("`([^`]+)`")
)

// What CONTRIBUTING.md says that a room may import is what Rooms says, but for the room's own packages.
func TestContributingTellsTheRooms(t *testing.T) {
	page, err := os.ReadFile("../../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	written := map[string]string{}
	for _, row := range roomRow.FindAllStringSubmatch(string(page), -1) {
		written[row[1]] = row[2]
	}
	plain := func(pattern string) string { return strings.TrimSuffix(pattern, "/...") }
	for _, room := range Rooms {
		name := plain(room.Path)
		said, ok := written[name]
		delete(written, name)
		if name == "" { // main hands its arguments on
			continue
		}
		if !ok {
			t.Errorf("the page has no line for %s", name)
			continue
		}
		if anything := slices.Equal(room.MayImport, []string{"..."}); anything || said == "anything" {
			if !anything || said != "anything" {
				t.Errorf("%s: the page says %q, the table %q", name, said, room.MayImport)
			}
			continue
		}
		var got, want []string
		for _, m := range quoted.FindAllStringSubmatch(said, -1) {
			got = append(got, m[1])
		}
		for _, pattern := range slices.Concat(room.MayImport, room.But) {
			if other := plain(pattern); !matches(name+"/...", other) {
				want = append(want, other)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if got, want = slices.Compact(got), slices.Compact(want); !slices.Equal(got, want) {
			t.Errorf("%s: the page says %q, the table %q", name, got, want)
		}
	}
	for name := range written {
		t.Errorf("the page has a line for %s, which is no room", name)
	}
}
