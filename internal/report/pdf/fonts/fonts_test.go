package fonts

import "testing"

func has(faces []*Face, r rune) bool {
	for _, f := range faces {
		if _, ok := f.Advance(r); ok {
			return true
		}
	}
	return false
}

func TestCoverage(t *testing.T) {
	for r := rune(0xAC00); r <= 0xD7A3; r++ {
		if !has(Regular()[:2], r) || !has(Bold()[:2], r) {
			t.Fatalf("no Hangul %c", r)
		}
	}
	missing := 0
	for r := rune(0x4E00); r <= 0x9FA5; r++ {
		if _, ok := Han().Advance(r); !ok {
			missing++
		}
	}
	if missing > 0 {
		t.Errorf("%d of the unified ideographs are missing", missing)
	}
	for _, r := range "AZaz09ÄÖÜßéñŁžАЯаяЁёҐЇ–—“”„«»…№€₩¥·•○●□■→×±°™㈜①あア、。「」（），：" {
		if !has(Regular(), r) || !has(Bold(), r) {
			t.Errorf("no face has %c (U+%04X)", r, r)
		}
	}
	if _, ok := Hangul().Advance('漢'); ok {
		t.Error("Korean forms of Chinese characters would mix with the Chinese ones")
	}
	for _, r := range []rune{-1, 0x1F600, 0x10FFFF, 0xD800} {
		if _, ok := Latin().Advance(r); ok {
			t.Errorf("U+%04X is there", r)
		}
	}
}

func TestWidths(t *testing.T) {
	if w, _ := Han().Advance('中'); w != 1000 {
		t.Errorf("a Chinese character is %d wide, want 1000", w)
	}
	narrow, _ := Latin().Advance('i')
	wide, _ := Latin().Advance('W')
	if narrow >= wide || narrow == 0 {
		t.Errorf("i is %d wide, W %d", narrow, wide)
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		if _, err := read("han", hanRegular); err != nil {
			b.Fatal(err)
		}
	}
}
