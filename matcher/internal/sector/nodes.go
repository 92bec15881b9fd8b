package sector

// A node of the built-in taxonomy. Names are Korean, English, Chinese, Russian. Aliases are other ids people write.
type node struct {
	id, parent string
	name       [4]string
	aliases    []string
}

// builtin is the taxonomy of a machinery trade delegation: industries and their branches; the root industries (뿌리산업)
// with the fourteen technologies of the Korean act on root industries; materials.
var builtin = []node{
	{id: "root-industry", name: [4]string{"뿌리산업", "root industries", "基础制造技术", "базовые производственные технологии"}, aliases: []string{"root", "root-industries", "ppuri"}},
	{id: "casting", parent: "root-industry", name: [4]string{"주조", "casting", "铸造", "литьё"}, aliases: []string{"foundry", "die-casting"}},
	{id: "moulds", parent: "root-industry", name: [4]string{"금형", "moulds and dies", "模具", "пресс-формы и штампы"}, aliases: []string{"mould", "mold", "molds", "molding", "moulding", "dies", "die", "moulds-dies", "mold-die", "die-mold", "mould-die", "moulds-and-dies"}},
	{id: "forming", parent: "root-industry", name: [4]string{"소성가공", "metal forming", "塑性加工", "обработка металлов давлением"}, aliases: []string{"plastic-forming", "plastic-working", "metal-forming", "forging", "plasticity"}},
	{id: "welding", parent: "root-industry", name: [4]string{"용접·접합", "welding and joining", "焊接", "сварка"}, aliases: []string{"joining", "welding-joining"}},
	{id: "surface-treatment", parent: "root-industry", name: [4]string{"표면처리", "surface treatment", "表面处理", "обработка поверхности"}, aliases: []string{"plating", "coating", "surface"}},
	{id: "heat-treatment", parent: "root-industry", name: [4]string{"열처리", "heat treatment", "热处理", "термообработка"}, aliases: []string{"heat"}},
	{id: "injection-press", parent: "root-industry", name: [4]string{"사출·프레스", "injection moulding and pressing", "注塑与冲压", "литьё под давлением и прессование"}, aliases: []string{"injection", "press", "injection-molding", "injection-moulding", "injection-pressing"}},
	{id: "precision-machining", parent: "root-industry", name: [4]string{"정밀가공", "precision machining", "精密加工", "точная механообработка"}, aliases: []string{"machining", "precision", "precision-processing", "cnc"}},
	{id: "additive-manufacturing", parent: "root-industry", name: [4]string{"적층제조", "additive manufacturing", "增材制造", "аддитивное производство"}, aliases: []string{"additive", "3d-printing"}},
	{id: "industrial-film-paper", parent: "root-industry", name: [4]string{"산업용 필름·지류", "industrial film and paper", "工业薄膜与纸张", "промышленные плёнки и бумага"}, aliases: []string{"film-paper", "film", "paper", "industrial-film", "films-paper"}},
	{id: "robots", parent: "root-industry", name: [4]string{"로봇", "robots", "机器人", "роботы"}, aliases: []string{"robot", "robotics"}},
	{id: "sensors", parent: "root-industry", name: [4]string{"센서", "sensors", "传感器", "датчики"}, aliases: []string{"sensor"}},
	{id: "industrial-software", parent: "root-industry", name: [4]string{"산업지능형 SW", "industrial-intelligence software", "工业智能软件", "промышленное интеллектуальное ПО"}, aliases: []string{"industrial-intelligence-software", "industrial-intelligence", "software", "industrial-sw"}},
	{id: "engineering-design", parent: "root-industry", name: [4]string{"엔지니어링설계", "engineering design", "工程设计", "инженерное проектирование"}, aliases: []string{"engineering", "design"}},

	{id: "aerospace", name: [4]string{"항공우주", "aerospace", "航空航天", "авиакосмическая промышленность"}, aliases: []string{"aviation"}},
	{id: "aircraft-parts", parent: "aerospace", name: [4]string{"항공기 부품", "aircraft parts", "飞机零部件", "авиационные детали"}, aliases: []string{"aerostructures", "aircraft"}},
	{id: "aircraft-maintenance", parent: "aerospace", name: [4]string{"항공정비(MRO)", "aircraft maintenance (MRO)", "飞机维修（MRO）", "техобслуживание авиатехники"}, aliases: []string{"mro"}},
	{id: "drones", parent: "aerospace", name: [4]string{"무인기·드론", "unmanned aircraft", "无人机", "беспилотные аппараты"}, aliases: []string{"uav", "drone", "uam"}},
	{id: "space", parent: "aerospace", name: [4]string{"위성·우주", "satellites and space", "卫星与航天", "спутники и космос"}, aliases: []string{"satellites"}},

	{id: "machinery", name: [4]string{"기계", "machinery", "机械", "машиностроение"}, aliases: []string{"industrial-machinery", "machines", "machine", "mechanical", "general-machinery", "industrial-equipment"}},
	{id: "construction-machinery", parent: "machinery", name: [4]string{"건설기계", "construction machinery", "工程机械", "строительная техника"}, aliases: []string{"construction-equipment", "heavy-equipment", "construction", "heavy-machinery"}},
	{id: "agricultural-machinery", parent: "machinery", name: [4]string{"농기계", "farm machinery", "农业机械", "сельхозтехника"}, aliases: []string{"farm-machinery", "agricultural", "agri-machinery", "farm", "agriculture-machinery"}},
	{id: "machine-tools", parent: "machinery", name: [4]string{"공작기계", "machine tools", "机床", "станки"}, aliases: []string{"machine-tool"}},
	{id: "cutting-tools", parent: "machine-tools", name: [4]string{"절삭공구", "cutting tools", "切削刀具", "режущий инструмент"}, aliases: []string{"tools", "tooling"}},
	{id: "hydraulics", parent: "machinery", name: [4]string{"유공압", "hydraulics and pneumatics", "液压气动", "гидравлика и пневматика"}, aliases: []string{"hydraulic", "pneumatics", "fluid-power"}},
	{id: "pumps-valves", parent: "machinery", name: [4]string{"펌프·밸브", "pumps and valves", "泵阀", "насосы и арматура"}, aliases: []string{"pumps", "valves"}},
	{id: "power-transmission", parent: "machinery", name: [4]string{"동력전달·베어링", "power transmission and bearings", "传动与轴承", "приводы и подшипники"}, aliases: []string{"gears", "bearings", "transmissions", "transmission", "machine-elements"}},
	{id: "mining-machinery", parent: "machinery", name: [4]string{"광산기계", "mining machinery", "矿山机械", "горное оборудование"}, aliases: []string{"mining"}},
	{id: "food-machinery", parent: "machinery", name: [4]string{"식품기계", "food machinery", "食品机械", "пищевое оборудование"}, aliases: []string{"packaging-machinery", "packaging"}},
	{id: "textile-machinery", parent: "machinery", name: [4]string{"섬유기계", "textile machinery", "纺织机械", "текстильное оборудование"}},
	{id: "material-handling", parent: "machinery", name: [4]string{"운반·하역기계", "material handling", "物料搬运", "подъёмно-транспортное оборудование"}, aliases: []string{"cranes", "logistics", "lifting"}},
	{id: "factory-automation", parent: "machinery", name: [4]string{"공장자동화", "factory automation", "工厂自动化", "автоматизация производства"}, aliases: []string{"automation", "smart-factory"}},

	{id: "automotive", name: [4]string{"자동차", "automotive", "汽车", "автомобильная промышленность"}, aliases: []string{"auto", "vehicles", "car", "cars"}},
	{id: "auto-parts", parent: "automotive", name: [4]string{"자동차 부품", "car parts", "汽车零部件", "автозапчасти"}, aliases: []string{"automotive-parts", "car-parts", "vehicle-parts", "spare-parts"}},
	{id: "commercial-vehicles", parent: "automotive", name: [4]string{"상용차·특장차", "commercial vehicles", "商用车", "коммерческий транспорт"}, aliases: []string{"trucks", "special-vehicles", "buses"}},
	{id: "electric-vehicles", parent: "automotive", name: [4]string{"전기차", "electric vehicles", "电动汽车", "электромобили"}, aliases: []string{"ev", "evs"}},

	{id: "shipbuilding", name: [4]string{"조선·해양", "shipbuilding and offshore", "船舶与海洋工程", "судостроение"}, aliases: []string{"marine", "ship", "ships", "offshore"}},
	{id: "railway", name: [4]string{"철도", "railway", "轨道交通", "железнодорожная техника"}, aliases: []string{"rail", "rolling-stock"}},
	{id: "defence", name: [4]string{"방위산업", "defence", "国防工业", "оборонная промышленность"}, aliases: []string{"defense"}},

	{id: "ceramics", name: [4]string{"세라믹", "ceramics", "陶瓷", "керамика"}, aliases: []string{"ceramic"}},
	{id: "technical-ceramics", parent: "ceramics", name: [4]string{"파인세라믹", "technical ceramics", "工业陶瓷", "техническая керамика"}, aliases: []string{"fine-ceramics", "advanced-ceramics", "industrial-ceramics"}},
	{id: "refractories", parent: "ceramics", name: [4]string{"내화물", "refractories", "耐火材料", "огнеупоры"}, aliases: []string{"refractory"}},
	{id: "glass", parent: "ceramics", name: [4]string{"유리", "glass", "玻璃", "стекло"}},
	{id: "tiles-sanitary", parent: "ceramics", name: [4]string{"타일·위생도기", "tiles and sanitary ware", "瓷砖与卫浴", "плитка и сантехника"}, aliases: []string{"tiles", "sanitary-ware", "tableware"}},

	{id: "metals", name: [4]string{"금속", "metals", "金属", "металлы"}, aliases: []string{"metal", "metallurgy"}},
	{id: "steel", parent: "metals", name: [4]string{"철강", "steel", "钢铁", "чёрная металлургия"}, aliases: []string{"iron-steel", "iron"}},
	{id: "non-ferrous", parent: "metals", name: [4]string{"비철금속", "non-ferrous metals", "有色金属", "цветные металлы"}, aliases: []string{"nonferrous", "aluminium", "aluminum"}},
	{id: "metal-products", parent: "metals", name: [4]string{"금속제품", "metal products", "金属制品", "металлоизделия"}, aliases: []string{"fasteners", "hardware"}},
	{id: "chemicals", name: [4]string{"화학", "chemicals", "化工", "химия"}, aliases: []string{"chemical"}},
	{id: "plastics-rubber", parent: "chemicals", name: [4]string{"플라스틱·고무", "plastics and rubber", "塑料与橡胶", "пластмассы и резина"}, aliases: []string{"plastics", "rubber", "plastic"}},
	{id: "composites", parent: "chemicals", name: [4]string{"복합소재", "composites", "复合材料", "композиты"}, aliases: []string{"carbon-fibre", "carbon-fiber"}},

	{id: "electrical", name: [4]string{"전기·전자", "electrical and electronic", "电气电子", "электротехника и электроника"}, aliases: []string{"electronics", "electric", "electrical-equipment"}},
	{id: "motors", parent: "electrical", name: [4]string{"전동기·발전기", "motors and generators", "电机", "электродвигатели и генераторы"}, aliases: []string{"generators"}},
	{id: "batteries", parent: "electrical", name: [4]string{"배터리", "batteries", "电池", "аккумуляторы"}, aliases: []string{"battery"}},
	{id: "semiconductors", parent: "electrical", name: [4]string{"반도체·디스플레이", "semiconductors and displays", "半导体与显示", "полупроводники и дисплеи"}, aliases: []string{"semiconductor", "display", "displays"}},
	{id: "energy", name: [4]string{"에너지·발전", "energy and power plant", "能源电力", "энергетика"}, aliases: []string{"power", "plant", "power-plant", "oil-gas"}},
	{id: "environment", name: [4]string{"환경", "environment", "环保", "экология"}, aliases: []string{"environmental", "water"}},
	{id: "instruments", name: [4]string{"계측·정밀기기", "instruments", "仪器仪表", "измерительные приборы"}, aliases: []string{"measuring", "measurement", "optics", "metrology"}},
	{id: "medical", name: [4]string{"의료기기", "medical devices", "医疗器械", "медицинские изделия"}, aliases: []string{"medical-devices"}},
	{id: "building-materials", name: [4]string{"건축자재", "building materials", "建筑材料", "строительные материалы"}},
	{id: "textiles", name: [4]string{"섬유·실크", "textiles and silk", "纺织与丝绸", "текстиль и шёлк"}, aliases: []string{"silk", "textile"}},
	{id: "food", name: [4]string{"농식품", "food", "食品", "продукты питания"}, aliases: []string{"agri-food", "foods"}},
	{id: "consumer-goods", name: [4]string{"소비재", "consumer goods", "消费品", "потребительские товары"}, aliases: []string{"cosmetics", "consumer"}},
}

