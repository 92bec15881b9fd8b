package house

import (
	"slices"
	"strings"
	"testing"
)

const testLog = `{"Action":"run","Package":"m/a","Test":"TestGood"}
{"Action":"output","Package":"m/a","Test":"TestGood","Output":"quiet words\n"}
{"Action":"pass","Package":"m/a","Test":"TestGood","Elapsed":0}
{"Action":"output","Package":"m/a","Test":"TestBad","Output":"got 1, want 2\n"}
{"Action":"fail","Package":"m/a","Test":"TestBad","Elapsed":0}
{"Action":"output","Package":"m/a","Test":"TestAbsent","Output":"no benchmarks here\n"}
{"Action":"skip","Package":"m/a","Test":"TestAbsent","Elapsed":0}
{"Action":"fail","Package":"m/a","Elapsed":0.5}
{"Action":"output","Package":"m/b","Output":"?   m/b [no test files]\n"}
{"Action":"skip","Package":"m/b","Elapsed":0}
{"ImportPath":"m/c","Action":"build-output","Output":"c.go:1: syntax error\n"}
not json at all
`

func TestSummarizeKeepsFailuresAndSkips(t *testing.T) {
	var printed strings.Builder
	sum, err := Summarize(strings.NewReader(testLog), &printed)
	if err != nil {
		t.Fatal(err)
	}
	if sum.Passed != 1 {
		t.Errorf("passed %d, want 1", sum.Passed)
	}
	if want := []string{"m/a.TestBad", "m/a"}; !slices.Equal(sum.Failed, want) {
		t.Errorf("failed %q, want %q", sum.Failed, want)
	}
	if want := []string{"m/a.TestAbsent"}; !slices.Equal(sum.Skipped, want) {
		t.Errorf("skipped %q, want %q: a package without tests is not a skipped test", sum.Skipped, want)
	}
	for _, want := range []string{"got 1, want 2", "no benchmarks here", "syntax error", "not json at all"} {
		if !strings.Contains(printed.String(), want) {
			t.Errorf("the log lacks %q:\n%s", want, printed.String())
		}
	}
	if strings.Contains(printed.String(), "quiet words") {
		t.Error("the log repeats what a passing test said")
	}
}
