package desk

import (
	"fmt"

	"sangdam/event"
	"sangdam/internal/plan"
)

// say fills the same words into a sentence in the four languages; the verbs are indexed.
func say(ko, en, zh, ru string, args ...any) event.Text {
	by := make(map[string]string, len(event.Languages))
	for lang, format := range map[string]string{"ko": ko, "en": en, "zh": zh, "ru": ru} {
		by[lang] = fmt.Sprintf(format, args...)
	}
	return event.Text{By: by}
}

// The rules of editing by hand, beside those of docs/model.md.
const (
	ruleLocked  = "locked"  // a locked meeting stays where it is
	ruleMeeting = "meeting" // what is moved, removed or locked is there
	ruleOnce    = "once"    // what is added is not there yet
	ruleOp      = "op"      // the op is known
	ruleRepair  = "repair"  // a repair leads to a schedule
	rulePair    = "pair"    // the two could meet at all
	ruleGone    = "gone"    // the session of a meeting is there
)

func isLocked(at, firm, buyer string) plan.Finding {
	return plan.Finding{Location: at, Rule: ruleLocked, Message: say(
		"%[1]s–%[2]s 상담은 잠겨 있습니다. 먼저 잠금을 푸십시오",
		"the meeting of %[1]s and %[2]s is locked; unlock it first",
		"%[1]s 与 %[2]s 的洽谈已锁定，请先解锁",
		"встреча %[1]s и %[2]s закреплена; сначала снимите закрепление", firm, buyer)}
}

func isMissing(at, session, firm, buyer string) plan.Finding {
	return plan.Finding{Location: at, Rule: ruleMeeting, Message: say(
		"%[3]s에 %[1]s–%[2]s 상담이 없습니다",
		"%[1]s and %[2]s have no meeting in %[3]s",
		"%[3]s 中没有 %[1]s 与 %[2]s 的洽谈",
		"в %[3]s нет встречи %[1]s и %[2]s", firm, buyer, session)}
}

func isThere(at, session, firm, buyer string) plan.Finding {
	return plan.Finding{Location: at, Rule: ruleOnce, Message: say(
		"%[3]s에 %[1]s–%[2]s 상담이 이미 있습니다",
		"%[1]s and %[2]s meet in %[3]s already",
		"%[3]s 中已有 %[1]s 与 %[2]s 的洽谈",
		"в %[3]s встреча %[1]s и %[2]s уже есть", firm, buyer, session)}
}

func noSuchOp(at, op string) plan.Finding {
	return plan.Finding{Location: at + ".op", Rule: ruleOp, Message: say(
		"모르는 작업입니다: %[1]q. move, add, remove, lock, unlock 중 하나를 쓰십시오",
		"%[1]q is no op; write move, add, remove, lock or unlock",
		"未知操作 %[1]q；请写 move、add、remove、lock 或 unlock",
		"неизвестное действие %[1]q; допустимы move, add, remove, lock, unlock", op)}
}

func noSuchSession(at, session string) plan.Finding {
	return plan.Finding{Location: at + ".session", Rule: ruleMeeting, Message: say(
		"행사에 없는 상담회입니다: %[1]q", "the event has no session %[1]q", "活动中没有场次 %[1]q", "в мероприятии нет сессии %[1]q", session)}
}

// noPlace says why a pair of an event cannot meet in a session, or with cause what else stands in the way.
func (l *loaded) noPlace(who pairIn, cause error) plan.Finding {
	s, known := l.matching.one(who)
	why := plan.Told(cause)
	switch {
	case !known:
		why = say("%[1]s에 함께 참가하지 않습니다", "they do not take part in %[1]s together", "双方不同时参加 %[1]s", "они не участвуют вместе в %[1]s", who.session)
	case s.Excluded != "":
		why = l.matching.matcher().Pair(s).ExcludedWhy
	}
	message := event.Text{By: map[string]string{}}
	for lang, format := range map[string]string{
		"ko": "%s–%s 상담은 잡을 수 없습니다(%s)", "en": "%s and %s cannot meet (%s)", "zh": "无法安排 %s 与 %s 洽谈（%s）",
		"ru": "встреча %s и %s невозможна (%s)",
	} {
		message.By[lang] = fmt.Sprintf(format, who.firm, who.buyer, why.In(lang))
	}
	return plan.Finding{Rule: rulePair, Message: message}
}
