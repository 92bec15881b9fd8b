package api

import (
	"encoding/json"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"sangdam/internal/lang"
)

// A Problem is the answer to a request that was not fulfilled, after RFC 9457.
type Problem struct {
	Type     string   `json:"type" format:"uri-reference" example:"/docs#problem-stale" doc:"What kind of problem it is, for programs; the page it points to explains it."`
	Title    string   `json:"title" example:"Precondition Failed" doc:"The status in words, in English."`
	Status   int      `json:"status" example:"412" doc:"The HTTP status."`
	Detail   string   `json:"detail,omitempty" example:"Someone else has changed this; read it again and repeat your change." doc:"What is wrong, in the language of Accept-Language."`
	Instance string   `json:"instance,omitempty" format:"uri-reference" example:"urn:request:QK3ZJ5VFO6IYBGNRDM2HXW7TEA" doc:"The request, as X-Request-Id names it."`
	Errors   []Detail `json:"errors,omitempty" doc:"Every single fault, in the order of the body."`

	header http.Header
	args   lang.Args
}

// A Detail is one fault of a request.
type Detail struct {
	Location string `json:"location,omitempty" example:"body.buyers[3].needs[0].hs[1]" doc:"Where: in the body, the path, the query or a header."`
	Message  string `json:"message" example:"\"88x\" is not digits; right would be, for instance, 8807.30" doc:"What is wrong and what would be right, in the language of Accept-Language."`
	Code     string `json:"code,omitempty" example:"hs_not_digits" doc:"The kind of fault, for programs; of a broken rule its number in docs/model.md."`
}

// Error returns the detail, for the error interface.
func (p *Problem) Error() string { return p.Detail }

// GetStatus returns the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType turns the type of an answer into that of a problem.
func (p *Problem) ContentType(string) string { return mediaProblem }

// newProblem returns a problem of a kind; its detail is put into words by speak, from the message "api.problem." and the kind.
func newProblem(status int, kind string) *Problem {
	title := http.StatusText(status)
	if status == statusGone {
		title = "Client Closed Request"
	}
	return &Problem{Type: problemType + kind, Title: title, Status: status}
}

const (
	problemType = "/docs#problem-"
	statusGone  = 499 // by custom: the caller went away; nobody reads the answer
)

// kind returns the word that the type ends in.
func (p *Problem) kind() string { return p.Type[len(problemType):] }

// with adds a header to the answer.
func (p *Problem) with(name, value string) *Problem {
	if p.header == nil {
		p.header = http.Header{}
	}
	p.header.Set(name, value)
	return p
}

// speak puts the problem into words where it has none yet, and names the request.
func (p *Problem) speak(v *lang.Voice, requestID string) *Problem {
	if p.Detail == "" {
		p.Detail = v.Say("api.problem."+p.kind(), p.args)
	}
	if requestID != "" {
		p.Instance = "urn:request:" + requestID
	}
	return p
}

// writeProblem answers a request that never reaches an operation.
func writeProblem(c *gin.Context, p *Problem) {
	p.speak(voiceOf(c.GetHeader("Accept-Language")), requestOf(c.Request.Context()).id)
	body, err := json.Marshal(p)
	if err != nil {
		panic(err) // strings and numbers can always be written
	}
	for name, values := range p.header {
		c.Writer.Header()[name] = values
	}
	c.Data(p.Status, mediaProblem, body)
}

// abort answers with a problem and lets nothing else run.
func abort(c *gin.Context, p *Problem) {
	c.Abort()
	writeProblem(c, p)
}

// init has huma tell every error in this way: those of the operations by problemOf, and its own, of parameters and bodies that do not
// fit, as they are.
func init() {
	huma.NewError = func(status int, msg string, errs ...error) huma.StatusError {
		return ownProblem(status, errs, voices["en"])
	}
	huma.NewErrorWithContext = func(ctx huma.Context, status int, _ string, errs ...error) huma.StatusError {
		r := requestOf(ctx.Context())
		voice := voiceOf(ctx.Header("Accept-Language"))
		var p *Problem
		if status == http.StatusInternalServerError && len(errs) == 1 {
			p = problemOf(errs[0], voice.Language())
			r.tell(ctx.Context(), p.Status, errs[0])
		} else {
			p = ownProblem(status, errs, voice)
			r.hint(ctx.Operation(), p, voice)
		}
		for name := range p.header {
			ctx.SetHeader(name, p.header.Get(name))
		}
		return p.speak(voice, r.id)
	}
}
