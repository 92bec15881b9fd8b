package event

// A kind is one of the kinds of JSON values.
type kind int

const (
	kindNone kind = iota // no value begins with this byte
	kindObject
	kindList
	kindString
	kindNumber
	kindBool
	kindNull
)

// kindOf tells the kind of a value by its first byte.
func kindOf(c byte) kind {
	switch {
	case c == '{':
		return kindObject
	case c == '[':
		return kindList
	case c == '"':
		return kindString
	case c == '-' || '0' <= c && c <= '9':
		return kindNumber
	case c == 't' || c == 'f':
		return kindBool
	case c == 'n':
		return kindNull
	}
	return kindNone
}
