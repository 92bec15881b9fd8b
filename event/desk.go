package event

// A desk assigns interpreters to the meetings of one slot, by augmenting paths (Kuhn's algorithm): it finds a place
// for a meeting whenever any assignment can. O(meetings · able interpreters) a call.
type desk struct {
	able   [][]int     // by meeting
	serves map[int]int // meeting by interpreter
}

func newDesk() *desk { return &desk{serves: make(map[int]int)} }

// seat adds a meeting with the interpreters able to serve it, and reports whether all can still be served.
func (d *desk) seat(able []int) bool {
	d.able = append(d.able, able)
	return d.augment(len(d.able)-1, make(map[int]bool))
}

func (d *desk) augment(meeting int, tried map[int]bool) bool {
	for _, i := range d.able[meeting] {
		if tried[i] {
			continue
		}
		tried[i] = true
		other, busy := d.serves[i]
		if !busy || d.augment(other, tried) {
			d.serves[i] = meeting
			return true
		}
	}
	return false
}
