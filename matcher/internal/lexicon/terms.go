package lexicon

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A term is one feature of a text: a word, a stem, a few syllables. Its key begins with a letter that keeps the kinds
// apart, so that a Russian stem never meets a Russian prefix that happens to be spelt alike.
type term struct {
	key        []byte // valid during the call of emit only
	weight     float32
	start, end int // the bytes of the text it came from
	phrase     int // number of the phrase it stands in; aside, when it only says what the goods are for
}

// A reader cuts texts into terms. It holds scratch memory, so that a reader serves one goroutine at a time.
type reader struct {
	text    string
	emit    func(term)
	stems   stemmer
	phrases map[string]bool // Chinese phrases of the tables
	key     []byte
	cps     []rune // the characters of the current run
	at      []int  // and where each begins, with the end of the run last
	prev    []byte // the word before in the same phrase, as it goes into pairs; empty when there is none
	prevS   script
	prevI   int  // where it begins
	phrase  int  // number of the current phrase
	in      int  // phrase of the terms being sent: the current one, or aside
	bracket bool // in brackets, where examples and conditions stand
	purpose bool // in an English or Russian phrase that says what the goods are for
}

// readable brings a text into the form the tables are in: without markup, composed, written out, in the spelling of the tables.
func readable(text string) string { return respelt(withoutSlashes(composed(withoutMarkup(text)))) }

// composed brings a text into composed letters, with full-width ones narrowed, and the codes of headings without their dot.
func composed(text string) string {
	if !norm.NFKC.IsNormalString(text) {
		text = norm.NFKC.String(text)
	}
	if strings.IndexByte(text, '.') < 0 {
		return text
	}
	return headingDot.ReplaceAllString(text, "$1$2")
}

// headingDot finds a heading as tariffs in English print it, 84.25, which others write 8425.
var headingDot = regexp.MustCompile(`\b(\d\d)\.(\d\d)\b`)

// read passes every term of a readable text to emit, in the order of the text.
func (r *reader) read(text string, emit func(term)) {
	r.text, r.emit, r.prev, r.purpose = text, emit, r.prev[:0], false
	r.phrase, r.bracket = 0, false
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		s := scriptOf(c)
		if s <= space {
			if s == other {
				r.prev, r.purpose = r.prev[:0], false
				r.phrase++
				switch c {
				case '(', '[', '（', '［':
					r.bracket = true
				case ')', ']', '）', '］':
					r.bracket = false
				}
			}
			i += size
			continue
		}
		r.cps, r.at = append(r.cps[:0], c), append(r.at[:0], i)
		i += size
		for i < len(text) {
			c, size = utf8.DecodeRuneInString(text[i:])
			if scriptOf(c) != s && !(s == latin && insideFigure(text, i)) {
				break
			}
			r.cps, r.at = append(r.cps, c), append(r.at, i)
			i += size
		}
		r.at = append(r.at, i)
		switch s {
		case hangul:
			r.korean()
		case han:
			r.chinese()
		default:
			r.western(s)
		}
	}
}

// purposeWeight is how much a word counts that says what the goods are for: a pump for excavators is a pump first.
const purposeWeight = 0.6

// aside is the phrase of words that say what the goods are for.
const aside = -1

// send emits the characters from..to of the current run as one term.
func (r *reader) send(kind byte, from, to int, weight float32) {
	if weight == 0 {
		return
	}
	r.key = append(r.key[:0], kind)
	r.key = append(r.key, r.text[r.at[from]:r.at[to]]...)
	r.emit(term{r.key, weight, r.at[from], r.at[to], r.in})
}

// pair emits the word before and this one as one term, and remembers this one for the next.
func (r *reader) pair(s script, kind byte, word string, weight float32, start, end int) {
	if weight > 0 && len(r.prev) > 0 && r.prevS == s {
		r.key = append(append(r.key[:0], kind), r.prev...)
		if s != hangul {
			r.key = append(r.key, ' ')
		}
		r.key = append(r.key, word...)
		r.emit(term{r.key, weight, r.prevI, end, r.in})
	}
	r.prev, r.prevS, r.prevI = append(r.prev[:0], word...), s, start
}

// fold lowers the case of a word and writes the Russian ё as е.
func fold(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "ё", "е")
}

// insideFigure reports whether the byte at i parts the digits of one figure: 406.4, 406,4.
func insideFigure(text string, i int) bool {
	return (text[i] == '.' || text[i] == ',') && i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1])
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
