package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

type healthOutput struct {
	Body struct {
		Status string `json:"status" example:"ok"`
	}
}

// registerHealth adds GET /healthz: the process answers.
func registerHealth(h huma.API) {
	op := huma.Operation{OperationID: "health", Method: http.MethodGet, Path: "/healthz", Summary: "Life", Tags: []string{"operation"}}
	huma.Register(h, op, func(context.Context, *struct{}) (*healthOutput, error) {
		out := &healthOutput{}
		out.Body.Status = "ok"
		return out, nil
	})
}
