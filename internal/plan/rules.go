package plan

import (
	"slices"
	"strconv"

	"sangdam/event"
)

// hardRules checks H1 to H7 and H11 over meetings in dense indices, from names and limits alone: it shares no code
// with the core. With whole it also asks that every meeting has its table and interpreter and that everything fixed is
// there; without, open ones are only asked to be possible. O(meetings · log meetings + fixed) beside the interpreters.
func (st *site) hardRules(meetings []seat, whole bool) []Finding {
	r := ruling{site: st, whole: whole}
	r.once(meetings)
	r.people(meetings)
	r.places(meetings)
	r.interpreters(meetings)
	if whole {
		r.fixed(meetings)
	}
	return r.found
}

type ruling struct {
	*site
	whole bool
	found []Finding
}

func (r *ruling) add(rule, at string, message event.Text) {
	r.found = append(r.found, Finding{Location: at, Rule: rule, Message: message})
}

// once is H1.
func (r *ruling) once(meetings []seat) {
	first := make(map[int]seat, len(meetings))
	for _, m := range meetings {
		f, b := r.ids(m.candidate)
		if m0, twice := first[m.candidate]; twice {
			r.add("H1", m.at, say(
				"%[1]s–%[2]s 상담이 두 번 잡혀 있습니다. 먼저 잡힌 자리: %[3]s",
				"%[1]s and %[2]s meet twice; the first time is %[3]s",
				"%[1]s 与 %[2]s 被安排了两次洽谈，第一次见 %[3]s",
				"%[1]s и %[2]s встречаются дважды; первая встреча: %[3]s", f, b, m0.at))
			continue
		}
		first[m.candidate] = m
	}
}

// people is H2, H3 and H4.
func (r *ruling) people(meetings []seat) {
	type stay struct{ person, slot int }
	inSlot := map[stay]int{}
	held := make([]int, len(r.site.people))
	for _, m := range meetings {
		c := r.candidates[m.candidate]
		for _, who := range [2]int{c.firm, c.buyer} {
			p := &r.site.people[who]
			if !has(p.free, m.slot) {
				r.add("H3", m.at, say(
					"%[1]s: %[2]d번 슬롯에는 참석할 수 없습니다",
					"%[1]s is unavailable in slot %[2]d",
					"%[1]s 在时段 %[2]d 不能出席",
					"%[1]s недоступен в слоте %[2]d", p.id, m.slot))
			}
			inSlot[stay{who, m.slot}]++
			if n := inSlot[stay{who, m.slot}]; n > p.parallel {
				r.add("H2", m.at, say(
					"%[1]s: %[2]d번 슬롯에 상담이 %[3]d건입니다. 동시에 가능한 상담은 %[4]d건입니다",
					"%[1]s has %[3]d meetings in slot %[2]d; at most %[4]d at the same time",
					"%[1]s 在时段 %[2]d 有 %[3]d 场洽谈，同一时间最多 %[4]d 场",
					"%[1]s: в слоте %[2]d встреч %[3]d, одновременно допустимо не более %[4]d", p.id, m.slot, n, p.parallel))
			}
			held[who]++
			if n := held[who]; n > p.max {
				r.add("H4", m.at, say(
					"%[1]s: 이 상담까지 %[2]d건으로, 한도 %[3]d건을 넘습니다",
					"with this meeting %[1]s has %[2]d; its limit is %[3]d",
					"算上这场，%[1]s 共有 %[2]d 场洽谈，超过上限 %[3]d 场",
					"с этой встречей у %[1]s их %[2]d при пределе %[3]d", p.id, n, p.max))
			}
		}
	}
}

// places is H5.
func (r *ruling) places(meetings []seat) {
	type place struct{ table, slot int }
	taken := map[place]seat{}
	load := map[int]int{}
	for _, m := range meetings {
		load[m.slot]++
		if n := load[m.slot]; n > r.rooms[m.slot] {
			r.add("H5", m.at, say(
				"%[1]d번 슬롯의 상담이 테이블 수(%[2]d개)보다 많습니다",
				"slot %[1]d holds more meetings than there are tables (%[2]d)",
				"时段 %[1]d 的洽谈数超过桌数（%[2]d）",
				"в слоте %[1]d встреч больше, чем столов (%[2]d)", m.slot, r.rooms[m.slot]))
		}
		if m.table == open {
			continue // an unknown table is named where the names are read
		}
		if !has(r.tableFree[m.table], m.slot) {
			r.add("H5", m.at, say(
				"%[1]d번 슬롯에는 테이블 %[2]s를 쓸 수 없습니다",
				"table %[2]s cannot be used in slot %[1]d",
				"时段 %[1]d 不能使用 %[2]s 号桌",
				"стол %[2]s нельзя использовать в слоте %[1]d", m.slot, r.tables[m.table]))
		}
		if m0, twice := taken[place{m.table, m.slot}]; twice {
			r.add("H5", m.at, say(
				"%[1]d번 슬롯의 테이블 %[2]s에는 이미 다른 상담이 있습니다: %[3]s",
				"table %[2]s in slot %[1]d is taken already by %[3]s",
				"时段 %[1]d 的 %[2]s 号桌已被占用：%[3]s",
				"стол %[2]s в слоте %[1]d уже занят: %[3]s", m.slot, r.tables[m.table], m0.at))
			continue
		}
		taken[place{m.table, m.slot}] = m
	}
}

