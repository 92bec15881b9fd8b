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

// help tries the most promising changes, solves the session again with each, and returns those that bring something, best
// first. With a score slack the gain is taken over the bound, so that what was given up on purpose is not counted.
func (r *runner) help(ctx context.Context, b *board, now scheduler.Result) []event.Help {
	var out []event.Help
	if r.opt.ScoreSlack > 0 {
		now.Objective.Score = now.Bound.Score
	}
	changes := b.promising(now.Prices)
	for _, c := range changes[:min(r.opt.Help, len(changes))] {
		if ctx.Err() != nil {
			break
		}
		relaxed, err := Relax(r.event, c.Change)
		if err != nil {
			continue // a day without room for a slot more: nothing to offer
		}
		if h, ok := r.tryChange(ctx, b, relaxed, c.Change, now); ok {
			h.Price = figure(int64(c.price))
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(x, y event.Help) int {
		return cmp.Or(
			cmp.Compare(x.Objective.MustMissed, y.Objective.MustMissed),
			cmp.Compare(x.Objective.MinimumShortfall, y.Objective.MinimumShortfall),
			cmp.Compare(units(y.Score), units(x.Score)),
		)
	})
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
	// Breaks and tables are not what is asked: the solve may end when the score is proven.
	ctx, enough := context.WithCancel(ctx)
	defer enough()
	opt := r.options(st)
	opt.SlackPPM = 0
	opt.Start = st.start(b.document(now))
	opt.Report = func(p scheduler.Progress) {
		if p.Feasible && upToScore(p.Incumbent, p.Bound) {
			enough()
		}
	}
	res := r.solve(ctx, in, opt)
	if res.Schedule == nil || !betterUpToScore(res.Objective, now.Objective) {
		return event.Help{}, false
	}
	h := event.Help{
		Change:    c.Kind,
		Of:        c.Of,
		Meetings:  res.Schedule.Len() - now.Schedule.Len(),
		Score:     figure(res.Objective.Score - now.Objective.Score),
		Objective: document(res.Objective),
		Proven:    upToScore(now.Objective, now.Bound) && upToScore(res.Objective, res.Bound),
	}
	if c.Kind == OneInterpreter {
		h.Of = b.session.Interpreters[b.interpreterOf[c.Of]].ID
	}
	if c.Kind == OneSlot {
		h.Day = fmt.Sprintf("%04d-%02d-%02d", c.Day.Year, int(c.Day.Month), c.Day.Day)
	}
	h.Why = b.helpText(h, c, now.Objective)
	return h, true
}

// upToScore reports whether an objective is proven in the parts up to the score.
func upToScore(o, bound scheduler.Objective) bool {
	return o.MustMissed == bound.MustMissed && o.Shortfall == bound.Shortfall && o.Score == bound.Score
}

// betterUpToScore compares the parts up to the score.
func betterUpToScore(o, than scheduler.Objective) bool {
	o.Breaks, o.Idle, o.TableChanges = than.Breaks, than.Idle, than.TableChanges
	return o.Compare(than) < 0
}

// document is the schedule at hand, as far as a warm start reads it.
func (b *board) document(res scheduler.Result) *event.Schedule {
	part := event.SessionSchedule{Session: b.session.ID}
	for _, s := range b.seats(res.Schedule.Meetings()) {
		part.Meetings = append(part.Meetings, b.meeting(s))
	}
	return &event.Schedule{Sessions: []event.SessionSchedule{part}}
}

// helpText says in a sentence what a change brings.
func (b *board) helpText(h event.Help, c Change, now scheduler.Objective) event.Text {
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
		" 상담 %+[1]d건, 점수 %+.4[2]f", ": %+[1]d meetings, %+.4[2]f of score",
		"：洽谈 %+[1]d 场，分数 %+.4[2]f", ": встреч %+[1]d, оценка %+.4[2]f"}, h.Meetings, h.Score)
	if d := now.MustMissed - h.Objective.MustMissed; d != 0 {
		appendText(&text, [4]string{
			", 꼭 만나야 할 쌍 %+[1]d건", ", musts placed %+[1]d", "，必须会面的组合 %+[1]d 对", ", обязательных встреч %+[1]d"}, d)
	}
	if d := now.Shortfall - h.Objective.MinimumShortfall; d != 0 {
		appendText(&text, [4]string{
			", 최소 건수 부족 %+[1]d건", ", shortfall %+[1]d", "，最低场数缺口 %+[1]d 场", ", нехватка до минимума %+[1]d"}, -d)
	}
	return text
}
