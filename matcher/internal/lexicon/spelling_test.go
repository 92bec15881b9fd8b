package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// Compounds are written with and without a space, in upper and lower case, composed or not, in another spelling of the same
// language, with a slip.
func TestSpellingsMeet(t *testing.T) {
	for _, c := range [][2]string{
		{"유압실린더", "유압 실린더"}, {"굴착기유압실린더", "굴착기 유압 실린더"}, {"유 압 실 린 더", "유압 실린더"},
		{"굴삭기 유압 실린더", "굴착기 유압 실린더"}, {"\u110b\u1172\u110b\u1161\u11b8 실린더", "유압 실린더"},
		{"베아링", "베어링"}, {"밧데리", "배터리"}, {"콤프레샤", "컴프레서"}, {"스텐레스 파이프", "스테인리스 파이프"}, {"알미늄 압출", "알루미늄 압출"},
		{"후렌지", "플랜지"}, {"발브", "밸브"}, {"CNC선반", "CNC 선반"}, {"ＣＮＣ 선반", "CNC 선반"},
		{"ГИДРОЦИЛИНДРЫ", "гидроцилиндр"}, {"ёмкость", "емкость"}, {"станков с ЧПУ", "станки с ЧПУ"}, {"гидронасосов", "гидравлический насос"},
		{"подшыпники", "подшипники"}, {"компресор", "компрессор"}, {"экскаватар", "экскаватор"}, {"на\u0301сосы", "насосы"},
		{"液壓油缸", "液压油缸"}, {"數控車床", "数控车床"}, {"電線電纜", "电线电缆"}, {"閥門", "阀门"}, {"齒輪減速機", "齿轮减速机"}, {"積體電路", "集成电路"},
		{"Hydraulic Cylinders", "hydraulic cylinder"}, {"HYDRAULIC CYLINDERS", "hydraulic cylinders"}, {"hydralic cylinder", "hydraulic cylinder"},
		{"tyres", "tires"}, {"moulds", "molds"}, {"ploughs", "plows"}, {"vulcanised fibre", "vulcanized fiber"}, {"sulphuric acid", "sulfuric acid"},
		{"aluminium windows", "aluminum windows"}, {"colour pigments", "color pigments"}, {"aeroplane", "airplane"}, {"calliper", "caliper"},
		{"headings 84.25 to 84.30", "headings 8425 to 8430"},
	} {
		if got := Understand(c[0], "").Cosine(Understand(c[1], "")); got < 0.8 {
			t.Errorf("%q and %q: %.3f, want at least 0.8", c[0], c[1], got)
		}
	}
}

// A text copied from a page says what the page showed, and what a company says of itself says nothing of its goods.
func TestGoodsAreFoundAmongTheRest(t *testing.T) {
	for _, c := range [][2]string{
		{`<p class="table row">hydraulic&nbsp;cylinders</p><br/>`, "hydraulic cylinders"},
		{`<div class="wheel"><a href="https://www.example.com/tyres?id=5">Насосы</a></div>`, "насосы"},
		{"<script>var pump = 1;</script><style>p { color: red }</style>ball bearings", "ball bearings"},
		{"Pumps &amp; valves: www.bearings.example, sales@tyres.example", "pumps valves"},
		{"유압\u200b실린더 hy\u00addraulic", "유압실린더 hydraulic"},
		{"steel plates <600 mm", "steel plates 600 mm"},
		{strings.Repeat("We are a leading company founded in 1998 with 200 employees, ISO 9001 certified, exporting to 30 countries. ", 20) +
			"Main products: hydraulic cylinders.", "hydraulic cylinders"},
		{"Наша компания основана в 1998 году и работает на рынке более 20 лет, предлагает широкий ассортимент. Основная продукция: подшипники.",
			"подшипники"},
		{strings.Repeat("我公司成立于1998年,占地面积5000平方米,员工200人,通过ISO9001认证,产品远销30多个国家。", 20) + "主要产品:液压油缸。", "液压油缸"},
		{strings.Repeat("당사는 1998년 설립되어 200명의 임직원이 근무하며 ISO 9001 인증을 보유하고 30개국에 수출하고 있습니다. ", 20) +
			"주요 제품: 유압 실린더.", "유압 실린더"},
	} {
		if got := Understand(c[0], "").Cosine(Understand(c[1], "")); got < 0.8 {
			t.Errorf("%.60q … and %q: %.3f, want at least 0.8", c[0], c[1], got)
		}
	}
}

// Words are named as the text has them where the tables have as many letters, and otherwise as they were read.
func TestConceptsNameWordsOfOtherSpellings(t *testing.T) {
	for text, want := range map[string]string{"軸承": "軸承", "베아링": "베아링", "스텐레스 파이프": "스테인리스"} {
		got := Concepts(Understand(text, ""))
		if len(got) == 0 || !slices.Contains(got[0].Words, want) {
			t.Errorf("%q is not understood by the words %q", text, want)
		}
	}
}

// A spelling stands once, leads to another one, and not to one that leads on.
func TestSpellingsAreSound(t *testing.T) {
	seen := map[string]bool{}
	for row := range rowsOf(variantTable) {
		if respelt(row[0]) != row[0] {
			t.Errorf("%q is itself read as %q", row[0], respelt(row[0]))
		}
		for written := range strings.SplitSeq(row[1], "; ") {
			if seen[written] || written == row[0] || written == "" {
				t.Errorf("%q for %q: empty, the same, or a second time", written, row[0])
			}
			seen[written] = true
			if got := respelt(written); got != row[0] {
				t.Errorf("%q is read as %q, not %q", written, got, row[0])
			}
		}
	}
	for row := range rowsOf(traditionalTable) {
		if got := simplify(row[0]); got != row[0] {
			t.Errorf("the simplified %s is read as %s", row[0], got)
		}
	}
}
