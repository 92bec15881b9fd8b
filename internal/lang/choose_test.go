package lang

import (
	"errors"
	"testing"
)

func TestChoose(t *testing.T) {
	for _, c := range []struct {
		name  string
		asked string
		env   map[string]string
		want  string
	}{
		{"nothing says", "", nil, "ko"},
		{"asked for", "ru", map[string]string{"LC_ALL": "ko_KR.UTF-8"}, "ru"},
		{"asked for as a tag", "zh-CN", nil, "zh"},
		{"LC_ALL before LANG", "", map[string]string{"LC_ALL": "ru_RU.UTF-8", "LANG": "ko_KR.UTF-8"}, "ru"},
		{"LC_MESSAGES before LANG", "", map[string]string{"LC_MESSAGES": "zh_CN", "LANG": "en_US.UTF-8"}, "zh"},
		{"an empty one does not count", "", map[string]string{"LC_ALL": "", "LANG": "en_US.UTF-8"}, "en"},
		{"C", "", map[string]string{"LANG": "C.UTF-8"}, "en"},
		{"POSIX", "", map[string]string{"LC_ALL": "POSIX", "LANG": "ko_KR.UTF-8"}, "en"},
		{"a language not spoken", "", map[string]string{"LANG": "fr_FR.UTF-8"}, "en"},
	} {
		got, err := Choose(c.asked, func(name string) string { return c.env[name] })
		if err != nil || got != c.want {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, err, c.want)
		}
	}
	_, err := Choose("xx", func(string) string { return "" })
	if unknown, ok := errors.AsType[UnknownError](err); !ok || unknown.Language != "xx" {
		t.Errorf("an unknown language: %v", err)
	}
}
