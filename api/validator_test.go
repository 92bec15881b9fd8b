package api

import (
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/danielgtaylor/huma/v2"
)

// A validator holds every answer of a server against its description: the path is one of its operations, the status is documented, so is the
// content type, and the body fits the schema.
type validator struct {
	t      testing.TB
	doc    *huma.OpenAPI
	routes []route
	mutex  sync.Mutex
	seen   map[string]bool // operation and status
}

type route struct {
	method  string
	pattern *regexp.Regexp
	op      *huma.Operation
}

func newValidator(t testing.TB, doc *huma.OpenAPI) *validator {
	v := &validator{t: t, doc: doc, seen: map[string]bool{}}
	variable := regexp.MustCompile(`\\\{[a-z]+\\\}`)
	for op := range operations(doc) {
		pattern := "^" + variable.ReplaceAllString(regexp.QuoteMeta(op.Path), `[^/]+`) + "$"
		v.routes = append(v.routes, route{op.Method, regexp.MustCompile(pattern), op})
	}
	return v
}

type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// over puts the validator behind a transport.
func (v *validator) over(next http.RoundTripper) http.RoundTripper {
	return transport(func(r *http.Request) (*http.Response, error) {
		resp, err := next.RoundTrip(r)
		if err == nil && r.Method != http.MethodHead && strings.HasPrefix(r.URL.Path, basePath) && r.URL.Path != basePath+"/openapi.json" {
			v.answer(r, resp)
		}
		return resp, err
	})
}

// operationOf returns the operation that a request calls; fixed paths come before those with variables.
func (v *validator) operationOf(r *http.Request) *huma.Operation {
	var found *huma.Operation
	for _, route := range v.routes {
		if route.method == r.Method && route.pattern.MatchString(r.URL.Path) && (found == nil || !strings.Contains(route.op.Path, "{")) {
			found = route.op
		}
	}
	return found
}

func (v *validator) answer(r *http.Request, resp *http.Response) {
	what := r.Method + " " + r.URL.Path + ": " + resp.Status
	op := v.operationOf(r)
	if op == nil {
		if resp.StatusCode != http.StatusNotFound && resp.StatusCode != http.StatusMethodNotAllowed {
			v.t.Errorf("%s: no such operation", what)
		}
		return
	}
	v.mutex.Lock()
	v.seen[op.OperationID+" "+strconv.Itoa(resp.StatusCode)] = true
	v.mutex.Unlock()
	documented := op.Responses[strconv.Itoa(resp.StatusCode)]
	if documented == nil {
		v.t.Errorf("%s is not documented", what)
		return
	}
	for name := range documented.Headers {
		if name == requestIDHeader && resp.Header.Get(name) == "" {
			v.t.Errorf("%s lacks %s", what, name)
		}
	}
	media, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	if media == mediaSSE {
		return
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	resp.Body = io.NopCloser(bytes.NewReader(body))
	if err != nil {
		v.t.Errorf("%s: %v", what, err)
		return
	}
	if len(body) == 0 {
		if len(documented.Content) > 0 {
			v.t.Errorf("%s has no body", what)
		}
		return
	}
	content := documented.Content[media]
	if content == nil {
		v.t.Errorf("%s is %q, which is not documented", what, media)
		return
	}
	if strings.HasSuffix(media, "json") && resp.Header.Get("Content-Encoding") == "" {
		v.fits(what, content.Schema, body)
	}
}

func (v *validator) fits(what string, schema *huma.Schema, body []byte) {
	var value any
	if err := json.Unmarshal(body, &value); err != nil {
		v.t.Errorf("%s: %v", what, err)
		return
	}
	result := &huma.ValidateResult{}
	huma.Validate(v.doc.Components.Schemas, schema, huma.NewPathBuffer(nil, 0), huma.ModeReadFromServer, value, result)
	for i, err := range result.Errors {
		if i == 5 {
			v.t.Errorf("%s: and %d more", what, len(result.Errors)-i)
			break
		}
		v.t.Errorf("%s does not fit its schema: %.300v", what, err)
	}
}
