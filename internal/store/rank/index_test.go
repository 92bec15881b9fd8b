package rank

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"
	"testing"

	"pgregory.net/rapid"

	"sangdam/internal/store"
)

// TestPlacesSortAsPairsDo compares the order of the bytes with that of score, firm and buyer.
func TestPlacesSortAsPairsDo(t *testing.T) {
	score := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{0, math.Copysign(0, -1), 1, -1, math.Inf(1), math.Inf(-1), 0.5}))
	name := rapid.StringMatching(`[\x01-\x03a가]{1,3}`)
	rapid.Check(t, func(t *rapid.T) {
		a := store.Ranked{Score: score.Draw(t, "score"), Firm: name.Draw(t, "firm"), Buyer: name.Draw(t, "buyer")}
		b := store.Ranked{Score: score.Draw(t, "score"), Firm: name.Draw(t, "firm"), Buyer: name.Draw(t, "buyer")}
		want := cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Firm, b.Firm), cmp.Compare(a.Buyer, b.Buyer))
		pa, pb := place(a.Score, a.Firm, a.Buyer), place(b.Score, b.Firm, b.Buyer)
		if got := bytes.Compare(pa, pb); got != want {
			t.Fatalf("%x against %x: %d, want %d", pa, pb, got, want)
		}
		back, err := standing{pa, ""}.read()
		if err != nil || back.Firm != a.Firm || back.Buyer != a.Buyer || back.Score != a.Score {
			t.Fatalf("read back as %+v, %v", back, err)
		}
	})
}

func TestWhatCannotBeReadIsNoPlace(t *testing.T) {
	for _, data := range [][]byte{nil, {1, 2, 3}, binary.BigEndian.AppendUint64(nil, 7), append(make([]byte, 8), "firm"...)} {
		if r, err := (standing{data, "s"}).read(); err == nil {
			t.Errorf("%x was read as %+v", data, r)
		}
	}
}

func FuzzCursor(f *testing.F) {
	q := store.RankQuery{Session: "day-1", Firm: "firm-a", Limit: 1}
	f.Add(writeCursor(q, 7, standing{place(0.5, "firm-a", "buyer-x"), "day-1"}), uint64(7))
	f.Add(writeCursor(q, 7, standing{place(0.5, "firm-a", "buyer-x"), "day-1"})+"\r\n", uint64(7))
	f.Add("", uint64(0))
	f.Add("AAAA", uint64(1))
	f.Fuzz(func(t *testing.T, text string, generation uint64) {
		q.After = text
		s, err := readCursor(q, generation)
		if err != nil || text == "" {
			return
		}
		if again := writeCursor(q, generation, s); again != text {
			t.Errorf("%q was read, and is written as %q", text, again)
		}
	})
}
