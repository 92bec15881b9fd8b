package matcher

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestMasksSayWhatTheListsSay(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		m := New(anyEvent(rt), Options{})
		want := m.Standings()
		m.words.languageMasks, m.words.certificateMasks = false, false
		if got := m.Standings(); !slices.Equal(got, want) {
			rt.Fatalf("without masks %v, with them %v", got, want)
		}
	})
}

func TestMoreLanguagesAndCertificatesThanBits(t *testing.T) {
	ev := smallEvent()
	for i := range 70 {
		ev.Firms[1].Languages = append(ev.Firms[1].Languages, fmt.Sprintf("x%d", i))
		ev.Buyers[2].RequiredCertificates = append(ev.Buyers[2].RequiredCertificates, fmt.Sprintf("mark %c%c", 'A'+i%26, 'A'+i/26))
	}
	m := New(ev, Options{})
	if m.words.languageMasks || m.words.certificateMasks {
		t.Fatal("masks of 64 bits cannot tell 70 languages or certificates")
	}
	before := find(t, Rank(smallEvent()), "F1", "B1")
	if after := find(t, m.Rank(), "F1", "B1"); after.Score != before.Score {
		t.Errorf("score %v, want %v", after.Score, before.Score)
	}
}
