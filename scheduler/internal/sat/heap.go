package sat

// A varHeap is a binary heap of variables with the highest score on top. Scores decay by making the bonus of a bump
// grow (variable state independent decaying sum: Moskewicz et al. 2001, in MiniSat's form).
type varHeap struct {
	score []float64
	heap  []Var
	at    []int32 // place in heap, -1 when not in it
	inc   float64
}

const (
	scoreDecay = 0.95
	scoreLimit = 1e150
)

func (h *varHeap) grow(v Var) {
	h.score = append(h.score, 0)
	h.at = append(h.at, -1)
	h.insert(v)
}

func (h *varHeap) insert(v Var) {
	if h.at[v] >= 0 {
		return
	}
	h.at[v] = int32(len(h.heap))
	h.heap = append(h.heap, v)
	h.up(len(h.heap) - 1)
}

func (h *varHeap) pop() Var {
	top := h.heap[0]
	last := h.heap[len(h.heap)-1]
	h.heap = h.heap[:len(h.heap)-1]
	h.at[top] = -1
	if len(h.heap) > 0 {
		h.heap[0] = last
		h.at[last] = 0
		h.down(0)
	}
	return top
}

func (h *varHeap) bump(v Var) { h.add(v, h.inc) }

func (h *varHeap) add(v Var, x float64) {
	h.score[v] += x
	if h.score[v] > scoreLimit {
		for i := range h.score {
			h.score[i] /= scoreLimit
		}
		h.inc /= scoreLimit
	}
	if h.at[v] >= 0 {
		h.up(int(h.at[v]))
	}
}

func (h *varHeap) decay() { h.inc /= scoreDecay }

func (h *varHeap) up(i int) {
	v := h.heap[i]
	x := h.score[v]
	for i > 0 {
		p := (i - 1) >> 1
		u := h.heap[p]
		if h.score[u] >= x {
			break
		}
		h.heap[i] = u
		h.at[u] = int32(i)
		i = p
	}
	h.heap[i] = v
	h.at[v] = int32(i)
}

func (h *varHeap) down(i int) {
	v := h.heap[i]
	x := h.score[v]
	for {
		c := 2*i + 1
		if c >= len(h.heap) {
			break
		}
		if c+1 < len(h.heap) && h.score[h.heap[c+1]] > h.score[h.heap[c]] {
			c++
		}
		u := h.heap[c]
		if h.score[u] <= x {
			break
		}
		h.heap[i] = u
		h.at[u] = int32(i)
		i = c
	}
	h.heap[i] = v
	h.at[v] = int32(i)
}
