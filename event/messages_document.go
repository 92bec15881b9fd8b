package event

// Faults of a document as such: its size, its JSON, its fields.
const (
	CodeMore            Code = "more_faults"
	CodeTooLarge        Code = "too_large"
	CodeTooDeep         Code = "too_deep"
	CodeNotUTF8         Code = "not_utf8"
	CodeHalfCharacter   Code = "half_character"
	CodeSyntax          Code = "syntax"
	CodeMissing         Code = "missing_field"
	CodeUnknownField    Code = "unknown_field"
	CodeMisspelledField Code = "misspelled_field"
	CodeFieldTwice      Code = "field_twice"
	CodeWrongType       Code = "wrong_type"
	CodeNull            Code = "null"
	CodeEmpty           Code = "empty"
	CodeWrongVersion    Code = "wrong_version"
	CodeTooManyPairs    Code = "too_many_pairs"
)

var documentMessages = map[Code]message{
	CodeMore: {
		ko: phrase{"이 밖에 오류가 {count}건 더 있습니다", "위의 오류를 먼저 고치십시오"},
		en: phrase{"and {count} more", "mend those above first"},
		zh: phrase{"另有 {count} 处错误", "请先改正以上错误"},
		ru: phrase{"и ещё ошибок: {count}", "сначала исправьте перечисленные"},
	},
	CodeTooLarge: {
		ko: phrase{"문서가 너무 큽니다", "{limit} MiB까지 읽을 수 있습니다"},
		en: phrase{"the document is too large", "up to {limit} MiB are read"},
		zh: phrase{"文档过大", "最多读取 {limit} MiB"},
		ru: phrase{"документ слишком большой", "допускается не более {limit} МиБ"},
	},
	CodeTooDeep: {
		ko: phrase{"객체와 목록이 너무 깊게 중첩되었습니다", "{limit}단계까지 허용됩니다"},
		en: phrase{"objects and lists are nested too deep", "{limit} levels are allowed"},
		zh: phrase{"对象和列表嵌套过深", "最多允许 {limit} 层"},
		ru: phrase{"слишком глубокая вложенность объектов и списков", "допускается уровней: {limit}"},
	},
	CodeNotUTF8: {
		ko: phrase{"UTF-8이 아닌 글자가 있습니다", "파일을 UTF-8로 저장하십시오"},
		en: phrase{"the text is not UTF-8", "save the file as UTF-8"},
		zh: phrase{"文本不是 UTF-8 编码", "请将文件保存为 UTF-8"},
		ru: phrase{"текст не в кодировке UTF-8", "сохраните файл в UTF-8"},
	},
	CodeHalfCharacter: {
		ko: phrase{`\u 이스케이프가 글자의 반쪽만 나타냅니다`, "두 이스케이프를 함께 쓰거나 글자를 그대로 쓰십시오"},
		en: phrase{`a \u escape gives only half of a character`, "write both halves, or the character itself"},
		zh: phrase{`\u 转义只给出半个字符`, "请写出两半，或直接写该字符"},
		ru: phrase{`экранирование \u задаёт лишь половину символа`, "запишите обе половины или сам символ"},
	},
	CodeSyntax: {
		ko: phrase{"JSON 문법 오류: {found}", "이 자리에 필요한 것: {want}"},
		en: phrase{"broken JSON: found {found}", "expected here: {want}"},
		zh: phrase{"JSON 语法错误：出现 {found}", "此处应为：{want}"},
		ru: phrase{"ошибка JSON: встречено {found}", "здесь ожидается: {want}"},
	},
	CodeMissing: {
		ko: phrase{"필수 항목 '{name}'이(가) 없습니다", "이 항목을 적어 주십시오"},
		en: phrase{"the field '{name}' is missing", "it must be given"},
		zh: phrase{"缺少字段“{name}”", "此字段必填"},
		ru: phrase{"нет поля «{name}»", "его нужно указать"},
	},
	CodeUnknownField: {
		ko: phrase{"알 수 없는 항목 '{name}'입니다", "쓸 수 있는 항목: {known}"},
		en: phrase{"unknown field '{name}'", "known here: {known}"},
		zh: phrase{"未知字段“{name}”", "此处可用：{known}"},
		ru: phrase{"неизвестное поле «{name}»", "здесь допустимы: {known}"},
	},
	CodeMisspelledField: {
		ko: phrase{"알 수 없는 항목 '{name}'입니다", "'{nearest}'을(를) 뜻하신 것입니까?"},
		en: phrase{"unknown field '{name}'", "did you mean '{nearest}'?"},
		zh: phrase{"未知字段“{name}”", "是否应为“{nearest}”？"},
		ru: phrase{"неизвестное поле «{name}»", "возможно, имелось в виду «{nearest}»?"},
	},
	CodeFieldTwice: {
		ko: phrase{"항목 '{name}'이(가) 두 번 나옵니다", "한 번만 적으십시오"},
		en: phrase{"the field '{name}' is given twice", "give it once"},
		zh: phrase{"字段“{name}”出现两次", "只能写一次"},
		ru: phrase{"поле «{name}» указано дважды", "укажите его один раз"},
	},
	CodeWrongType: {
		ko: phrase{"값의 종류가 맞지 않습니다: {found}", "필요한 것: {want}"},
		en: phrase{"wrong kind of value: {found}", "wanted: {want}"},
		zh: phrase{"值的类型不对：{found}", "应为：{want}"},
		ru: phrase{"значение не того вида: {found}", "требуется: {want}"},
	},
	CodeNull: {
		ko: phrase{"null은 여기에 쓸 수 없습니다", "필요한 것: {want}. 값이 없으면 항목을 빼십시오"},
		en: phrase{"null is not allowed here", "wanted: {want}; leave the field out when there is no value"},
		zh: phrase{"此处不允许 null", "应为：{want}；无值时请省略该字段"},
		ru: phrase{"null здесь недопустим", "требуется: {want}; если значения нет, опустите поле"},
	},
	CodeEmpty: {
		ko: phrase{"값이 비어 있습니다", "값을 적거나 항목을 빼십시오"},
		en: phrase{"the value is empty", "give a value or leave the field out"},
		zh: phrase{"值为空", "请填写值或省略该字段"},
		ru: phrase{"пустое значение", "укажите значение или опустите поле"},
	},
	CodeTooManyPairs: {
		ko: phrase{"행사의 조합이 최대 {got}개입니다", "바로 답하는 것은 {limit}개까지입니다. 더 큰 행사는 등록한 뒤 POST /events/(ID)/schedules로 편성하십시오"},
		en: phrase{"the event has up to {got} pairs", "up to {limit} are answered at once; store a larger event, and solve it with POST /events/(ID)/schedules"},
		zh: phrase{"活动的组合多达 {got} 个", "立即应答的上限为 {limit} 个；更大的活动请先登记，再用 POST /events/(ID)/schedules 编排"},
		ru: phrase{"в мероприятии до {got} пар", "сразу обрабатывается не более {limit}; сохраните мероприятие и составьте расписание через POST /events/(ID)/schedules"},
	},
	CodeWrongVersion: {
		ko: phrase{"지원하지 않는 형식 버전 {got}입니다", `"sangdam": {want}`},
		en: phrase{"format version {got} is not known", `write "sangdam": {want}`},
		zh: phrase{"不支持的格式版本 {got}", `应为 "sangdam": {want}`},
		ru: phrase{"неизвестная версия формата {got}", `нужно "sangdam": {want}`},
	},
}
