package sat

// A varQueue is a list of variables, the most recently bumped last (variable move to front: Ryan 2004; with the cursor
// and the bump times of Biere and Froehlich, "Evaluating CDCL variable scoring schemes", SAT 2015).
type varQueue struct {
	prev, next  []Var
	time        []int64
	first, last Var
	cursor      Var // every variable after it is assigned
	now         int64
	sorted      []Var
}

const noVar Var = -1

func (q *varQueue) init() { q.first, q.last, q.cursor = noVar, noVar, noVar }

func (q *varQueue) grow(v Var) {
	q.prev = append(q.prev, noVar)
	q.next = append(q.next, noVar)
	q.time = append(q.time, 0)
	q.append(v)
	q.cursor = v
}

func (q *varQueue) append(v Var) {
	q.prev[v], q.next[v] = q.last, noVar
	if q.last == noVar {
		q.first = v
	} else {
		q.next[q.last] = v
	}
	q.last = v
	q.now++
	q.time[v] = q.now
}

// bump moves v to the end of the list; open says that v is unassigned.
func (q *varQueue) bump(v Var, open bool) {
	if q.last == v {
		return
	}
	p, n := q.prev[v], q.next[v]
	if q.cursor == v {
		// all after v are assigned, and v leaves: what is before it, or else what is after it, takes over
		if p != noVar {
			q.cursor = p
		} else {
			q.cursor = n
		}
	}
	if p == noVar {
		q.first = n
	} else {
		q.next[p] = n
	}
	q.prev[n] = p
	q.append(v)
	if open {
		q.cursor = v
	}
}

// release notes that v is no longer assigned.
func (q *varQueue) release(v Var) {
	if q.time[v] > q.time[q.cursor] {
		q.cursor = v
	}
}
