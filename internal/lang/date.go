package lang

import (
	"fmt"
	"time"
)

var weekdays = map[string][7]string{
	"ko": {"일", "월", "화", "수", "목", "금", "토"},
	"en": {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
	"zh": {"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"},
	"ru": {"воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"},
}

// monthsOfRussian stand after the day, in the genitive.
var monthsOfRussian = [...]string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
	"октября", "ноября", "декабря"}

// Day writes the calendar day of a moment, in the zone it stands in, with the day of the week: 2019년 10월 29일 (화),
// Tuesday, 29 October 2019, 2019年10月29日 星期二, вторник, 29 октября 2019 г.
func (v *Voice) Day(t time.Time) string {
	name := weekdays[v.lang][t.Weekday()]
	switch v.lang {
	case "ko":
		return fmt.Sprintf("%s (%s)", v.Date(t), name)
	case "zh":
		return fmt.Sprintf("%s %s", v.Date(t), name)
	case "ru":
		return fmt.Sprintf("%s, %s", name, v.Date(t))
	default:
		return fmt.Sprintf("%s, %s", weekdays["en"][t.Weekday()], v.Date(t))
	}
}

// Date writes the calendar day of a moment, in the zone it stands in, without the day of the week.
func (v *Voice) Date(t time.Time) string {
	year, month, day := t.Date()
	switch v.lang {
	case "ko":
		return fmt.Sprintf("%d년 %d월 %d일", year, month, day)
	case "zh":
		return fmt.Sprintf("%d年%d月%d日", year, month, day)
	case "ru":
		return fmt.Sprintf("%d %s %d г.", day, monthsOfRussian[month-1], year)
	default:
		return fmt.Sprintf("%d %s %d", day, month, year)
	}
}
