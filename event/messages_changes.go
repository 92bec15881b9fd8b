package event

// Faults of a changes document.
const (
	CodeOtherEvent Code = "other_event"
	CodeTwoAbsent  Code = "two_absent"
)

var changesMessages = map[Code]message{
	CodeOtherEvent: {
		ko: phrase{"이 변경 문서는 '{got}' 행사의 것입니다", "'{want}' 행사의 변경 문서를 쓰십시오"},
		en: phrase{"these changes are about the event '{got}'", "give changes of the event '{want}'"},
		zh: phrase{"此变更文件属于活动“{got}”", "请使用活动“{want}”的变更文件"},
		ru: phrase{"эти изменения относятся к мероприятию «{got}»", "нужны изменения мероприятия «{want}»"},
	},
	CodeTwoAbsent: {
		ko: phrase{"한 항목에 기업과 통역이 함께 적혀 있습니다", "기업과 통역을 각각 다른 항목으로 적으십시오"},
		en: phrase{"one entry names both a participant and an interpreter", "give each an entry of its own"},
		zh: phrase{"同一条目同时写了企业和口译", "请分成两个条目"},
		ru: phrase{"в одной записи указаны и участник, и переводчик", "сделайте две отдельные записи"},
	},
}
