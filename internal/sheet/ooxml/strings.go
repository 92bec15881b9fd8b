package ooxml

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// sharedStrings reads the texts that cells point to. Of a rich text the letters count; the phonetic guide above it
// (rPh) does not.
func (b *book) sharedStrings(part string) error {
	var text strings.Builder
	inText, phonetic := false, 0
	return b.tokens(part, func(token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "si":
				text.Reset()
			case "t":
				inText = true
			case "rPh":
				phonetic++
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "si":
				b.shared = append(b.shared, unescape(text.String()))
			case "t":
				inText = false
			case "rPh":
				phonetic--
			}
		case xml.CharData:
			if inText && phonetic == 0 {
				text.Write(t)
			}
		}
		return nil
	})
}

// unescape puts back the characters that XML cannot hold and that workbooks write as _x000D_ (ECMA-376, ST_Xstring).
func unescape(s string) string {
	const length = len("_x000D_")
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if i+length <= len(s) && s[i] == '_' && s[i+1] == 'x' && s[i+length-1] == '_' {
			if code, err := strconv.ParseUint(s[i+2:i+length-1], 16, 16); err == nil {
				b.WriteRune(rune(code))
				i += length
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
