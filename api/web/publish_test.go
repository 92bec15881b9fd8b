package web

import (
	"strings"
	"testing"
	"time"

	"sangdam/api/web/timetable"
	"sangdam/internal/verdict"
)

var (
	sampleMoment = time.Date(2019, 10, 1, 9, 0, 0, 0, time.UTC)
	sampleMoves  = []timetable.Move{
		{Kind: "added", FirmName: hostile, BuyerName: hostile, After: "10:00"}, {Kind: "lost", Before: "10:00"},
		{Kind: "moved", Before: "10:00", After: "11:00"}, {Kind: "table"}, {Kind: "interpreter"},
	}
	sampleRun = runRow{ID: "e-r1", By: hostile, At: sampleMoment, State: "done", Done: true, Resumed: true, Results: []namedText{{hostile, "1"}}, Published: true}
	sampleRow = handoutRow{Company: "F01", Name: hostile, Kind: "firm", ID: "l", URL: "http://localhost/my/x", Expires: sampleMoment}

	_ = sampled("publish", "layout", &publishView{Shell: sampleShell})
	_ = sampled("publish", "layout", &publishView{Shell: sampleShell, Draft: &draftView{By: hostile, Sentence: hostile, Meetings: 2}})
	_ = sampled("publish", "layout", &publishView{Shell: sampleShell, Notice: &notice{Kind: "good", Text: hostile}, Draft: &draftView{Meetings: 1},
		Published: &publishedView{Number: "1", By: hostile}, Changes: []sessionChanges{{Name: hostile, Zone: "Asia/Seoul", Moves: sampleMoves}}, ChangeCount: 5,
		Affected: []namedText{{hostile, "firm"}}})
	_ = sampled("publish", "layout", &publishView{Shell: sampleShell, Draft: &draftView{}, Published: &publishedView{}, Findings: []string{hostile}, Since: []string{hostile}})
	_ = sampled("publish", "layout", &publishView{Shell: sampleShell, Draft: &draftView{}, Outdated: true, Missing: []string{hostile}, Seen: 2})
	_ = sampled("runs", "layout", &runsView{Shell: sampleShell})
	_ = sampled("runs", "layout", &runsView{Shell: sampleShell, Rows: []runRow{sampleRun, {State: "failed"}}, Comparison: &comparison{A: sampleRun, B: sampleRun,
		Sessions: []sessionComparison{{Name: hostile, VerdictA: hostile, VerdictB: hostile, Figures: []figurePair{{Name: "score", B: verdict.Figure{Value: "1"}}}, Moves: sampleMoves, Affected: 2}, {}}}})
	_ = sampled("handout", "layout", &handoutView{Shell: sampleShell, Notice: &notice{Kind: "info", Text: hostile}, Missing: 1, Rows: []handoutRow{sampleRow, {Company: "F02", Name: hostile}}})
	_ = sampled("handoutsheet", "layout", &handoutView{Shell: sampleShell, EventName: hostile, Rows: []handoutRow{sampleRow}})
	_ = sampled("handoutsheet", "layout", &handoutView{Shell: sampleShell})
)

func TestAQRCodeIsOnePictureWithItsName(t *testing.T) {
	svg, err := qrCode("https://sangdam.example/my/abcdefghijklmnopqrstuvwxyz234567", hostile)
	if err != nil {
		t.Fatal(err)
	}
	if text := string(svg); strings.Count(text, "<path") != 2 || strings.Contains(text, "<script>") || !strings.HasPrefix(text, "<svg") {
		t.Errorf("got %.300s", text)
	}
}

func TestAListForExcelHoldsNoFormulas(t *testing.T) {
	for name, want := range map[string]string{"한별": "한별", "=1+1": "'=1+1", "@x": "'@x", "+82": "'+82", "-": "'-", "": ""} {
		if got := guarded(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}
