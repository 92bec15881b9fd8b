// Package crew lets goroutines work for a caller who answers for them: when one of them panics, the caller does.
package crew

import (
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// A Crew is a sync.WaitGroup whose Wait panics when one of its goroutines did. Otherwise such a panic would end the process,
// whatever its caller is ready to recover from. The zero value is ready; a Crew is not used again after Wait.
type Crew struct {
	wait  sync.WaitGroup
	first atomic.Pointer[Panic]
}

// A Panic is what Wait panics with.
type Panic struct {
	Value any    // of the goroutine that panicked first
	Stack []byte // of it
}

func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

// Go calls f in a goroutine.
func (c *Crew) Go(f func()) {
	c.wait.Go(func() {
		defer c.note()
		f()
	})
}

// note is deferred: it takes note of a panic and ends it.
func (c *Crew) note() {
	if value := recover(); value != nil {
		c.first.CompareAndSwap(nil, &Panic{value, debug.Stack()})
	}
}

// Guard calls f and takes note of its panic, so that the goroutine can go on and those who wait for it do not wait in vain.
func (c *Crew) Guard(f func()) {
	defer c.note()
	f()
}

// Wait waits for all goroutines.
func (c *Crew) Wait() {
	c.wait.Wait()
	if p := c.first.Load(); p != nil {
		panic(p)
	}
}
