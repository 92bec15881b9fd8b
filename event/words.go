package event

import "maps"

// Words that messages are filled with.
var (
	kindWords = map[kind]Text{
		kindObject: words("객체 {…}", "an object {…}", "对象 {…}", "объект {…}"),
		kindList:   words("목록 […]", "a list […]", "列表 […]", "список […]"),
		kindString: words("문자열", "a string", "字符串", "строка"),
		kindNumber: words("숫자", "a number", "数字", "число"),
		kindBool:   words("true 또는 false", "true or false", "true 或 false", "true или false"),
		kindNull:   words("null", "null", "null", "null"),
	}
	textWord   = words(`문자열 또는 언어별 객체 {"ko": "…"}`, `a string or an object by language {"ko": "…"}`, `字符串或按语言的对象 {"ko": "…"}`, `строка или объект по языкам {"ko": "…"}`)
	tablesWord = words("테이블 수 또는 이름 목록", "a number of tables or a list of names", "桌数或名称列表", "число столов или список названий")
	valueWord  = words("값", "a value", "一个值", "значение")
	keyWord    = words("따옴표로 묶은 항목 이름", "a field name in quotes", "带引号的字段名", "имя поля в кавычках")
	digitWord  = words("숫자 한 자리", "a digit", "一位数字", "цифра")
	escapeWord = words(`\n 또는 \u000a 같은 이스케이프`, `an escape such as \n or \u000a`, `\n 或 \u000a 之类的转义`, `экранирование вида \n или \u000a`)
	endWord    = words("문서의 끝", "the end of the document", "文档结尾", "конец документа")
)

func words(ko, en, zh, ru string) Text {
	return Text{By: map[string]string{"ko": ko, "en": en, "zh": zh, "ru": ru}}
}

// with returns the text with a tail in every language.
func (t Text) with(tail string) Text {
	if t.By == nil {
		return Text{Plain: t.Plain + tail}
	}
	by := make(map[string]string, len(t.By))
	for lang, s := range t.By {
		by[lang] = s + tail
	}
	return Text{By: by}
}

// messages are what the codes say, put together from the tables of each concern.
var messages = func() map[Code]message {
	all := make(map[Code]message)
	for _, table := range []map[Code]message{documentMessages, valueMessages, sessionMessages, companyMessages, meetingMessages, changesMessages, addressMessages} {
		maps.Copy(all, table)
	}
	return all
}()
