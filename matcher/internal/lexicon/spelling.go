package lexicon

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// Traditional characters by the simplified one that is read in their place. The pairs are those of OpenCC (Apache License
// 2.0) whose simplified character is in GB 2312.
//
//go:embed spellings/traditional.tsv
var traditionalTable string

// Korean loanwords as workshops write them, and words of Taiwan, by the one that the tables use.
//
//go:embed spellings/variants.tsv
var variantTable string

// simplified holds, for each character of the block of Han, the one to read in its place; 0 for itself.
var simplified = func() *[lastHan - firstHan + 1]rune {
	var to [lastHan - firstHan + 1]rune
	for row := range rowsOf(traditionalTable) {
		simple, _ := utf8.DecodeRuneInString(row[0])
		for _, c := range row[1] {
			to[c-firstHan] = simple
		}
	}
	return &to
}()

// A variant is another spelling of a word.
type variant struct{ written, meant string }

// variants are the other spellings by their first character, the longer before the shorter.
var variants = func() map[rune][]variant {
	by := map[rune][]variant{}
	for row := range rowsOf(variantTable) {
		for written := range strings.SplitSeq(row[1], "; ") {
			first, _ := utf8.DecodeRuneInString(written)
			list := append(by[first], variant{written, row[0]})
			for i := len(list) - 1; i > 0 && len(list[i].written) > len(list[i-1].written); i-- {
				list[i], list[i-1] = list[i-1], list[i]
			}
			by[first] = list
		}
	}
	return by
}()

// startsVariant tells quickly that no variant begins with a character of the plane.
var startsVariant = func() *[1 << 10]uint64 {
	var bits [1 << 10]uint64
	for c := range variants {
		bits[c>>6] |= 1 << (c & 63)
	}
	return &bits
}()

// rowsOf yields the two cells of each line of a table after its header.
func rowsOf(table string) func(func([2]string) bool) {
	return func(yield func([2]string) bool) {
		header := true
		for line := range strings.Lines(table) {
			a, b, _ := strings.Cut(strings.TrimSpace(line), "\t")
			if !header && !yield([2]string{a, b}) {
				return
			}
			header = false
		}
	}
}

// respelt writes traditional Chinese characters as simplified ones, and other spellings as the tables have them. It returns the
// text itself when there is nothing to change; simplified characters take as many bytes as the traditional ones.
func respelt(text string) string { return withoutVariants(simplify(text)) }

func simplify(text string) string {
	var out []byte
	for i, c := range text {
		if c < firstHan || c > lastHan {
			continue
		}
		if s := simplified[c-firstHan]; s != 0 {
			if out == nil {
				out = []byte(text)
			}
			utf8.EncodeRune(out[i:], s)
		}
	}
	if out == nil {
		return text
	}
	return string(out)
}

func withoutVariants(text string) string {
	var out strings.Builder
	done := 0
	for i, c := range text {
		if c < firstHan || c > lastHangul || i < done || startsVariant[c>>6]>>(c&63)&1 == 0 {
			continue
		}
		for _, v := range variants[c] {
			if strings.HasPrefix(text[i:], v.written) {
				out.WriteString(text[done:i])
				out.WriteString(v.meant)
				done = i + len(v.written)
				break
			}
		}
	}
	if done == 0 {
		return text
	}
	out.WriteString(text[done:])
	return out.String()
}

// british and american spellings, and Russian ones that only mistake a vowel, meet in one form before a word is cut to its stem.
var (
	american = strings.NewReplacer("sulph", "sulf", "mould", "mold", "plough", "plow", "tyre", "tire", "aluminium", "aluminum", "alluminium", "aluminum",
		"aeroplane", "airplane", "calliper", "caliper", "gauge", "gage", "draught", "draft", "programme", "program", "storey", "story", "anaesth", "anesth",
		"paedic", "pedic", "haem", "hem", "carburettor", "carburetor", "manoeuv", "maneuv", "caesium", "cesium", "lyse", "lyze", "cheque", "check",
		"isation", "ization", "defence", "defense", "disc", "disk", "fibre", "fiber", "grey", "gray", "levell", "level", "modell", "model",
		"tunnell", "tunnel", "cancell", "cancel", "travell", "travel", "fuell", "fuel", "labell", "label", "enamell", "enamel", "jewell", "jewel")
	russianVowels = strings.NewReplacer("шы", "ши", "жы", "жи", "чя", "ча", "щя", "ща", "чю", "чу", "щю", "щу")
)

// americanEndings are British endings and those they are read as.
var americanEndings = [...]variant{{"ised", "ized"}, {"ise", "ize"}, {"ises", "izes"}, {"ising", "izing"}, {"iser", "izer"}, {"isers", "izers"},
	{"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"ouring", "oring"}, {"tre", "ter"}, {"tres", "ters"}}

// shortestRespelt is the number of letters from which an English word may have a British ending.
const shortestRespelt = 6

// respeltWord is the form of an English or Russian word in lower case that is cut to a stem.
func respeltWord(s script, word string) string {
	if full, ok := shorthand[word]; ok {
		word = full
	}
	if s == cyrillic {
		return russianVowels.Replace(word)
	}
	word = american.Replace(word)
	if len(word) < shortestRespelt {
		return word
	}
	for _, e := range americanEndings {
		if root, ok := strings.CutSuffix(word, e.written); ok {
			return root + e.meant
		}
	}
	return word
}
