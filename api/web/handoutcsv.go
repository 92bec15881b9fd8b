package web

import (
	"bytes"
	"encoding/csv"
	"net/http"
	"strings"
	"time"
)

// linksCSV is GET /events/{id}/publish/links.csv: the links as a list for mail merge. It begins with a byte order mark, without
// which Excel reads Korean as Latin letters.
func (r *request) linksCSV() error {
	v, err := r.listHandout()
	if err != nil {
		return err
	}
	var out bytes.Buffer
	out.WriteString("\uFEFF")
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	head := []string{"id"}
	for _, name := range []string{"company", "kind", "link", "expires"} {
		head = append(head, r.voice.Say("webplan.links."+name))
	}
	lines := [][]string{head}
	for _, row := range v.Rows {
		if row.URL != "" {
			lines = append(lines, []string{row.Company, guarded(row.Name), row.Kind, row.URL, row.Expires.UTC().Format(time.RFC3339)})
		}
	}
	if err := w.WriteAll(lines); err != nil {
		return err
	}
	r.Header("Content-Disposition", `attachment; filename="links-`+r.Param("event")+`.csv"`)
	r.Data(http.StatusOK, "text/csv; charset=utf-8", out.Bytes())
	return nil
}

// guarded keeps a spreadsheet from reading a name as a formula.
func guarded(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
