package sheet

// sessionColumn names the session that a row belongs to.
func sessionColumn(field string) Column {
	return Column{
		Key: "session", Field: field, Kind: KindID, Refers: "sessions", Required: true, Example: same("changsha"),
		Heading: w("상담회", "Session", "场次", "Сессия"), Also: []string{"상담회 ID", "session id"},
		Help: w("'상담회' 시트의 ID입니다.", "An id of the sheet 'Sessions'.", "“场次”表中的编号。", "Код с листа «Сессии»."),
	}
}

// The three columns of a span of time.
func spanColumns() []Column {
	return []Column{
		{Key: "date", Kind: KindDate, Example: same("2026-10-29"),
			Heading: w("날짜", "Date", "日期", "Дата"), Also: []string{"day", "일자"},
			Help: w("현지 날짜입니다. 예: 2026-10-29", "The local day, e.g. 2026-10-29.", "当地日期，例如 2026-10-29。", "Местная дата, например 2026-10-29.")},
		{Key: "start", Kind: KindTime, Required: true, Example: same("09:00"),
			Heading: w("시작", "Start", "开始", "Начало"), Also: []string{"시작 시각", "from"},
			Help: w("현지 시각입니다. 예: 09:00. 날짜를 함께 적어도 됩니다.", "Local time, e.g. 09:00; with the day before it if you like.", "当地时间，例如 09:00，也可连同日期。", "Местное время, например 09:00; можно с датой.")},
		{Key: "end", Kind: KindTime, Required: true, Example: same("09:30"),
			Heading: w("끝", "End", "结束", "Конец"), Also: []string{"종료", "끝 시각", "to", "until"},
			Help: w("현지 시각입니다. 시작보다 늦어야 합니다.", "Local time, after the start.", "当地时间，须晚于开始。", "Местное время, позже начала.")},
	}
}

