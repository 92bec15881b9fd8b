package lexicon

import (
	"strings"
	"unicode/utf8"
)

// boilerplate is the wording of grammar and of legal drafting that stands in any heading and says nothing of the goods.
// Words that occur widely but do mean something (parts, other machinery) are not here: their weight falls by their
// frequency alone.
var boilerplate = [scripts]map[string]bool{
	latin: set(`a an and or of the for with without whether not in on to by at as is are be its their thereof other
		than such like similar including excluding containing having heading headings elsewhere specified included chapter this
		that these those which nes nesoi designed principally solely suitable use used falling within put up up form forms
		also from into any all but only more less we our need looking supplier buy want etc i e g no per if excl incl
		subheading note notes kind kinds type types mentioned described covered
		company companies manufacturer manufacturers service services product products partner quality high looking
		leading leader established founded since certified certificate certification certificates employees staff export exports exporting exported exporter
		importer countries country worldwide global world years year experience experienced customers customer clients client market markets main based
		located specialize specializes specialized specializing specialised specialising provide provides providing offer offers offering various wide range reliable
		best price prices competitive professional professionals today over us you your they have has had was were will can may it interested seeking seek
		cooperation partnership partners distributor distributors`),
	cyrillic: set(`и или в во на с со к для из из-за от до по при о об не их его ее прочие прочее прочих прочий прочая прочими другие другое
		других другом другими месте поименованные включенные поименованное включенное поименованная включая кроме исключая аналогичные аналогичная аналогичное
		аналогичных предназначенные предназначенная предназначенных исключительно основном главным образом товарной товарных
		позиции позиций группы группе данной также как так то же чем без них него нее ней нем том числе которые который которых имеющие
		имеющая имеющих содержащие являющиеся используемые используемых используемая пригодные что это либо а но тип типа вид вида виды видов
		любые любая любых оснащенные одного одной указанные указанных нужны нужен ищем требуются закупаем мы
		техника техники технику технике техникой компания компании производитель производители поставщик поставщика поставщики услуги услуга продукция партнер партнера
		наша наш наши нашей нашего основана основано основан году год года лет работает работаем рынке рынок рынка более широкий широкого ассортимент ассортимента цены
		цена ценам опыт опытом сертифицирована сертифицированная сертификат сертификаты сертификация сотрудников сотрудники экспорт экспорта экспортируем страны
		стран странах клиентов клиенты клиентам является являемся ведущий ведущая ведущих предлагает предлагаем продукции продукцию основная основные
		выпускает выпускаем производит производим специализируется качество качества качественная высокого мире мировой сотрудничество сотрудничества`),
}

// koreanBoilerplate holds beginnings of words, since Korean inflects at the end.
var koreanBoilerplate = strings.Fields(`상관없 갖추었는 갖춘 한정 제외 포함 해당 따로 분류 그밖 밖의 기타 이와 이들 유사 것으로 것에 것을 것은 것과 것이 것만 또는 및 그리고
	있는 없는 않은 아니 정하 전용되 주로 사용되 사용하 적합 제호 호의 호나 호부터 호까지 호와 류의 각종 등의 위한 위하여 대한 관련 같은 따른 경우 어떤 그것 당해 필요 구매 구합 찾습 희망 하나 만든 만들 외의
	당사 저희 설립 임직원 보유하 보유한 인증을 인증받 인증획 수출하 수출을 수출합 수출업 고객 안녕하 최우선 기업 하는 근무하 개국 전문기업 전문업체 전문회사`)

// koreanWhole holds words that mean nothing alone but may begin one that does (서비스로봇, 제품설계).
var koreanWhole = set(`것 수 등 그 이 각 더 약 호 제 류 속 밖 안 서비스 업체 회사 전문 생산 제조 제조업체 제품 상품 협력 파트너 공급 공급업체 수입 수출 고품질 인증 국가 세계 글로벌 최고 만족`)

// chineseWording lists the words of legal drafting, longer before shorter where one begins with the other.
var chineseWording = strings.Fields(`不论是否 但不包括 其他税目 未列名 税目 品目 子目 所列 不包括 包括 及其 以及 其他 其它 或其 类似 不论 是否 除外 以外 但 主要 专用于 适用于 采购 需要 供应商 寻找 厂家 有限公司 我公司 本公司 公司 我司 成立于 占地面积 平方米 员工 通过 认证 远销 多个国家 国家 国内外 致力于 专业从事 从事 专业生产 优质 客户 欢迎 合作 集团 企业 产品 服务 的 及 或 和 与 等 其`)

// set splits a list into its words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

func isKoreanBoilerplate(word string) bool {
	if koreanWhole[word] {
		return true
	}
	for _, b := range koreanBoilerplate {
		if strings.HasPrefix(word, b) {
			return true
		}
	}
	return false
}

// chineseWords are the words of chineseWording by their first character.
var chineseWords = func() map[rune][]string {
	m := map[rune][]string{}
	for _, w := range chineseWording {
		first, _ := utf8.DecodeRuneInString(w)
		m[first] = append(m[first], w)
	}
	return m
}()

// chineseBoilerplate is how many characters of drafting the text begins with, if first is its first character.
func chineseBoilerplate(first rune, text string) int {
	for _, w := range chineseWords[first] {
		if strings.HasPrefix(text, w) {
			return utf8.RuneCountInString(w)
		}
	}
	return 0
}
