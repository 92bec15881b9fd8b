package plan

import (
	"encoding/json"
	"io"

	"sangdam/event"
)

// Write writes the check document: whether the schedule is valid, the findings, and the objectives by session.
func (r CheckResult) Write(w io.Writer) error {
	type finding struct {
		Location string     `json:"location"`
		Rule     string     `json:"rule"`
		Message  event.Text `json:"message"`
	}
	doc := struct {
		Valid      bool                       `json:"valid"`
		Findings   []finding                  `json:"findings"`
		Objectives map[string]event.Objective `json:"objectives"`
	}{len(r.Findings) == 0, []finding{}, r.Objectives}
	for _, f := range r.Findings {
		doc.Findings = append(doc.Findings, finding(f))
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(doc)
}
