package event

// IsID reports whether a string may be an id: one or more ASCII letters, digits, '-' and '_'.
func IsID(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_':
		default:
			return false
		}
	}
	return s != ""
}

// isLanguage reports whether a string has the form of an ISO 639-1 code, two small letters, or of an ISO 639-3 code,
// three.
func isLanguage(s string) bool { return (len(s) == 2 || len(s) == 3) && allBetween(s, 'a', 'z') }

func allBetween(s string, low, high byte) bool {
	for i := range len(s) {
		if s[i] < low || s[i] > high {
			return false
		}
	}
	return true
}
