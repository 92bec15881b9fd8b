package timetable

import "strconv"

// A digest names what was said to it: FNV-1a, in 64 bits.
type digest uint64

func newDigest() digest { return 14695981039346656037 }

func (d *digest) byte(b byte) { *d = (*d ^ digest(b)) * 1099511628211 }

func (d *digest) say(words ...string) {
	for _, w := range words {
		for i := range len(w) {
			d.byte(w[i])
		}
		d.byte(0)
	}
}

func (d *digest) flags(flags ...bool) {
	for _, f := range flags {
		d.byte(byte(rank(f)))
	}
}

// mark is a short digest of what a row shows.
func mark(r *Row) string {
	d := newDigest()
	d.say(r.ID, r.Name, r.Note)
	d.flags(r.Short)
	d.byte(byte(r.Tone))
	for i := range r.Cells {
		d.flags(r.Cells[i].Away, r.Cells[i].Pause)
		for k := range r.Cells[i].Cards {
			c := &r.Cells[i].Cards[k]
			d.say(c.Firm, c.Buyer, c.First, c.Second, c.Third, c.Score, c.Table, c.Interpreter, c.Tone.Name)
			d.flags(c.Locked, c.Fixed, c.Must)
		}
		d.byte(1)
	}
	return strconv.FormatUint(uint64(d), 36)
}
