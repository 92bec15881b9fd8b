package pdf

import (
	"fmt"
	"io"

	"sangdam/internal/lang"
)

func threeDigits(n int) string { return fmt.Sprintf("%03d", n) }

// Logs sets the form 상담일지 for every meeting, a page each: who met where is filled in; what was offered at which price, what is
// expected, agreed or signed, and what comes next is to be written by hand. won is the rate of the US dollar in Korean won that
// the amounts are to be turned at; 0 leaves a blank for it.
func Logs(w io.Writer, head Head, logs []Log, won float64) error {
	d := newDocument(head, head.Voice.Say("report.log.title"))
	if len(logs) == 0 {
		d.page(false)
		d.opening(d.say("report.log.title"), head.Event, d.say("report.paper.empty"))
	}
	for _, l := range logs {
		d.newSection()
		d.log(l, won)
	}
	return d.write(w)
}

func (d *document) log(l Log, won float64) {
	d.page(false)
	d.fill(box{margin, d.y, 14, 1.2}, accent)
	d.fitLine(box{margin + 20, d.y - 2, d.inner() - 20, 5}, d.head.Event, detail.in(grey), right)
	d.y += 3.5
	d.fitLine(box{margin, d.y, d.inner() * 0.7, 9}, d.say("report.log.title"), title, left)
	d.fitLine(box{margin + d.inner()*0.7, d.y, d.inner() * 0.3, 9}, "No. "+l.Number, body.in(grey), right)
	d.y += 11
	d.bookmark(l.Number + "  " + l.Firm.Name + " – " + l.Buyer.Name)
	d.logParties(l)
	d.logProducts(l)
	d.logAmounts(l, won)
	d.logOutcome(l)
	d.logNotes(l)
	d.logSignatures()
}

// A field is a label with what is filled in; empty: a blank to write into.
type field struct{ label, value string }

const fieldHeight = 8.6

// fields sets a row of fields beside each other.
func (d *document) fields(height float64, fields ...field) {
	each := d.inner() / float64(len(fields))
	const labelWidth = 27.0
	for i, f := range fields {
		x := margin + float64(i)*each
		d.fill(box{x, d.y, labelWidth, height}, tint)
		d.fit(box{x + 2, d.y, labelWidth - 3, height}, f.label, small.at(8).in(grey), left)
		d.fit(box{x + labelWidth + 2, d.y, each - labelWidth - 3, height}, f.value, body, left)
		d.frame(box{x, d.y, each, height}, hair)
	}
	d.y += height
}

func (d *document) logParties(l Log) {
	when := d.head.Voice.Day(l.Start) + "  " + clock(l.Start) + "–" + clock(l.End)
	buyer := l.Buyer.Name
	d.fields(fieldHeight, field{d.say("report.log.when"), when})
	d.fields(fieldHeight, field{d.say("report.log.where"), l.Where}, field{d.say("report.agenda.table"), l.Table})
	d.fields(fieldHeight, field{d.say("report.party.firm"), l.Firm.Name + "  (" + l.Firm.ID + ")"}, field{d.say("report.log.person"), ""})
	d.fields(fieldHeight, field{d.say("report.party.buyer"), buyer + "  (" + l.Buyer.ID + ")"}, field{d.say("report.log.person"), ""})
	d.fields(fieldHeight, field{d.say("report.log.country"), l.Buyer.Country}, field{d.say("report.party.interpreter"), l.Interpreter})
	d.y += 4
}

const logProducts = 4 // lines for products, more when a firm has more, up to what has room

func (d *document) logProducts(l Log) {
	shares := []float64{0.4, 0.13, 0.16, 0.11, 0.2}
	heads := []string{"report.log.product", "", "report.log.price", "report.log.quantity", "report.log.amount"}
	line := func(height float64, cells [5]string, s style, a align, filled bool) {
		x := margin
		for i, text := range cells {
			b := box{x, d.y, shares[i] * d.inner(), height}
			if filled {
				d.fill(b, tint)
			}
			d.frame(b, hair)
			at := a
			if i < 2 {
				at = left
			}
			d.fit(box{b.x + 2, b.y, b.w - 4, b.h}, text, s, at)
			x += b.w
		}
		d.y += height
	}
	var head [5]string
	for i, id := range heads {
		if id != "" {
			head[i] = d.say(id)
		}
	}
	head[1] = "HS"
	line(7, head, small.at(8).in(grey), right, true)
	const most = 6
	for i := range min(most, max(logProducts, len(l.Products)+1)) {
		var cells [5]string
		if i < len(l.Products) {
			cells[0], cells[1] = l.Products[i].Name, l.Products[i].HS
		}
		line(7.4, cells, body.at(9), left, false)
	}
	d.y += 4
}

