package delimited

import (
	"bufio"
	"io"
	"strings"
)

// Write writes rows as a CSV file that Excel opens as it is meant: UTF-8 with a mark, commas, CRLF. A cell that Excel
// would take for a formula is guarded by an apostrophe, which Read takes off.
func Write(w io.Writer, rows [][]string) error {
	b := bufio.NewWriter(w)
	b.WriteString("\uFEFF")
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			cell = guard(cell)
			if cell == "" && len(row) == 1 || strings.ContainsAny(cell, "\",;\t\r\n") || cell != strings.TrimSpace(cell) {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteString("\r\n")
	}
	return b.Flush()
}

// dangerous begin a formula in some office program; the apostrophe is with them so that a guard can be told from a text
// that begins with one.
const dangerous = "=+-@\t\r'＝＋－＠"

func guard(s string) string {
	if first, ok := firstRune(s); ok && strings.ContainsRune(dangerous, first) {
		return "'" + s
	}
	return s
}

// unguard takes off the guard, and reads ="0101", with which people keep Excel from taking a code for a number.
func unguard(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok {
		if first, any := firstRune(rest); any && (first == '\n' || strings.ContainsRune(dangerous, first)) { // a line feed: \r\n when it was guarded
			return rest
		}
		return s
	}
	if inner, ok := strings.CutPrefix(s, `="`); ok && strings.HasSuffix(inner, `"`) && !strings.Contains(inner[:len(inner)-1], `"`) {
		return inner[:len(inner)-1]
	}
	return s
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}
