// Package delimited reads and writes tables as text: comma, semicolon or tab between the cells (RFC 4180), in UTF-8, in
// UTF-16 or in the code page of Korean Windows.
package delimited

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"sangdam/internal/sheet/grid"
)

// Names of the encodings as they are told to people.
const (
	UTF8     = "UTF-8"
	UTF8Mark = "UTF-8 (BOM)"
	UTF16    = "UTF-16"
	CP949    = "CP949"
)

// Read parses one file. It finds out the encoding and the delimiter, which the grid then names, and takes the guards of
// Write off. Text that is not UTF-8 is taken for CP949; what that cannot read is in the grid's Garbled.
func Read(name string, data []byte, limits grid.Limits) (grid.Grid, error) {
	limits = limits.Filled()
	if int64(len(data)) > limits.Bytes {
		return grid.Grid{}, grid.LimitError{What: "bytes", Where: name, Limit: limits.Bytes}
	}
	text, encoding, err := decode(data)
	if err != nil {
		return grid.Grid{}, grid.FormatError{Why: "broken", Err: err}
	}
	g := grid.Grid{Name: name, Encoding: encoding}
	skipped := 0
	g.Delimiter, skipped = delimiterOf(text)
	p := parser{rest: text[skipped:], delimiter: byte(g.Delimiter), limits: limits, name: name}
	if skipped > 0 {
		p.row = 1
	}
	g.Rows, err = p.rows()
	if err != nil {
		return grid.Grid{}, err
	}
	for _, row := range g.Rows {
		for i, c := range row.Cells {
			if encoding == CP949 && strings.ContainsRune(c.Text, utf8.RuneError) {
				g.Garbled = append(g.Garbled, grid.Spot{Row: row.Number, Column: i + 1})
			}
		}
	}
	return g, nil
}

func decode(data []byte) (text, encoding string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) && utf8.Valid(data):
		return string(data[3:]), UTF8Mark, nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		plain, _, err := transform.Bytes(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder(), data)
		return string(plain), UTF16, err
	case bytes.IndexByte(data, 0) >= 0: // of UTF-16 without its mark
		order := unicode.LittleEndian
		if zeros(data, 0) > zeros(data, 1) {
			order = unicode.BigEndian
		}
		plain, _, err := transform.Bytes(unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder(), data)
		return string(plain), UTF16, err
	case utf8.Valid(data):
		return string(data), UTF8, nil
	}
	plain, _, err := transform.Bytes(korean.EUCKR.NewDecoder(), data)
	return string(plain), CP949, err
}

// zeros counts the zero bytes at every second place.
func zeros(data []byte, from int) int {
	n := 0
	for i := from; i < len(data); i += 2 {
		if data[i] == 0 {
			n++
		}
	}
	return n
}

// delimiterOf chooses what the first line with anything in it has most of, outside quotes; a comma where it has none. A
// line "sep=;", as Excel understands it, decides and is skipped.
func delimiterOf(text string) (delimiter rune, skip int) {
	if line, _, ok := strings.Cut(text, "\n"); ok {
		line := strings.TrimRight(line, "\r")
		if given, found := strings.CutPrefix(strings.ToLower(line), "sep="); found && len(given) == 1 && strings.Contains(",;\t", given) {
			return rune(given[0]), strings.IndexByte(text, '\n') + 1
		}
	}
	var counts [3]int
	quoted, any := false, false
	for _, c := range []byte(text) {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ',':
			counts[0]++
		case c == ';':
			counts[1]++
		case c == '\t':
			counts[2]++
		}
		if c == '\n' && !quoted && any {
			break
		}
		any = any || c > ' '
	}
	switch {
	case counts[1] > counts[0] && counts[1] >= counts[2]:
		return ';', 0
	case counts[2] > counts[0]:
		return '\t', 0
	}
	return ',', 0
}
