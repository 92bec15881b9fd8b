package event

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// maybe draws all three states.
func maybe[T any](g *rapid.Generator[T]) *rapid.Generator[Maybe[T]] {
	return rapid.Custom(func(t *rapid.T) Maybe[T] {
		switch state := maybeState(rapid.IntRange(0, 2).Draw(t, "state")); state {
		case present:
			return Some(g.Draw(t, "value"))
		default:
			return Maybe[T]{state: state}
		}
	})
}

// list draws nil, empty and filled lists.
func list[T any](g *rapid.Generator[T]) *rapid.Generator[[]T] {
	return rapid.Custom(func(t *rapid.T) []T {
		if rapid.Bool().Draw(t, "nil") {
			return nil
		}
		return rapid.SliceOfN(g, 0, 3).Draw(t, "list")
	})
}

func anyText() *rapid.Generator[Text] {
	return rapid.Custom(func(t *rapid.T) Text {
		if rapid.Bool().Draw(t, "by language") {
			return Text{By: rapid.MapOfN(rapid.SampledFrom([]string{"ko", "en", "zh", "ru", "vi"}), rapid.String(), 0, 3).Draw(t, "texts")}
		}
		s := rapid.String().Draw(t, "text")
		return Text{Plain: s, blank: s == "" && rapid.Bool().Draw(t, "blank")}
	})
}

// eventWithoutRules draws events whose every part is in form, with nothing that joins the parts.
func eventWithoutRules() *rapid.Generator[*Event] {
	amount := maybe(rapid.Float64Range(0, 1e9))
	count := maybe(rapid.IntRange(1, 5))
	languages := list(rapid.SampledFrom([]string{"ko", "en", "zh", "ru"}))
	codes := list(rapid.SampledFrom([]string{"88", "8807.30", "01", "847950"}))
	return rapid.Custom(func(t *rapid.T) *Event {
		ev := &Event{Format: Format, ID: "drawn", Name: anyText().Draw(t, "name"), Firms: []Firm{}, Buyers: []Buyer{}}
		zone := time.FixedZone(rapid.SampledFrom([]string{"+08:00", "+00:00"}).Draw(t, "zone"), 0)
		if zone.String() == "+08:00" {
			zone = time.FixedZone("+08:00", 8*3600)
		}
		slot := func(i int) Interval {
			start := time.Date(2019, 10, 29, 9, 30*i, 0, 0, zone)
			return Interval{start, start.Add(30 * time.Minute)}
		}
		s := Session{ID: "s", Country: "CN", TimeZone: "Asia/Shanghai", Slots: []Interval{}, Tables: Tables{Count: rapid.IntRange(1, 9).Draw(t, "tables")}}
		for i := range rapid.IntRange(0, 3).Draw(t, "slots") {
			s.Slots = append(s.Slots, slot(i))
		}
		ev.Sessions = []Session{s}
		for i := range rapid.IntRange(0, 3).Draw(t, "firms") {
			f := Firm{ID: fmt.Sprint("F", i), Languages: languages.Draw(t, "languages"), CapacityUSD: amount.Draw(t, "capacity")}
			f.Products = list(rapid.Custom(func(t *rapid.T) Product {
				return Product{Name: anyText().Draw(t, "name"), HS: codes.Draw(t, "hs")}
			})).Draw(t, "products")
			if rapid.Bool().Draw(t, "contact") {
				f.Contact = &Contact{Person: maybe(rapid.String()).Draw(t, "person")}
			}
			if rapid.Bool().Draw(t, "limits") {
				f.Sessions = map[string]Participation{"s": {Parallel: count.Draw(t, "parallel"), Unavailable: list(rapid.Just(slot(1))).Draw(t, "away")}}
			}
			ev.Firms = append(ev.Firms, f)
		}
		ev.Controls = list(rapid.Custom(func(t *rapid.T) Control {
			return Control{Country: "RU", HS: []string{"88"}, From: maybe(rapid.Just(Date{2024, 2, 24})).Draw(t, "from")}
		})).Draw(t, "controls")
		return ev
	})
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev := eventWithoutRules().Draw(t, "event")
		var b bytes.Buffer
		if err := ev.Write(&b); err != nil {
			t.Fatal(err)
		}
		again, err := ReadEvent(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		if !reflect.DeepEqual(ev, again) {
			t.Fatalf("written %+v\nread    %+v\n%s", ev, again, b.Bytes())
		}
	})
}

func TestTheOrderOfReportsDoesNotMatter(t *testing.T) {
	report := rapid.Custom(func(t *rapid.T) Outcome {
		amount := maybe(rapid.Float64Range(0, 1e6))
		return Outcome{
			Firm: rapid.SampledFrom([]string{"F1", "F2"}).Draw(t, "firm"), Held: maybe(rapid.Bool()).Draw(t, "held"),
			ConsultedUSD: amount.Draw(t, "consulted"), MOU: maybe(rapid.Bool()).Draw(t, "mou"), MOUUSD: amount.Draw(t, "mou_usd"),
		}
	})
	results := func(reports []Outcome) map[string]Result {
		by := make(map[string]Result)
		for _, r := range (&Event{Outcomes: reports}).Results() {
			by[r.Firm] = r
		}
		return by
	}
	rapid.Check(t, func(t *rapid.T) {
		reports := rapid.SliceOfN(report, 0, 6).Draw(t, "reports")
		want := results(reports)
		slices.Reverse(reports)
		if got := results(reports); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v, want %+v", got, want)
		}
		for _, r := range want {
			if !r.Held && r.ConsultedUSD+r.MOUUSD != 0 {
				t.Fatalf("a meeting not held adds an amount: %+v", r)
			}
		}
	})
}
