package pdf

import (
	"sangdam/internal/lang"
	"sangdam/internal/report"
)

const (
	barHeight  = 4.2
	barGap     = 1.9
	barCaption = 5.0
	mostBars   = 20 // more lines than that are read in the table
)

// scaleOf is the largest amount of a chart; 0: there is no chart, because there is nothing to see or too much.
func scaleOf(v report.View) lang.Cents {
	var most lang.Cents
	if len(v.Lines) > mostBars {
		return 0
	}
	for _, l := range v.Lines {
		most = max(most, l.Consulted, l.Expected)
	}
	return most
}

func chartHeight(v report.View) float64 {
	if scaleOf(v) == 0 {
		return 0
	}
	return barCaption + float64(len(v.Lines))*(barHeight+barGap)
}

// chart draws a bar for each line of a view: the amount consulted, and within it, darker, what is expected to become contracts.
// Both begin at zero and have one scale.
func (d *document) chart(v report.View) {
	most := scaleOf(v)
	if most == 0 {
		return
	}
	names, amounts := d.inner()*0.26, d.inner()*0.2
	room := d.inner() - names - amounts
	d.legend(margin+names, d.y)
	d.y += barCaption
	for _, l := range v.Lines {
		d.fitLine(box{margin, d.y, names - 3, barHeight}, l.Name, detail, left)
		long := room * float64(l.Consulted) / float64(most)
		d.fill(box{margin + names, d.y, max(long, 0.2), barHeight}, pale)
		d.fill(box{margin + names, d.y + barHeight*0.3, room * float64(l.Expected) / float64(most), barHeight * 0.4}, accent)
		d.fitLine(box{margin + names + long + 2, d.y, amounts - 2, barHeight}, d.head.Voice.Money(l.Consulted), detail.in(grey), left)
		d.y += barHeight + barGap
	}
}

func (d *document) legend(x, y float64) {
	s := small.in(grey)
	for _, mark := range []struct {
		id  string
		ink ink
	}{{"report.final.consulted", pale}, {"report.final.expected", accent}} {
		d.fill(box{x, y + 0.9, 2.2, 2.2}, mark.ink)
		label := plain(d.say(mark.id))
		d.line(x+3.4, y, label, s)
		x += 3.4 + width(label, s) + 6
	}
}
