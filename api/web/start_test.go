package web

import "sangdam/internal/desk"

var (
	sampleInfo = desk.EventInfo{ID: "e", Sessions: []string{"s"}, Firms: 10, Buyers: 58, Published: 1}
	_          = sampled("start", "layout", &startView{Shell: sampleShell, MayMake: true, Next: "/?after=e",
		Events: []eventCard{{eventLink: eventLink{ID: "e", Name: hostile, URL: "/"}, Info: sampleInfo, Days: "today"}}})
	_ = sampled("start", "layout", &startView{Shell: sampleShell})
	_ = sampled("begin", "layout", &beginView{Shell: sampleShell, Heading: hostile, Text: "Text", Ways: []way{{"plus", hostile, "/"}}})
	_ = sampled("start", "result", &importView{File: hostile, Faults: []faultRow{{"Firms C7", hostile, "right"}}, Marks: true, Notes: []string{hostile}})
	_ = sampled("start", "result", &importView{Name: hostile, Counts: []int{1, 2, 3}, Version: 4, More: 2,
		Changes: []changeRow{{"added", "firms", hostile, "", "", ""}, {"removed", "firms", "A", "", "", ""}, {"changed", "firms", "A", "Name", "old", hostile}}})
	_ = sampled("start", "result", &importView{Name: "same", Counts: []int{1, 2, 3}})
)
