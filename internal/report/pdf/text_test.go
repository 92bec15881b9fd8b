package pdf

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"a\tb\u00a0c":                          "a b\u00a0c",
		"\u1112\u1161\u11ab\u1100\u1173\u11af": "한글", // taken apart, as file systems do
		"a\u202eb\u200d\ufe0f\x00\x1bc":        "abc",
		"bad\xff":                              "bad\uFFFD",
		"two\nlines":                           "two\nlines",
	} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestRunsChooseTheFace(t *testing.T) {
	got := ""
	for _, r := range setterOf(body).runs("한글 Latin Кириллица 漢字かな🙂") {
		got += r.face.Name + ":" + r.text + "|"
	}
	if want := "hangul:한글|latin: Latin Кириллица |han:漢字かな|"; !strings.HasPrefix(got, want) || !strings.Contains(got, "□") {
		t.Errorf("got %s, want %s and a box", got, want)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		em   float64 // room, in widths of a Chinese character
		want []string
	}{
		{"湖南宇衡卫星技术", 4, []string{"湖南宇衡", "卫星技术"}},
		{"湖南宇衡，卫星", 4, []string{"湖南宇", "衡，卫星"}}, // no line begins with a comma
		{"湖南（宇衡）", 3, []string{"湖南", "（宇", "衡）"}},
		{"한별 항공구조", 5, []string{"한별", "항공구조"}},
		{"one\ntwo", 50, []string{"one", "two"}},
		{"", 5, []string{""}},
	} {
		if got := wrap(c.text, body, c.em*body.size*mm+0.01); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// Spaces before a mark that begins no line, as in French, stay inside what is kept together, and take their room.
func TestSpacesBeforeAMarkTakeRoom(t *testing.T) {
	room := width("a?a", body) + width(" ", body)/2
	for text, want := range map[string]bool{"a?a": false, "a ?a": true, "a a": false, " a?a ": false} {
		if got := breaksWords(text, body, room); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

// Nothing is cut off, nothing runs over, whatever is to be set.
func TestWrapKeepsEverything(t *testing.T) {
	texts := rapid.StringOfN(rapid.OneOf(rapid.RuneFrom([]rune("ab cd-/ 한글漢字，。（）Яё🙂\n ")), rapid.Rune()), 0, 80, -1)
	rapid.Check(t, func(t *rapid.T) {
		text := texts.Draw(t, "text")
		room := rapid.Float64Range(3, 60).Draw(t, "room")
		s := rapid.SampledFrom([]style{body, title, small.strong()}).Draw(t, "style")
		lines := wrap(text, s, room)
		if got, want := unspaced(strings.Join(lines, "")), unspaced(plain(text)); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
		for _, l := range lines {
			if w := width(l, s); w > room+0.01 && len([]rune(l)) > 1 {
				t.Fatalf("%q is %.2f mm wide, with room for %.2f", l, w, room)
			}
		}
		var paragraphs strings.Builder // without the space around them, which may be of other kinds than that between words
		for paragraph := range strings.SplitSeq(plain(text), "\n") {
			paragraphs.WriteString(strings.TrimSpace(paragraph) + "\n")
		}
		if !breaksWords(text, s, room) {
			for i, l := range lines[1:] {
				if l != "" && lines[i] != "" && !mayBreak([]rune(lines[i])[len([]rune(lines[i]))-1], []rune(l)[0]) &&
					!strings.Contains(paragraphs.String(), lines[i]+" ") && !strings.Contains(paragraphs.String(), lines[i]+"\n") {
					t.Fatalf("%q is broken before %q", lines[i], l)
				}
			}
		}
	})
}
