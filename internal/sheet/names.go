package sheet

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"sangdam/event"
)

// Names of countries that people use beside those of Unicode's CLDR.
var moreCountries = map[string]string{
	"한국": "KR", "남한": "KR", "korea": "KR", "southkorea": "KR", "republicofkorea": "KR", "韩国": "KR", "корея": "KR",
	"중화인민공화국": "CN", "prchina": "CN", "prc": "CN", "中华人民共和国": "CN", "кнр": "CN",
	"러시아연방": "RU", "russianfederation": "RU", "俄罗斯联邦": "RU", "рф": "RU", "российскаяфедерация": "RU",
	"usa": "US", "unitedstatesofamerica": "US", "america": "US", "сша": "US", "uk": "GB", "greatbritain": "GB", "england": "GB",
	"베트남": "VN", "vietnam": "VN", "대만": "TW", "taiwan": "TW", "홍콩": "HK", "hongkong": "HK", "마카오": "MO",
	"uae": "AE", "оаэ": "AE", "아랍에미리트연합": "AE", "터키": "TR", "turkey": "TR", "체코": "CZ", "czechrepublic": "CZ", "버마": "MM",
}

// countryNames tells the code of a country by its folded name in any of the four languages.
var countryNames = sync.OnceValue(func() map[string]string {
	names := make(map[string]string)
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			region, err := language.ParseRegion(code)
			if err != nil || !event.IsCountry(code) {
				continue
			}
			names[strings.ToLower(region.ISO3())] = code
			for _, tag := range speaking() {
				if name := display.Regions(tag).Name(region); name != "" {
					names[folded(name)] = code
				}
			}
		}
	}
	for name, code := range moreCountries {
		names[name] = code
	}
	return names
})

// Names of languages that people use beside those of CLDR.
var moreLanguages = map[string]string{
	"한국말": "ko", "조선어": "ko", "국어": "ko", "중국말": "zh", "mandarin": "zh", "북경어": "zh", "보통화": "zh", "汉语": "zh", "普通话": "zh", "国语": "zh",
	"국문": "ko", "한글": "ko", "영문": "en", "중문": "zh", "노문": "ru", "영어명": "en", "英文": "en", "韩文": "ko", "俄文": "ru",
	"노어": "ru", "영어회화": "en", "일어": "ja", "中國語": "zh", "韓國語": "ko", "kr": "ko", "cn": "zh", "jp": "ja", // codes of countries that are none of languages in use
}

// languageNames tells the code of a language by its folded name in any of the four languages or in its own.
var languageNames = sync.OnceValue(func() map[string]string {
	names := make(map[string]string)
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			code := string([]rune{a, b})
			base, err := language.ParseBase(code)
			if err != nil || base.String() != code {
				continue
			}
			for _, tag := range speaking() {
				if name := display.Languages(tag).Name(base); name != "" {
					names[folded(name)] = code
				}
			}
			if tag, err := language.Parse(code); err == nil {
				if name := display.Self.Name(tag); name != "" {
					names[folded(name)] = code
				}
			}
		}
	}
	for name, code := range moreLanguages {
		names[name] = code
	}
	return names
})

var speaking = sync.OnceValue(func() []language.Tag {
	var tags []language.Tag
	for _, code := range event.Languages {
		tags = append(tags, language.MustParse(code))
	}
	return tags
})

// usualZone is a time zone in the letters that it is known by, whatever the case or space that people write: asia/ho chi minh.
func usualZone(s string) string {
	for _, zone := range offered[KindString] {
		if folded(zone) == folded(s) {
			return zone
		}
	}
	return s
}

// parseCountry reads a country: two letters, three, or a name.
func parseCountry(s string) (string, bool) {
	s = narrow(s)
	if code := strings.ToUpper(s); len(code) == 2 && between(code, 'A', 'Z') {
		if alias, ok := moreCountries[strings.ToLower(s)]; ok {
			return alias, true
		}
		return code, event.IsCountry(code)
	}
	if code, ok := countryNames()[folded(s)]; ok {
		return code, true
	}
	// 중국(CN)
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		if code, ok := parseCountry(s[open+1 : len(s)-1]); ok {
			return code, true
		}
		return parseCountry(s[:open]) // 중국(후난성)
	}
	return "", false
}

// parseLanguage reads a language: a code of two or three letters, or a name.
func parseLanguage(s string) (string, bool) {
	s = narrow(s)
	if code, ok := languageNames()[folded(s)]; ok {
		return code, true
	}
	if code := strings.ToLower(s); (len(code) == 2 || len(code) == 3) && between(code, 'a', 'z') {
		return code, true
	}
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") {
		if code, ok := parseLanguage(s[open+1 : len(s)-1]); ok {
			return code, true
		}
		return parseLanguage(s[:open]) // 중국어(통역 필요)
	}
	for _, remark := range []string{"가능", "능통", "구사"} {
		if rest, ok := strings.CutSuffix(s, remark); ok && clean(rest) != "" {
			return parseLanguage(rest)
		}
	}
	return "", false
}

func between(s string, low, high byte) bool {
	for i := range len(s) {
		if s[i] < low || s[i] > high {
			return false
		}
	}
	return s != ""
}

// labels of the languages in headings.
var labels = map[string]event.Text{
	"ko": w("한국어", "Korean", "韩语", "корейский"),
	"en": w("영어", "English", "英语", "английский"),
	"zh": w("중국어", "Chinese", "中文", "китайский"),
	"ru": w("러시아어", "Russian", "俄语", "русский"),
}

// label names a language in a heading of another; its code where the product does not speak it.
func label(code, in string) string {
	if t, ok := labels[code]; ok {
		return t.In(in)
	}
	return code
}
