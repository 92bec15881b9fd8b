package api

import (
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"
)

// A trait is what operations have in common, and what they all may answer because of it.
type trait uint

const (
	open        trait = 1 << iota // anybody may call it, without a token
	named                         // there is an id in the path: 404
	withBody                      // 400, 413, 415, 422
	conditional                   // needs If-Match: 400, 412, 428
	once                          // honours Idempotency-Key: 409, 422
	cached                        // has an ETag and honours If-None-Match: 304
)

const basePath = "/api/v1"

// operation describes an operation below the base path, with every status that its traits bring along, and more.
func operation(id, method, path, tag, summary string, traits trait, more ...int) huma.Operation {
	op := huma.Operation{
		OperationID: id, Method: method, Path: basePath + path, Tags: []string{tag}, Summary: summary,
		Security: []map[string][]string{{"token": {}}}, RejectUnknownQueryParameters: true,
		Errors: []int{http.StatusNotAcceptable, http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusServiceUnavailable},
	}
	has := func(t trait) bool { return traits&t != 0 }
	if has(open) {
		op.Security = []map[string][]string{{}}
	} else {
		op.Errors = append(op.Errors, http.StatusUnauthorized, http.StatusForbidden)
	}
	if has(named) {
		op.Errors = append(op.Errors, http.StatusNotFound)
	}
	if has(withBody) {
		op.Errors = append(op.Errors, http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType)
	}
	if has(conditional) {
		op.Errors = append(op.Errors, http.StatusBadRequest, http.StatusPreconditionFailed, http.StatusPreconditionRequired)
	}
	if has(once) {
		op.Errors = append(op.Errors, http.StatusConflict)
	}
	if has(cached) {
		op.Responses = map[string]*huma.Response{"304": {Description: "Not changed since the version that If-None-Match names"}}
	}
	op.Errors = append(op.Errors, more...)
	slices.Sort(op.Errors)
	op.Errors = slices.Compact(op.Errors)
	return op
}

// answers describes what a successful operation answers with, beside or instead of what its Go type says.
func answers(op *huma.Operation, status, description string, content map[string]*huma.MediaType) {
	if op.Responses == nil {
		op.Responses = map[string]*huma.Response{}
	}
	op.Responses[status] = &huma.Response{Description: description, Content: content}
}

// document is the content of a body that is one JSON document.
func document(schema *huma.Schema, example any) map[string]*huma.MediaType {
	return map[string]*huma.MediaType{mediaJSON: {Schema: schema, Example: example}}
}
