// Package follow is how both homes of the store serve those who watch: a hub that wakes them, and the loop that reads the log on.
package follow

import "sync"

// A Hub wakes those who watch a space. It carries no news: the log does. The zero value is ready.
type Hub struct {
	mu   sync.Mutex
	ears map[string]map[chan struct{}]bool
}

// listen returns a channel that holds a token after a wake-up, and what ends it.
func (h *Hub) listen(space string) (ear chan struct{}, stop func()) {
	ear = make(chan struct{}, 1)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.ears == nil {
		h.ears = map[string]map[chan struct{}]bool{}
	}
	if h.ears[space] == nil {
		h.ears[space] = map[chan struct{}]bool{}
	}
	h.ears[space][ear] = true
	return ear, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.ears[space], ear)
		if len(h.ears[space]) == 0 {
			delete(h.ears, space)
		}
	}
}

// Wake wakes those who watch a space.
func (h *Hub) Wake(space string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	ring(h.ears[space])
}

// WakeAll wakes everybody, after wake-ups may have been missed.
func (h *Hub) WakeAll() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, ears := range h.ears {
		ring(ears)
	}
}

func ring(ears map[chan struct{}]bool) {
	for ear := range ears {
		select {
		case ear <- struct{}{}:
		default: // it is awake already
		}
	}
}