// logAmounts has a line for each kind of amount, in dollars and won: they are never added to each other.
func (d *document) logAmounts(l Log, won float64) {
	rate := d.say("report.log.rate_blank")
	if won > 0 {
		rate = d.say("report.log.rate", lang.Args{"Rate": d.head.Voice.Decimal(won, 2)})
	}
	d.fitLine(box{margin, d.y - 1, d.inner(), 5}, rate, small.at(8).in(grey), right)
	d.y += 4.2
	var consulted, expected, agreed, signed lang.Cents
	if l.Result != nil && l.Result.Held {
		consulted, expected = lang.DollarsToCents(l.Result.ConsultedUSD), lang.DollarsToCents(l.Result.ExpectedContractUSD)
		agreed, signed = lang.DollarsToCents(l.Result.MOUUSD), lang.DollarsToCents(l.Result.SignedUSD)
	}
	for _, a := range []struct {
		id     string
		amount lang.Cents
	}{{"consulted", consulted}, {"expected", expected}, {"agreed", agreed}, {"signed", signed}} {
		usd, krw := "USD", "KRW"
		if a.amount > 0 {
			usd += " " + d.head.Voice.Dollars(a.amount)
			if won > 0 {
				krw += " " + d.head.Voice.Int(int(float64(a.amount)/100*won+0.5))
			}
		}
		d.amountLine(d.say("report.log."+a.id), usd, krw)
	}
	d.y += 4
}

func (d *document) amountLine(label, usd, krw string) {
	const labelWidth = 52.0
	rest := (d.inner() - labelWidth) / 2
	d.fill(box{margin, d.y, labelWidth, fieldHeight - 1}, tint)
	d.fit(box{margin + 2, d.y, labelWidth - 3, fieldHeight - 1}, label, small.at(8).in(grey), left)
	d.frame(box{margin, d.y, labelWidth, fieldHeight - 1}, hair)
	for i, text := range []string{usd, krw} {
		b := box{margin + labelWidth + float64(i)*rest, d.y, rest, fieldHeight - 1}
		d.frame(b, hair)
		s := body
		if len(text) == len("USD") {
			s = small.at(8).in(grey)
		}
		d.fitLine(box{b.x + 2, b.y, b.w - 4, b.h}, text, s, left)
	}
	d.y += fieldHeight - 1
}

// logOutcome asks whether the meeting took place, and for a mark from 1 to 5.
func (d *document) logOutcome(l Log) {
	held, notHeld := l.Result != nil && l.Result.Held, l.Result != nil && !l.Result.Held
	y := d.y
	x := d.choice(margin, y, d.say("report.log.held"), held) + 6
	d.choice(x, y, d.say("report.log.not_held"), notHeld)
	x = margin + d.inner()*0.58
	d.line(x, y, d.say("report.log.rating"), body.at(9).in(grey))
	x += width(plain(d.say("report.log.rating")), body.at(9)) + 4
	for mark := range 5 {
		x = d.choice(x, y, fmt.Sprint(mark+1), false) + 3.5
	}
	d.y += 9
}

// choice draws a box to tick, with a label, and returns where the label ends.
func (d *document) choice(x, y float64, label string, ticked bool) float64 {
	s := body.at(9)
	const size = 3.2
	b := box{x, y + (s.leading()-size)/2, size, size}
	d.frame(b, grey)
	if ticked {
		d.fill(b.within(0.7), accent)
	}
	d.line(x+size+1.6, y, plain(label), s)
	return x + size + 1.6 + width(plain(label), s)
}

// logNotes leaves room to write: most of it for what was said.
func (d *document) logNotes(l Log) {
	room := d.bottom() - d.y - signatureHeight - 4
	for _, n := range []struct {
		id    string
		share float64
	}{{"report.log.notes", 0.56}, {"report.log.next", 0.44}} {
		h := room*n.share - 2
		d.frame(box{margin, d.y, d.inner(), h}, hair)
		d.fitLine(box{margin + 2, d.y + 1, d.inner() - 4, 5}, d.say(n.id), small.at(8).in(grey), left)
		for y := d.y + 13; y < d.y+h-3; y += 7.5 {
			d.rule(margin+3, y, d.right()-3, tint)
		}
		d.y += h + 2
	}
}

const signatureHeight = 16.0

func (d *document) logSignatures() {
	y := d.bottom() - signatureHeight
	each := d.inner() / 3
	for i, id := range []string{"report.log.sign_firm", "report.log.sign_buyer", "report.log.sign_interpreter"} {
		b := box{margin + float64(i)*each, y, each, signatureHeight}
		d.frame(b, hair)
		d.fitLine(box{b.x + 2, b.y + 1, b.w - 4, 5}, d.say(id), small.at(8).in(grey), left)
	}
}
