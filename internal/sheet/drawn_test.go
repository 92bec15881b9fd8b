package sheet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"sangdam/event"
)

// oddStrings are what has broken spreadsheets before.
var oddStrings = []string{
	"=1+1", "+82-55", "-x", "@sum", "'quoted", "'=x", "\tx", "\rx", " x ", "a\r\nb", "a\nb", "_x0041_", "_x000D_", "_x005F_", "\x01", "\uFFFE", "\uFEFFx",
	"a,b", "a; b", "a/b", "a · b", "예) F01", "e.g. x", "null", "TRUE", "1e5", "007", "１２", "12:00", "2019-10-29", `"`, `""`, `="01"`, "<b>&amp;</b>",
	"가나다", "中文", "Ё", "🚀", "\u00a0", "e\u0301", "ﾊﾝ", "\u2028", "#N/A", "\u200b", "A1~A3", strings.Repeat("긴 글 ", 9000), "\x7f", "\u0085",
}

func anyString() *rapid.Generator[string] {
	return rapid.OneOf(rapid.SampledFrom(oddStrings), rapid.String(), rapid.StringN(1, 6, -1))
}

// documents draws event documents that are valid, with every field in every state that the format allows.
type documents struct{ *rapid.T }

func (d documents) coin(label string) bool { return rapid.Bool().Draw(d.T, label) }

// some sets an optional field now and then.
func (d documents) some(o object, field string, value func() any) {
	if d.coin(field) {
		o[field] = value()
	}
}

func (d documents) text() any {
	if d.coin("plain") {
		return anyString().Draw(d.T, "text")
	}
	by := object{}
	for _, code := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"ko", "en", "zh", "ru", "vi", "kaz"}), 0, 4, rapid.ID).Draw(d.T, "languages") {
		by[code] = anyString().Draw(d.T, code)
	}
	return by
}

func (d documents) list(label string, g *rapid.Generator[string]) any {
	return rapid.SliceOfN(g, 0, 3).Draw(d.T, label)
}

// nullable is a value or null.
func (d documents) nullable(v any) any {
	if rapid.IntRange(0, 3).Draw(d.T, "null") == 0 {
		return nil
	}
	return v
}

func (d documents) amount() any {
	return d.nullable(rapid.OneOf(rapid.SampledFrom([]float64{0, 0.1 + 0.2, 5e-324, 1e13, 1234567.89, 1.0 / 3}), rapid.Float64Range(0, 1e13)).Draw(d.T, "amount"))
}

func (d documents) share() any {
	return rapid.OneOf(rapid.SampledFrom([]float64{0, 1, 0.5}), rapid.Float64Range(0, 1)).Draw(d.T, "share")
}

func words(from ...string) *rapid.Generator[string] { return rapid.SampledFrom(from) }

var (
	sectorWords  = rapid.OneOf(words("aerospace", "casting", "사출·프레스", "사출", "항공우주/주조", "die_casting", "s1 name", "a, b", " x", "ＩＳＯ", "A/B"), rapid.StringMatching(`[a-z]{1,5}`))
	codeWords    = words("88", "8807.30", "01", "0101.21", "847950", "8471.30.00.00")
	countryWords = words("CN", "RU", "KR", "GB", "XK", "UA")
	tongueWords  = words("ko", "en", "zh", "ru", "vi", "kor", "yue")
)

// span draws an interval on one of two days, with an offset of its own.
func (d documents) span(offset string) object {
	from := rapid.IntRange(0, 1438).Draw(d.T, "from")
	until := rapid.IntRange(from+1, 1439).Draw(d.T, "until")
	stamp := func(minute int, day int) string {
		seconds := rapid.SampledFrom([]string{"00", "00", "00", "30", "00.5"}).Draw(d.T, "seconds")
		if minute == from && until == from+1 || seconds == "00.5" && minute == until {
			seconds = "00"
		}
		return fmt.Sprintf("2019-10-%02dT%02d:%02d:%s%s", day, minute/60, minute%60, seconds, offset)
	}
	return object{"start": stamp(from, 29), "end": stamp(until, rapid.SampledFrom([]int{29, 30}).Draw(d.T, "day"))}
}

var offsets = words("+08:00", "+00:00", "Z", "-00:00", "+09:00", "+03:00")

