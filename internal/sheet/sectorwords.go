package sheet

// Words that people use for sectors beside their names, folded. Names of an event's own sectors go before them.
var moreSectors = map[string]string{
	"유압": "hydraulics", "공압": "hydraulics", "液压": "hydraulics", "气动": "hydraulics", "гидравлика": "hydraulics", "пневматика": "hydraulics",
	"단조": "forming", "압출": "forming", "forging": "forming", "锻造": "forming", "ковка": "forming", "штамповка": "forming",
	"도금": "surface-treatment", "도장": "surface-treatment", "plating": "surface-treatment", "电镀": "surface-treatment", "гальваника": "surface-treatment",
	"3d프린팅": "additive-manufacturing", "3dprinting": "additive-manufacturing", "3d打印": "additive-manufacturing", "3dпечать": "additive-manufacturing",
	"항공": "aerospace", "우주항공": "aerospace", "aviation": "aerospace", "航空": "aerospace", "авиация": "aerospace",
	"방산": "defence", "defense": "defence", "军工": "defence", "기계가공": "precision-machining", "cnc가공": "precision-machining",
	"이차전지": "batteries", "2차전지": "batteries", "电池": "batteries", "농업기계": "agricultural-machinery", "식품": "food", "농산물": "food",
	"소프트웨어": "industrial-software", "의료": "medical", "화장품": "consumer-goods", "생활용품": "consumer-goods", "베어링": "power-transmission",
}

// withMore returns the vocabulary with those words, where neither a name nor a part of one says otherwise.
func (v vocabulary) withMore() vocabulary {
	for word, id := range moreSectors {
		_, named := v.names[word]
		if _, part := v.weak[word]; !named && !part && v.ids[id] {
			v.weak[word] = id
		}
	}
	return v
}
