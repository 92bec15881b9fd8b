package matcher

import (
	"slices"
	"strings"
	"unicode"

	"sangdam/matcher/internal/phrase"
)

// certificates are those a firm holds, with all that they imply, or those a buyer requires, as they are written.
type certificates struct {
	stated []string        // nil: nothing is known
	held   map[string]bool // normalised, of a firm
	keys   []string        // normalised, of a buyer, in the order stated
}

// implies lists what a certificate covers besides itself. Automotive, aerospace, rail and medical quality standards contain
// ISO 9001; the newer name of a standard covers the older one; the Eurasian marks cover the national ones before them.
var implies = map[string][]string{
	"AS9100":   {"ISO9001", "EN9100", "JISQ9100"},
	"EN9100":   {"ISO9001", "AS9100", "JISQ9100"},
	"JISQ9100": {"ISO9001", "AS9100", "EN9100"},
	"AS9110":   {"ISO9001"}, "AS9120": {"ISO9001"},
	"IATF16949": {"ISO9001", "ISOTS16949", "TS16949"},
	"ISO22163":  {"ISO9001", "IRIS"},
	"IRIS":      {"ISO9001"},
	"ISO13485":  {"GMP"},
	"ISO45001":  {"OHSAS18001"},
	"ISO3834":   {"EN729"},
	"EN1090":    {"ISO3834"},
	"EAC":       {"GOSTR", "GOST"},
	"CUTR":      {"EAC", "GOSTR", "GOST"},
	"TRCU":      {"EAC", "GOSTR", "GOST"},
}

// heldBy takes a firm's certificates with all that they imply, transitively.
func heldBy(stated []string) certificates {
	c := certificates{stated: stated, held: map[string]bool{}}
	queue := make([]string, 0, len(stated))
	for _, s := range stated {
		queue = append(queue, certificateKey(s))
	}
	for len(queue) > 0 {
		key := queue[0]
		queue = queue[1:]
		if !c.held[key] {
			c.held[key] = true
			queue = append(queue, implies[key]...)
		}
	}
	return c
}

// requiredBy takes the certificates a buyer requires.
func requiredBy(stated []string) certificates {
	c := certificates{stated: stated}
	for _, s := range stated {
		c.keys = append(c.keys, certificateKey(s))
	}
	return c
}

// certificateKey writes a name as the table does: letters and digits alone, without the year or revision: "ISO 9001:2015"
// is ISO9001, "AS9100D" is AS9100.
func certificateKey(name string) string {
	name, _, _ = strings.Cut(name, ":")
	key := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
		return -1
	}, name)
	if n := len(key); n > 2 && key[n-1] >= 'A' && key[n-1] <= 'Z' && key[n-2] >= '0' && key[n-2] <= '9' {
		key = key[:n-1]
	}
	return key
}

// lacks lists the required certificates that a firm states not to have; none when it states nothing.
func lacks(firm, buyer *side) []string {
	if firm.certified.stated == nil {
		return nil
	}
	var missing []string
	for i, key := range buyer.certified.keys {
		if r := buyer.certified.stated[i]; !firm.certified.held[key] && !slices.Contains(missing, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

// seeCertificate is, for the buyer, the share of the required certificates that the firm has.
func seeCertificate(v *view) opinion {
	if len(v.buyer.certified.keys) == 0 || v.firm.certified.stated == nil {
		return opinion{}
	}
	missing, required := v.words.missing(v.firm, v.buyer)
	return toBuyer(float64(required-missing) / float64(required))
}

var (
	certificateHeld       = phrase.New("요구 인증 {list} 보유", "holds the required {list}", "具备所要求的 {list}", "есть требуемые {list}")
	certificateMissing    = phrase.New("{list} 인증 없음", "lacks {list}", "缺少 {list} 认证", "нет сертификата {list}")
	certificateUnstated   = phrase.New("인증을 밝히지 않음: {list} 확인 필요", "states no certificates: ask about {list}", "未注明认证：须确认 {list}", "сертификаты не указаны: уточнить {list}")
	certificateUnrequired = phrase.New("요구하는 인증 없음", "no certificate is required", "无认证要求", "сертификаты не требуются")
)

func whyCertificate(v *view, _ opinion) reading {
	required := v.buyer.certified.stated
	list := phrase.With("list", phrase.List(required))
	switch {
	case len(required) == 0:
		return reading{why: certificateUnrequired.Text()}
	case v.firm.certified.stated == nil:
		t := certificateUnstated.Text(list)
		return reading{t, t}
	}
	if missing := lacks(v.firm, v.buyer); len(missing) > 0 {
		t := certificateMissing.Text(phrase.With("list", phrase.List(missing)))
		return reading{t, t}
	}
	return reading{why: certificateHeld.Text(list)}
}
