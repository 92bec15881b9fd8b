package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/internal/lang"
)

//go:embed templates
var templateFiles embed.FS

// pages are the parsed templates: by language, then by the name of the page's file. Each page is laid out by layout.html
// and may use what templates/parts defines.
type pages map[string]map[string]*template.Template

// loadPages parses the embedded templates in every language, so that a page says what it says without being handed a
// voice. They are part of the program, so a broken one is a programmer's error.
func loadPages(a *assets) pages {
	out := pages{}
	for _, code := range event.Languages {
		base := template.New("").Option("missingkey=error").Funcs(words(lang.New(code))).Funcs(template.FuncMap{"asset": a.url, "icon": icon})
		base = template.Must(base.ParseFS(templateFiles, "templates/layout.html", "templates/parts/*.html"))
		out[code] = map[string]*template.Template{}
		for _, name := range pageNames() {
			page := template.Must(base.Clone())
			out[code][name] = template.Must(page.ParseFS(templateFiles, "templates/"+name+".html"))
		}
	}
	return out
}

// pageNames returns the names of the pages' files, in order.
func pageNames() []string {
	files, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		panic(err)
	}
	var names []string
	for _, f := range files {
		if name := strings.TrimSuffix(path.Base(f), ".html"); name != "layout" {
			names = append(names, name)
		}
	}
	return names
}

// words are the functions with which templates speak.
func words(v *lang.Voice) template.FuncMap {
	return template.FuncMap{
		"say":     func(id string, args ...any) (string, error) { return sayPairs(v.Say, id, args) },
		"count":   func(id string, n int) string { return v.Count(id, n) },
		"text":    v.Text,
		"int":     v.Int,
		"percent": v.Percent,
		"score":   func(score float64) string { return v.Decimal(score, 4) },
		"day":     v.Day,
		"country": v.Country,
	}
}

// sayPairs fills a message from a list of names and values.
func sayPairs(say func(string, ...lang.Args) string, id string, pairs []any) (string, error) {
	args := lang.Args{}
	for pair := range slices.Chunk(pairs, 2) {
		name, ok := pair[0].(string)
		if !ok || len(pair) != 2 {
			return "", fmt.Errorf("web: %s: the places of a message are given as name and value", id)
		}
		args[name] = pair[1]
	}
	return say(id, args), nil
}

// A view is what a page's template is filled from: a struct of the page's own that embeds Shell.
type view interface{ shell() *Shell }

// page answers with a whole page.
func (r *request) page(status int, name string, v view) error {
	return r.write(status, name, "layout", v)
}

// part answers with one of the templates that a page's file defines: what htmx puts in place.
func (r *request) part(name, part string, v any) error { return r.write(http.StatusOK, name, part, v) }

// write fills a template before anything is sent, so that a fault of it becomes an error page and not half a page.
func (r *request) write(status int, name, part string, v any) error {
	page, ok := r.site.pages[r.voice.Language()][name]
	if !ok {
		return fmt.Errorf("web: there is no page %q", name)
	}
	var out bytes.Buffer
	if err := page.ExecuteTemplate(&out, part, v); err != nil {
		return fmt.Errorf("web: page %s: %w", name, err)
	}
	r.Data(status, gin.MIMEHTML+"; charset=utf-8", out.Bytes())
	return nil
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
