package sheet

import "sangdam/event"

// firmColumn and buyerColumn name a side of a row by its id.
func firmColumn(field string) Column {
	return Column{
		Key: "firm", Field: field, Kind: KindID, Refers: "firms", Required: true, Example: same("F01"),
		Heading: w("참가기업", "Firm", "参展企业", "Фирма"), Also: []string{"기업", "기업 ID", "firm id", "기업명", "업체명", "회사명", "참가기업명", "firm name"},
		Help: w("'참가기업' 시트의 ID입니다.", "An id of the sheet 'Firms'.", "“参展企业”表中的编号。", "Код с листа «Фирмы»."),
	}
}

func buyerColumn(field string) Column {
	return Column{
		Key: "buyer", Field: field, Kind: KindID, Refers: "buyers", Required: true, Example: same("B001"),
		Heading: w("바이어", "Buyer", "买家", "Покупатель"), Also: []string{"바이어 ID", "buyer id", "바이어명", "업체명", "회사명", "buyer name"},
		Help: w("'바이어' 시트의 ID입니다.", "An id of the sheet 'Buyers'.", "“买家”表中的编号。", "Код с листа «Покупатели»."),
	}
}

func companyColumn(key, field string) Column {
	c := Column{
		Key: key, Field: field, Kind: KindID, Refers: "companies", Required: true, Example: same("F01"),
		Heading: w("기업", "Company", "公司", "Компания"), Also: []string{"기업 ID", "company id", "참가기업/바이어"},
		Help: w("참가기업이나 바이어의 ID입니다.", "The id of a firm or a buyer.", "参展企业或买家的编号。", "Код фирмы или покупателя."),
	}
	return c
}

func sectorsColumn(example event.Text) Column {
	return Column{
		Key: "sectors", Field: "sectors", Kind: KindSectors, Example: example,
		Heading: w("업종", "Sectors", "行业", "Отрасли"), Also: []string{"sector", "업종 코드"},
		Help: w("업종 이름이나 ID를 쉼표로 나눕니다. 예: 항공우주, 주조. '코드표' 시트에 목록이 있습니다.", "Names or ids of sectors, with commas, e.g. aerospace, casting. The sheet 'Codes' lists them.",
			"行业名称或编号，用逗号分隔，例如 航空航天, 铸造。“代码表”列出全部行业。", "Названия или коды отраслей через запятую: литьё, сварка. Все они — на листе «Коды»."),
	}
}

func codesColumn(required bool, example string) Column {
	return Column{
		Key: "hs", Field: "hs", Kind: KindCodes, Required: required, Example: same(example),
		Heading: w("HS 코드", "HS codes", "HS 编码", "Коды ТН ВЭД"), Also: []string{"hs", "hs code", "HS", "세번"},
		Help: w("2, 4, 6자리 이상. 셀 서식은 '텍스트'여야 앞뒤 0이 남습니다. 예: 8807.30, 0101", "2, 4, 6 or more digits. Keep the cells as text, or zeros get lost, e.g. 8807.30, 0101.",
			"2、4、6 位或更多。单元格须为文本格式以免丢失 0，例如 8807.30, 0101。", "2, 4, 6 и более цифр. Формат ячеек — текст, иначе нули пропадут: 8807.30, 0101."),
	}
}

func languagesColumn(example string) Column {
	return Column{
		Key: "languages", Field: "languages", Kind: KindLanguages, Example: same(example),
		Heading: w("상담 언어", "Languages", "语言", "Языки"), Also: []string{"언어", "language", "구사 언어"},
		Help: w("통역 없이 상담할 수 있는 언어. 코드나 이름을 쉼표로 나눕니다. 예: ko, en", "Languages spoken without an interpreter, codes or names with commas, e.g. ko, en.",
			"无需口译即可使用的语言，代码或名称用逗号分隔，例如 ko, en。", "Языки без переводчика: коды или названия через запятую: ko, en."),
	}
}