// fixed is H7.
func (r *ruling) fixed(meetings []seat) {
	placed := make(map[int]seat, len(meetings))
	for _, m := range meetings {
		if _, twice := placed[m.candidate]; !twice {
			placed[m.candidate] = m
		}
	}
	for _, f := range r.site.fixed {
		firm, buyer := r.ids(f.candidate)
		m, ok := placed[f.candidate]
		switch {
		case !ok:
			r.add("H7", "", say(
				"%[1]s–%[2]s 고정 상담(%[3]d번 슬롯)이 빠져 있습니다",
				"the fixed meeting of %[1]s and %[2]s in slot %[3]d is missing",
				"缺少 %[1]s 与 %[2]s 的固定洽谈（时段 %[3]d）",
				"нет закреплённой встречи %[1]s и %[2]s в слоте %[3]d", firm, buyer, f.slot))
		case m.slot != f.slot:
			r.add("H7", m.at, misplaced(firm, buyer, f.slot, m.slot))
		case f.table != open && m.table != f.table:
			r.add("H7", m.at, say(
				"%[1]s–%[2]s 상담은 테이블 %[3]s에 고정되어 있습니다",
				"the meeting of %[1]s and %[2]s is fixed at table %[3]s",
				"%[1]s 与 %[2]s 的洽谈固定在 %[3]s 号桌",
				"встреча %[1]s и %[2]s закреплена за столом %[3]s", firm, buyer, r.tables[f.table]))
		}
	}
}

func misplaced(firm, buyer string, want, got int) event.Text {
	return say(
		"%[1]s–%[2]s 상담은 %[3]d번 슬롯에 고정되어 있는데 %[4]d번 슬롯에 있습니다",
		"the meeting of %[1]s and %[2]s is fixed in slot %[3]d but stands in slot %[4]d",
		"%[1]s 与 %[2]s 的洽谈固定在时段 %[3]d，却排在时段 %[4]d",
		"встреча %[1]s и %[2]s закреплена в слоте %[3]d, а стоит в слоте %[4]d", firm, buyer, want, got)
}

// interpreters is H6.
func (r *ruling) interpreters(meetings []seat) {
	type shift struct{ interpreter, slot int }
	taken := map[shift]seat{}
	bySlot := map[int][]seat{}
	for _, m := range meetings {
		firm, buyer := r.ids(m.candidate)
		team := r.candidates[m.candidate].team
		switch {
		case team == noTeam && m.interpreter != open:
			r.add("H6", m.at, say(
				"%[1]s–%[2]s 상담에는 통역이 필요 없는데 배정되어 있습니다: %[3]s",
				"%[1]s and %[2]s need no interpreter, but %[3]s is assigned",
				"%[1]s 与 %[2]s 不需要翻译，却安排了 %[3]s",
				"%[1]s и %[2]s не нуждаются в переводчике, но назначен %[3]s", firm, buyer, r.interpreterID(m.interpreter)))
		case team != noTeam && m.interpreter == open && r.whole:
			r.add("H6", m.at, say(
				"%[1]s–%[2]s 상담은 공통 언어가 없어 통역이 필요한데 배정되지 않았습니다",
				"%[1]s and %[2]s share no language and have no interpreter",
				"%[1]s 与 %[2]s 没有共同语言，却没有安排翻译",
				"у %[1]s и %[2]s нет общего языка и нет переводчика", firm, buyer))
		case team != noTeam && m.interpreter != open && !slices.Contains(r.teams[team], m.interpreter):
			r.add("H6", m.at, say(
				"%[1]s–%[2]s 상담에 배정된 통역은 양쪽 언어를 하지 못합니다: %[3]s",
				"interpreter %[3]s does not speak a language of both %[1]s and %[2]s",
				"翻译 %[3]s 不会 %[1]s 与 %[2]s 双方的语言",
				"переводчик %[3]s не владеет языками обеих сторон: %[1]s и %[2]s", firm, buyer, r.interpreterID(m.interpreter)))
		}
		if m.interpreter == open {
			if team != noTeam {
				bySlot[m.slot] = append(bySlot[m.slot], m)
			}
			continue
		}
		if !has(r.site.interpreters[m.interpreter], m.slot) {
			r.add("H6", m.at, say(
				"통역 %[1]s: %[2]d번 슬롯에는 참석할 수 없습니다",
				"interpreter %[1]s is unavailable in slot %[2]d",
				"翻译 %[1]s 在时段 %[2]d 不能出席",
				"переводчик %[1]s недоступен в слоте %[2]d", r.interpreterID(m.interpreter), m.slot))
		}
		if m0, twice := taken[shift{m.interpreter, m.slot}]; twice {
			r.add("H6", m.at, say(
				"통역 %[1]s: %[2]d번 슬롯에 이미 다른 상담을 맡고 있습니다: %[3]s",
				"interpreter %[1]s already serves another meeting in slot %[2]d: %[3]s",
				"翻译 %[1]s 在时段 %[2]d 已负责另一场洽谈：%[3]s",
				"переводчик %[1]s в слоте %[2]d уже занят другой встречей: %[3]s", r.interpreterID(m.interpreter), m.slot, m0.at))
			continue
		}
		taken[shift{m.interpreter, m.slot}] = m
	}
	if r.whole {
		return
	}
	for slot := range r.session.Slots {
		ask := bySlot[slot]
		if len(ask) == 0 {
			continue
		}
		sharing := newSharing(r.site, slot)
		for _, m := range ask {
			if !sharing.serve(r.candidates[m.candidate].team) {
				r.add("H6", m.at, say(
					"%[1]d번 슬롯에 통역이 부족합니다",
					"there are not enough able interpreters in slot %[1]d",
					"时段 %[1]d 的合适翻译不足",
					"в слоте %[1]d не хватает подходящих переводчиков", slot))
			}
		}
	}
}

func (st *site) interpreterID(i int) string { return st.session.Interpreters[i].ID }

// at names an entry of a list of the document.
func at(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
