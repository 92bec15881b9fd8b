package plan

import (
	"math"

	"sangdam/event"
	"sangdam/scheduler"
)

// figures compares what the document claims with what is recomputed: O1 to O6, D6, D7 and D8.
func (c *checker) figures(location string, part *event.SessionSchedule, measured scheduler.Objective) {
	claimsNothing := part.Status == "" && part.Objective == (event.Objective{}) && part.Bound == (event.Objective{})
	if claimsNothing {
		return
	}
	want, got, bound := measured, core(part.Objective), core(part.Bound)
	objective := location + ".objective"
	c.figure("O1", objective+".must_missed", float64(got.MustMissed), float64(want.MustMissed))
	c.figure("O2", objective+".minimum_shortfall", float64(got.Shortfall), float64(want.Shortfall))
	c.figure("O3", objective+".score", part.Objective.Score, figure(want.Score))
	c.figure("O4", objective+".breaks", float64(got.Breaks), float64(want.Breaks))
	c.figure("O5", objective+".idle", float64(got.Idle), float64(want.Idle))
	c.figure("O6", objective+".table_changes", float64(got.TableChanges), float64(want.TableChanges))
	if part.Status == "" {
		return
	}
	c.bound(location+".bound", part, want, bound)
	c.gap(location, part, want, bound)
	c.status(location, part, want, bound)
}

// figure compares one figure, to four decimals.
func (c *checker) figure(rule, at string, got, want float64) {
	if math.Abs(got-want) < 0.5/scheduler.ScoreScale {
		return
	}
	c.add(rule, at, say(
		"문서의 값은 %[1]v, 다시 계산한 값은 %[2]v입니다",
		"the document says %[1]v; recomputed it is %[2]v",
		"文件中为 %[1]v，重新计算为 %[2]v",
		"в документе %[1]v, при пересчёте %[2]v", got, want))
}

// bound is D6.
func (c *checker) bound(at string, part *event.SessionSchedule, o, bound scheduler.Objective) {
	for _, p := range []struct {
		name        string
		worse       bool
		bound, part any
	}{
		{"must_missed", bound.MustMissed > o.MustMissed, bound.MustMissed, o.MustMissed},
		{"minimum_shortfall", bound.Shortfall > o.Shortfall, bound.Shortfall, o.Shortfall},
		{"score", !(bound.Score >= o.Score), part.Bound.Score, figure(o.Score)},
		{"breaks", bound.Breaks > o.Breaks, bound.Breaks, o.Breaks},
		{"idle", bound.Idle > o.Idle, bound.Idle, o.Idle},
		{"table_changes", bound.TableChanges > o.TableChanges, bound.TableChanges, o.TableChanges},
	} {
		if p.worse {
			c.add("D6", at+"."+p.name, say(
				"한계값(%[1]v)이 이 일정의 값(%[2]v)보다 나쁘므로 증명이 될 수 없습니다",
				"the bound %[1]v is worse than what this schedule has, %[2]v: it proves nothing",
				"界限 %[1]v 比本日程的值 %[2]v 更差，不能成为证明",
				"граница %[1]v хуже значения этого расписания %[2]v и ничего не доказывает", p.bound, p.part))
		}
	}
	if bound.MustMissed < 0 || bound.Shortfall < 0 || bound.Breaks < 0 || bound.Idle < 0 || bound.TableChanges < 0 {
		c.add("D6", at, say(
			"한계값은 음수일 수 없습니다", "no part of a bound can be negative", "界限不能为负数", "граница не может быть отрицательной"))
	}
}

// gap is D7; two figures in the fifth decimal are taken for the same, as others round.
func (c *checker) gap(location string, part *event.SessionSchedule, o, bound scheduler.Objective) {
	want := gap(o.Score, bound.Score)
	if math.Abs(part.Gap-want) <= 1e-4 && (part.Gap > 0) == (want > 0) {
		return
	}
	if math.Abs(part.Gap-want) <= 5e-5 && want > 0 && want < 5e-5 {
		return // rounded to nothing in four decimals
	}
	c.add("D7", location+".gap", say(
		"문서의 gap은 %[1]v, 한계값과 점수로 계산한 gap은 %[2]v입니다",
		"the gap is given as %[1]v; bound and score make it %[2]v",
		"gap 写为 %[1]v，由界限与分数计算为 %[2]v",
		"указан gap %[1]v, по границе и оценке он %[2]v", part.Gap, want))
}

// status is D8.
func (c *checker) status(location string, part *event.SessionSchedule, o, bound scheduler.Objective) {
	proven := provenWithin(o, bound, part.ScoreSlack)
	var ok bool
	switch part.Status {
	case event.StatusOptimal:
		ok = proven && len(part.Meetings) > 0
	case event.StatusEmpty:
		ok = proven && len(part.Meetings) == 0
	case event.StatusFeasible:
		ok = true
	}
	if ok {
		return
	}
	c.add("D8", location+".status", say(
		"상태(%[1]q)가 상담 건수(%[2]d건)와 한계값에 맞지 않습니다",
		"status %[1]q does not fit %[2]d meetings and the bound",
		"状态 %[1]q 与 %[2]d 场洽谈及界限不符",
		"статус %[1]q не соответствует встречам (%[2]d) и границе", string(part.Status), len(part.Meetings)))
}

// provenWithin reports whether an objective equals its bound in every part, in the score within a slack.
func provenWithin(o, bound scheduler.Objective, slack float64) bool {
	if slack > 0 && slack < 1 && float64(o.Score) >= float64(bound.Score)*(1-slack)-1 {
		bound.Score = o.Score
	}
	return o == bound
}
