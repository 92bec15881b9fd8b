package webtest

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Type types text into a field, after what it holds.
func (p *Page) Type(selector, text string) {
	p.t.Helper()
	p.Wait(selector)
	p.Run(fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		if (document.activeElement === e) return;
		e.focus();
		if (/^(text|search|tel|url|password|textarea)$/.test(e.type)) e.setSelectionRange(e.value.length, e.value.length);
	})()`, selector))
	p.Keys(text)
}

// Keys presses keys where the focus is, as a keyboard does: the character belongs to the press. Sent apart, the one of an Enter that follows
// a link would also go to the field that the link leads to, and send its form.
func (p *Page) Keys(keys string) {
	p.t.Helper()
	p.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		for _, r := range keys {
			for _, event := range presses(r) {
				if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, event); err != nil {
					return err
				}
			}
		}
		return nil
	}))
}

// presses returns the press and the release of a key.
func presses(r rune) []input.DispatchKeyEventParams {
	var out []input.DispatchKeyEventParams
	for _, event := range kb.Encode(r) {
		if event.Type == kb.KeyChar {
			out[0].Type, out[0].Text, out[0].UnmodifiedText = input.DispatchKeyEventTypeKeyDown, event.Text, event.UnmodifiedText
			continue
		}
		out = append(out, *event)
	}
	return out
}
