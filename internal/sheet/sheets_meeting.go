package sheet

var wishChoices = []Choice{
	{"must", w("필수", "must", "必须", "обязательно"), []string{"꼭", "◎", "необходимо", "必见"}},
	{"want", w("희망", "want", "希望", "желательно"), []string{"원함", "○", "хочу", "想见"}},
	{"avoid", w("기피", "avoid", "回避", "нежелательно"), []string{"비선호", "△", "избегать", "尽量避免"}},
	{"never", w("불가", "never", "拒绝", "никогда"), []string{"거절", "×", "x", "исключить", "不见"}},
}

var whoChoices = []Choice{
	{"company", w("기업", "company", "公司", "компания"), []string{"firm", "buyer", "참가기업", "바이어"}},
	{"interpreter", w("통역", "interpreter", "口译", "переводчик"), []string{"통역사"}},
}

// meetingSheets describe who may, wishes to and must meet.
var meetingSheets = []*Sheet{{
	Key: "participation", List: "sessions", Name: w("참가 조건", "Participation", "参加条件", "Условия участия"), Also: []string{"상담 한도"},
	Help: w("상담 수에 제한이 있는 기업만 적습니다.", "Only for companies with limits.", "仅填写有限制的公司。", "Только для компаний с ограничениями."),
	Columns: concat(companyColumn("company", ""), sessionColumn(""),
		Column{Key: "min_meetings", Field: "min_meetings", Kind: KindWhole, Example: same("3"),
			Heading: w("최소 상담 수", "Meetings at least", "最少会面数", "Встреч не менее"), Also: []string{"최소", "minimum", "min"},
			Help: w("이만큼은 잡도록 합니다. 비우면 0입니다.", "As many as should be placed; empty is 0.", "尽量安排的最少数量；留空为 0。", "Сколько нужно обеспечить; пусто — 0.")},
		Column{Key: "max_meetings", Field: "max_meetings", Kind: KindWhole, Example: same("8"),
			Heading: w("최대 상담 수", "Meetings at most", "最多会面数", "Встреч не более"), Also: []string{"최대", "maximum", "max"},
			Help: w("비우면 제한이 없습니다.", "Empty: no limit.", "留空为不限。", "Пусто — без предела.")},
		Column{Key: "parallel", Field: "parallel", Kind: KindWhole, Example: same("1"),
			Heading: w("동시 상담 수", "At the same time", "同时会面数", "Одновременно"), Also: []string{"동시"},
			Help: w("한 시간대에 함께 할 수 있는 상담 수. 비우면 1입니다.", "Meetings in one slot; empty is 1.", "同一时段可进行的会面数；留空为 1。", "Встреч в одном слоте; пусто — 1.")},
		exactColumn()),
}, {
	Key: "unavailability", List: "unavailable", Name: w("불참 시간", "Unavailability", "不可用时间", "Недоступность"), Also: []string{"불가 시간", "부재"},
	Help: w("상담할 수 없는 시간 하나에 한 행. 날짜만 적으면 하루 종일입니다.", "One row for a time when someone cannot meet. A date alone is the whole day.",
		"每段不可用时间一行；仅填日期表示全天。", "Строка на время, когда встречи невозможны. Только дата — весь день."),
	Columns: concat(Column{Key: "who", Kind: KindID, Refers: "everyone", Required: true, Example: same("F01"),
		Heading: w("누구", "Who", "谁", "Кто"), Also: []string{"기업", "company", "id"},
		Help: w("참가기업, 바이어, 통역의 ID입니다.", "The id of a firm, a buyer or an interpreter.", "企业、买家或口译的编号。", "Код фирмы, покупателя или переводчика.")},
		Column{Key: "kind", Kind: KindChoice, Choices: whoChoices,
			Heading: w("구분", "Kind", "类别", "Вид"), Example: w("기업", "company", "公司", "компания"),
			Help: w("기업 또는 통역. 비우면 ID로 찾습니다.", "Company or interpreter; empty: found by the id.", "公司或口译；留空则按编号判断。", "Компания или переводчик; пусто — по коду.")},
		sessionColumn(""), optional(spanColumns())),
}, {
	Key: "wishes", List: "requests", Name: w("상담 희망", "Wishes", "会面意愿", "Пожелания"), Also: []string{"희망", "requests"},
	Help: w("한쪽이 다른 쪽에 대해 바라는 것 하나에 한 행.", "One row for what one side wishes of the other.", "一方对另一方的每项意愿一行。", "Строка на пожелание одной стороны о другой."),
	Columns: concat(func() Column {
		c := companyColumn("from", "from")
		c.Heading, c.Also = w("누가", "From", "提出方", "От кого"), []string{"신청 기업", "신청"}
		return c
	}(), func() Column {
		c := companyColumn("to", "to")
		c.Heading, c.Also, c.Example = w("누구를", "To", "对象", "О ком"), []string{"상대 기업", "상대"}, same("B001")
		return c
	}(), Column{Key: "wish", Field: "wish", Kind: KindChoice, Choices: wishChoices, Required: true,
		Heading: w("희망", "Wish", "意愿", "Пожелание"), Example: w("희망", "want", "希望", "желательно"),
		Help: w("필수, 희망, 기피, 불가 가운데 하나입니다.", "One of must, want, avoid, never.", "必须、希望、回避、拒绝之一。", "Одно из: обязательно, желательно, нежелательно, никогда.")},
		exactColumn()),
}, {
	Key: "fixed", List: "fixed", Name: w("고정 상담", "Fixed meetings", "固定会面", "Закреплённые встречи"), Also: []string{"고정"},
	Help: w("이미 정해진 상담 하나에 한 행.", "One row for a meeting that is settled already.", "每场已确定的会面一行。", "Строка на уже назначенную встречу."),
	Columns: concat(sessionColumn("session"), firmColumn("firm"), buyerColumn("buyer"),
		Column{Key: "slot", Field: "slot", Kind: KindSlot, Required: true, Example: same("2026-10-29 09:00"),
			Heading: w("시작 시각", "Slot", "时段", "Слот"), Also: []string{"시간대", "시작", "start"},
			Help: w("시간대가 시작하는 현지 시각. 예: 2026-10-29 09:00. 숫자 하나는 0부터 센 시간대 번호입니다.", "The local time when the slot starts, e.g. 2026-10-29 09:00; a single number counts the slots from 0.",
				"时段开始的当地时间，例如 2026-10-29 09:00；单个数字表示从 0 起的时段序号。", "Местное время начала слота: 2026-10-29 09:00; одно число — номер слота с 0.")},
		Column{Key: "table", Field: "table", Kind: KindString, Example: same("A1"), Refers: "tables",
			Heading: w("테이블", "Table", "桌子", "Стол"), Also: []string{"테이블 이름"},
			Help: w("비우면 프로그램이 정합니다.", "Empty: the program chooses.", "留空则由程序决定。", "Пусто — выберет программа.")},
		exactColumn()),
}, {
	Key: "controls", List: "controls", Name: w("수출 통제", "Export controls", "出口管制", "Экспортный контроль"), Also: []string{"통제"},
	Help: w("나라와 HS 코드로 막는 품목. 이 기간에는 그 나라에 내놓지 않습니다.", "What may not be offered to a country, by HS code, on those days.",
		"按国家和 HS 编码限制的商品；在此期间不得向该国提供。", "Что нельзя предлагать стране, по кодам ТН ВЭД, в эти дни."),
	Columns: concat(Column{Key: "country", Field: "country", Kind: KindCountry, Required: true, Example: same("RU"),
		Heading: w("국가", "Country", "国家", "Страна"), Also: []string{"나라", "국가코드"},
		Help: w("두 글자 코드나 이름입니다.", "Two letters or the name.", "两位代码或名称。", "Две буквы или название.")},
		codesColumn(true, "8457, 8807.30"),
		Column{Key: "from", Field: "from", Kind: KindDate, Example: same("2024-02-24"), Heading: w("시작일", "From", "起始日", "С"), Also: []string{"시작"},
			Help: w("이날부터. 비우면 처음부터.", "From this day; empty: always.", "自该日起；留空为一直。", "С этого дня; пусто — всегда.")},
		Column{Key: "until", Field: "until", Kind: KindDate, Heading: w("종료일", "Until", "截止日", "По"), Also: []string{"종료", "끝", "to"},
			Help: w("이날까지(포함). 비우면 끝이 없습니다.", "Until this day, included; empty: no end.", "至该日（含）；留空为无期限。", "По этот день включительно; пусто — без конца.")},
		Column{Key: "note", Field: "note", Kind: KindText, Heading: w("비고", "Note", "备注", "Примечание"),
			Help: w("근거 등 자유로운 글입니다.", "Free text, e.g. the regulation.", "自由说明，例如法规依据。", "Свободный текст, например основание.")},
		exactColumn()),
}}

// optional makes columns that a row may leave empty.
func optional(columns []Column) []Column {
	for i := range columns {
		columns[i].Required = false
	}
	return columns
}
