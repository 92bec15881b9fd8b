package web

import "html/template"

var (
	sampleOutcome = outcomeRow{URL: "/events/e/outcomes/row?session=s", Session: "s", Firm: "F01", Buyer: "C01", FirmName: hostile, BuyerName: hostile, Place: hostile, When: "10:00", Table: hostile,
		State: "disputed", StateName: "Disputed", Sides: []sideReport{{Who: "Firm", Given: true, Lines: []profileLine{{"Label", hostile}}, Note: hostile}, {Who: "Buyer"}},
		Counted: []profileLine{{"Label", "1"}, {"Label", "2"}}, Form: &sampleLog}

	_ = sampled("outcomes", "layout", &outcomesView{Shell: sampleShell, Path: "/events/e/outcomes", Counts: []namedText{{"Held", "91"}}, Sessions: []choice{{"s", hostile, true}},
		States: []choice{{"missing", "Missing", false}}, Words: hostile, List: outcomeList{Rows: []outcomeRow{sampleOutcome}, Found: 1, More: "/events/e/outcomes?from=60"}})
	_ = sampled("outcomes", "outcome-list", outcomeList{})
	_ = sampled("outcomes", "outcome", &sampleOutcome)
	_ = sampled("report", "layout", &reportView{Shell: sampleShell, Path: "/events/e/report", Main: []reportFigure{{"Held", "91", "1"}}, More: []reportFigure{{"Expected", "1", ""}},
		Notes: []string{hostile}, Won: hostile, WonBad: true, Press: []pressText{{"ko", "한국어", hostile}}, Columns: []string{"Held"},
		Views: []reportSection{{Title: hostile, Chart: template.HTML("<svg></svg>"), ChartURL: "/c.svg", Lines: []reportLine{{hostile, []string{"1"}}}, Total: reportLine{"Total", []string{"1"}}}},
		Files: []reportFile{{"PDF", "/r.pdf"}}})
	_ = sampled("report", "layout", &reportView{Shell: sampleShell, Empty: true})
)