func certificatesColumn(key string) Column {
	c := Column{
		Key: key, Field: key, Kind: KindList, Example: same("ISO 9001, AS9100"),
		Heading: w("인증", "Certificates", "认证", "Сертификаты"), Also: []string{"보유 인증", "certificate"},
		Help: w("쉼표로 나눕니다. 예: ISO 9001, AS9100", "With commas, e.g. ISO 9001, AS9100.", "用逗号分隔，例如 ISO 9001, AS9100。", "Через запятую: ISO 9001, AS9100."),
	}
	if key == "required_certificates" {
		c.Heading = w("요구 인증", "Required certificates", "要求的认证", "Требуемые сертификаты")
		c.Also = []string{"필수 인증", "인증", "certificates"}
	}
	return c
}

func moneyColumn(key, ko, en, zh, ru, example string, help ...string) Column {
	c := Column{
		Key: key, Field: key, Kind: KindNumber, Heading: w(ko, en, zh, ru), Example: same(example), Also: []string{ko + " USD"},
		Help: w("미국 달러. 숫자만 적습니다.", "In US dollars, digits only.", "美元，仅填数字。", "В долларах США, только цифры."),
	}
	if len(help) == 4 {
		c.Help = w(help[0], help[1], help[2], help[3])
	}
	return c
}

// contactColumns are personal data: they leave the program only to the organizer and the two sides of a meeting.
func contactColumns(person, email, phone string) []Column {
	return []Column{
		{Key: "person", Field: "contact.person", Kind: KindString, Example: same(person),
			Heading: w("담당자", "Contact person", "联系人", "Контактное лицо"), Also: []string{"담당자명", "contact"},
			Help: w("주최자와 상담 상대에게만 보입니다.", "Shown to the organizer and the other side of a meeting only.", "仅主办方和会面对方可见。", "Видят только организатор и другая сторона встречи.")},
		{Key: "email", Field: "contact.email", Kind: KindString, Example: same(email),
			Heading: w("이메일", "Email", "电子邮箱", "Эл. почта"), Also: []string{"e-mail", "메일"},
			Help: w("주최자와 상담 상대에게만 보입니다.", "Shown to the organizer and the other side of a meeting only.", "仅主办方和会面对方可见。", "Видят только организатор и другая сторона встречи.")},
		{Key: "phone", Field: "contact.phone", Kind: KindString, Example: same(phone),
			Heading: w("전화", "Phone", "电话", "Телефон"), Also: []string{"전화번호", "연락처", "tel"},
			Help: w("나라 번호부터 적습니다. 예: +82-55-000-0000", "With the country code, e.g. +82-55-000-0000.", "含国家代码，例如 +82-55-000-0000。", "С кодом страны: +82-55-000-0000.")},
	}
}

func takesPartColumn(ko, en, zh, ru string) Column {
	return Column{
		Key: "sessions", Field: "sessions", Kind: KindIDs, Refers: "sessions", Example: same("changsha"),
		Heading: w("참가 상담회", "Takes part in", "参加场次", "Участвует в"), Also: []string{"sessions", "상담회"},
		Help: w(ko, en, zh, ru),
	}
}

