package phrase

import "testing"

func TestParticle(t *testing.T) {
	for _, c := range []struct{ word, particle, want string }{
		{"실린더", "을", "를"}, {"부품", "을", "을"}, {"베어링", "은", "은"}, {"펌프", "이", "가"}, {"금형", "과", "과"},
		{"밸브", "과", "와"}, {"부품", "으로", "으로"}, {"펌프", "으로", "로"}, {"강철", "으로", "로"}, {"강철", "을", "을"},
		{"유압 실린더(HS 8412.21)", "으로", "로"}, {"부품(HS 8807.30)", "으로", "으로"}, {"“베어링”", "을", "을"},
		{"AS9100", "이", "이"}, {"ISO 9001", "으로", "로"}, {"HS 8412", "을", "를"}, {"EAC", "이", "가"}, {"CCTV", "을", "를"},
		{"PCM", "을", "을"}, {"SCR", "을", "을"}, {"SCR", "으로", "로"}, {"bearing", "을", "을"}, {"pump", "을", "를"},
		{"", "을", "를"}, {"насос", "을", "를"},
	} {
		if got := Particle(c.word, c.particle); got != c.want {
			t.Errorf("%s + %s: got %s, want %s", c.word, c.particle, got, c.want)
		}
	}
}

func TestMessageFillsAllLanguages(t *testing.T) {
	m := New("{a:을} 만들고 {b:을} 찾음", "makes {a}, seeks {b}", "生产{a}，寻找{b}", "производит {a}, ищет {b}")
	got := m.Text(Word("a", "펌프"), Word("b", "밸브 부품"))
	for lang, want := range map[string]string{
		"ko": "펌프를 만들고 밸브 부품을 찾음", "en": "makes 펌프, seeks 밸브 부품", "zh": "生产펌프，寻找밸브 부품",
		"ru": "производит 펌프, ищет 밸브 부품",
	} {
		if got.By[lang] != want {
			t.Errorf("%s: got %q, want %q", lang, got.By[lang], want)
		}
	}
}

func TestJoinLeavesOutEmptyTexts(t *testing.T) {
	got := Join(Message{}.Text(), New("하나", "one", "一", "один").Text(), New("둘", "two", "二", "два").Text())
	if got.By["ko"] != "하나; 둘" || got.By["zh"] != "一；二" {
		t.Errorf("got %q and %q", got.By["ko"], got.By["zh"])
	}
}
