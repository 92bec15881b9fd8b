package storetest

import (
	"errors"
	"fmt"
	"strconv"
	"sync"
	"testing"

	"sangdam/internal/store"
)

const writers = 8

// counter counts up by optimistic retries, which lose nothing.
func counter(t *testing.T, h *home) {
	const each = 25
	var group sync.WaitGroup
	for range writers {
		group.Go(func() {
			for done := 0; done < each; {
				n, condition := 0, store.Absent()
				r, err := h.Get(t.Context(), key("counter"))
				if err == nil {
					n, _ = strconv.Atoi(string(r.Value))
					condition = store.At(r.Version)
				} else if !errors.Is(err, store.ErrNotFound) {
					t.Error(err)
					return
				}
				_, err = h.Write(t.Context(), store.Change{Key: key("counter"), If: condition, Value: []byte(strconv.Itoa(n + 1))})
				if _, lost := errors.AsType[*store.ConflictError](err); err != nil && !lost {
					t.Error(err)
					return
				} else if !lost {
					done++
				}
			}
		})
	}
	group.Wait()
	h.holds(key("counter"), strconv.Itoa(writers*each))
}

// swaps moves one token among places, several records a write; readers never see it twice or in no place at one version.
func swaps(t *testing.T, h *home) {
	const places, each = 4, 20
	id := func(i int) string { return fmt.Sprint("place-", i) }
	h.write(value(id(0), "token"), value(id(1), ""), value(id(2), ""), value(id(3), ""))
	var group sync.WaitGroup
	versions := make([][]uint64, writers)
	for w := range writers {
		group.Go(func() {
			for i := range each {
				for {
					from, to := -1, (w+i)%places
					var at [places]uint64
					for p := range places {
						r, err := h.Get(t.Context(), key(id(p)))
						if err != nil {
							t.Error(err)
							return
						}
						if at[p] = r.Version; len(r.Value) > 0 {
							from = p
						}
					}
					if from < 0 || from == to {
						break
					}
					v, err := h.Write(t.Context(),
						store.Change{Key: key(id(from)), If: store.At(at[from])},
						store.Change{Key: key(id(to)), If: store.At(at[to]), Value: []byte("token")})
					if err == nil {
						versions[w] = append(versions[w], v)
						break
					}
					if _, lost := errors.AsType[*store.ConflictError](err); !lost {
						t.Error(err)
						return
					}
				}
			}
		})
	}
	group.Wait()
	tokens, seen := 0, map[uint64]bool{}
	for p := range places {
		r, err := h.Get(t.Context(), key(id(p)))
		if err != nil {
			t.Fatal(err)
		}
		tokens += len(r.Value) / len("token")
	}
	for _, vs := range versions {
		for _, v := range vs {
			if seen[v] {
				t.Errorf("version %d was given twice", v)
			}
			seen[v] = true
		}
	}
	if tokens != 1 {
		t.Errorf("%d tokens at the end", tokens)
	}
}
