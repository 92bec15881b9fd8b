package cli

import (
	"encoding/csv"
	"io"
	"strings"
)

// byteOrderMark makes Excel read a CSV file as UTF-8; without it the Korean one reads CP949.
const byteOrderMark = "\uFEFF"

// writeCSV writes rows as RFC 4180 has it, with CRLF and a byte-order mark. A cell that a spreadsheet would take for a
// formula is kept text by an apostrophe before it; numbers are left as they are.
func writeCSV(w io.Writer, rows [][]string) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	for _, row := range rows {
		guarded := make([]string, len(row))
		for i, cell := range row {
			guarded[i] = guardFormula(cell)
		}
		if err := c.Write(guarded); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// guardFormula puts an apostrophe before a text that begins as a formula does, also when space or a control character
// stands first.
func guardFormula(cell string) string {
	start := strings.TrimLeft(cell, " \t\r\n\u3000")
	if start == "" || isNumber(start) {
		return cell
	}
	switch []rune(start)[0] {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%':
		return "'" + cell
	}
	if start != cell && strings.ContainsAny(cell[:1], "\t\r\n") {
		return "'" + cell
	}
	return cell
}

func isNumber(s string) bool {
	digits := strings.TrimLeft(s, "-+")
	return len(s)-len(digits) <= 1 && digits != "" && strings.Trim(digits, "0123456789.") == "" && strings.Count(digits, ".") <= 1
}
