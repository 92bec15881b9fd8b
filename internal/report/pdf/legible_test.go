package pdf

import (
	"io"
	"slices"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
	"sangdam/internal/report/reporttest"
)

func TestSignsWithoutAFaceAreLeftOut(t *testing.T) {
	for in, want := range map[string]string{
		"한별 🚀 항공":                       "한별 항공",
		"🏳️\u200d🌈 Pride":               "Pride",
		"Team 👩🏽\u200d🚀👨\u200d👩\u200d👧": "Team",
		"1️⃣ first":                     "1 first",
		"🇰🇷 Korea 🇹🇭":                   "Korea",
		"25 °C, ® ©":                    "25 °C, ® ©", // signs that there are
		"🙂":                             "□",
		"a\n🙂 b":                        "a\nb",
		"ไทย":                           "ไทย", // letters stay, as boxes
	} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestLegible(t *testing.T) {
	const thai, arabic = "สยามการบิน", "شركة"
	by := func(pairs ...string) event.Text {
		t := event.Text{By: map[string]string{}}
		for i := 0; i < len(pairs); i += 2 {
			t.By[pairs[i]] = pairs[i+1]
		}
		return t
	}
	ev := reporttest.Fair()
	ev.Buyers[0].Name = event.Text{Plain: thai}
	ev.Buyers[1].Name = by("ko", arabic, "en", "Sharika")
	ev.Buyers[2].Name = by("ko", "서울", "en", "Seoul", "th", thai)
	ev.Buyers[2].Contact = &event.Contact{Person: event.Some(thai)}
	ev.Firms[0].Name = event.Text{Plain: "🙂"}
	ev.Firms[0].Products[0].Name = event.Text{Plain: arabic + " pump"}
	ev.Firms[1].Products[0].Name = event.Text{Plain: "pump 🚀"}
	names := func(ev *event.Event) (out []string) {
		for _, b := range ev.Buyers {
			out = append(out, b.Name.In("ko"), b.Name.In("zh"))
		}
		return append(out, ev.Firms[0].Name.In("en"), ev.Firms[0].Products[0].Name.In("en"))
	}
	before := names(ev)
	got, found := Legible(ev, false)
	want := []string{"B01", "B01", "Sharika", "Sharika", "서울", "Seoul", "F01", arabic + " pump"}
	if n := names(got); !slices.Equal(n, want) {
		t.Errorf("got %q, want %q", n, want)
	}
	if n := names(ev); !slices.Equal(n, before) {
		t.Errorf("the event itself was changed: %q", n)
	}
	if got.Buyers[2].Name.By["th"] == thai {
		t.Error("the Thai name, which a sign in Thailand shows, is still there")
	}
	told := []Illegible{
		{"F01", "🙂", "F01"}, {"F01", arabic + " pump", "□□□□ pump"}, {"B01", thai, "B01"}, {"B02", arabic, "Sharika"},
	}
	if !slices.Equal(found, told) {
		t.Errorf("told %+v, want %+v", found, told)
	}
	if _, found := Legible(ev, true); !slices.ContainsFunc(found, func(f Illegible) bool { return f.ID == "B03" && f.Text == thai }) {
		t.Errorf("with contacts told %+v", found)
	}
	if same, found := Legible(reporttest.Fair(), true); len(found) != 0 || same.Firms[0].Name.In("zh") != "韩星航空结构" {
		t.Errorf("of an event in four languages: %+v", found)
	}

	s := reporttest.FairSchedule(ev)
	text := textOf(t, set(t, func(w io.Writer) error {
		return Agendas(w, headOf(got, "ko"), agenda.NewBook(got, s, lang.New("ko"), agenda.Options{}).All())
	}))
	if !strings.Contains(text, "□□□□pump") || strings.Contains(text, "□□□□□") || !strings.Contains(text, "Sharika") || !strings.Contains(text, "B01") {
		t.Errorf("the paper holds %s", text)
	}
}
