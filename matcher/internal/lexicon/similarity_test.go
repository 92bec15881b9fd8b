package lexicon

import (
	"math"
	"slices"
	"testing"

	"sangdam/event"
)

func TestSimilarityExplains(t *testing.T) {
	m := Similarity(
		event.Text{By: map[string]string{"ko": "굴착기용 유압 실린더", "en": "hydraulic cylinders for excavators"}},
		event.Text{Plain: "гидроцилиндры для экскаваторов"})
	if m.Value < 0.6 || m.Language != "" || m.Words != 0 {
		t.Errorf("value %.3f, words %.3f in %q", m.Value, m.Words, m.Language)
	}
	if len(m.Shared) == 0 {
		t.Fatal("nothing shared")
	}
	i := slices.IndexFunc(m.Shared, func(s Shared) bool { return s.HS == "8412.21" })
	if i < 0 {
		t.Fatalf("no hydraulic cylinders in %v", m.Shared)
	}
	s := m.Shared[i]
	if !slices.Contains(s.A, "유압 실린더") || !slices.Contains(s.A, "hydraulic cylinders") || !slices.Contains(s.B, "гидроцилиндры для экскаваторов") {
		t.Errorf("evoked by %q and %q", s.A, s.B)
	}
}

// Words that no table knows still join two texts in one language.
func TestUnknownWordsMeet(t *testing.T) {
	a, b, c := event.Text{Plain: "Zyxotron 500"}, event.Text{Plain: "zyxotron repair"}, event.Text{Plain: "Quuxomat repair"}
	near, far := Similarity(a, b), Similarity(a, c)
	if near.Words <= far.Words || near.Value <= far.Value || near.Language != "en" {
		t.Errorf("%+v is not above %+v", near, far)
	}
}

func TestSimilarityIsSymmetricAndBounded(t *testing.T) {
	texts := []event.Text{
		{Plain: russianPumps}, {Plain: chineseParts}, {Plain: koreanCylinder}, {Plain: koreanBricks}, {},
		{By: map[string]string{"ko": "유압 펌프", "en": "hydraulic pumps"}},
		{By: map[string]string{"": "펌프", "de": "Pumpen"}},
	}
	for _, a := range texts {
		for _, b := range texts {
			ab, ba := Similarity(a, b).Value, Similarity(b, a).Value
			if math.Abs(ab-ba) > 1e-6 || ab < 0 || ab > 1 {
				t.Errorf("%v and %v: %g one way, %g the other", a, b, ab, ba)
			}
			if got := Read(a).Similarity(Read(b)); got != ab {
				t.Errorf("%v and %v: %g by reading, %g by match", a, b, got, ab)
			}
		}
		if got := Similarity(a, a).Value; !a.IsZero() && got < 0.999 {
			t.Errorf("%v is like itself by %g", a, got)
		}
	}
}

func TestMeanCountsTextsAlike(t *testing.T) {
	pump, brick := Understand(russianPumps, ""), Understand(koreanBricks, "")
	m := Mean(pump, Vector{}, brick)
	if p, b := m.Cosine(pump), m.Cosine(brick); math.Abs(p-b) > 1e-3 || p < 0.7 {
		t.Errorf("%.3f like pumps, %.3f like bricks", p, b)
	}
	if Mean().Len() != 0 {
		t.Error("the mean of nothing is something")
	}
}
