package event

// Faults of sessions: slots, tables, time zones, and sectors.
const (
	CodeSlotOrder     Code = "slot_order"
	CodeSlotOverlap   Code = "slot_overlap"
	CodeTableTwice    Code = "table_twice"
	CodeNoTable       Code = "no_table"
	CodeUnknownZone   Code = "unknown_time_zone"
	CodeSectorCycle   Code = "sector_cycle"
	CodeNoCode        Code = "control_without_codes"
	CodeUntilFirst    Code = "until_before_from"
	CodeZeroWeights   Code = "zero_weights"
	CodeEmptyTable    Code = "empty_table_name"
	CodeTooManyTables Code = "too_many_tables"
)

var sessionMessages = map[Code]message{
	CodeSlotOrder: {
		ko: phrase{"상담 시간대가 {previous}보다 먼저 시작합니다", "시간 순서대로 적으십시오"},
		en: phrase{"the slot starts before {previous}", "list the slots in time order"},
		zh: phrase{"该时段早于 {previous}", "请按时间顺序列出时段"},
		ru: phrase{"слот начинается раньше, чем {previous}", "перечислите слоты по времени"},
	},
	CodeSlotOverlap: {
		ko: phrase{"상담 시간대가 {previous}과(와) 겹칩니다", "{end} 이후에 시작해야 합니다"},
		en: phrase{"the slot overlaps {previous}", "it may start at {end} or later"},
		zh: phrase{"该时段与 {previous} 重叠", "应在 {end} 或之后开始"},
		ru: phrase{"слот пересекается с {previous}", "он может начаться в {end} или позже"},
	},
	CodeTableTwice: {
		ko: phrase{"테이블 '{got}'이(가) 두 번 나옵니다 (처음: {first})", "테이블마다 다른 이름을 쓰십시오"},
		en: phrase{"the table '{got}' is named twice (first at {first})", "give each table a name of its own"},
		zh: phrase{"桌子“{got}”出现两次（首次在 {first}）", "每张桌子请用不同的名称"},
		ru: phrase{"стол «{got}» назван дважды (впервые в {first})", "у каждого стола должно быть своё название"},
	},
	CodeNoTable: {
		ko: phrase{"테이블이 없습니다", "1개 이상이어야 합니다"},
		en: phrase{"there is no table", "at least one is needed"},
		zh: phrase{"没有桌子", "至少需要一张"},
		ru: phrase{"нет ни одного стола", "нужен хотя бы один"},
	},
	CodeTooManyTables: {
		ko: phrase{"테이블이 {got}개입니다", "{limit}개까지 쓸 수 있습니다"},
		en: phrase{"there are {got} tables", "up to {limit} are allowed"},
		zh: phrase{"桌子有 {got} 张", "最多 {limit} 张"},
		ru: phrase{"столов: {got}", "допускается не более {limit}"},
	},
	CodeEmptyTable: {
		ko: phrase{"테이블 이름이 비어 있습니다", "이름을 적으십시오. 예: A1"},
		en: phrase{"the name of the table is empty", "write a name, e.g. A1"},
		zh: phrase{"桌名为空", "请填写名称，例如 A1"},
		ru: phrase{"название стола пусто", "укажите название, например A1"},
	},
	CodeUnknownZone: {
		ko: phrase{"'{got}'은(는) 알 수 없는 시간대입니다", "IANA 이름을 쓰십시오. 예: Asia/Shanghai, Europe/Moscow"},
		en: phrase{"the time zone '{got}' is not known", "write an IANA name, e.g. Asia/Shanghai or Europe/Moscow"},
		zh: phrase{"未知时区“{got}”", "请使用 IANA 名称，例如 Asia/Shanghai、Europe/Moscow"},
		ru: phrase{"неизвестный часовой пояс «{got}»", "имя IANA, например Asia/Shanghai или Europe/Moscow"},
	},
	CodeSectorCycle: {
		ko: phrase{"업종의 상위 관계가 제자리로 돌아옵니다: {path}", "상위 업종 하나를 빼십시오"},
		en: phrase{"the parents of the sector lead back to it: {path}", "take one parent away"},
		zh: phrase{"行业的上级关系形成循环：{path}", "请去掉其中一个上级"},
		ru: phrase{"цепочка родителей отрасли замыкается: {path}", "уберите одного из родителей"},
	},
	CodeNoCode: {
		ko: phrase{"수출 통제에 HS 코드가 없습니다", "통제할 코드를 하나 이상 적으십시오"},
		en: phrase{"the control lists no HS code", "list at least one code that it forbids"},
		zh: phrase{"出口管制未列出 HS 编码", "请至少列出一个受管制的编码"},
		ru: phrase{"в ограничении не указан ни один код ТН ВЭД", "укажите хотя бы один запрещённый код"},
	},
	CodeUntilFirst: {
		ko: phrase{"종료일 {until}이(가) 시작일 {from}보다 빠릅니다", "종료일은 시작일과 같거나 늦어야 합니다"},
		en: phrase{"until {until} is before from {from}", "it must be the same day or later"},
		zh: phrase{"截止日 {until} 早于起始日 {from}", "截止日应不早于起始日"},
		ru: phrase{"дата until {until} раньше даты from {from}", "она должна быть не раньше"},
	},
	CodeZeroWeights: {
		ko: phrase{"가중치가 모두 0입니다", "하나 이상은 0보다 커야 합니다"},
		en: phrase{"all weights are zero", "at least one must be greater"},
		zh: phrase{"所有权重均为 0", "至少一个应大于 0"},
		ru: phrase{"все веса равны нулю", "хотя бы один должен быть больше"},
	},
}