// sessionSheets describe where and when people meet.
var sessionSheets = []*Sheet{{
	Key: "sessions", List: "sessions", Name: w("상담회", "Sessions", "场次", "Сессии"), Also: []string{"세션"},
	Help: w("도시와 장소 하나에 한 행입니다. 시간대는 여기 '운영 시간'에 한 줄로 적거나 '시간대' 시트에 한 행씩 적습니다.",
		"One row for a city and venue. Give the slots in one line under 'Hours', or row by row in the sheet 'Slots'.",
		"每个城市及会场一行。时段可在“开放时间”一栏写明，也可在“时段”表逐行填写。",
		"Строка на город и площадку. Слоты — одной строкой в «Часы» или построчно на листе «Слоты»."),
	Columns: []Column{
		{Key: "id", Field: "id", Kind: KindID, Required: true, Example: same("changsha"),
			Heading: w("상담회 ID", "Session id", "场次编号", "Код сессии"), Also: []string{"id"},
			Help: w("영문자, 숫자, '-', '_'만 씁니다.", "Letters a-z, digits, '-' and '_'.", "仅限英文字母、数字、“-”和“_”。", "Латинские буквы, цифры, «-» и «_».")},
		{Key: "name", Field: "name", Kind: KindText, Heading: w("상담회명", "Session name", "场次名称", "Название сессии"), Also: []string{"name"},
			Example: w("창사 수출상담회", "Changsha consultations", "长沙出口洽谈会", "Консультации в Чанше"),
			Help:    w("사람이 읽는 이름입니다.", "The name for people.", "供人阅读的名称。", "Название для людей.")},
		{Key: "city", Field: "city", Kind: KindText, Heading: w("도시", "City", "城市", "Город"), Also: []string{"개최 도시", "개최지"},
			Example: w("창사", "Changsha", "长沙", "Чанша"),
			Help:    w("상담회가 열리는 도시입니다.", "Where it takes place.", "举办城市。", "Где проходит.")},
		{Key: "country", Field: "country", Kind: KindCountry, Required: true, Example: same("CN"),
			Heading: w("국가", "Country", "国家", "Страна"), Also: []string{"나라", "국가코드"},
			Help: w("두 글자 코드나 이름입니다. 예: CN, 중국", "Two letters or the name, e.g. CN or China.", "两位代码或名称，例如 CN、中国。", "Две буквы или название: CN, Китай.")},
		{Key: "time_zone", Field: "time_zone", Kind: KindString, Required: true, Example: same("Asia/Shanghai"),
			Heading: w("표준 시간대", "Time zone", "时区", "Часовой пояс"), Also: []string{"timezone", "표준시"},
			Help: w("IANA 이름입니다. 예: Asia/Shanghai, Europe/Moscow", "An IANA name, e.g. Asia/Shanghai, Europe/Moscow.", "IANA 名称，例如 Asia/Shanghai、Europe/Moscow。", "Имя IANA: Asia/Shanghai, Europe/Moscow.")},
		{Key: "dates", Kind: KindDates, Example: same("2026-10-29"),
			Heading: w("날짜", "Dates", "日期", "Даты"), Also: []string{"date", "일자", "дата"},
			Help: w("운영 시간이 적용되는 날입니다. 여러 날은 쉼표로, 이어지는 날은 '~'로 적습니다. 예: 2026-10-29~2026-10-30",
				"The days that the hours hold for; several with commas, a span with '~', e.g. 2026-10-29~2026-10-30.",
				"开放时间适用的日期；多个日期用逗号，连续日期用“~”，例如 2026-10-29~2026-10-30。",
				"Дни, к которым относятся часы; через запятую, подряд через «~»: 2026-10-29~2026-10-30.")},
		{Key: "hours", Kind: KindHours,
			Example: w("09:00-18:00, 30분, 점심 12:00-13:00", "09:00-18:00, every 30 minutes, lunch 12:00-13:00", "09:00-18:00，每30分钟，午休12:00-13:00", "09:00-18:00, каждые 30 минут, обед 12:00-13:00"),
			Heading: w("운영 시간", "Hours", "开放时间", "Часы"), Also: []string{"시간", "slots"},
			Help: w("한 줄로 적으면 시간대가 만들어집니다. 예: 09:00-18:00, 30분, 점심 12:00-13:00",
				"One line makes all the slots, e.g. 09:00-18:00, every 30 minutes, lunch 12:00-13:00.",
				"写一行即可生成全部时段，例如 09:00-18:00，每30分钟，午休12:00-13:00。",
				"Одна строка задаёт все слоты: 09:00-18:00, каждые 30 минут, обед 12:00-13:00.")},
		{Key: "tables", Field: "tables", Kind: KindTables, Required: true, Example: same("10"),
			Heading: w("테이블", "Tables", "桌子", "Столы"), Also: []string{"테이블 수", "상담 테이블"},
			Help: w("몇 개인지 적거나(10) 이름을 적습니다(A1, A2 또는 A1~A10). 많으면 '테이블' 시트에 적습니다.",
				"How many (10), or their names (A1, A2 or A1~A10); many names go into the sheet 'Tables'.",
				"填写数量（10）或名称（A1, A2 或 A1~A10）；名称很多时填入“桌子”表。",
				"Сколько (10) или какие (A1, A2 или A1~A10); много названий — на лист «Столы».")},
		exactColumn(),
	},
}, {
	Key: "slots", List: "sessions.slots", Name: w("시간대", "Slots", "时段", "Слоты"), Also: []string{"상담 시간대"},
	Help: w("상담 시간대 하나에 한 행, 시간 순서대로. '상담회' 시트에 운영 시간을 적었으면 비워 둡니다.",
		"One row a slot, in time order. Leave empty where the sheet 'Sessions' gives the hours.",
		"每个时段一行，按时间顺序。若“场次”表已填开放时间则留空。",
		"Строка на слот, по времени. Пусто, если часы указаны на листе «Сессии»."),
	Columns: append([]Column{sessionColumn("")}, spanColumns()...),
}, {
	Key: "tables", List: "sessions.tables", Name: w("테이블", "Tables", "桌子", "Столы"),
	Help: w("테이블 이름 하나에 한 행. '상담회' 시트에 적었으면 비워 둡니다.", "One row a table. Leave empty where the sheet 'Sessions' names them.",
		"每张桌子一行。若“场次”表已填则留空。", "Строка на стол. Пусто, если столы указаны на листе «Сессии»."),
	Columns: []Column{sessionColumn(""),
		{Key: "table", Kind: KindString, Required: true, Example: same("A1"),
			Heading: w("테이블 이름", "Table", "桌名", "Стол"), Also: []string{"테이블", "name"},
			Help: w("그 상담회 안에서 서로 달라야 합니다.", "Each name once a session.", "同一场次内不得重复。", "Каждое название один раз на сессию.")}},
}, {
	Key: "interpreters", List: "sessions.interpreters", Name: w("통역", "Interpreters", "口译", "Переводчики"), Also: []string{"통역사"},
	Help: w("상담회의 통역 한 사람에 한 행.", "One row for an interpreter of a session.", "每场次每位口译一行。", "Строка на переводчика сессии."),
	Columns: []Column{sessionColumn(""),
		{Key: "id", Field: "id", Kind: KindID, Required: true, Example: same("I1"),
			Heading: w("통역 ID", "Interpreter id", "口译编号", "Код переводчика"), Also: []string{"id", "interpreter"},
			Help: w("영문자, 숫자, '-', '_'만 씁니다.", "Letters a-z, digits, '-' and '_'.", "仅限英文字母、数字、“-”和“_”。", "Латинские буквы, цифры, «-» и «_».")},
		{Key: "name", Field: "name", Kind: KindText, Heading: w("이름", "Name", "姓名", "Имя"), Also: []string{"성명"}, Example: w("홍길동", "Hong Gildong", "洪吉童", "Хон Гильдон"),
			Help: w("통역의 이름입니다.", "The name of the interpreter.", "口译姓名。", "Имя переводчика.")},
		{Key: "languages", Field: "languages", Kind: KindLanguages, Required: true, Example: same("ko, zh"),
			Heading: w("언어", "Languages", "语言", "Языки"), Also: []string{"통역 언어", "language"},
			Help: w("코드나 이름을 쉼표로 나눕니다. 예: ko, zh", "Codes or names, with commas, e.g. ko, zh.", "代码或名称，用逗号分隔，例如 ko, zh。", "Коды или названия через запятую: ko, zh.")},
		exactColumn(),
	},
}}
