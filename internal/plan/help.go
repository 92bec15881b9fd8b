package plan

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/scheduler"
)

// help tries the changes that most left-out score waits for, solves the session again with each, and returns those that
// bring something, best first.
func (r *runner) help(ctx context.Context, b *board, now scheduler.Result) []event.Help {
	var out []event.Help
	changes := b.promising()
	for _, c := range changes[:min(r.opt.Help, len(changes))] {
		if ctx.Err() != nil {
			break
		}
		relaxed, err := Relax(r.event, c)
		if err != nil {
			continue // a day without room for a slot more: nothing to offer
		}
		if h, ok := r.tryChange(ctx, b, relaxed, c, now); ok {
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(x, y event.Help) int { return core(x.Objective).Compare(core(y.Objective)) })
	return out
}

// tryChange solves one session of a relaxed event, from the schedule there is.
func (r *runner) tryChange(ctx context.Context, b *board, relaxed *event.Event, c Change, now scheduler.Result) (event.Help, bool) {
	st, err := siteOf(relaxed, c.Session, r.pairs)
	if err != nil {
		return event.Help{}, false
	}
	in, err := st.instance()
	if err != nil {
		return event.Help{}, false
	}
	opt := r.options(st)
	opt.Start = st.start(b.document(now))
	res := r.solve(ctx, in, opt)
	if res.Schedule == nil || res.Objective.Compare(now.Objective) >= 0 {
		return event.Help{}, false
	}
	h := event.Help{
		Change:    c.Kind,
		Of:        c.Of,
		Meetings:  res.Schedule.Len() - now.Schedule.Len(),
		Score:     figure(res.Objective.Score - now.Objective.Score),
		Objective: document(res.Objective),
		Proven:    upToScore(now) && upToScore(res),
	}
	if c.Kind == OneInterpreter {
		h.Of = b.session.Interpreters[b.interpreterOf[c.Of]].ID
	}
	if c.Kind == OneSlot {
		h.Day = fmt.Sprintf("%04d-%02d-%02d", c.Day.Year, int(c.Day.Month), c.Day.Day)
	}
	h.Why = b.helpText(h, c)
	return h, true
}

// upToScore reports whether a result is proven in the parts up to the score.
func upToScore(res scheduler.Result) bool {
	o, bound := res.Objective, res.Bound
	return o.MustMissed == bound.MustMissed && o.Shortfall == bound.Shortfall && o.Score == bound.Score
}

// document is the schedule at hand, as far as a warm start reads it.
func (b *board) document(res scheduler.Result) *event.Schedule {
	part := event.SessionSchedule{Session: b.session.ID}
	for _, s := range b.seats(res.Schedule.Meetings()) {
		part.Meetings = append(part.Meetings, b.meeting(s))
	}
	return &event.Schedule{Sessions: []event.SessionSchedule{part}}
}

// promising lists the changes worth trying: those for everybody before those for a single firm or buyer, and of each kind
// first those for which most left-out score waits. That is a first estimate; a solve then confirms it or not.
func (b *board) promising() []Change {
	waiting := map[Change]int64{}
	id := b.session.ID
	for _, c := range b.dayEnds() {
		waiting[c] = 0
	}
	b.scarce(waiting)
	var slots int64 // the score that waits for a slot more, on whichever day
	// A full side waits for its limit when that is reached, else for a slot.
	full := func(c *candidate, who int, kind string) {
		if len(b.own[who]) < b.people[who].max {
			slots += c.score
			return
		}
		waiting[Change{Session: id, Kind: kind}] += c.score
		waiting[Change{Session: id, Kind: kind, Of: b.people[who].id}] += c.score
	}
	for i := range b.candidates {
		c := &b.candidates[i]
		if b.placed[i] {
			continue
		}
		switch reason, _ := b.reason(c); reason {
		case event.ReasonTablesFull:
			waiting[Change{Session: id, Kind: OneTable}] += c.score
		case event.ReasonNoInterpreter:
			if team := b.teams[c.team]; len(team) > 0 {
				waiting[Change{Session: id, Kind: OneInterpreter, Of: b.session.Interpreters[team[0]].ID}] += c.score
			}
		case event.ReasonBuyerFull:
			full(c, c.buyer, OneBuyerMeeting)
		case event.ReasonFirmFull:
			full(c, c.firm, OneFirmMeeting)
		case event.ReasonBothBusy, event.ReasonNoCommonSlot:
			slots += c.score
		}
	}
	for c := range waiting {
		if c.Kind == OneSlot {
			waiting[c] = slots
		}
	}
	changes := make([]Change, 0, len(waiting))
	for c := range waiting {
		changes = append(changes, c)
	}
	slices.SortFunc(changes, func(x, y Change) int {
		return cmp.Or(
			x.breadth()-y.breadth(),
			cmp.Compare(waiting[y], waiting[x]),
			strings.Compare(x.Kind, y.Kind), strings.Compare(x.Of, y.Of), x.Day.Compare(y.Day),
		)
	})
	return changes
}

// scarce adds a table and an interpreter of each team where all are taken in some slot, though no left-out pair waits
// for nothing else.
func (b *board) scarce(waiting map[Change]int64) {
	id := b.session.ID
	if !none(b.noTable) {
		waiting[Change{Session: id, Kind: OneTable}] = 0
	}
	for k, team := range b.teams {
		if len(team) > 0 && !none(b.lacking[k]) {
			waiting[Change{Session: id, Kind: OneInterpreter, Of: b.session.Interpreters[team[0]].ID}] = 0
		}
	}
}

// breadth is 0 for a change that serves everybody, 1 for one that serves a single firm or buyer.
func (c Change) breadth() int {
	if c.Of != "" && (c.Kind == OneFirmMeeting || c.Kind == OneBuyerMeeting) {
		return 1
	}
	return 0
}

// dayEnds lists the changes that add a slot to one of the days.
func (b *board) dayEnds() []Change {
	var out []Change
	days := b.session.Days()
	for t, d := range days {
		if t == len(days)-1 || days[t+1] != d {
			out = append(out, Change{Session: b.session.ID, Kind: OneSlot, Day: d})
		}
	}
	return out
}

// helpText says in a sentence what a change brings.
func (b *board) helpText(h event.Help, c Change) event.Text {
	var text event.Text
	switch {
	case c.Kind == OneTable:
		text = say("테이블을 하나 늘리면", "One more table", "增加一张洽谈桌", "Ещё один стол")
	case c.Kind == OneSlot:
		text = say("%[1]s에 슬롯을 하나 늘리면", "One more slot on %[1]s", "%[1]s 增加一个时段", "Ещё один слот %[1]s", h.Day)
	case c.Kind == OneInterpreter:
		spoken := strings.Join(b.session.Interpreters[b.interpreterOf[c.Of]].Languages, "-")
		text = say("통역(%[1]s)을 한 명 늘리면", "One more %[1]s interpreter", "增加一名 %[1]s 翻译", "Ещё один переводчик %[1]s", spoken)
	case c.Of == "" && c.Kind == OneFirmMeeting:
		text = say("모든 기업의 상담 한도를 1건 늘리면", "One more meeting for every firm", "每家企业的上限各增加一场", "По одной встрече сверх предела каждой фирме")
	case c.Of == "":
		text = say("모든 바이어의 상담 한도를 1건 늘리면", "One more meeting for every buyer", "每位买家的上限各增加一场", "По одной встрече сверх предела каждому покупателю")
	default:
		text = say("%[1]s의 상담 한도를 1건 늘리면", "One more meeting for %[1]s", "%[1]s 的上限增加一场", "Ещё одна встреча для %[1]s", c.Of)
	}
	appendText(&text, [4]string{
		" 상담 %+[1]d건, 점수 %+.4[2]f.", " would bring %+[1]d meetings and %+.4[2]f of score.",
		"，洽谈 %+[1]d 场，分数 %+.4[2]f。", ": встреч %+[1]d, оценка %+.4[2]f."}, h.Meetings, h.Score)
	return text
}
