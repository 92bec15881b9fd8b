package web

import (
	"maps"
	"strconv"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
)

// optional reads a field that may be left empty, which is none. A text that is as write wrote it keeps what was before, to the last digit;
// one that read refuses is the given fault, told with the text and more.
func optional[T any](f *faulty, form filled, field string, before event.Maybe[T], write func(event.Maybe[T]) string, read func(text string) (T, bool), fault string, more lang.Args) event.Maybe[T] {
	text := form.get(field)
	switch text {
	case write(before):
		return before
	case "":
		return event.Maybe[T]{}
	}
	x, ok := read(text)
	if !ok {
		args := lang.Args{"Got": text}
		maps.Copy(args, more)
		f.add(field, fault, args)
		return before
	}
	return event.Some(x)
}

// amount reads US dollars, with or without marks between thousands.
func (f *faulty) amount(form filled, field string, before event.Maybe[float64]) event.Maybe[float64] {
	return optional(f, form, field, before, amountText, func(text string) (float64, bool) {
		x, err := strconv.ParseFloat(strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u202f", "", "$", "").Replace(text), 64)
		return x, err == nil && x >= 0 && x <= 1e15
	}, "amount", nil)
}

// share reads a number between two others, with a point or a comma.
func (f *faulty) share(form filled, field string, before event.Maybe[float64], low, high float64) event.Maybe[float64] {
	return optional(f, form, field, before, amountText, func(text string) (float64, bool) {
		x, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
		return x, err == nil && x >= low && x <= high
	}, "share", lang.Args{"Low": amountText(event.Some(low)), "High": amountText(event.Some(high))})
}

// number reads a whole number of at least low.
func (f *faulty) number(form filled, field string, before event.Maybe[int], low int) event.Maybe[int] {
	return optional(f, form, field, before, countText, func(text string) (int, bool) {
		n, err := strconv.Atoi(text)
		return n, err == nil && n >= low && n <= 1_000_000
	}, "number", lang.Args{"Low": low})
}

// countries reads codes of countries.
func (f *faulty) countries(form filled, field string) []string {
	var out []string
	for _, code := range form.words(field) {
		if code = strings.ToUpper(code); !event.IsCountry(code) {
			f.add(field, "country", lang.Args{"Got": code})
		}
		out = append(out, code)
	}
	return out
}

// companyField finds the field of a company's form for a location below the company in the document.
func companyField(form filled, below string) string {
	head, rest, _ := strings.Cut(below, ".")
	head, index, _ := strings.Cut(head, "[")
	switch head {
	case "id", "country", "sectors", "certificates", "languages", "markets":
		return head
	case "required_certificates":
		return "certificates"
	case "capacity_usd", "minimum_order_usd", "volume_usd":
		return strings.TrimSuffix(head, "_usd")
	case "products", "needs":
		i, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
		if rows := form.rows["items"]; err == nil && i >= 0 && i < len(rows) {
			field, _, _ := strings.Cut(rest, "[")
			if field == "name" || field == "description" {
				field += ".ko"
			}
			return "items." + rows[i] + "." + field
		}
	case "sessions":
		session, field, _ := strings.Cut(rest, ".")
		field, _, _ = strings.Cut(field, "[")
		if to, ok := map[string]string{"min_meetings": "min", "max_meetings": "max", "parallel": "parallel", "unavailable": "away"}[field]; ok {
			return "part." + session + "." + to
		}
	}
	return ""
}
