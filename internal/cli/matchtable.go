package cli

import (
	"fmt"
	"io"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
)

// printMatch prints a table a session: the best pairs with what each factor contributes, then why the others are no
// candidates.
func (p *program) printMatch(w io.Writer, ev *event.Event, pairs []event.Pair, pick selection) error {
	sessions, err := p.sessions(ev, pick.session)
	if err != nil {
		return err
	}
	limit := pick.top
	if !pick.topGiven && pick.firm == "" && pick.buyer == "" {
		limit = topOfTable
	}
	x := event.NewIndex(ev)
	pick.top = 0
	selected := pick.of(ev, pairs)
	for i, s := range sessions {
		if i > 0 {
			fmt.Fprintln(w)
		}
		var candidates, excluded []event.Pair
		for _, pair := range selected {
			switch {
			case pair.Session != s.ID:
			case pair.Excluded == nil:
				candidates = append(candidates, pair)
			default:
				excluded = append(excluded, pair)
			}
		}
		fmt.Fprintln(w, p.sessionTitle(s))
		fmt.Fprintln(w, p.count("match.candidates", len(candidates)))
		shown := candidates
		if limit > 0 && len(shown) > limit {
			shown = shown[:limit]
		}
		if len(shown) > 0 {
			fmt.Fprintln(w)
			if err := p.matchTable(x, shown, true).write(w, p.width()); err != nil {
				return err
			}
		}
		if rest := len(candidates) - len(shown); rest > 0 {
			fmt.Fprintln(w, p.count("match.more", rest))
		}
		if err := p.printExcluded(w, x, excluded, pick.firm != "" || pick.buyer != ""); err != nil {
			return err
		}
	}
	return nil
}

// matchTable is the table of ranked pairs, with the sentence why when it is wanted.
func (p *program) matchTable(x *event.Index, pairs []event.Pair, why bool) *table {
	t := &table{columns: []column{
		{title: "#", right: true}, {title: p.say("column.score"), right: true},
		{title: p.say("column.firm"), shrink: true}, {title: p.say("column.buyer"), shrink: true},
		{title: p.say("column.factors"), shrink: true},
	}}
	if why {
		t.columns = append(t.columns, column{title: p.say("column.why"), shrink: true})
	}
	for i, pair := range pairs {
		t.add(p.voice.Int(i+1), p.voice.Decimal(pair.Score, 4), p.firmLabel(x, pair.Firm), p.buyerLabel(x, pair.Buyer),
			p.contributions(pair, 3), p.voice.Text(pair.Why))
	}
	return t
}

// printExcluded says for each pair why it is no candidate, or, where there are many, how many there are for each reason.
func (p *program) printExcluded(w io.Writer, x *event.Index, excluded []event.Pair, each bool) error {
	if len(excluded) == 0 {
		return nil
	}
	fmt.Fprintf(w, "\n%s\n\n", p.count("match.excluded", len(excluded)))
	if !each {
		return p.reasonTable(countExcluded(excluded)).write(w, p.width())
	}
	t := &table{columns: []column{
		{title: p.say("column.firm"), shrink: true}, {title: p.say("column.buyer"), shrink: true},
		{title: p.say("column.reason")}, {title: p.say("column.why"), shrink: true},
	}}
	for _, pair := range excluded {
		t.add(p.firmLabel(x, pair.Firm), p.buyerLabel(x, pair.Buyer), string(*pair.Excluded), p.voice.Text(pair.ExcludedWhy))
	}
	return t.write(w, p.width())
}

// contributions names the factors that give a pair the most, best first.
func (p *program) contributions(pair event.Pair, most int) string {
	var parts []string
	for _, f := range byContribution(pair.Factors) {
		if len(parts) == most || f.Contribution <= 0 {
			break
		}
		parts = append(parts, p.factorName(f.Name)+" "+p.voice.Decimal(f.Contribution, 2))
	}
	return strings.Join(parts, ", ")
}

// factorName is the name of a factor in the reader's language, or its own where there is none.
func (p *program) factorName(name string) string {
	if id := "factor." + name; p.voice.Has(id) {
		return p.say(id)
	}
	return name
}

// matchRows are the rows of the match document as a spreadsheet: a column a factor, holding its contribution.
func (p *program) matchRows(x *event.Index, pairs []event.Pair) [][]string {
	var factors []string
	if len(pairs) > 0 {
		for _, f := range pairs[0].Factors {
			factors = append(factors, f.Name)
		}
	}
	head := []string{p.say("column.session"), p.say("column.firm_id"), p.say("column.firm"), p.say("column.buyer_id"),
		p.say("column.buyer"), p.say("column.score"), p.say("column.rank_firm"), p.say("column.rank_buyer")}
	for _, name := range factors {
		head = append(head, p.factorName(name))
	}
	rows := [][]string{append(head, p.say("column.why"), p.say("column.excluded"))}
	for _, pair := range pairs {
		row := []string{pair.Session, pair.Firm, p.firmName(x, pair.Firm), pair.Buyer, p.buyerName(x, pair.Buyer),
			fmt.Sprintf("%.4f", pair.Score), rankCell(pair.RankForFirm), rankCell(pair.RankForBuyer)}
		for _, name := range factors {
			row = append(row, fmt.Sprintf("%.4f", contributionOf(pair, name)))
		}
		excluded := ""
		if pair.Excluded != nil {
			excluded = string(*pair.Excluded)
		}
		rows = append(rows, append(row, p.voice.Text(pair.Why), excluded))
	}
	return rows
}

func (p *program) sessionTitle(s *event.Session) string {
	name := s.City
	if name.IsZero() {
		name = s.Name
	}
	if name.IsZero() {
		return p.say("session.nameless", lang.Args{"ID": s.ID, "Days": p.days(s)})
	}
	return p.say("session.title", lang.Args{"Name": oneLine(p.voice.Text(name)), "ID": s.ID, "Days": p.days(s)})
}