func (d documents) session(id string) object {
	offset := offsets.Draw(d.T, "offset")
	slots := []any{}
	for i := range rapid.IntRange(0, 4).Draw(d.T, "slots") {
		day := 29 + i/3
		slots = append(slots, object{"start": fmt.Sprintf("2019-10-%02dT%02d:00:00%s", day, 9+i%3, offset), "end": fmt.Sprintf("2019-10-%02dT%02d:30:00%s", day, 9+i%3, offset)})
	}
	o := object{
		"id": id, "country": countryWords.Draw(d.T, "country"), "slots": slots,
		"time_zone": words("Asia/Shanghai", "Europe/London", "UTC", "Asia/Seoul", "America/St_Johns").Draw(d.T, "zone"),
	}
	o["tables"] = rapid.IntRange(1, 30).Draw(d.T, "tables")
	if d.coin("named tables") {
		names := rapid.OneOf(rapid.StringMatching(`[A-Z][0-9]{1,2}`), rapid.StringMatching(`[0-9]{1,3}`), words("A,1", " x", "대회의실", "A1~A3", "=1"))
		o["tables"] = rapid.SliceOfNDistinct(names, 1, 25, rapid.ID).Draw(d.T, "names")
	}
	d.some(o, "name", d.text)
	d.some(o, "city", d.text)
	d.some(o, "interpreters", func() any {
		list := []any{}
		for i := range rapid.IntRange(0, 2).Draw(d.T, "interpreters") {
			in := object{"id": fmt.Sprint("I", i), "languages": d.list("languages", tongueWords)}
			d.some(in, "name", d.text)
			d.some(in, "unavailable", d.away)
			list = append(list, in)
		}
		return list
	})
	return o
}

func (d documents) away() any {
	list := []any{}
	for range rapid.IntRange(0, 2).Draw(d.T, "away") {
		list = append(list, d.span(offsets.Draw(d.T, "offset")))
	}
	return list
}

func (d documents) company(id, items string, sessions []string) object {
	o := object{"id": id}
	d.some(o, "name", d.text)
	d.some(o, "sectors", func() any { return d.list("sectors", sectorWords) })
	d.some(o, "languages", func() any { return d.list("languages", tongueWords) })
	d.some(o, "contact", func() any {
		contact := object{}
		for _, field := range []string{"person", "email", "phone"} {
			d.some(contact, field, func() any { return d.nullable(anyString().Draw(d.T, field)) })
		}
		return contact
	})
	d.some(o, items, func() any {
		list := []any{}
		for range rapid.IntRange(0, 2).Draw(d.T, items) {
			item := object{}
			if items == "products" {
				d.some(item, "name", d.text)
			}
			d.some(item, "description", d.text)
			d.some(item, "hs", func() any { return d.list("hs", codeWords) })
			d.some(item, "sectors", func() any { return d.list("sectors", sectorWords) })
			list = append(list, item)
		}
		return list
	})
	d.some(o, "sessions", func() any {
		in := object{}
		for _, s := range rapid.SliceOfNDistinct(words(sessions...), 0, len(sessions), rapid.ID).Draw(d.T, "in") {
			limits := object{}
			d.some(limits, "unavailable", d.away)
			d.some(limits, "min_meetings", func() any { return d.nullable(rapid.IntRange(0, 2).Draw(d.T, "min")) })
			d.some(limits, "max_meetings", func() any { return d.nullable(rapid.IntRange(2, 9).Draw(d.T, "max")) })
			d.some(limits, "parallel", func() any { return d.nullable(rapid.IntRange(1, 3).Draw(d.T, "parallel")) })
			in[s] = limits
		}
		return in
	})
	return o
}

