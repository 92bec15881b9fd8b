package plan

import (
	"errors"
	"fmt"
	"strings"

	"sangdam/event"
	"sangdam/scheduler"
)

// Refused says why there is no schedule, or no answer: everything that stands in the way, in four languages. Locations point into the event
// document or, as pairs[i], into the match document. The rules are those of docs/model.md, where one of them is broken.
type Refused []Finding

// Error returns it in English, a line for each.
func (r Refused) Error() string { return r.In("en") }

// In returns it in a language, a line for each.
func (r Refused) In(language string) string {
	lines := make([]string, len(r))
	for i, f := range r {
		lines[i] = f.Message.In(language)
		if f.Location != "" {
			lines[i] = f.Location + ": " + lines[i]
		}
		if f.Rule != "" {
			lines[i] += " " + fmt.Sprintf(byRule[language], f.Rule)
		}
	}
	return strings.Join(lines, "\n")
}

var byRule = map[string]string{"ko": "(규칙 %s)", "en": "(rule %s)", "zh": "（规则 %s）", "ru": "(правило %s)"}

// Told puts an error of this package into four languages; what is for programmers alone keeps its words.
func Told(err error) event.Text {
	refused, ok := errors.AsType[Refused](err)
	if !ok {
		return event.Text{Plain: err.Error()}
	}
	by := make(map[string]string, len(event.Languages))
	for _, language := range event.Languages {
		by[language] = refused.In(language)
	}
	return event.Text{By: by}
}

// refuse is an error of one reason.
func refuse(at, rule string, message event.Text) error {
	return Refused{{Location: at, Rule: rule, Message: message}}
}

// together joins what several have found; nil when none has.
func together(errs ...error) error {
	var all Refused
	var others []error
	for _, err := range errs {
		if r, ok := err.(Refused); ok {
			all = append(all, r...)
		} else if err != nil {
			others = append(others, err)
		}
	}
	switch {
	case len(all) == 0:
		return errors.Join(others...)
	case len(others) == 0:
		return all
	}
	return errors.Join(append(others, all)...)
}

// beyond says of a session which limit of the core it exceeds; other errors of the core are as they are.
func (st *site) beyond(err error) error {
	e, ok := errors.AsType[scheduler.LimitError](err)
	if !ok {
		return fmt.Errorf("session %q: %w", st.session.ID, err)
	}
	of := limitWords[e.What]
	by := make(map[string]string, len(event.Languages))
	for language, format := range map[string]string{
		"ko": "%s 상담회: %s %d개입니다. %d개까지 편성할 수 있습니다", "en": "session %s: %s: %d; at most %d are supported",
		"zh": "场次 %s：%s为 %d；最多支持 %d", "ru": "сессия %s: %s: %d; допускается не более %d",
	} {
		by[language] = fmt.Sprintf(format, st.session.ID, of.In(language), e.Got, e.Most)
	}
	return refuse("", "", event.Text{By: by})
}

var limitWords = map[scheduler.Limited]event.Text{
	scheduler.LimitedSlots:   say("상담 시간이", "slots", "时段数", "интервалов"),
	scheduler.LimitedPairs:   say("조합이", "pairs", "组合数", "пар"),
	scheduler.LimitedMinimum: say("최소 상담 수(min_meetings)가", "the least number of meetings (min_meetings)", "最少洽谈数（min_meetings）", "наименьшее число встреч (min_meetings)"),
}

// noSession says that an event has no session of an id.
func noSession(id string, ev *event.Event) event.Text {
	return say(
		"행사에 없는 상담회입니다: %[1]q. 행사의 상담회: %[2]s",
		"the event has no session %[1]q; it has %[2]s",
		"活动中没有场次 %[1]q；现有 %[2]s",
		"в мероприятии нет сессии %[1]q; есть %[2]s", id, sessionIDs(ev))
}

// noFirm and noBuyer say that an event has none of an id, or that who has it takes part in another session.
func noFirm(id string, known bool, session string) event.Text {
	if known {
		return elsewhere(id, session)
	}
	return say("행사에 없는 참가 기업입니다: %[1]q", "the event has no firm %[1]q", "活动中没有企业 %[1]q", "в мероприятии нет компании %[1]q", id)
}

func noBuyer(id string, known bool, session string) event.Text {
	if known {
		return elsewhere(id, session)
	}
	return say("행사에 없는 바이어입니다: %[1]q", "the event has no buyer %[1]q", "活动中没有买家 %[1]q", "в мероприятии нет покупателя %[1]q", id)
}

func elsewhere(id, session string) event.Text {
	return say(
		"%[1]s: %[2]s 상담회에 참가하지 않습니다",
		"%[1]s does not take part in session %[2]s",
		"%[1]s 不参加 %[2]s 场次",
		"%[1]s не участвует в сессии %[2]s", id, session)
}