// affinities join sectors across industries that buy from each other: a process and the industries it serves, a
// component and the machine it goes into. The second number is the length of the edge.
var affinities = []struct {
	a, b   string
	length float32
}{
	{"precision-machining", "aircraft-parts", 2}, {"precision-machining", "machine-tools", 2}, {"precision-machining", "auto-parts", 2},
	{"precision-machining", "power-transmission", 2}, {"precision-machining", "hydraulics", 2}, {"precision-machining", "cutting-tools", 2},
	{"heat-treatment", "aircraft-parts", 2}, {"heat-treatment", "auto-parts", 2}, {"heat-treatment", "steel", 2}, {"heat-treatment", "power-transmission", 2},
	{"surface-treatment", "aircraft-parts", 2}, {"surface-treatment", "auto-parts", 2}, {"surface-treatment", "metal-products", 2},
	{"casting", "auto-parts", 2}, {"casting", "construction-machinery", 2}, {"casting", "pumps-valves", 2}, {"casting", "steel", 2}, {"casting", "mining-machinery", 2},
	{"moulds", "auto-parts", 2}, {"moulds", "plastics-rubber", 2}, {"moulds", "injection-press", 1}, {"moulds", "casting", 1.5},
	{"forming", "aircraft-parts", 2}, {"forming", "auto-parts", 2}, {"forming", "steel", 2}, {"forming", "metal-products", 1.5}, {"forming", "construction-machinery", 2},
	{"welding", "construction-machinery", 2}, {"welding", "shipbuilding", 2}, {"welding", "metal-products", 1.5}, {"welding", "energy", 2.5},
	{"injection-press", "plastics-rubber", 1.5}, {"injection-press", "auto-parts", 2}, {"additive-manufacturing", "aircraft-parts", 2},
	{"additive-manufacturing", "medical", 2.5}, {"industrial-film-paper", "plastics-rubber", 2}, {"industrial-film-paper", "batteries", 2.5},
	{"industrial-film-paper", "semiconductors", 2.5}, {"robots", "factory-automation", 1}, {"sensors", "factory-automation", 1.5},
	{"sensors", "instruments", 1.5}, {"sensors", "semiconductors", 2}, {"industrial-software", "factory-automation", 1.5},
	{"engineering-design", "factory-automation", 2.5}, {"engineering-design", "aerospace", 2.5}, {"engineering-design", "moulds", 2},
	{"hydraulics", "construction-machinery", 1}, {"hydraulics", "agricultural-machinery", 1.5}, {"hydraulics", "pumps-valves", 1}, {"hydraulics", "mining-machinery", 1.5},
	{"power-transmission", "construction-machinery", 1.5}, {"power-transmission", "agricultural-machinery", 1.5}, {"power-transmission", "auto-parts", 1.5},
	{"construction-machinery", "mining-machinery", 1}, {"construction-machinery", "commercial-vehicles", 2}, {"construction-machinery", "auto-parts", 2.5},
	{"agricultural-machinery", "commercial-vehicles", 2.5}, {"pumps-valves", "energy", 2}, {"pumps-valves", "environment", 2}, {"pumps-valves", "shipbuilding", 2.5},
	{"technical-ceramics", "semiconductors", 2}, {"technical-ceramics", "instruments", 2.5}, {"technical-ceramics", "electrical", 2.5}, {"technical-ceramics", "cutting-tools", 2.5},
	{"refractories", "steel", 1.5}, {"refractories", "casting", 2}, {"refractories", "heat-treatment", 2}, {"tiles-sanitary", "building-materials", 1}, {"glass", "building-materials", 2},
	{"composites", "aircraft-parts", 2}, {"composites", "drones", 2}, {"aerospace", "defence", 2}, {"shipbuilding", "defence", 2.5},
	{"batteries", "electric-vehicles", 1.5}, {"motors", "electric-vehicles", 2}, {"motors", "factory-automation", 2}, {"motors", "energy", 2},
	{"material-handling", "construction-machinery", 1.5}, {"material-handling", "factory-automation", 2}, {"cutting-tools", "metal-products", 2},
	{"auto-parts", "commercial-vehicles", 1}, {"auto-parts", "electric-vehicles", 1.5}, {"metal-products", "building-materials", 2}, {"steel", "metal-products", 1},
	{"steel", "shipbuilding", 2}, {"instruments", "medical", 2.5}, {"non-ferrous", "aircraft-parts", 2.5}, {"textiles", "consumer-goods", 2}, {"food", "food-machinery", 2},
}
