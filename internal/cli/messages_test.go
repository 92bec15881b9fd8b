package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/internal/lang"
)

// TestEveryMessageAskedForExists looks for the ids that the sources of this package ask for.
func TestEveryMessageAskedForExists(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	voice := lang.New("en")
	asked := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			fun, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			literal, ok := call.Args[0].(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			id, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			var text string
			switch fun.Sel.Name {
			case "say", "Say":
				text = voice.Say(id)
			case "count", "Count":
				text = voice.Count(id, 2)
			case "unknownID":
				text = voice.Say(id)
			default:
				return true
			}
			asked++
			if text == "<"+id+">" {
				t.Errorf("%s asks for %q, which no catalog has in that form", name, id)
			}
			return true
		})
	}
	if asked < 50 {
		t.Errorf("only %d messages are asked for; does the test still look in the right places?", asked)
	}
}

// TestEveryReasonHasItsMeaning reads the reasons from the source of the event package, so that a new one is not forgotten.
func TestEveryReasonHasItsMeaning(t *testing.T) {
	source, err := os.ReadFile("../../event/schedule.go")
	if err != nil {
		t.Fatal(err)
	}
	reasons := 0
	for line := range strings.Lines(string(source)) {
		_, rest, ok := strings.Cut(line, " Reason = \"")
		if !ok {
			continue
		}
		reasons++
		code, _, _ := strings.Cut(rest, "\"")
		for _, l := range event.Languages {
			p := &program{voice: lang.New(l)}
			if p.reasonMeaning(event.Reason(code)) == "" {
				t.Errorf("%s: the reason %s has no meaning", l, code)
			}
		}
	}
	if reasons < 10 {
		t.Errorf("only %d reasons found", reasons)
	}
}