func (d documents) event() object {
	ids := []string{"changsha", "Moscow-2"}[:rapid.IntRange(1, 2).Draw(d.T, "sessions")]
	firms, buyers, sessions := []any{}, []any{}, []any{}
	for _, id := range ids {
		sessions = append(sessions, d.session(id))
	}
	for i := range rapid.IntRange(0, 2).Draw(d.T, "firms") {
		f := d.company(fmt.Sprintf("F%02d", i), "products", ids)
		d.some(f, "certificates", func() any { return d.list("certificates", words("ISO 9001", "ISO/TS 16949", "AS9100", "가, 나")) })
		d.some(f, "markets", func() any { return d.list("markets", countryWords) })
		d.some(f, "capacity_usd", d.amount)
		d.some(f, "minimum_order_usd", d.amount)
		firms = append(firms, f)
	}
	for i := range rapid.IntRange(0, 2).Draw(d.T, "buyers") {
		b := d.company(fmt.Sprint(i+1), "needs", ids) // an id that looks like a number
		b["country"] = countryWords.Draw(d.T, "country")
		d.some(b, "required_certificates", func() any { return d.list("certificates", words("ISO 9001", "ISO/TS 16949")) })
		d.some(b, "volume_usd", d.amount)
		buyers = append(buyers, b)
	}
	o := object{"sangdam": 1, "id": words("e", "2019", "-_-", "TRUE").Draw(d.T, "id"), "sessions": sessions, "firms": firms, "buyers": buyers}
	d.some(o, "name", d.text)
	d.some(o, "note", d.text)
	d.some(o, "minimum_score", func() any { return d.nullable(d.share()) })
	d.some(o, "weights", func() any {
		weights := object{}
		for _, name := range rapid.SliceOfNDistinct(words("sector", "hs", "1"), 0, 3, rapid.ID).Draw(d.T, "factors") {
			weights[name] = rapid.Float64Range(0.001, 9).Draw(d.T, name)
		}
		return weights
	})
	d.some(o, "sectors", func() any {
		list := []any{}
		for i := range rapid.IntRange(0, 2).Draw(d.T, "sectors") {
			s := object{"id": fmt.Sprint("s", i)}
			d.some(s, "name", func() any {
				return rapid.OneOf(rapid.SampledFrom([]any{"s1 name", "casting", object{"ko": "주조"}}), rapid.Custom(func(t *rapid.T) any { return documents{t}.text() })).Draw(d.T, "sector name")
			})
			d.some(s, "parent", func() any {
				return words("aerospace", "Casting", "die-casting", "machinery-", "s9").Draw(d.T, "parent")
			})
			list = append(list, s)
		}
		return list
	})
	d.some(o, "controls", func() any {
		list := []any{}
		for range rapid.IntRange(0, 2).Draw(d.T, "controls") {
			c := object{"country": countryWords.Draw(d.T, "country"), "hs": rapid.SliceOfN(codeWords, 1, 3).Draw(d.T, "hs")}
			d.some(c, "from", func() any { return d.nullable("2024-02-24") })
			d.some(c, "until", func() any { return d.nullable(words("2024-02-24", "9999-12-31").Draw(d.T, "until")) })
			d.some(c, "note", d.text)
			list = append(list, c)
		}
		return list
	})
	d.pairs(o, ids, len(firms), len(buyers))
	return o
}

// pairs draws what joins the two sides.
func (d documents) pairs(o object, ids []string, firms, buyers int) {
	each := func(f func(firm, buyer string) object) func() any {
		return func() any {
			list := []any{}
			for i := range firms {
				for j := range buyers {
					if d.coin("pair") {
						list = append(list, f(fmt.Sprintf("F%02d", i), fmt.Sprint(j+1)))
					}
				}
			}
			return list
		}
	}
	d.some(o, "requests", each(func(firm, buyer string) object {
		if d.coin("buyer asks") {
			firm, buyer = buyer, firm
		}
		return object{"from": firm, "to": buyer, "wish": words("must", "want", "avoid", "never").Draw(d.T, "wish")}
	}))
	d.some(o, "scores", each(func(firm, buyer string) object {
		return object{"firm": firm, "buyer": buyer, "score": d.share()}
	}))
	d.some(o, "fixed", each(func(firm, buyer string) object {
		m := object{"session": ids[0], "firm": firm, "buyer": buyer, "slot": rapid.IntRange(0, 3).Draw(d.T, "slot")}
		d.some(m, "table", func() any { return "A1" })
		return m
	}))
	d.some(o, "outcomes", each(func(firm, buyer string) object {
		r := object{"session": ids[len(ids)-1], "firm": firm, "buyer": buyer}
		d.some(r, "reported_by", func() any { return words("firm", "buyer", "organizer").Draw(d.T, "by") })
		d.some(r, "held", func() any { return d.nullable(d.coin("held")) })
		for _, field := range []string{"consulted_usd", "expected_contract_usd", "signed_usd"} {
			d.some(r, field, d.amount)
		}
		d.some(r, "mou", func() any { return true })
		if r["mou"] == true {
			d.some(r, "mou_usd", d.amount)
		}
		d.some(r, "rating", func() any { return d.nullable(rapid.IntRange(1, 5).Draw(d.T, "rating")) })
		d.some(r, "note", func() any { return d.nullable(anyString().Draw(d.T, "note")) })
		return r
	}))
}

// draw draws an event; what joins sides that do not meet, or names a slot that is not there, is left out.
func draw(t *rapid.T) *event.Event {
	document := documents{t}.event()
	for _, field := range []string{"", "fixed", "outcomes"} {
		delete(document, field)
		data, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		ev, err := event.ReadEvent(bytes.NewReader(data))
		if err == nil {
			return ev
		}
		if field == "outcomes" {
			t.Fatalf("the generator draws what is not valid: %v\n%s", err, data)
		}
	}
	return nil
}
