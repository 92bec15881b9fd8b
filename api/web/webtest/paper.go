package webtest

import (
	"context"

	"github.com/chromedp/chromedp"
)

// Paper prints the page on the paper that its stylesheet asks for, and returns the PDF.
func (p *Page) Paper() []byte {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	check(p.t, err)
	return pdf
}
