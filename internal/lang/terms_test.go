package lang

import (
	"regexp"
	"strings"
	"testing"
)

// terms are words that the catalogs of a language do not use, each with the word that stands for the thing everywhere: a reader who meets two
// words looks for two things. They hold for the messages whose ids begin with one of the prefixes, or for all.
var terms = map[string][]struct{ wrong, right, of string }{
	"ko": {
		{"세요", "십시오: one level of politeness", "web"},
		{"세션", "상담회", ""},
		{"\\{\\{\\.N\\}\\}쌍| 쌍", "조합", "web"},
		{"암호", "비밀번호", "web"},
		{"일정안|작업안", "작업 일정, 보관된 일정", "web"},
		{"링크.{0,4} 취소|취소.{0,4}링크", "폐기", "web"},
		{"슬롯", "상담 시간", "web"},
		{"적합도", "점수", "web"},
	},
	"zh": {
		{"采购商", "买家", ""},
		{"[换名\"]口译|口译[或员]", "翻译", "web"},
		{"参展|参与方|参加者|参加企业", "参会企业, 参会方", "web"},
		{"排程", "编排", "web"},
		{"撤回发布|撤销发布", "取消发布", "web"},
		{"分数|评分|匹配度", "得分", "web"},
		{`\p{Han}[,;:!?]|[,;:]\p{Han}|\p{Han} ?\(|\)\p{Han}`, "full-width punctuation", "web"},
	},
	"ru": {
		{"(?i)фирм", "компания", "web"},
		{"(?i)балл", "оценка", "web"},
	},
}

func TestOneWordForOneThing(t *testing.T) {
	for code, list := range terms {
		catalog := readCatalog(t, code)
		for _, term := range list {
			wrong := regexp.MustCompile(term.wrong)
			for id, forms := range catalog {
				if !strings.HasPrefix(id, term.of) {
					continue
				}
				for _, text := range forms {
					if found := wrong.FindString(text); found != "" {
						t.Errorf("%s: %s says %q, not %s: %s", code, id, found, term.right, text)
					}
				}
			}
		}
	}
}
