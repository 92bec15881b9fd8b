package plan

import (
	"math"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/scheduler"
)

// A site is one session in dense indices: the only place where names and indices know each other.
type site struct {
	session       *event.Session
	days          []int32
	tables        []string
	tableOf       map[string]int
	tableFree     []scheduler.SlotSet // by table: slots in which it can be used
	rooms         []int               // by slot: tables that can be used
	people        []person            // the firms in the order of the event, then the buyers
	firmOf        map[string]int
	buyerOf       map[string]int
	interpreters  []scheduler.SlotSet // available slots
	interpreterOf map[string]int
	teams         [][]int           // sets of able interpreters, ascending, each listed once
	teamOf        map[[2]string]int // by the languages of firm and buyer; noTeam when they need none
	candidates    []candidate
	listed        map[edge]*event.Pair // the pairs of the match document, candidates or not
	entries       []entry              // the same in its order
	once          *once                // what is worked out of the above when first asked for
	candidateOf   map[edge]int
	strangers     map[edge]int // of a fork: the pairs it took in
	rest          Lookup       // of a fork: the pairs that are not listed; nil: there are none
	fixed         []seat       // at, the place of the fixed entry; interpreter open, table open where none is named
}

// A person is a firm or a buyer in one session.
type person struct {
	id       string
	firm     bool
	free     scheduler.SlotSet
	min, max int
	parallel int
	language []string
	speech   string // the same as one word
}

// An edge joins a firm and a buyer by their places in people.
type edge struct{ firm, buyer int }

// A candidate is a pair that could be given a meeting.
type candidate struct {
	edge
	score int64 // in units of 1/scheduler.ScoreScale
	must  bool
	team  int // index into teams; noTeam when no interpreter is needed
}

const noTeam = -1

// open stands for a table or an interpreter that is not chosen, or not there.
const open = -1

// A seat is a meeting in dense indices.
type seat struct {
	candidate                int
	slot, table, interpreter int
	at                       string // where it stands in its document
}

// newSite places the firms, buyers, tables and interpreters of a session. Candidates come later.
func newSite(ev *event.Event, s *event.Session) *site {
	st := &site{
		session:       s,
		tables:        s.Tables.List(),
		tableOf:       map[string]int{},
		firmOf:        map[string]int{},
		buyerOf:       map[string]int{},
		interpreterOf: map[string]int{},
		teamOf:        map[[2]string]int{},
		once:          &once{},
		listed:        map[edge]*event.Pair{},
		candidateOf:   map[edge]int{},
	}
	for i, d := range s.Days() {
		n := int32(d.Year*10000 + int(d.Month)*100 + d.Day)
		if i > 0 { // slots out of order are the event's own fault; keep the core's rule that days never decrease
			n = max(n, st.days[i-1])
		}
		st.days = append(st.days, n)
	}
	for i, t := range st.tables {
		st.tableOf[t] = i
		st.tableFree = append(st.tableFree, slotSet(s.TableAvailable(t)))
	}
	st.rooms = make([]int, len(s.Slots))
	for _, free := range st.tableFree {
		for _, t := range list(free) {
			st.rooms[t]++
		}
	}
	for i, in := range s.Interpreters {
		st.interpreterOf[in.ID] = i
		st.interpreters = append(st.interpreters, slotSet(in.Available(s)))
	}
	for i := range ev.Firms {
		if p, ok := ev.Firms[i].In(s); ok {
			st.addPerson(st.firmOf, ev.Firms[i].ID, true, p, ev.Firms[i].Languages)
		}
	}
	for i := range ev.Buyers {
		if p, ok := ev.Buyers[i].In(s); ok {
			st.addPerson(st.buyerOf, ev.Buyers[i].ID, false, p, ev.Buyers[i].Languages)
		}
	}
	return st
}

func (st *site) addPerson(of map[string]int, id string, firm bool, p event.Participation, languages []string) {
	limits := p.Limits()
	of[id] = len(st.people)
	st.people = append(st.people, person{
		id:       id,
		firm:     firm,
		free:     slotSet(p.Available(st.session)),
		min:      max(0, limits.Min),
		max:      max(0, limits.Max),
		parallel: max(1, limits.Parallel),
		language: languages,
		speech:   strings.Join(languages, " "),
	})
}

// edge finds a pair by its ids; ok is false when either does not take part.
func (st *site) edge(firm, buyer string) (edge, bool) {
	f, known := st.firmOf[firm]
	b, also := st.buyerOf[buyer]
	return edge{f, b}, known && also
}

// absent says who of the two is not in the session.
func (st *site) absent(at string, ix *event.Index, firm, buyer string) error {
	var found Refused
	if _, ok := st.firmOf[firm]; !ok {
		found = append(found, Finding{Location: at, Message: noFirm(firm, ix.Firm(firm) != nil, st.session.ID)})
	}
	if _, ok := st.buyerOf[buyer]; !ok {
		found = append(found, Finding{Location: at, Message: noBuyer(buyer, ix.Buyer(buyer) != nil, st.session.ID)})
	}
	return found
}

// ids names the two sides of a candidate.
func (st *site) ids(c int) (firm, buyer string) {
	e := st.candidates[c].edge
	return st.people[e.firm].id, st.people[e.buyer].id
}

// team returns the index of the interpreters who can help two people to talk, or noTeam when they need none.
func (st *site) team(e edge) int {
	f, b := &st.people[e.firm], &st.people[e.buyer]
	if len(st.session.Interpreters) == 0 {
		return noTeam
	}
	spoken := [2]string{f.speech, b.speech}
	k, known := st.teamOf[spoken]
	if known {
		return k
	}
	k = st.newTeam(f.language, b.language)
	if st.strangers == nil { // a fork leaves the original as it is
		st.teamOf[spoken] = k
	}
	return k
}

func (st *site) newTeam(firm, buyer []string) int {
	if _, ok := event.CommonLanguage(firm, buyer); ok {
		return noTeam
	}
	var able []int
	for i, in := range st.session.Interpreters {
		if in.Able(firm, buyer) {
			able = append(able, i)
		}
	}
	if k := slices.IndexFunc(st.teams, func(team []int) bool { return slices.Equal(team, able) }); k >= 0 {
		return k
	}
	st.teams = append(st.teams, able)
	return len(st.teams) - 1
}

// units turns a score of a document into the integer that the core adds up.
func units(score float64) int64 { return int64(math.Round(score * scheduler.ScoreScale)) }

// figure turns a sum of integer scores into a figure of a document, exact in four decimals.
func figure(sum int64) float64 { return float64(sum) / scheduler.ScoreScale }
