package webtest

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// keeps tells whether pictures are kept.
func keeps() bool { return os.Getenv("KEEP_SCREENSHOTS") != "" }

// Shot writes a picture of the whole page to build/screenshots when KEEP_SCREENSHOTS is set.
func (p *Page) Shot(name string) {
	p.t.Helper()
	if keeps() {
		p.Run("window.scrollTo(0, 0)")
		p.picture(name, chromedp.FullScreenshot(100))
	}
}

// Glimpse is Shot of what the window shows now, without scrolling.
func (p *Page) Glimpse(name string) {
	p.t.Helper()
	if keeps() {
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

// Print returns the page as it would be printed on the paper that its stylesheet asks for, and keeps it as a PDF beside the pictures.
func (p *Page) Print(name string) []byte {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	check(p.t, err)
	if keeps() {
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
