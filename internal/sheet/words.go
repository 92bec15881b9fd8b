package sheet

import "slices"

// Words for yes and no, folded. A single x is no: it stands where a tick is missing.
var (
	yesWords = []string{"예", "네", "응", "유", "o", "○", "◯", "〇", "y", "yes", "true", "1", "是", "对", "有", "да", "✓", "✔", "√", "v", "있음", "참"}
	noWords  = []string{"아니요", "아니오", "아니", "무", "x", "×", "✗", "✘", "n", "no", "false", "0", "否", "不", "不是", "无", "нет", "없음", "거짓"}
	yesWord  = w("예", "yes", "是", "да")
	noWord   = w("아니요", "no", "否", "нет")
)

func parseYesNo(s string) (yes, ok bool) {
	word := folded(s)
	if slices.Contains(yesWords, word) {
		return true, true
	}
	return false, slices.Contains(noWords, word)
}

// parse finds the word of the document that a person's word stands for.
func parseChoice(choices []Choice, s string) (string, bool) {
	word := folded(s)
	for _, c := range choices {
		if word == folded(c.Word) || slices.Contains(c.Also, word) {
			return c.Word, true
		}
		for _, name := range c.Name.By {
			if word == folded(name) {
				return c.Word, true
			}
		}
	}
	return "", false
}