// companySheets describe the two sides.
var companySheets = []*Sheet{{
	Key: "firms", List: "firms", Name: w("참가기업", "Firms", "参展企业", "Фирмы"), Also: []string{"기업", "참가 기업"},
	Help: w("사절단에 참가하는 기업 하나에 한 행. 제품은 '제품' 시트에 적습니다.", "One row a firm of the delegation. Its products go into the sheet 'Products'.",
		"代表团每家企业一行，产品填入“产品”表。", "Строка на фирму делегации. Продукция — на листе «Продукция»."),
	Columns: concat(Column{Key: "id", Field: "id", Kind: KindID, Required: true, Example: same("F01"),
		Heading: w("기업 ID", "Firm id", "企业编号", "Код фирмы"), Also: []string{"id", "기업코드", "번호", "연번", "순번", "no"},
		Help: w("영문자, 숫자, '-', '_'만 쓰고, 바이어의 ID와도 달라야 합니다.", "Letters a-z, digits, '-' and '_'; also different from the ids of buyers.",
			"仅限英文字母、数字、“-”和“_”，且不得与买家编号相同。", "Латинские буквы, цифры, «-» и «_»; не как у покупателей.")},
		Column{Key: "name", Field: "name", Kind: KindText, Heading: w("기업명", "Firm name", "企业名称", "Название фирмы"), Also: []string{"name", "회사명", "업체명"},
			Example: w("가상정밀", "Imaginary Precision", "虚构精密", "Вымышленная механика"),
			Help:    w("언어마다 열 하나입니다.", "One column a language.", "每种语言一列。", "По столбцу на язык.")},
		sectorsColumn(w("정밀가공", "precision-machining", "精密加工", "точная механообработка")), certificatesColumn("certificates"), languagesColumn("ko, en"),
		Column{Key: "markets", Field: "markets", Kind: KindCountries, Example: same("CN, RU"),
			Heading: w("희망 시장", "Markets", "目标市场", "Рынки"), Also: []string{"관심 시장", "목표 시장", "market"},
			Help: w("나라 코드나 이름을 쉼표로 나눕니다. 예: CN, RU", "Countries, codes or names with commas, e.g. CN, RU.", "国家代码或名称，用逗号分隔，例如 CN, RU。", "Страны: коды или названия через запятую: CN, RU.")},
		moneyColumn("capacity_usd", "연간 공급 능력(USD)", "Capacity a year (USD)", "年供货能力（USD）", "Мощность в год (USD)", "3000000"),
		moneyColumn("minimum_order_usd", "최소 주문액(USD)", "Minimum order (USD)", "最小订单额（USD）", "Минимальный заказ (USD)", "50000"),
		contactColumns("홍길동", "export@example.com", "+82-55-000-0000"),
		takesPartColumn("참가하는 상담회의 ID. 비우면 모든 상담회에 참가합니다.", "Ids of the sessions; empty means all of them.", "参加的场次编号；留空表示全部。", "Коды сессий; пусто — все."),
		exactColumn()),
}, {
	Key: "products", List: "firms.products", Name: w("제품", "Products", "产品", "Продукция"), Also: []string{"품목"},
	Help: w("제품이나 공정 하나에 한 행. 같은 기업을 여러 번 적을 수 있습니다.", "One row a product or process; a firm may stand in several rows.",
		"每个产品或工艺一行，同一企业可有多行。", "Строка на изделие или процесс; у фирмы может быть несколько."),
	Columns: concat(firmColumn(""),
		Column{Key: "name", Field: "name", Kind: KindText, Heading: w("제품명", "Product name", "产品名称", "Изделие"), Also: []string{"name", "품명", "product"},
			Example: w("항공기 날개 리브", "aircraft wing ribs", "飞机翼肋", "нервюры крыла"),
			Help:    w("언어마다 열 하나입니다.", "One column a language.", "每种语言一列。", "По столбцу на язык.")},
		Column{Key: "description", Field: "description", Kind: KindText, Heading: w("제품 설명", "Description", "产品说明", "Описание"), Also: []string{"설명"},
			Example: w("5축 가공 알루미늄 구조물", "five-axis machined aluminium structures", "五轴加工铝结构件", "алюминиевые детали пятиосевой обработки"),
			Help:    w("자세할수록 매칭이 정확해집니다.", "The more it says, the better the matching.", "越详细，匹配越准确。", "Чем подробнее, тем точнее подбор.")},
		codesColumn(false, "8807.30"), sectorsColumn(w("항공기 부품", "aircraft-parts", "飞机零部件", "авиационные детали")), exactColumn()),
}, {
	Key: "buyers", List: "buyers", Name: w("바이어", "Buyers", "买家", "Покупатели"),
	Help: w("현지 바이어 하나에 한 행. 찾는 제품은 '수요' 시트에 적습니다.", "One row a buyer. What it looks for goes into the sheet 'Needs'.",
		"每个买家一行，需求填入“需求”表。", "Строка на покупателя. Что он ищет — на листе «Потребности»."),
	Columns: concat(Column{Key: "id", Field: "id", Kind: KindID, Required: true, Example: same("B001"),
		Heading: w("바이어 ID", "Buyer id", "买家编号", "Код покупателя"), Also: []string{"id", "번호", "연번", "순번", "no"},
		Help: w("영문자, 숫자, '-', '_'만 쓰고, 참가기업의 ID와도 달라야 합니다.", "Letters a-z, digits, '-' and '_'; also different from the ids of firms.",
			"仅限英文字母、数字、“-”和“_”，且不得与企业编号相同。", "Латинские буквы, цифры, «-» и «_»; не как у фирм.")},
		Column{Key: "name", Field: "name", Kind: KindText, Heading: w("바이어명", "Buyer name", "买家名称", "Название покупателя"), Also: []string{"name", "회사명", "업체명"},
			Example: w("가상무역", "Imaginary Trading", "虚构贸易", "Вымышленная торговля"),
			Help:    w("언어마다 열 하나입니다.", "One column a language.", "每种语言一列。", "По столбцу на язык.")},
		Column{Key: "country", Field: "country", Kind: KindCountry, Required: true, Example: same("CN"),
			Heading: w("국가", "Country", "国家", "Страна"), Also: []string{"나라", "국가코드", "국적"},
			Help: w("두 글자 코드나 이름입니다. 예: CN, 중국", "Two letters or the name, e.g. CN or China.", "两位代码或名称，例如 CN、中国。", "Две буквы или название: CN, Китай.")},
		sectorsColumn(w("항공우주", "aerospace", "航空航天", "авиакосмическая промышленность")), certificatesColumn("required_certificates"), languagesColumn("zh"),
		moneyColumn("volume_usd", "연간 구매 규모(USD)", "Volume a year (USD)", "年采购额（USD）", "Объём в год (USD)", "1500000"),
		contactColumns("李雷", "buyer@example.com", "+86-000-0000-0000"),
		takesPartColumn("참가하는 상담회의 ID. 비우면 자기 나라의 상담회에 참가합니다.", "Ids of the sessions; empty means those in its own country.", "参加的场次编号；留空表示本国场次。", "Коды сессий; пусто — сессии своей страны."),
		exactColumn()),
}, {
	Key: "needs", List: "buyers.needs", Name: w("수요", "Needs", "需求", "Потребности"), Also: []string{"구매 수요", "희망 품목"},
	Help: w("바이어가 찾는 것 하나에 한 행.", "One row for each thing a buyer looks for.", "买家的每项需求一行。", "Строка на каждую потребность."),
	Columns: concat(buyerColumn(""),
		Column{Key: "description", Field: "description", Kind: KindText, Heading: w("찾는 제품", "Description", "需求说明", "Что нужно"), Also: []string{"설명", "수요", "need", "희망 품목", "희망 제품", "관심 품목", "구매 희망 품목", "품목"},
			Example: w("항공기 부품", "aircraft parts", "飞机零件", "детали самолётов"),
			Help:    w("자세할수록 매칭이 정확해집니다.", "The more it says, the better the matching.", "越详细，匹配越准确。", "Чем подробнее, тем точнее подбор.")},
		codesColumn(false, "88"), sectorsColumn(w("항공우주", "aerospace", "航空航天", "авиакосмическая промышленность")), exactColumn()),
}}

// concat joins columns and lists of columns.
func concat(parts ...any) []Column {
	var out []Column
	for _, p := range parts {
		switch p := p.(type) {
		case Column:
			out = append(out, p)
		case []Column:
			out = append(out, p...)
		}
	}
	return out
}
