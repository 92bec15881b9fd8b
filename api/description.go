package api

import (
	"encoding/json"
	"net/http"
	"slices"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

// Version is that of the API, in its description. Fields and operations may be added without a new one.
const Version = "1.0.0"

// listsAreNeverNull says for all descriptions of this process that lists are [] and never null.
var listsAreNeverNull = sync.OnceFunc(func() { huma.DefaultArrayNullable = false })

// description is what the OpenAPI document says before any operation is added.
func description() huma.Config {
	listsAreNeverNull()
	config := huma.DefaultConfig("Sangdam", Version)
	config.CreateHooks = nil // they would add a $schema field to every answer
	config.OpenAPIPath = ""  // served by serveDescription, beside the page
	config.DocsPath = ""     // the page would load a script from another host
	config.SchemasPath = ""
	config.RejectUnknownQueryParameters = true
	config.Info.Description = "Ranks foreign buyers against local firms and packs the meetings of a trade delegation. " +
		"Times are RFC 3339 with an offset, scores are in [0, 1] with four decimals, money is in US dollars, durations are in seconds."
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {
		Type: "http", Scheme: "bearer",
		Description: "A token made with POST /tokens, or the code of a company's personal link. What it may do is in the table of docs/api.md.",
	}}
	config.Tags = []*huma.Tag{
		{Name: "stateless", Description: "A document in, a document out; nothing is kept."},
		{Name: "events", Description: "Event documents: who takes part, where and when, who wishes to meet whom."},
		{Name: "matches", Description: "Ranked pairs and why."},
		{Name: "schedules", Description: "Solving in the background, changing by hand, publishing."},
		{Name: "companies", Description: "What one firm or buyer sees."},
		{Name: "afterwards", Description: "What came of the meetings."},
		{Name: "access", Description: "Tokens, personal links, and the log of who did what."},
		{Name: "webhooks", Description: "Calls that the server makes."},
		{Name: "operation", Description: "Running the server."},
	}
	return config
}

// finish completes the document once all operations are in it: what every answer carries is said in one place.
func finish(doc *huma.OpenAPI) {
	wait := &huma.Param{Description: "Seconds after which it is worth trying again.", Schema: &huma.Schema{Type: huma.TypeInteger}}
	tag := &huma.Param{Description: "The version that there is now.", Schema: &huma.Schema{Type: huma.TypeString}}
	examples := map[string]*Problem{}
	for op := range operations(doc) {
		for status, r := range op.Responses {
			if r.Headers == nil {
				r.Headers = map[string]*huma.Param{}
			}
			r.Headers[requestIDHeader] = &huma.Param{Description: "Names the request in the server's log.", Schema: &huma.Schema{Type: huma.TypeString}}
			switch status {
			case "429", "503":
				r.Headers["Retry-After"] = wait
			case "412":
				r.Headers["ETag"] = tag
			}
			if r.Content[mediaProblem] == nil {
				continue
			}
			if _, known := examples[status]; !known {
				examples[status] = exampleProblem(status)
			}
			if example := examples[status]; example != nil {
				r.Content[mediaProblem] = &huma.MediaType{Schema: r.Content[mediaProblem].Schema, Example: example}
			}
		}
		if slices.ContainsFunc(op.Parameters, func(p *huma.Param) bool { return p.Name == "Idempotency-Key" }) {
			for status, r := range op.Responses {
				if status[0] == '2' {
					r.Headers[replayedHeader] = &huma.Param{Description: "true: this answer was given before.", Schema: &huma.Schema{Type: huma.TypeString}}
				}
			}
		}
	}
}

// operations yields every operation of a document with its method and path.
func operations(doc *huma.OpenAPI) func(func(*huma.Operation) bool) {
	return func(yield func(*huma.Operation) bool) {
		for _, item := range doc.Paths {
			for _, op := range []*huma.Operation{item.Get, item.Put, item.Post, item.Delete, item.Patch} {
				if op != nil && !yield(op) {
					return
				}
			}
		}
	}
}

// exampleProblem is what an answer of that status may look like.
func exampleProblem(status string) *Problem {
	kinds := map[string]*Problem{
		"400": newProblem(http.StatusBadRequest, "malformed"), "401": newProblem(http.StatusUnauthorized, "unauthenticated"),
		"404": newProblem(http.StatusNotFound, "not_found"), "406": newProblem(http.StatusNotAcceptable, "not_acceptable"),
		"409": newProblem(http.StatusConflict, "busy"), "412": newProblem(http.StatusPreconditionFailed, "stale"),
		"413": newProblem(http.StatusRequestEntityTooLarge, "too_large"), "415": newProblem(http.StatusUnsupportedMediaType, "media"),
		"428": newProblem(http.StatusPreconditionRequired, "condition_missing"), "429": newProblem(http.StatusTooManyRequests, "too_many"),
		"500": newProblem(http.StatusInternalServerError, "internal"), "503": newProblem(http.StatusServiceUnavailable, "unavailable"),
	}
	p := kinds[status]
	switch status {
	case "403":
		p = newProblem(http.StatusForbidden, "forbidden")
		p.Errors = []Detail{{Location: "header.Authorization", Message: "The scope events:write is needed", Code: "scope_missing"}}
	case "422":
		p = newProblem(http.StatusUnprocessableEntity, "faults")
		p.Errors = []Detail{{Location: "body.buyers[3].needs[0].hs[1]", Code: "hs_not_digits",
			Message: "\"88x\" is not made of digits; an HS code has 2, 4, 6 or more digits"}}
	}
	if p == nil {
		return nil
	}
	return p.speak(voices["en"], "QK3ZJ5VFO6IYBGNRDM2HXW7TEA")
}

// serveDescription answers GET /api/v1/openapi.json, and /docs with the same for people. Both are written when somebody asks first, so that
// the server is ready sooner.
func (s *service) serveDescription(router *gin.Engine, doc *huma.OpenAPI) {
	text := sync.OnceValue(func() []byte {
		text, err := json.Marshal(doc)
		if err != nil {
			panic(err) // it is made of the program's own types
		}
		return text
	})
	page := sync.OnceValue(func() []byte { return docsPage(doc) })
	router.GET(basePath+"/openapi.json", func(c *gin.Context) { c.Data(http.StatusOK, "application/openapi+json", text()) })
	router.GET("/docs", func(c *gin.Context) {
		c.Header("Content-Security-Policy", docsPolicy)
		c.Data(http.StatusOK, "text/html; charset=utf-8", page())
	})
}
