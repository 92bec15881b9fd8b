package sheet

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestTheSheetsAreDocumentedAsTheyAre holds the documentation to the description. With UPDATE_DOCS set it writes it.
func TestTheSheetsAreDocumentedAsTheyAre(t *testing.T) {
	const name, begin, end = "../../docs/workbook.md", "<!-- sheets -->\n", "<!-- /sheets -->\n"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(data), begin)
	_, tail, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s lacks the marks of its generated part", name)
	}
	want := head + begin + documentation() + end + tail
	if string(data) == want {
		return
	}
	if os.Getenv("UPDATE_DOCS") == "" {
		t.Fatalf("%s is not as the sheets are; UPDATE_DOCS=1 go test ./internal/sheet -run Documented mends it", name)
	}
	if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

func documentation() string {
	var b strings.Builder
	bar := strings.NewReplacer("|", `\|`)
	for _, s := range sheets {
		need := ""
		if slices.Contains(alwaysThere, s.Key) {
			need = ", required"
		}
		fmt.Fprintf(&b, "\n### %s · %s · %s · %s\n\n`%s.csv`%s. %s\n\n", s.Name.In("en"), s.Name.In("ko"), s.Name.In("zh"), s.Name.In("ru"), s.Key, need, s.Help.In("en"))
		b.WriteString("| key | 한국어 | English | 中文 | русский | what | example |\n| --- | --- | --- | --- | --- | --- | --- |\n")
		for _, c := range s.Columns {
			if c.Rare {
				continue
			}
			key, help := "`"+c.Key+"`", c.Help.In("en")
			if c.Required {
				key += " *"
			}
			if c.Kind == KindText {
				help += " One column a language."
			}
			if c.Kind == KindChoice {
				var words []string
				for _, choice := range c.Choices {
					words = append(words, "`"+choice.Name.In("ko")+"` `"+choice.Word+"`")
				}
				help += " " + strings.Join(words, ", ") + "."
			}
			example := c.Example.In("en")
			if example != "" {
				example = "`" + example + "`"
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s |\n", key, c.Heading.In("ko"), c.Heading.In("en"), c.Heading.In("zh"), c.Heading.In("ru"), bar.Replace(strings.ReplaceAll(help, "One column a language. One column a language.", "One column a language.")), bar.Replace(example))
		}
	}
	b.WriteString("\n\\* must be filled in.\n\n")
	return b.String()
}

func TestTheDescriptionIsWhole(t *testing.T) {
	for _, s := range sheets {
		seen := make(map[string]string)
		for _, c := range s.Columns {
			for _, code := range []string{"ko", "en", "zh", "ru"} {
				if c.Heading.By[code] == "" || c.Help.By[code] == "" {
					t.Errorf("%s %s has no heading or help in %s", s.Key, c.Key, code)
				}
				name := folded(c.Heading.In(code))
				if other, taken := seen[name]; taken && other != c.Key {
					t.Errorf("%s: %q is the heading of %s and %s", s.Key, c.Heading.In(code), other, c.Key)
				}
				seen[name] = c.Key
				if h, ok := parseHeading(s, title(&c, "", []string{code, "en"}, "\n")); !ok || h.column.Key != c.Key {
					t.Errorf("%s: the heading %q is not read as %s", s.Key, c.Heading.In(code), c.Key)
				}
			}
			if c.Refers != "" && idColumns[c.Refers] && sheetOf(c.Refers).Columns[0].Key != "id" {
				t.Errorf("%s %s refers to a sheet without ids", s.Key, c.Key)
			}
		}
		for _, name := range s.Name.By {
			if sheetNamed(name) != s || len([]rune(name)) > 31 {
				t.Errorf("the sheet name %q is not read as %s", name, s.Key)
			}
		}
		if len(identity[s.Key]) == 0 {
			t.Errorf("nothing says which thing a row of %s is", s.Key)
		}
	}
}
