package desk

import "context"

type caller struct{}

func (d *Desk) newCaller() *caller { return &caller{} }
func (c *caller) wake()            {}
func (d *Desk) announce(ctx context.Context, b *batch, topic, event, object string) error {
	return nil
}
