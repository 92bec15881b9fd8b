package sheet

// eventSheets describe the event as a whole.
var eventSheets = []*Sheet{{
	Key: "event", List: "", Name: w("행사", "Event", "活动", "Мероприятие"),
	Help: w("행사 하나에 한 행입니다.", "One row for the event.", "一个活动一行。", "Одна строка на мероприятие."),
	Columns: []Column{
		{Key: "id", Field: "id", Kind: KindID, Required: true, Example: same("jinju-2026"),
			Heading: w("행사 ID", "Event id", "活动编号", "Код мероприятия"), Also: []string{"id", "행사코드"},
			Help: w("영문자, 숫자, '-', '_'만 씁니다.", "Letters a-z, digits, '-' and '_'.", "仅限英文字母、数字、“-”和“_”。", "Латинские буквы, цифры, «-» и «_».")},
		{Key: "name", Field: "name", Kind: KindText,
			Heading: w("행사명", "Event name", "活动名称", "Название"), Also: []string{"name", "명칭"},
			Example: w("진주 기계산업 무역사절단", "Jinju machinery trade delegation", "晋州机械产业贸易代表团", "Торговая делегация Чинджу"),
			Help:    w("언어마다 열 하나입니다. 모르는 언어는 비워 두십시오.", "One column a language; leave empty what you do not have.", "每种语言一列，没有的可留空。", "По столбцу на язык; чего нет, оставьте пустым.")},
		{Key: "note", Field: "note", Kind: KindText,
			Heading: w("비고", "Note", "备注", "Примечание"),
			Help:    w("행사에 관한 자유로운 글입니다.", "Free text about the event.", "关于活动的自由说明。", "Свободный текст о мероприятии.")},
		{Key: "minimum_score", Field: "minimum_score", Kind: KindNumber, Example: same("0.2"),
			Heading: w("최저 점수", "Minimum score", "最低得分", "Минимальный балл"),
			Help: w("0부터 1까지. 이보다 낮은 짝은 상담을 잡지 않습니다. 비우면 기준이 없습니다.", "From 0 to 1. A pair below it gets no meeting. Empty: no limit.",
				"0 到 1，低于此分的组合不安排会面。留空表示不限。", "От 0 до 1. Пара ниже не получает встречи. Пусто: без предела.")},
		exactColumn(),
	},
}, {
	Key: "sectors", List: "sectors", Name: w("업종", "Sectors", "行业", "Отрасли"),
	Help: w("기본 업종표에 없는 업종만 적습니다. 보통은 비워 둡니다.", "Only sectors that the built-in list lacks; usually left empty.",
		"仅填写内置行业表中没有的行业，通常留空。", "Только отрасли, которых нет во встроенном списке; обычно пусто."),
	Columns: []Column{
		{Key: "id", Field: "id", Kind: KindID, Required: true, Example: same("drones"),
			Heading: w("업종 ID", "Sector id", "行业编号", "Код отрасли"), Also: []string{"id", "sector"},
			Help: w("참가기업, 바이어, 제품, 수요의 '업종' 열에 쓰는 이름입니다.", "The word used in the columns 'Sectors'.", "在各表“行业”列中使用的名称。", "Слово для столбцов «Отрасли».")},
		{Key: "name", Field: "name", Kind: KindText, Heading: w("업종명", "Sector name", "行业名称", "Название отрасли"), Also: []string{"name"},
			Example: w("무인기", "drones", "无人机", "беспилотники"),
			Help:    w("사람이 읽는 이름입니다.", "The name for people.", "供人阅读的名称。", "Название для людей.")},
		{Key: "parent", Field: "parent", Kind: KindSector, Example: same("aerospace"),
			Heading: w("상위 업종", "Parent sector", "上级行业", "Родительская отрасль"),
			Help:    w("이 업종이 속하는 업종의 ID나 이름입니다.", "The id or name of the sector that it belongs to.", "所属行业的编号或名称。", "Код или название отрасли, к которой она относится.")},
		exactColumn(),
	},
}}
