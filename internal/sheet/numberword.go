package sheet

import (
	"regexp"
	"strings"
)

// Words for small numbers, in their order from 1.
var (
	koreanOnes  = []string{"하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"}
	koreanShort = []string{"한", "두", "세", "네"} // before what is counted
	koreanTens  = []string{"열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"}
	otherWords  = [][]string{
		{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
			"sixteen", "seventeen", "eighteen", "nineteen", "twenty"},
		{"один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать", "тринадцать",
			"четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать", "двадцать"},
	}
	hanDigits = map[rune]int{'일': 1, '이': 2, '삼': 3, '사': 4, '오': 5, '육': 6, '칠': 7, '팔': 8, '구': 9,
		'一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
)

var unitOfTables = regexp.MustCompile(`\s*(?:개의?|대|석|개소|부스|张|个|tables?|стол(?:а|ов)?)?\s*(?:테이블|桌子?)?$`)

// numberInWords reads how many tables there are where that is written out, from 1 to 99: 열 개, 스무 개, 십이 개, ten tables, 十张.
func numberInWords(s string) (int, bool) {
	s = strings.ToLower(narrow(s))
	s = strings.ReplaceAll(clean(s[:unitOfTables.FindStringIndex(s)[0]]), " ", "")
	for _, words := range otherWords {
		for i, word := range words {
			if s == word {
				return i + 1, true
			}
		}
	}
	if n, ok := nativeKorean(s); ok {
		return n, true
	}
	return hanNumber(s)
}

// nativeKorean reads 다섯, 열두, 스물하나.
func nativeKorean(s string) (int, bool) {
	if s == "스무" {
		return 20, true
	}
	n := 0
	for i, word := range koreanTens {
		if rest, ok := strings.CutPrefix(s, word); ok {
			n, s = 10*(i+1), rest
			break
		}
	}
	for _, words := range [][]string{koreanOnes, koreanShort} {
		for i, word := range words {
			if s == word {
				return n + i + 1, true
			}
		}
	}
	return n, n > 0 && s == ""
}

// hanNumber reads 십이, 二十, 三十五: digits around one sign for ten.
func hanNumber(s string) (int, bool) {
	n, tens, ok := 0, false, false
	for _, r := range s {
		d, isDigit := hanDigits[r]
		switch {
		case isDigit && (!ok || tens && n%10 == 0):
			n += d
		case (r == '십' || r == '十') && !tens:
			tens, n = true, 10*max(1, n)
		default:
			return 0, false
		}
		ok = true
	}
	return n, ok
}
