package plan

import (
	"context"
	"testing"

	"sangdam/internal/crew"
	"sangdam/scheduler"
)

// TestAPanicOfTheCoreIsTheCallers has the core panic in each session: whoever calls can recover from it.
func TestAPanicOfTheCoreIsTheCallers(t *testing.T) {
	for _, workers := range []int{1, 3} {
		func() {
			defer func() {
				if p, ok := recover().(*crew.Panic); !ok || p.Value != "out of its mind" {
					t.Errorf("the caller gets %v", p)
				}
			}()
			_, err := fake(t, t.Context(), Options{Workers: workers}, func(context.Context) scheduler.Result {
				panic("out of its mind")
			})
			t.Errorf("returns %v", err)
		}()
	}
}
