package webtest

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Touch lays a finger on the middle of what a selector finds, and leaves it there.
func (p *Page) Touch(selector string) {
	p.t.Helper()
	x, y := p.middle(selector)
	p.finger(input.DispatchTouchEventTypeTouchStart, &input.TouchPoint{X: x, Y: y})
}

// Slide moves the finger over what a selector finds, which must be in sight.
func (p *Page) Slide(selector string) {
	p.t.Helper()
	x, y := p.middle(selector)
	p.finger(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: x - 4, Y: y - 4})
	p.finger(input.DispatchTouchEventTypeTouchMove, &input.TouchPoint{X: x, Y: y})
}

// Lift takes the finger away.
func (p *Page) Lift() {
	p.t.Helper()
	p.finger(input.DispatchTouchEventTypeTouchEnd)
}

func (p *Page) finger(kind input.DispatchTouchEventType, points ...*input.TouchPoint) {
	p.t.Helper()
	if points == nil {
		points = []*input.TouchPoint{}
	}
	p.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
		return err
	}))
}
