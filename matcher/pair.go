package matcher

import (
	"math"

	"sangdam/event"
	"sangdam/matcher/internal/phrase"
)

// A consideration is a pair with its verdict and ruling.
type consideration struct {
	view    view
	verdict verdict
	score   int // in units
	given   bool
	must    bool
	ruled   event.Reason // empty for a candidate
}

// consider judges one pair; nil for a pair that an event with given scores does not list.
func (m *Matcher) consider(session, firm, buyer int, wish event.Wishes) *consideration {
	p := &m.sessions[session]
	c := &consideration{view: view{place: p, firm: &m.firms[firm], buyer: &m.buyers[buyer], wish: wish, words: m.words}}
	ids := pairKey{"", m.event.Firms[firm].ID, m.event.Buyers[buyer].ID}
	if m.given != nil {
		score, listed := m.given[ids]
		if !listed {
			return nil
		}
		c.given, c.score = true, units(score)
	}
	allowed, barred := p.allowed(c.view.firm, c.view.buyer)
	if barred {
		allowed = nil // show what the pair would be worth
	}
	if !c.given {
		c.verdict = m.judge(&c.view, allowed)
		c.score = units(c.verdict.score)
	}
	c.must = wish.Must()
	ids.session = p.session.ID
	c.ruled = m.ruleOut(&c.view, c.score, c.must, m.fixed[ids], c.given, barred)
	return c
}

// Pair makes the entry of the match document of a standing: its factors, and why in four languages.
func (m *Matcher) Pair(s Standing) event.Pair {
	firm, buyer := &m.event.Firms[s.Firm], &m.event.Buyers[s.Buyer]
	p := event.Pair{
		Session: m.event.Sessions[s.Session].ID, Firm: firm.ID, Buyer: buyer.ID, Score: s.Score, Must: s.Must,
		RankForFirm: s.RankForFirm, RankForBuyer: s.RankForBuyer,
	}
	c := m.consider(s.Session, s.Firm, s.Buyer, m.index.Wishes(firm.ID, buyer.ID))
	if c == nil {
		return p
	}
	if c.ruled != "" {
		p.Excluded, p.ExcludedWhy = &c.ruled, m.ruledWhy(&c.view, c.ruled, c.score)
	}
	if c.given {
		why := givenWhy.Text()
		p.Factors = []event.Factor{{Name: "given", Value: p.Score, Weight: 1, Contribution: p.Score, Why: why}}
		p.Why = why
		return p
	}
	p.Gains = &event.Gains{Firm: round(c.verdict.firm), Buyer: round(c.verdict.buyer)}
	parts := m.split(&c.verdict, c.score)
	var notes []event.Text
	for f := range factors {
		if f == unstatedFactor && !c.verdict.opinions[f].known() {
			continue
		}
		r := factors[f].why(&c.view, c.verdict.opinions[f])
		p.Factors = append(p.Factors, event.Factor{
			Name: factors[f].name, Value: round(parts[f].value), Weight: round(parts[f].weight),
			Contribution: float64(parts[f].contribution) / Unit, Why: r.why,
		})
		if !r.note.IsZero() {
			notes = append(notes, r.note)
		}
	}
	if step, ok := m.bestStep(c); ok {
		notes = append(notes, step.text())
	}
	p.Why = sentence(c, notes)
	return p
}

var givenWhy = phrase.New("점수는 행사 문서에 주어진 것임", "the score is given in the event document", "得分由活动文件给定", "оценка задана в документе мероприятия")

// round keeps four decimals.
func round(x float64) float64 { return math.Round(x*Unit) / Unit }
