package plan

import "sangdam/scheduler"

// instance states the session to the core.
func (st *site) instance() (*scheduler.Instance, error) { return st.instanceOf(st.spec()) }

func (st *site) instanceOf(spec scheduler.Spec) (*scheduler.Instance, error) {
	in, err := scheduler.NewInstance(spec)
	if err != nil {
		return nil, st.beyond(err)
	}
	return in, nil
}

// spec describes the session in dense indices.
func (st *site) spec() scheduler.Spec {
	n := len(st.session.Slots)
	all := scheduler.AllSlots(n)
	spec := scheduler.Spec{
		Days:         st.days,
		Participants: make([]scheduler.ParticipantSpec, len(st.people)),
		Pairs:        make([]scheduler.PairSpec, len(st.candidates)),
		Tables:       make([]scheduler.TableSpec, len(st.tables)),
		Interpreters: make([]scheduler.InterpreterSpec, len(st.interpreters)),
	}
	degree := make([]int, len(st.people))
	for _, c := range st.candidates {
		degree[c.firm]++
		degree[c.buyer]++
	}
	for i, p := range st.people {
		// More seats than pairs are never used, and the core sets aside room for each.
		s := scheduler.ParticipantSpec{Unavailable: without(all, p.free), Min: p.min, Parallel: max(1, min(p.parallel, degree[i])), Host: p.firm}
		switch {
		case p.max == 0: // the core reads zero as no limit
			s.Unavailable = all
		case p.max <= n*s.Parallel:
			s.Max = p.max
		}
		spec.Participants[i] = s
	}
	for i, free := range st.tableFree {
		spec.Tables[i].Unavailable = without(all, free)
	}
	for i, free := range st.interpreters {
		spec.Interpreters[i].Unavailable = without(all, free)
	}
	teams := make([][]scheduler.Interpreter, len(st.teams))
	for k, able := range st.teams {
		for _, i := range able {
			teams[k] = append(teams[k], scheduler.Interpreter(i))
		}
	}
	for i, c := range st.candidates {
		p := scheduler.PairSpec{A: scheduler.Participant(c.firm), B: scheduler.Participant(c.buyer), Score: c.score, Must: c.must}
		if c.team != noTeam {
			p.NeedsInterpreter, p.Interpreters = true, teams[c.team]
		}
		spec.Pairs[i] = p
	}
	for _, f := range st.fixed {
		spec.Fixed = append(spec.Fixed, scheduler.FixedMeeting{
			Pair: scheduler.Pair(f.candidate), Slot: scheduler.Slot(f.slot),
			Table: scheduler.Table(f.table), Interpreter: scheduler.NoInterpreter,
		})
	}
	return spec
}
