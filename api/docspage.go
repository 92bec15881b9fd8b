package api

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"html/template"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

//go:embed docspage.html
var docsTemplate string

// docsPolicy lets the page do nothing but show itself: no script at all, no other host.
const docsPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

// docsPage sets the description of the API as one page to read and search in, with no script.
func docsPage(doc *huma.OpenAPI) []byte {
	page := template.Must(template.New("docs").Funcs(template.FuncMap{"pretty": pretty, "shape": shape, "anchor": anchor}).Parse(docsTemplate))
	var b bytes.Buffer
	if err := page.Execute(&b, docsView(doc)); err != nil {
		panic(err) // template and data are both the program's own
	}
	return b.Bytes()
}

// A docsPart is a tag with its operations.
type docsPart struct {
	Tag        *huma.Tag
	Operations []docsOperation
}

// A docsOperation is an operation with its answers in the order of their status.
type docsOperation struct {
	*huma.Operation
	Body    []docsContent
	Answers []docsAnswer
	Open    bool
}

type docsAnswer struct {
	Status string
	*huma.Response
	Contents []docsContent
}

type docsContent struct {
	Media string
	*huma.MediaType
}

type docsSchema struct {
	Name string
	*huma.Schema
	Fields []docsField
}

type docsField struct {
	Name     string
	Required bool
	*huma.Schema
}

type docsKind struct{ Kind, Text string }

// docsView sorts what the page shows.
func docsView(doc *huma.OpenAPI) any {
	parts := make([]docsPart, len(doc.Tags))
	for i, tag := range doc.Tags {
		parts[i].Tag = tag
		for op := range operations(doc) {
			if slices.Contains(op.Tags, tag.Name) {
				parts[i].Operations = append(parts[i].Operations, docsOperationOf(op))
			}
		}
		slices.SortFunc(parts[i].Operations, func(a, b docsOperation) int {
			return strings.Compare(a.Path+" "+a.Method, b.Path+" "+b.Method)
		})
	}
	var schemas []docsSchema
	for name, s := range doc.Components.Schemas.Map() {
		one := docsSchema{Name: name, Schema: s}
		for field, fs := range s.Properties {
			one.Fields = append(one.Fields, docsField{field, slices.Contains(s.Required, field), fs})
		}
		slices.SortFunc(one.Fields, func(a, b docsField) int { return strings.Compare(a.Name, b.Name) })
		schemas = append(schemas, one)
	}
	slices.SortFunc(schemas, func(a, b docsSchema) int { return strings.Compare(a.Name, b.Name) })
	kinds := make([]docsKind, len(problemKinds))
	for i, kind := range problemKinds {
		kinds[i] = docsKind{kind, voices["en"].Say("api.problem." + kind)}
	}
	return struct {
		Doc     *huma.OpenAPI
		Parts   []docsPart
		Schemas []docsSchema
		Kinds   []docsKind
	}{doc, parts, schemas, kinds}
}

func docsOperationOf(op *huma.Operation) docsOperation {
	out := docsOperation{Operation: op}
	if len(op.Security) > 0 {
		_, needed := op.Security[0]["token"]
		out.Open = !needed
	}
	if op.RequestBody != nil {
		out.Body = contents(op.RequestBody.Content)
	}
	for status, r := range op.Responses {
		out.Answers = append(out.Answers, docsAnswer{status, r, contents(r.Content)})
	}
	slices.SortFunc(out.Answers, func(a, b docsAnswer) int { return strings.Compare(a.Status, b.Status) })
	return out
}

func contents(content map[string]*huma.MediaType) []docsContent {
	var out []docsContent
	for media, m := range content {
		out = append(out, docsContent{media, m})
	}
	slices.SortFunc(out, func(a, b docsContent) int { return strings.Compare(a.Media, b.Media) })
	return out
}

// pretty writes an example.
func pretty(v any) (string, error) {
	if text, ok := v.(string); ok {
		return text, nil
	}
	data, err := json.MarshalIndent(v, "", "  ")
	return string(data), err
}

// A docsShape is the type of a value in words, with the schema that it points to.
type docsShape struct{ Before, Ref, After string }

// shape says in few words what a value is.
func shape(s *huma.Schema) docsShape {
	switch {
	case s == nil:
		return docsShape{Before: "any"}
	case s.Ref != "":
		return docsShape{Ref: s.Ref[strings.LastIndex(s.Ref, "/")+1:]}
	case s.Type == huma.TypeArray:
		inner := shape(s.Items)
		inner.Before = "list of " + inner.Before
		return inner
	case len(s.OneOf) > 0:
		words := make([]string, len(s.OneOf))
		for i, one := range s.OneOf {
			in := shape(one)
			words[i] = in.Before + in.Ref + in.After
		}
		return docsShape{Before: strings.Join(words, " or ")}
	}
	out := docsShape{Before: s.Type}
	if inner, ok := s.AdditionalProperties.(*huma.Schema); ok {
		out = shape(inner)
		out.Before = "object of " + out.Before
	}
	if s.Format != "" {
		out.Before += " (" + s.Format + ")"
	}
	if s.Nullable {
		out.After += " or null"
	}
	return out
}

// anchor is the place of an operation on the page.
func anchor(id string) string { return "op-" + id }
