package crew_test

import (
	"strings"
	"sync/atomic"
	"testing"

	"sangdam/internal/crew"
)

func TestAPanicIsTheCallers(t *testing.T) {
	var c crew.Crew
	var done atomic.Int64
	for n := range 10 {
		c.Go(func() {
			c.Guard(func() {
				if n == 3 {
					panic("the third falls")
				}
			})
			done.Add(1)
		})
	}
	defer func() {
		p, ok := recover().(*crew.Panic)
		if !ok || p.Value != "the third falls" || !strings.Contains(p.Error(), "crew_test") {
			t.Errorf("the caller gets %v", p)
		}
		if done.Load() != 10 {
			t.Errorf("%d of 10 came to their end", done.Load())
		}
	}()
	c.Wait()
	t.Error("nobody panics")
}

func TestWithoutAPanic(t *testing.T) {
	var c crew.Crew
	var done atomic.Int64
	for range 10 {
		c.Go(func() { done.Add(1) })
	}
	c.Wait()
	if done.Load() != 10 {
		t.Errorf("%d of 10 came to their end", done.Load())
	}
}
