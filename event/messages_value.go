package event

// Faults of single values: numbers, times, ids, codes.
const (
	CodeNotWhole        Code = "not_whole"
	CodeOutOfRange      Code = "out_of_range"
	CodeNegative        Code = "negative"
	CodeBelowOne        Code = "below_one"
	CodeBadTime         Code = "bad_time"
	CodeNoOffset        Code = "time_without_offset"
	CodeBadDate         Code = "bad_date"
	CodeReversed        Code = "reversed_interval"
	CodeBadID           Code = "bad_id"
	CodeDuplicateID     Code = "duplicate_id"
	CodeUnknownID       Code = "unknown_id"
	CodeUnknownEvent    Code = "unknown_event"
	CodeMistypedID      Code = "mistyped_id"
	CodeBadCountry      Code = "bad_country"
	CodeUnknownCountry  Code = "unknown_country"
	CodeMistypedCountry Code = "mistyped_country"
	CodeBadLanguage     Code = "bad_language"
	CodeUnknownWord     Code = "unknown_word"
)

var valueMessages = map[Code]message{
	CodeNotWhole: {
		ko: phrase{"{got}은(는) 정수가 아닙니다", "정수를 적으십시오"},
		en: phrase{"{got} is not a whole number", "write a whole number"},
		zh: phrase{"{got} 不是整数", "请填写整数"},
		ru: phrase{"{got} — не целое число", "укажите целое число"},
	},
	CodeOutOfRange: {
		ko: phrase{"{got}은(는) 범위를 벗어났습니다", "{low}부터 {high}까지 쓸 수 있습니다"},
		en: phrase{"{got} is out of range", "from {low} to {high} is allowed"},
		zh: phrase{"{got} 超出范围", "允许从 {low} 到 {high}"},
		ru: phrase{"{got} вне допустимых пределов", "допустимо от {low} до {high}"},
	},
	CodeNegative: {
		ko: phrase{"{got}은(는) 음수입니다", "0 이상의 수를 적으십시오"},
		en: phrase{"{got} is negative", "write zero or more"},
		zh: phrase{"{got} 为负数", "应大于或等于 0"},
		ru: phrase{"{got} — отрицательное число", "укажите ноль или больше"},
	},
	CodeBelowOne: {
		ko: phrase{"{got}은(는) 1보다 작습니다", "1 이상의 정수를 적으십시오"},
		en: phrase{"{got} is less than 1", "write 1 or more"},
		zh: phrase{"{got} 小于 1", "应大于或等于 1"},
		ru: phrase{"{got} меньше 1", "укажите 1 или больше"},
	},
	CodeBadTime: {
		ko: phrase{"'{got}'은(는) RFC 3339 시각이 아닙니다", "예: 2019-10-29T09:00:00+08:00"},
		en: phrase{"'{got}' is not an RFC 3339 time", "write e.g. 2019-10-29T09:00:00+08:00"},
		zh: phrase{"“{got}”不是 RFC 3339 时间", "例如 2019-10-29T09:00:00+08:00"},
		ru: phrase{"«{got}» — не время по RFC 3339", "например, 2019-10-29T09:00:00+08:00"},
	},
	CodeNoOffset: {
		ko: phrase{"시각 '{got}'에 시차가 없습니다", "그 지역의 UTC 시차를 붙이십시오. 예: {example}"},
		en: phrase{"the time '{got}' has no offset", "add the place's offset from UTC, e.g. {example}"},
		zh: phrase{"时间“{got}”没有时区偏移", "请加上当地与 UTC 的偏移，例如 {example}"},
		ru: phrase{"у времени «{got}» нет смещения", "добавьте местное смещение от UTC, например {example}"},
	},
	CodeBadDate: {
		ko: phrase{"'{got}'은(는) 날짜가 아닙니다", "예: 2024-02-24"},
		en: phrase{"'{got}' is not a date", "write e.g. 2024-02-24"},
		zh: phrase{"“{got}”不是日期", "例如 2024-02-24"},
		ru: phrase{"«{got}» — не дата", "например, 2024-02-24"},
	},
	CodeReversed: {
		ko: phrase{"끝 {end}이(가) 시작 {start}보다 늦지 않습니다", "끝은 시작보다 늦어야 합니다"},
		en: phrase{"the end {end} is not after the start {start}", "the end must be later"},
		zh: phrase{"结束 {end} 不晚于开始 {start}", "结束必须晚于开始"},
		ru: phrase{"конец {end} не позже начала {start}", "конец должен быть позже начала"},
	},
	CodeBadID: {
		ko: phrase{"'{got}'은(는) id로 쓸 수 없습니다", "영문자, 숫자, '-', '_'를 한 글자 이상 쓰십시오"},
		en: phrase{"'{got}' cannot be an id", "use one or more of the letters a-z, digits, '-' and '_'"},
		zh: phrase{"“{got}”不能作为 id", "请使用一个以上的英文字母、数字、“-”或“_”"},
		ru: phrase{"«{got}» не может быть идентификатором", "нужны латинские буквы, цифры, «-» и «_», хотя бы один знак"},
	},
	CodeDuplicateID: {
		ko: phrase{"'{got}'은(는) {first}에서 이미 쓰였습니다", "서로 다른 id를 쓰십시오"},
		en: phrase{"'{got}' is already used at {first}", "give each an id of its own"},
		zh: phrase{"“{got}”已在 {first} 使用", "请使用不同的 id"},
		ru: phrase{"«{got}» уже используется в {first}", "у каждого должен быть свой идентификатор"},
	},
	CodeUnknownID: {
		ko: phrase{"'{got}'인 {kind}이(가) 없습니다", "이 문서에 있는 id를 쓰십시오"},
		en: phrase{"there is no {kind} '{got}'", "use an id of this document"},
		zh: phrase{"没有 id 为“{got}”的{kind}", "请使用本文档中的 id"},
		ru: phrase{"{kind} «{got}» не существует", "укажите идентификатор из этого документа"},
	},
	CodeUnknownEvent: {
		ko: phrase{"행사 '{got}'이(가) 없습니다", "등록된 행사의 id를 쓰십시오"},
		en: phrase{"there is no event '{got}'", "use the id of an event that is kept here"},
		zh: phrase{"没有 id 为“{got}”的活动", "请使用已登记活动的 id"},
		ru: phrase{"мероприятие «{got}» не существует", "укажите идентификатор существующего мероприятия"},
	},
	CodeMistypedID: {
		ko: phrase{"'{got}'인 {kind}이(가) 없습니다", "'{nearest}'을(를) 뜻하신 것입니까?"},
		en: phrase{"there is no {kind} '{got}'", "did you mean '{nearest}'?"},
		zh: phrase{"没有 id 为“{got}”的{kind}", "是否应为“{nearest}”？"},
		ru: phrase{"{kind} «{got}» не существует", "возможно, имелось в виду «{nearest}»?"},
	},
	CodeBadCountry: {
		ko: phrase{"'{got}'은(는) 국가 코드가 아닙니다", "영문 대문자 두 글자를 쓰십시오. 예: CN, RU"},
		en: phrase{"'{got}' is not a country code", "write two capital letters (ISO 3166-1), e.g. CN or RU"},
		zh: phrase{"“{got}”不是国家代码", "请写两个大写字母（ISO 3166-1），例如 CN、RU"},
		ru: phrase{"«{got}» — не код страны", "две заглавные буквы (ISO 3166-1), например CN или RU"},
	},
	CodeUnknownCountry: {
		ko: phrase{"'{got}'은(는) 국가 코드가 아닙니다", "한 나라의 ISO 3166-1 코드를 쓰십시오. 예: CN, RU. 여러 나라의 연합은 나라별로 적으십시오"},
		en: phrase{"'{got}' is the code of no country", "write the ISO 3166-1 code of one country, e.g. CN or RU; for a union of countries, those meant"},
		zh: phrase{"“{got}”不是任何国家的代码", "请写单个国家的 ISO 3166-1 代码，例如 CN、RU；国家联盟请逐国填写"},
		ru: phrase{"«{got}» — не код страны", "укажите код одной страны по ISO 3166-1, например CN или RU; вместо союза стран — сами страны"},
	},
	CodeMistypedCountry: {
		ko: phrase{"'{got}'은(는) 국가 코드가 아닙니다", "'{nearest}'을(를) 뜻하신 것입니까?"},
		en: phrase{"'{got}' is the code of no country", "did you mean '{nearest}'?"},
		zh: phrase{"“{got}”不是任何国家的代码", "是否应为“{nearest}”？"},
		ru: phrase{"«{got}» — не код страны", "возможно, имелось в виду «{nearest}»?"},
	},
	CodeBadLanguage: {
		ko: phrase{"'{got}'은(는) 언어 코드가 아닙니다", "영문 소문자 두 글자를 쓰십시오. 예: ko, zh, ru"},
		en: phrase{"'{got}' is not a language code", "write two small letters (ISO 639-1), e.g. ko, zh or ru"},
		zh: phrase{"“{got}”不是语言代码", "请写两个小写字母（ISO 639-1），例如 ko、zh、ru"},
		ru: phrase{"«{got}» — не код языка", "две строчные буквы (ISO 639-1), например ko, zh или ru"},
	},
	CodeUnknownWord: {
		ko: phrase{"'{got}'은(는) 여기에 쓸 수 없는 말입니다", "다음 중 하나를 쓰십시오: {known}"},
		en: phrase{"'{got}' is not known here", "write one of: {known}"},
		zh: phrase{"此处不能使用“{got}”", "请使用其中之一：{known}"},
		ru: phrase{"«{got}» здесь не допускается", "допустимо одно из: {known}"},
	},
}
