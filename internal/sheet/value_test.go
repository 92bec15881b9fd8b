package sheet

import (
	"slices"
	"testing"
	"time"
)

func TestNumbersAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]float64{
		"3000000": 3e6, "3,000,000": 3e6, "3 000 000": 3e6, "3.000.000": 3e6, "１２３": 123, "1.5E6": 1.5e6, "300만": 3e6, "1.5억": 1.5e8, "2,400만 달러": 2.4e7,
		"USD 0.5 million": 5e5, "$1,234.50": 1234.5, "1.234,50": 1234.5, "0,83": 0.83, "0.200": 0.2, "0,200": 0.2, "83%": 0.83, "5 млн долл. США": 5e6,
		"30万美元": 3e5, "4건": 4, "-5": -5, "1,000": 1000, "12,5": 12.5,
	} {
		if got, ok := parseNumber(text); !ok || got != want {
			t.Errorf("%q is read as %v, %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "a lot", "1,2,3", "1.2.3", "--1", "1e400", "NaN", "Inf", "1,23,456.7.8", "0x10"} {
		if got, ok := parseNumber(text); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func TestDatesAndTimesAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"2026-10-29": "2026-10-29", "2026/10/29": "2026-10-29", "2026. 10. 29.": "2026-10-29", "2026년 10월 29일": "2026-10-29", "2026年10月29日": "2026-10-29",
		"29.10.2026": "2026-10-29", "29.10.2026 г.": "2026-10-29", "20261029": "2026-10-29", "46324": "2026-10-29", "October 29, 2026": "2026-10-29", "29 Oct 2026": "2026-10-29",
		"2026-10-29 9:30": "2026-10-29 09:30", "2026. 10. 29. 오후 2시 30분": "2026-10-29 14:30", "2026-10-29(목) 09:30": "2026-10-29 09:30", "46324.5": "2026-10-29 12:00",
		"9:30": "09:30", "９：３０": "09:30", "오후 12시": "12:00", "오전 12:00": "00:00", "9시": "09:00", "2 pm": "14:00", "14:00:30": "14:00:30", "24:00": "24:00", "0.375": "09:00", "9": "09:00",
	} {
		c, ok := parseClock(text)
		got := ""
		if !c.day.IsZero() {
			got = c.day.Format(time.DateOnly)
		}
		if c.hasTime {
			got += " " + clockText(c.seconds)
		}
		if got = clean(got); !ok || got != want {
			t.Errorf("%q is read as %q, %v, want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "soon", "2026-02-30", "31.02.2026", "25:00", "12:60", "2026-10-29 25:00", "10/29/2026", "-1", "1e9", "99999999"} {
		if c, ok := parseClock(text); ok {
			t.Errorf("%q is read as %+v", text, c)
		}
	}
}

func TestCountriesAndLanguagesByName(t *testing.T) {
	for text, want := range map[string]string{
		"CN": "CN", "cn": "CN", "ＣＮ": "CN", "중국": "CN", "China": "CN", "中国": "CN", "Китай": "CN", "CHN": "CN", "중국(CN)": "CN", "러시아": "RU", "Russian Federation": "RU",
		"한국": "KR", "대한민국": "KR", "South Korea": "KR", "USA": "US", "UK": "GB", "베트남": "VN", "Вьетнам": "VN", "홍콩": "HK",
	} {
		if got, ok := parseCountry(text); !ok || got != want {
			t.Errorf("the country %q is read as %q, %v, want %q", text, got, ok, want)
		}
	}
	for text, want := range map[string]string{
		"ko": "ko", "KO": "ko", "한국어": "ko", "Korean": "ko", "韩语": "ko", "корейский": "ko", "영어": "en", "中文": "zh", "普通话": "zh", "Русский": "ru", "русский": "ru", "중국어(zh)": "zh", "yue": "yue",
	} {
		if got, ok := parseLanguage(text); !ok || got != want {
			t.Errorf("the language %q is read as %q, %v, want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"Atlantis", "EU", "UN", "OO", "유럽(EU)"} {
		if code, ok := parseCountry(text); ok {
			t.Errorf("%s is the country %s", text, code)
		}
	}
	if _, ok := parseLanguage("klingonian"); ok {
		t.Error("klingonian is a language")
	}
}

func TestSeveralValuesInACell(t *testing.T) {
	for _, c := range []struct {
		text       string
		everywhere bool
		want       []string
	}{
		{"ko, en; zh/ru·vi、ja\nde", true, []string{"ko", "en", "zh", "ru", "vi", "ja", "de"}},
		{"ISO/TS 16949, AS9100 / ISO 9001", false, []string{"ISO/TS 16949", "AS9100", "ISO 9001"}},
		{" , ;; ", true, nil}, {"사출·프레스", false, []string{"사출·프레스"}},
	} {
		if got := split(c.text, c.everywhere); !slices.Equal(got, c.want) {
			t.Errorf("%q is divided into %q, want %q", c.text, got, c.want)
		}
	}
	if got, want := codes("HS 8807.30 / 7616.99-1000、０１０１ 21"), []string{"8807.30", "7616.99.1000", "010121"}; !slices.Equal(got, want) {
		t.Errorf("the codes are %q, want %q", got, want)
	}
}
