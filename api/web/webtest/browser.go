package webtest

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

//go:embed axe/axe.min.js
var axe string

// A Browser is a real Chromium without a window.
type Browser struct {
	server *Server
	ctx    context.Context
}

// Open starts a browser that ends with the test. Where there is no Chromium the test is skipped.
func (s *Server) Open(t testing.TB) *Browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed: the pages are not tried in a browser")
	}
	ctx, cancel := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("no-first-run", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("force-prefers-reduced-motion", true), chromedp.Flag("lang", "en-US"),
	))
	t.Cleanup(cancel)
	check(t, chromedp.Do(ctx))
	return &Browser{s, ctx}
}

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
	p := &Page{t: t, server: b.server, ctx: ctx}
	check(t, chromedp.Listen(ctx, p.heard))
	t.Cleanup(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, f := range p.faults {
			t.Errorf("the console of the browser: %s", f)
		}
	})
	check(t, chromedp.Do(ctx, chromedp.EmulateViewport(int64(v.Width), int64(v.Height)), chromedp.Navigate(b.server.URL+"/enter")))
	cookies := map[string]string{"sangdam-lang": v.Language, "sangdam-theme": "light", "sangdam-session": b.server.Session}
	if v.Dark {
		cookies["sangdam-theme"] = "dark"
	}
	if v.Nobody {
		delete(cookies, "sangdam-session")
	}
	for name, value := range cookies {
		p.Until(fmt.Sprintf(`(document.cookie = "%s=%s; path=/; samesite=strict", document.cookie.includes("%[1]s=%[2]s"))`, name, value))
	}
	return p
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

// Click waits for what a CSS selector finds, and clicks it.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.do(chromedp.Click(chromedp.CSS(selector)))
}

// Type types text into a field, after what it holds.
func (p *Page) Type(selector, text string) {
	p.t.Helper()
	p.do(chromedp.SendKeys(chromedp.CSS(selector), text))
}

// Keys presses keys where the focus is.
func (p *Page) Keys(keys string) {
	p.t.Helper()
	p.do(chromedp.KeyEvent(keys))
}

// Upload puts a file into a file field.
func (p *Page) Upload(selector, file string) {
	p.t.Helper()
	p.do(chromedp.SetUploadFiles(chromedp.CSS(selector), []string{file}))
}

// Wait waits until a selector finds something that is shown.
func (p *Page) Wait(selector string) {
	p.t.Helper()
	p.do(chromedp.WaitVisible(chromedp.CSS(selector)))
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
			p.t.Fatalf("never became true: %s (%v)", expression, err)
		}
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[any]("new Promise(requestAnimationFrame)", chromedp.EvalAwaitPromise)); err != nil && ctx.Err() == nil {
			continue // the page is being replaced by another
		}
	}
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

// Shot writes a picture of the whole page to build/screenshots when SANGDAM_SCREENSHOTS is set.
func (p *Page) Shot(name string) {
	p.t.Helper()
	if os.Getenv("SANGDAM_SCREENSHOTS") != "" {
		p.Run("window.scrollTo(0, 0)")
		p.picture(name, chromedp.FullScreenshot(100))
	}
}

// Glimpse is Shot of what the window shows now, without scrolling.
func (p *Page) Glimpse(name string) {
	p.t.Helper()
	if os.Getenv("SANGDAM_SCREENSHOTS") != "" {
		p.picture(name, chromedp.CaptureScreenshot())
	}
}

func (p *Page) picture(name string, take chromedp.Action[[]byte]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	png, err := chromedp.Run(ctx, take)
	check(p.t, err)
	check(p.t, os.WriteFile(filepath.Join(screenshots(p.t), name+".png"), png, 0o644))
}

// screenshots makes the folder for what tests saw.
func screenshots(t testing.TB) string {
	folder := filepath.Join(root(t), "build", "screenshots")
	check(t, os.MkdirAll(folder, 0o755))
	return folder
}

// Print writes the page as it would be printed, A4, to build/screenshots when SANGDAM_SCREENSHOTS is set, and returns the PDF.
func (p *Page) Print(name string) []byte {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground()))
	check(p.t, err)
	if os.Getenv("SANGDAM_SCREENSHOTS") != "" {
		check(p.t, os.WriteFile(filepath.Join(screenshots(p.t), name+".pdf"), pdf, 0o644))
	}
	return pdf
}

// root finds the folder of the module.
func root(t testing.TB) string {
	dir, err := os.Getwd()
	check(t, err)
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// Axe has axe-core look for barriers by the rules of WCAG 2.2 A and AA and its own good practice, and reports each as an error.
func (p *Page) Axe() {
	p.t.Helper()
	p.Run("window.scrollTo(0, 0)") // what lies under the bar is no target
	found := Value[string](p, axe+`;axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
		.then(r => JSON.stringify(r.violations.map(v => v.id + ": " + v.help + " — " + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + " [" + (n.any[0]?.message ?? n.none[0]?.message ?? "") + "]").join(" | "))))`)
	var violations []string
	check(p.t, json.Unmarshal([]byte(found), &violations))
	for _, v := range violations {
		p.t.Errorf("accessibility: %s", v)
	}
}

// Fits reports as errors whatever is wider than the page, and text that is cut off by its box.
func (p *Page) Fits() {
	p.t.Helper()
	found := Value[[]string](p, `[...document.querySelectorAll("body *")].filter(e => {
		if (!e.checkVisibility() || e.closest("svg, canvas, .table-wrap, [data-scrolls], .hidden-visually, .skip")) return false;
		const box = e.getBoundingClientRect(), style = getComputedStyle(e);
		if (box.width === 0 || box.height === 0) return false;
		const scrolls = [style.overflowX, style.overflowY].some(o => o === "auto" || o === "scroll");
		const cut = !scrolls && e.childElementCount === 0 && e.textContent.trim() && style.overflow !== "visible" && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2);
		let inScroller = false;
		for (let a = e; a && a !== document.body; a = a.parentElement) if (["auto", "scroll"].includes(getComputedStyle(a).overflowX)) inScroller = true;
		return cut || (!inScroller && (box.right > document.documentElement.clientWidth + 1 || box.left < -1));
	}).slice(0, 8).map(e => e.outerHTML.slice(0, 200))`)
	if over := Value[int](p, `document.scrollingElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
		p.t.Errorf("the page is wider than the window by %d pixels", over)
	}
	for _, f := range found {
		p.t.Errorf("does not fit: %s", f)
	}
}
