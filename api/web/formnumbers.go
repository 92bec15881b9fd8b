package web

import (
	"strconv"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
)

// amount reads US dollars, with or without marks between thousands; an empty field is none.
func (f *faulty) amount(form filled, field string, before event.Maybe[float64]) event.Maybe[float64] {
	text := form.get(field)
	switch text {
	case amountText(before):
		return before
	case "":
		return event.Maybe[float64]{}
	}
	x, err := strconv.ParseFloat(strings.NewReplacer(",", "", " ", "", "\u00a0", "", "\u202f", "", "$", "").Replace(text), 64)
	if err != nil || x < 0 || x > 1e15 || x != x {
		f.add(field, "amount", lang.Args{"Got": text})
		return before
	}
	return event.Some(x)
}

// number reads a whole number of at least low; an empty field is none.
func (f *faulty) number(form filled, field string, before event.Maybe[int], low int) event.Maybe[int] {
	text := form.get(field)
	switch text {
	case countText(before):
		return before
	case "":
		return event.Maybe[int]{}
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > 1_000_000 {
		f.add(field, "number", lang.Args{"Got": text, "Low": low})
		return before
	}
	return event.Some(n)
}

// countries reads codes of countries.
func (f *faulty) countries(form filled, field string) []string {
	var out []string
	for _, code := range form.words(field) {
		if code = strings.ToUpper(code); !isCountryCode(code) {
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
