package api

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/lang"
)

// TestTheDescriptionIsTheOneCheckedIn holds docs/openapi.json against what the server answers; UPDATE_DOCS=1 writes it anew.
func TestTheDescriptionIsTheOneCheckedIn(t *testing.T) {
	got := start(t).call("GET", basePath+"/openapi.json", nil, "Authorization", "")
	var indented bytes.Buffer
	must(t, json.Indent(&indented, got.Body, "", "  "))
	indented.WriteByte('\n')
	name := filepath.Join("..", "docs", "openapi.json")
	if os.Getenv("UPDATE_DOCS") != "" {
		must(t, os.WriteFile(name, indented.Bytes(), 0o644))
	}
	want, err := os.ReadFile(name)
	must(t, err)
	if !bytes.Equal(indented.Bytes(), want) {
		t.Error("docs/openapi.json is not what is served; UPDATE_DOCS=1 go test ./api -run Description writes it")
	}
}

func describedBy(t *testing.T) *huma.OpenAPI {
	t.Helper()
	return start(t).check.doc
}

func TestEveryOperationIsDescribed(t *testing.T) {
	doc := describedBy(t)
	ids := map[string]bool{}
	for op := range operations(doc) {
		what := op.Method + " " + op.Path
		if op.OperationID == "" || ids[op.OperationID] {
			t.Errorf("%s has the id %q", what, op.OperationID)
		}
		ids[op.OperationID] = true
		if op.Summary == "" || len(op.Tags) != 1 || !slices.ContainsFunc(doc.Tags, func(tag *huma.Tag) bool { return tag.Name == op.Tags[0] }) {
			t.Errorf("%s is not described: %q, %v", what, op.Summary, op.Tags)
		}
		for _, p := range op.Parameters {
			if p.Description == "" && p.Example == nil && p.Schema.Description == "" {
				t.Errorf("%s: the parameter %s is not described", what, p.Name)
			}
		}
		for _, status := range []string{"422", "429", "500", "503"} {
			if op.Responses[status] == nil {
				t.Errorf("%s says nothing of %s", what, status)
			}
		}
		if strings.Contains(op.Path, "{") != (op.Responses["404"] != nil) && op.OperationID != "read-backup" {
			t.Errorf("%s: an id in the path and 404 do not go together", what)
		}
		if op.RequestBody != nil {
			for media, content := range op.RequestBody.Content {
				if content.Schema == nil {
					t.Errorf("%s: the body as %s is not described", what, media)
				}
			}
		}
	}
}

func TestEveryReferenceOfTheDescriptionLeadsSomewhere(t *testing.T) {
	doc := describedBy(t)
	text, err := json.Marshal(doc)
	must(t, err)
	for _, ref := range regexp.MustCompile(`"\$ref":"([^"]+)"`).FindAllStringSubmatch(string(text), -1) {
		if doc.Components.Schemas.SchemaFromRef(ref[1]) == nil {
			t.Errorf("%s leads nowhere", ref[1])
		}
	}
}

func TestEveryKindOfProblemIsExplainedInEveryLanguage(t *testing.T) {
	for _, code := range event.Languages {
		for _, kind := range problemKinds {
			if !lang.New(code).Has("api.problem." + kind) {
				t.Errorf("%s: %s", code, kind)
			}
		}
		for _, s := range sentences {
			if !lang.New(code).Has("api.body." + s.code) {
				t.Errorf("%s: %s", code, s.code)
			}
		}
	}
	page := string(docsPage(describedBy(t)))
	for _, kind := range problemKinds {
		if !strings.Contains(page, `id="problem-`+kind+`"`) {
			t.Errorf("/docs does not explain %s", kind)
		}
	}
}

func TestThePageOfTheDescriptionNeedsNoOtherHost(t *testing.T) {
	got := start(t).call("GET", "/docs", nil, "Authorization", "")
	if got.Status != 200 || got.Header.Get("Content-Security-Policy") != docsPolicy {
		t.Errorf("%d, %s", got.Status, got.Header.Get("Content-Security-Policy"))
	}
	if bytes.Contains(got.Body, []byte("<script")) {
		t.Error("there is a script")
	}
	for _, link := range regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllSubmatch(got.Body, -1) {
		if to := string(link[1]); strings.Contains(to, "//") {
			t.Errorf("it leads to %s", to)
		}
		if to, ok := strings.CutPrefix(string(link[1]), "#"); ok && !bytes.Contains(got.Body, []byte(`id="`+to+`"`)) {
			t.Errorf("#%s is not on the page", to)
		}
	}
}
