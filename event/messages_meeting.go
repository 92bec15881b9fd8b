package event

// Faults of what joins a firm and a buyer: requests, fixed meetings, scores, outcomes.
const (
	CodeSameSide         Code = "same_side"
	CodeContradiction    Code = "contradictory_requests"
	CodeNotTakingPart    Code = "not_taking_part"
	CodeNoSuchSlot       Code = "no_such_slot"
	CodeUnavailable      Code = "unavailable"
	CodeParallelExceeded Code = "parallel_exceeded"
	CodeMaxExceeded      Code = "max_exceeded"
	CodeTableTaken       Code = "table_taken"
	CodeTablesExceeded   Code = "tables_exceeded"
	CodePairTwice        Code = "pair_twice"
	CodeFixedRefused     Code = "fixed_but_refused"
	CodeNoInterpreter    Code = "no_interpreter"
	CodeMOUMissing       Code = "mou_usd_without_mou"
)

var meetingMessages = map[Code]message{
	CodeSameSide: {
		ko: phrase{"'{from}'과(와) '{to}'은(는) 같은 쪽입니다", "한쪽은 참가 기업, 다른 쪽은 바이어여야 합니다"},
		en: phrase{"'{from}' and '{to}' are on the same side", "one must be a firm and the other a buyer"},
		zh: phrase{"“{from}”与“{to}”属于同一方", "一方应为参展企业，另一方应为买家"},
		ru: phrase{"«{from}» и «{to}» — одна и та же сторона", "нужны фирма и покупатель"},
	},
	CodeContradiction: {
		ko: phrase{"'{from}'은(는) {first}에서 '{to}'에 대해 '{before}'(으)로 적었는데 여기서는 '{now}'입니다", "하나만 남기십시오"},
		en: phrase{"'{from}' wishes '{now}' of '{to}' here, but '{before}' at {first}", "keep one of the two"},
		zh: phrase{"“{from}”对“{to}”在此为“{now}”，而在 {first} 为“{before}”", "请只保留一个"},
		ru: phrase{"«{from}» о «{to}»: здесь «{now}», а в {first} — «{before}»", "оставьте одно из двух"},
	},
	CodeNotTakingPart: {
		ko: phrase{"'{got}'은(는) '{session}' 상담회에 참가하지 않습니다", "참가하는 상담회를 쓰거나 '{got}'의 sessions에 추가하십시오"},
		en: phrase{"'{got}' does not take part in the session '{session}'", "name a session of its own, or add this one to its sessions"},
		zh: phrase{"“{got}”不参加“{session}”场次", "请填写其参加的场次，或将此场次加入其 sessions"},
		ru: phrase{"«{got}» не участвует в сессии «{session}»", "укажите другую сессию или добавьте эту в его sessions"},
	},
	CodeNoSuchSlot: {
		ko: phrase{"{got}번 상담 시간대가 없습니다", "0부터 {last}까지 쓸 수 있습니다"},
		en: phrase{"there is no slot {got}", "slots are 0 to {last}"},
		zh: phrase{"没有第 {got} 个时段", "可用 0 到 {last}"},
		ru: phrase{"слота {got} нет", "слоты: от 0 до {last}"},
	},
	CodeUnavailable: {
		ko: phrase{"'{got}'은(는) {slot}번 시간대({start})에 참석할 수 없습니다", "다른 시간대를 쓰거나 unavailable을 고치십시오"},
		en: phrase{"'{got}' is unavailable in slot {slot} ({start})", "choose another slot or mend its unavailable hours"},
		zh: phrase{"“{got}”在第 {slot} 个时段（{start}）不可用", "请换时段或修改其 unavailable"},
		ru: phrase{"«{got}» недоступен в слоте {slot} ({start})", "выберите другой слот или исправьте unavailable"},
	},
	CodeParallelExceeded: {
		ko: phrase{"'{got}'은(는) {slot}번 시간대에 이미 고정 상담 {limit}건이 있습니다", "다른 시간대를 쓰거나 parallel을 늘리십시오"},
		en: phrase{"'{got}' already has {limit} fixed meetings in slot {slot}", "choose another slot or raise its parallel"},
		zh: phrase{"“{got}”在第 {slot} 个时段已有 {limit} 场固定会面", "请换时段或增大其 parallel"},
		ru: phrase{"у «{got}» в слоте {slot} уже есть закреплённые встречи: {limit}", "выберите другой слот или увеличьте parallel"},
	},
	CodeMaxExceeded: {
		ko: phrase{"'{got}'의 고정 상담이 최대 {limit}건을 넘습니다", "고정 상담을 줄이거나 max_meetings를 늘리십시오"},
		en: phrase{"'{got}' has more fixed meetings than its max_meetings {limit}", "fix fewer or raise the limit"},
		zh: phrase{"“{got}”的固定会面超过其 max_meetings {limit}", "请减少固定会面或提高上限"},
		ru: phrase{"у «{got}» закреплено больше встреч, чем max_meetings {limit}", "закрепите меньше или увеличьте предел"},
	},
	CodeTableTaken: {
		ko: phrase{"테이블 '{got}'은(는) {slot}번 시간대에 {first}이(가) 이미 쓰고 있습니다", "다른 테이블이나 시간대를 쓰십시오"},
		en: phrase{"the table '{got}' is already taken in slot {slot} by {first}", "choose another table or slot"},
		zh: phrase{"桌子“{got}”在第 {slot} 个时段已被 {first} 占用", "请换桌或换时段"},
		ru: phrase{"стол «{got}» в слоте {slot} уже занят: {first}", "выберите другой стол или слот"},
	},
	CodeTablesExceeded: {
		ko: phrase{"{slot}번 시간대의 고정 상담이 테이블 수 {limit}개를 넘습니다", "다른 시간대로 옮기거나 테이블을 늘리십시오"},
		en: phrase{"slot {slot} has more fixed meetings than the {limit} tables", "choose another slot or add tables"},
		zh: phrase{"第 {slot} 个时段的固定会面超过桌数 {limit}", "请换时段或增加桌子"},
		ru: phrase{"в слоте {slot} закреплено больше встреч, чем столов: {limit}", "выберите другой слот или добавьте столы"},
	},
	CodePairTwice: {
		ko: phrase{"'{firm}'과(와) '{buyer}'은(는) {first}에 이미 있습니다", "한 번만 적으십시오"},
		en: phrase{"'{firm}' and '{buyer}' are already at {first}", "list the pair once"},
		zh: phrase{"“{firm}”与“{buyer}”已在 {first} 列出", "只能列一次"},
		ru: phrase{"пара «{firm}» и «{buyer}» уже есть в {first}", "укажите её один раз"},
	},
	CodeFixedRefused: {
		ko: phrase{"고정 상담인데 '{firm}'과(와) '{buyer}' 중 한쪽이 'never'로 거절했습니다", "고정이나 거절 중 하나를 빼십시오"},
		en: phrase{"the meeting is fixed, but one of '{firm}' and '{buyer}' says 'never'", "take away the one or the other"},
		zh: phrase{"会面已固定，但“{firm}”与“{buyer}”中有一方选择了“never”", "请取消其中之一"},
		ru: phrase{"встреча закреплена, но «{firm}» или «{buyer}» указали «never»", "уберите одно из двух"},
	},
	CodeNoInterpreter: {
		ko: phrase{"'{firm}'과(와) '{buyer}'은(는) 공통 언어가 없고 {slot}번 시간대에 맡을 통역이 남아 있지 않습니다", "다른 시간대를 쓰거나 통역을 늘리십시오"},
		en: phrase{"'{firm}' and '{buyer}' share no language and no able interpreter is left in slot {slot}", "choose another slot or add an interpreter"},
		zh: phrase{"“{firm}”与“{buyer}”没有共同语言，第 {slot} 个时段也没有可用的口译", "请换时段或增加口译"},
		ru: phrase{"у «{firm}» и «{buyer}» нет общего языка, а в слоте {slot} нет свободного переводчика", "выберите другой слот или добавьте переводчика"},
	},
	CodeMOUMissing: {
		ko: phrase{"mou가 true가 아닌데 mou_usd {got}이(가) 있습니다", `"mou": true를 적거나 mou_usd를 빼십시오`},
		en: phrase{"mou_usd {got} is given but mou is not true", `write "mou": true or leave mou_usd out`},
		zh: phrase{"给出了 mou_usd {got}，但 mou 不是 true", `请写 "mou": true 或省略 mou_usd`},
		ru: phrase{"указано mou_usd {got}, но mou не равно true", `укажите "mou": true или опустите mou_usd`},
	},
}
