package sheet

// factorSheets override what the matcher does by itself.
var factorSheets = []*Sheet{{
	Key: "weights", List: "weights", Name: w("가중치", "Weights", "权重", "Веса"),
	Help: w("매칭 항목의 가중치. 비우면 기본값을 씁니다.", "Weights of the matching factors; empty: the built-in ones.", "匹配因素的权重；留空使用默认值。", "Веса факторов подбора; пусто — встроенные."),
	Columns: []Column{
		{Key: "factor", Kind: KindString, Required: true, Example: same("sector"),
			Heading: w("항목", "Factor", "因素", "Фактор"),
			Help:    w("sector, hs, text, certificate, size, language, market, wish", "sector, hs, text, certificate, size, language, market, wish", "sector, hs, text, certificate, size, language, market, wish", "sector, hs, text, certificate, size, language, market, wish")},
		{Key: "weight", Field: "weight", Kind: KindNumber, Required: true, Example: same("0.3"),
			Heading: w("가중치", "Weight", "权重", "Вес"),
			Help:    w("0 이상의 수입니다.", "Zero or more.", "大于或等于 0。", "Ноль или больше.")},
		exactColumn(),
	},
}, {
	Key: "scores", List: "scores", Name: w("점수", "Scores", "得分", "Баллы"),
	Help: w("적으면 매칭을 대신합니다. 여기 있는 짝만 후보가 됩니다. 보통은 비워 둡니다.", "Takes the place of the matcher: only these pairs are candidates. Usually left empty.",
		"填写后取代自动匹配，仅此处的组合为候选。通常留空。", "Заменяет подбор: кандидаты — только эти пары. Обычно пусто."),
	Columns: []Column{firmColumn("firm"), buyerColumn("buyer"),
		{Key: "score", Field: "score", Kind: KindNumber, Required: true, Example: same("0.83"), Heading: w("점수", "Score", "得分", "Балл"),
			Help: w("0부터 1까지, 높을수록 좋습니다.", "From 0 to 1, higher is better.", "0 到 1，越高越好。", "От 0 до 1, больше — лучше.")},
		exactColumn(),
	},
}}

var reporterChoices = []Choice{
	{"firm", w("참가기업", "firm", "参展企业", "фирма"), []string{"기업"}},
	{"buyer", w("바이어", "buyer", "买家", "покупатель"), nil},
	{"organizer", w("주최자", "organizer", "主办方", "организатор"), []string{"주최"}},
}

func yesNoColumn(key, ko, en, zh, ru string) Column {
	return Column{
		Key: key, Field: key, Kind: KindYesNo, Heading: w(ko, en, zh, ru), Example: w("예", "yes", "是", "да"),
		Help: w("예 또는 아니요", "yes or no", "是或否", "да или нет"),
	}
}

// outcomeSheets hold the consultation log.
var outcomeSheets = []*Sheet{{
	Key: "outcomes", List: "outcomes", Name: w("상담 결과", "Outcomes", "洽谈结果", "Итоги"), Also: []string{"상담일지", "결과"},
	Help: w("상담 하나에 보고 하나가 한 행. 양쪽이 각각 적을 수 있습니다.", "One row a report of a meeting; each side may give one.", "每份会面报告一行，双方可各填一份。", "Строка на отчёт о встрече; каждая сторона может дать свой."),
	Columns: concat(sessionColumn("session"), firmColumn("firm"), buyerColumn("buyer"),
		Column{Key: "reported_by", Field: "reported_by", Kind: KindChoice, Choices: reporterChoices, Example: w("참가기업", "firm", "参展企业", "фирма"),
			Heading: w("보고자", "Reported by", "报告方", "Кто сообщил"),
			Help:    w("참가기업, 바이어, 주최자", "firm, buyer or organizer", "参展企业、买家或主办方", "фирма, покупатель или организатор")},
		yesNoColumn("held", "상담 진행", "Held", "是否举行", "Состоялась"),
		moneyColumn("consulted_usd", "상담액(USD)", "Consulted (USD)", "洽谈额（USD）", "Обсуждалось (USD)", "250000"),
		moneyColumn("expected_contract_usd", "계약 예상액(USD)", "Expected contract (USD)", "预计合同额（USD）", "Ожидаемый контракт (USD)", "100000"),
		moneyColumn("signed_usd", "계약액(USD)", "Signed (USD)", "签约额（USD）", "Подписано (USD)", "0"),
		yesNoColumn("mou", "MOU", "MOU", "谅解备忘录", "Меморандум"),
		moneyColumn("mou_usd", "MOU 금액(USD)", "MOU (USD)", "备忘录金额（USD）", "Меморандум (USD)", "3000000"),
		Column{Key: "rating", Field: "rating", Kind: KindWhole, Example: same("4"), Heading: w("평점", "Rating", "评分", "Оценка"), Also: []string{"평가"},
			Help: w("1부터 5까지입니다.", "From 1 to 5.", "1 到 5。", "От 1 до 5.")},
		Column{Key: "note", Field: "note", Kind: KindString, Heading: w("비고", "Note", "备注", "Примечание"), Also: []string{"특이사항", "메모"},
			Example: w("샘플 발송 후 재협의", "samples first, then another talk", "先寄样品再谈", "сначала образцы, затем новая встреча"),
			Help:    w("다음에 할 일 등 자유로운 글입니다.", "Free text, e.g. the next step.", "自由说明，例如后续事项。", "Свободный текст, например следующий шаг.")},
		exactColumn()),
}}
