package event

// Faults of firms and buyers: HS codes and limits.
const (
	CodeHSDigits   Code = "hs_not_digits"
	CodeHSOdd      Code = "hs_odd_length"
	CodeHSShort    Code = "hs_too_short"
	CodeHSLong     Code = "hs_too_long"
	CodeHSChapter  Code = "hs_chapter"
	CodeMinOverMax Code = "min_over_max"
)

var companyMessages = map[Code]message{
	CodeHSDigits: {
		ko: phrase{"HS 코드 '{got}'에 숫자와 점 이외의 글자가 있습니다", "숫자와 점만 쓰십시오. 예: 8807.30"},
		en: phrase{"the HS code '{got}' has other characters than digits and dots", "write e.g. 8807.30"},
		zh: phrase{"HS 编码“{got}”含有数字和点以外的字符", "只用数字和点，例如 8807.30"},
		ru: phrase{"в коде ТН ВЭД «{got}» есть знаки кроме цифр и точек", "например, 8807.30"},
	},
	CodeHSOdd: {
		ko: phrase{"HS 코드 '{got}'의 자릿수가 {digits}자리로 홀수입니다", "0이 빠졌을 수 있습니다. 예: {example}"},
		en: phrase{"the HS code '{got}' has {digits} digits, an odd number", "a zero may be lost; write e.g. {example}"},
		zh: phrase{"HS 编码“{got}”有 {digits} 位，为奇数", "可能丢失了一个 0，例如 {example}"},
		ru: phrase{"в коде ТН ВЭД «{got}» нечётное число цифр: {digits}", "возможно, потерян ноль, например {example}"},
	},
	CodeHSShort: {
		ko: phrase{"HS 코드 '{got}'이(가) 너무 짧습니다", "2자리 이상을 쓰십시오. 예: 88"},
		en: phrase{"the HS code '{got}' is too short", "write at least two digits, e.g. 88"},
		zh: phrase{"HS 编码“{got}”过短", "至少两位，例如 88"},
		ru: phrase{"код ТН ВЭД «{got}» слишком короткий", "не меньше двух цифр, например 88"},
	},
	CodeHSLong: {
		ko: phrase{"HS 코드 '{got}'이(가) 너무 깁니다", "{limit}자리까지 쓸 수 있습니다"},
		en: phrase{"the HS code '{got}' is too long", "up to {limit} digits are allowed"},
		zh: phrase{"HS 编码“{got}”过长", "最多 {limit} 位"},
		ru: phrase{"код ТН ВЭД «{got}» слишком длинный", "не больше {limit} цифр"},
	},
	CodeHSChapter: {
		ko: phrase{"HS 코드 '{got}'의 {chapter}류는 없습니다", "01류부터 97류까지(77류 제외)를 쓰십시오"},
		en: phrase{"the HS code '{got}' is of chapter {chapter}, which does not exist", "chapters are 01 to 97 without 77"},
		zh: phrase{"HS 编码“{got}”所属的第 {chapter} 章不存在", "章号为 01 至 97（不含 77）"},
		ru: phrase{"код ТН ВЭД «{got}» относится к группе {chapter}, которой нет", "группы: от 01 до 97, кроме 77"},
	},
	CodeMinOverMax: {
		ko: phrase{"최소 상담 수 {min}이(가) 최대 {max}보다 큽니다", "최소는 최대를 넘지 않아야 합니다"},
		en: phrase{"min_meetings {min} is more than max_meetings {max}", "the minimum may not exceed the maximum"},
		zh: phrase{"最少会面数 {min} 大于最多会面数 {max}", "最少不得超过最多"},
		ru: phrase{"минимум встреч {min} больше максимума {max}", "минимум не должен превышать максимум"},
	},
}
