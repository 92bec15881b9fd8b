package webtest

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A View is how someone looks at the pages.
type View struct {
	Language      string // ko when empty
	Width, Height int    // of the window; 1440 by 900 when zero
	Dark          bool
	Nobody        bool // not signed in
}

// A Page is a tab of the browser.
type Page struct {
	t      testing.TB
	server *Server
	view   View
	ctx    context.Context

	mu     sync.Mutex
	faults []string // errors of scripts, and what the policy of the pages forbade
}

// patience is how long a page may take to get where a test waits for it; slow machines need it, nothing is timed by it.
const patience = 60 * time.Second

// Page opens a tab. At the end of the test nothing may stand in its console.
func (b *Browser) Page(t testing.TB, v View) *Page {
	t.Helper()
	if v.Width == 0 {
		v.Width, v.Height = 1440, 900
	}
	if v.Language == "" {
		v.Language = "ko"
	}
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	p := &Page{t: t, server: b.server, view: v, ctx: ctx}
	check(t, chromedp.Listen(ctx, p.heard))
	t.Cleanup(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, f := range p.faults {
			t.Errorf("the console of the browser: %s", f)
		}
	})
	check(t, chromedp.Do(ctx, chromedp.EmulateViewport(int64(v.Width), int64(v.Height))))
	p.cookie("sangdam-lang", v.Language)
	p.cookie("sangdam-theme", map[bool]string{false: "light", true: "dark"}[v.Dark])
	if !v.Nobody {
		p.cookie("sangdam-session", b.server.Session)
	}
	return p
}

func (p *Page) cookie(name, value string) {
	p.t.Helper()
	p.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		cookie := network.CookieParam{Name: name, Value: value, URL: p.server.URL, SameSite: network.CookieSameSiteStrict}
		_, err := cdp.Call(ctx, t, network.SetCookies, network.SetCookiesParams{Cookies: []*network.CookieParam{&cookie}})
		return err
	}))
}

func (p *Page) heard(ev any) {
	var fault string
	switch e := ev.(type) {
	case *runtime.EventExceptionThrown:
		fault = e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			fault += " " + x.Description
		}
	case *log.EventEntryAdded:
		if e.Entry.Level != log.EntryLevelError || e.Entry.Source == log.EntrySourceNetwork {
			return // an answer that is an error is what the test looks at
		}
		fault = e.Entry.Text
	case *page.EventJavascriptDialogOpening: // the page would stand still
		fault = fmt.Sprintf("a dialog asks (%s) %s", e.Type, e.Message)
		go func() {
			ctx, cancel := context.WithTimeout(p.ctx, patience)
			defer cancel()
			_ = chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
				_, err := cdp.Call(ctx, t, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
				return err
			})) // what asks is told at the end of the test in any case
		}()
	default:
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.faults = append(p.faults, fault)
}

// Go opens an address of the server.
func (p *Page) Go(path string) {
	p.t.Helper()
	p.do(chromedp.Navigate(p.server.URL + path))
}

// do runs actions within the patience.
func (p *Page) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, actions...); err != nil {
		p.Shot("failed-" + strings.ReplaceAll(p.t.Name(), "/", "-"))
		p.t.Fatal(err)
	}
}

// Upload puts a file into a file field.
func (p *Page) Upload(selector, file string) {
	p.t.Helper()
	p.Until(fmt.Sprintf("document.querySelector(%q)", selector))
	p.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		field, err := cdp.Call(ctx, t, runtime.Evaluate, runtime.EvaluateParams{Expression: fmt.Sprintf("document.querySelector(%q)", selector)})
		if err != nil {
			return err
		}
		_, err = cdp.Call(ctx, t, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{file}, ObjectID: field.Result.ObjectID})
		return err
	}))
}

// Wait waits until a selector finds something that is shown. The page itself is asked: what the driver keeps of the nodes of a document can
// stay behind when a page replaces another, and then never catches up.
func (p *Page) Wait(selector string) {
	p.t.Helper()
	p.Until(fmt.Sprintf("document.querySelector(%q)?.getClientRects().length > 0", selector))
}

// Until waits until an expression of JavaScript is true.
func (p *Page) Until(expression string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	for {
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+expression+")"))
		if err == nil && ok {
			return
		}
		if ctx.Err() != nil {
			p.Shot("failed-" + strings.ReplaceAll(p.t.Name(), "/", "-"))
			p.t.Fatalf("never became true: %s (%v) at %s", expression, err, p.where())
		}
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[any]("new Promise(requestAnimationFrame)", chromedp.EvalAwaitPromise)); err != nil && ctx.Err() == nil {
			continue // the page is being replaced by another
		}
	}
}

// where says which page is shown and how far it got, for the message of a failure.
func (p *Page) where() string {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	at, err := chromedp.Run(ctx, chromedp.Evaluate[string]("`${location.href}, ${document.title}, ${document.readyState}`"))
	if err != nil {
		return err.Error()
	}
	return at
}

// Resize gives the window another size.
func (p *Page) Resize(width, height int) {
	p.t.Helper()
	p.view.Width, p.view.Height = width, height
	p.do(chromedp.EmulateViewport(int64(width), int64(height)))
}

// Early has every page of the tab run JavaScript before its own scripts.
func (p *Page) Early(script string) {
	p.t.Helper()
	p.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return err
	}))
}

// Run runs JavaScript.
func (p *Page) Run(script string) {
	p.t.Helper()
	p.do(func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.Evaluate[any](script)(ctx, t)
		return chromedp.Void{}, err
	})
}

// Value returns the value of an expression of JavaScript, which may be a promise.
func Value[T any](p *Page, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// Text returns what a reader sees of the first thing that a selector finds.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	return Value[string](p, fmt.Sprintf("document.querySelector(%q)?.innerText ?? ''", selector))
}
