package jobs

import (
	"errors"
	"fmt"

	"sangdam/event"
	"sangdam/internal/plan"
)

// A problem is why a run fails, in words for people.
type problem struct {
	text     event.Text
	internal bool // the program's own fault
	cause    error
}

func (p *problem) Error() string { return p.text.In("en") }
func (p *problem) Unwrap() error { return p.cause }

// words fills one set of arguments into a sentence in each language; the verbs are indexed.
func words(ko, en, zh, ru string, args ...any) event.Text {
	by := make(map[string]string, len(event.Languages))
	for _, l := range [...]struct{ code, format string }{{"ko", ko}, {"en", en}, {"zh", zh}, {"ru", ru}} {
		by[l.code] = fmt.Sprintf(l.format, args...)
	}
	return event.Text{By: by}
}

func noEvent(err error) *problem {
	return &problem{cause: err, text: words(
		"행사 문서가 없습니다", "there is no event document", "没有活动文件", "документа мероприятия нет")}
}

// wrongEvent tells of the faults of a document in the reader's own language; other errors are as they are.
func wrongEvent(err error) *problem {
	p := &problem{cause: err, text: words(
		"행사 문서를 읽을 수 없습니다: %[1]v", "the event document cannot be read: %[1]v",
		"无法读取活动文件：%[1]v", "документ мероприятия не читается: %[1]v", err)}
	if faults, ok := err.(event.Faults); ok {
		heads := words("행사 문서에 고칠 곳이 있습니다", "the event document has faults", "活动文件有需要更正之处", "в документе мероприятия есть ошибки")
		for code, head := range heads.By {
			p.text.By[code] = head + ":\n" + faults.In(code)
		}
	}
	return p
}

func noStart(id string, err error) *problem {
	return &problem{cause: err, text: words(
		"이어서 짤 일정 %[1]s을(를) 읽을 수 없습니다", "the schedule %[1]s to begin from cannot be read",
		"无法读取作为起点的日程 %[1]s", "исходное расписание %[1]s не читается", id)}
}

// noSchedule wraps what the packer says.
func noSchedule(err error) *problem {
	why := plan.Told(err)
	if faults, ok := errors.AsType[event.Faults](err); ok {
		why = faults.Text()
	}
	heads := words("주어진 조건으로는 일정을 짤 수 없습니다: ", "no schedule can be made of what is given: ",
		"按给定条件无法排出日程：", "по заданным условиям расписание составить нельзя: ")
	for code, head := range heads.By {
		heads.By[code] = head + why.In(code)
	}
	return &problem{cause: err, text: heads}
}

func noTime(err error) *problem {
	return &problem{cause: err, text: words(
		"제한 시간 안에 일정을 하나도 찾지 못했습니다. 시간을 더 주십시오", "the time ended before a schedule was found; give it more",
		"在时限内没有找到任何日程，请延长时间", "время истекло раньше, чем нашлось расписание; дайте больше времени")}
}

func crashed(cause error) *problem {
	return &problem{cause: cause, internal: true, text: words(
		"프로그램 오류로 일정을 짜지 못했습니다. 관리자에게 실행 번호를 알려 주십시오",
		"an error of the program's own kept it from making a schedule; tell the administrator the id of the run",
		"程序内部错误，未能排出日程。请将运行编号告知管理员",
		"внутренняя ошибка программы: расписание не составлено; сообщите администратору номер запуска")}
}

func lostTooOften(times int) *problem {
	return &problem{internal: true, text: words(
		"일정을 짜던 프로그램이 %[1]d번이나 도중에 끝나 더 시도하지 않습니다. 관리자에게 실행 번호를 알려 주십시오",
		"the program ended %[1]d times while it worked on this run, which is not begun again; tell the administrator its id",
		"程序在处理此次运行时中途结束了 %[1]d 次，不再重试。请将运行编号告知管理员",
		"программа завершалась %[1]d раз во время этого запуска, он больше не повторяется; сообщите администратору его номер", times)}
}
