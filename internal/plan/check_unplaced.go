package plan

import (
	"sangdam/event"
)

// unplaced is D4 and D5 for the pairs that the document lists as left out. known is the number of true candidates of
// the site.
func (c *checker) unplaced(location string, st *site, part *event.SessionSchedule, b *board, known int) {
	r := reading{site: st, index: c.index}
	seen := make(map[edge]bool, len(part.Unplaced))
	for i := range part.Unplaced {
		u := &part.Unplaced[i]
		at := at(location+".unplaced", i)
		e, ok := st.edge(u.Firm, u.Buyer)
		if !ok {
			r.absentees(at, u.Firm, u.Buyer)
			continue
		}
		if seen[e] {
			c.add("D5", at, say(
				"%[1]s–%[2]s 쌍이 두 번 적혀 있습니다", "%[1]s with %[2]s is listed twice",
				"%[1]s 与 %[2]s 重复列出", "%[1]s и %[2]s указаны дважды", u.Firm, u.Buyer))
			continue
		}
		seen[e] = true
		c.leftOut(at, st, u, e, b, known)
	}
	c.result.Findings = append(c.result.Findings, r.found...)
}

func (c *checker) leftOut(at string, st *site, u *event.Unplaced, e edge, b *board, known int) {
	i, isCandidate := st.candidateAt(e)
	isCandidate = isCandidate && i < known
	listed := st.listed[e]
	var want event.Reason
	var score int64
	switch {
	case isCandidate && b.placed[i], !isCandidate && listed != nil && b.taken(e):
		c.add("D5", at, say(
			"%[1]s–%[2]s 쌍은 상담이 잡혀 있는데 미배정 목록에도 있습니다", "%[1]s and %[2]s have a meeting and are listed as left out",
			"%[1]s 与 %[2]s 已有洽谈，却列为未安排", "у %[1]s и %[2]s есть встреча, но они указаны как пропущенные", u.Firm, u.Buyer))
		return
	case isCandidate:
		want, _ = b.reason(&st.candidates[i])
		score = st.candidates[i].score
	case listed != nil:
		want, score = *listed.Excluded, units(listed.Score)
	default:
		c.add("D5", at, say(
			"%[1]s–%[2]s 쌍은 매칭 문서에 없습니다", "%[1]s with %[2]s is no pair of the match document",
			"%[1]s 与 %[2]s 不在匹配文件中", "пары %[1]s и %[2]s нет в документе подбора", u.Firm, u.Buyer))
		return
	}
	if u.Reason != want {
		c.add("D5", at+".reason", say(
			"문서의 미배정 사유는 %[1]q, 일정에서 확인한 사유는 %[2]q입니다",
			"the reason is given as %[1]q; by the schedule it is %[2]q",
			"未安排原因写为 %[1]q，按日程应为 %[2]q",
			"причина указана как %[1]q, по расписанию она %[2]q", string(u.Reason), string(want)))
	}
	if units(u.Score) != score {
		c.add("D4", at+".score", say(
			"문서의 점수는 %[1]v, 이 쌍의 점수는 %[2]v입니다",
			"the score is given as %[1]v; that of the pair is %[2]v",
			"分数写为 %[1]v，而该组合的分数是 %[2]v",
			"указана оценка %[1]v, а оценка пары %[2]v", u.Score, figure(score)))
	}
}

// taken reports whether a pair has a meeting, one that reading took in included.
func (b *board) taken(e edge) bool {
	i, ok := b.candidateAt(e)
	return ok && b.placed[i]
}
