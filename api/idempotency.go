package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"sangdam/internal/desk"
)

// rememberFor is how long an answer can be had again.
const rememberFor = 24 * time.Hour

// replayedHeader marks an answer that was given before.
const replayedHeader = "Idempotency-Replayed"

// idempotent lets a request with an Idempotency-Key be sent again safely: the first is done and its answer kept, later ones are given
// that answer. What a request brought about is marked in the same write, so that one whose answer was not kept, because the server
// crashed or the store did not answer, is answered from what it made. What was refused changed nothing and is forgotten, so that it can be mended and sent again.
func (s *service) idempotent(op huma.Operation) huma.Middlewares {
	return huma.Middlewares{func(hc huma.Context, next func(huma.Context)) {
		key := hc.Header("Idempotency-Key")
		if key == "" {
			next(hc)
			return
		}
		c := humagin.Unwrap(hc)
		hash, err := fingerprint(c.Request, max(op.MaxBodyBytes, 1<<20))
		if err != nil {
			refuse(c, err)
			return
		}
		ctx := c.Request.Context()
		attempt, answer, err := s.desk.Remember(ctx, callerOf(ctx), key, hash, rememberFor)
		switch {
		case err != nil:
			refuse(c, err)
		case answer != nil:
			replay(c, *answer)
		default:
			s.attempt(c, attempt, func() { next(huma.WithContext(hc, attempt.In(ctx))) })
		}
	}}
}

// fingerprint tells requests apart: by method, path and body. The body can be read again afterwards.
func fingerprint(r *http.Request, limit int64) (string, error) {
	body, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, limit))
	if err != nil {
		return "", err
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	h := sha256.New()
	for _, part := range []string{r.Method, r.URL.Path, r.URL.RawQuery, r.Header.Get("If-Match")} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	h.Write(body)
	return hex.EncodeToString(h.Sum(nil)), nil
}

// attempt does a request that is done for the first time. It is kept or forgotten even when the caller has gone away meanwhile: just then it
// will come back.
func (s *service) attempt(c *gin.Context, attempt *desk.Attempt, next func()) {
	record := &recorder{ResponseWriter: c.Writer, found: attempt.Found}
	c.Writer = record
	keep := context.WithoutCancel(c.Request.Context())
	finished := false
	defer func() {
		c.Writer = record.ResponseWriter
		var err error
		if status := c.Writer.Status(); finished && status < 300 {
			err = attempt.Done(keep, record.answer(status))
		} else {
			err = attempt.Forget(keep)
		}
		if err != nil {
			requestOf(keep).tell(keep, http.StatusInternalServerError, errors.Join(errors.New("idempotency"), err))
		}
	}()
	next()
	record.tellFound()
	finished = true
}

// keptHeaders are those of an answer that are part of it.
var keptHeaders = []string{"Content-Type", "ETag", "Location"}

// A recorder keeps the body that goes through it.
type recorder struct {
	gin.ResponseWriter
	body  bytes.Buffer
	found func() bool
}

// tellFound marks the answer, before it is written, when what is told of was made by an earlier request.
func (r *recorder) tellFound() {
	if r.found() && !r.Written() {
		r.Header().Set(replayedHeader, "true")
	}
}

// Write writes and keeps what is written.
func (r *recorder) Write(data []byte) (int, error) {
	r.tellFound()
	r.body.Write(data)
	return r.ResponseWriter.Write(data)
}

// WriteString writes and keeps what is written.
func (r *recorder) WriteString(text string) (int, error) {
	r.tellFound()
	r.body.WriteString(text)
	return r.ResponseWriter.WriteString(text)
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

func (r *recorder) answer(status int) desk.Answer {
	header := map[string]string{}
	for _, name := range keptHeaders {
		if value := r.Header().Get(name); value != "" {
			header[name] = value
		}
	}
	return desk.Answer{Status: status, Header: header, Body: r.body.Bytes()}
}

// replay gives an answer again.
func replay(c *gin.Context, answer desk.Answer) {
	for name, value := range answer.Header {
		c.Header(name, value)
	}
	c.Header(replayedHeader, "true")
	c.Status(answer.Status)
	if len(answer.Body) > 0 {
		_, _ = c.Writer.Write(answer.Body) // whoever is gone comes back
		return
	}
	c.Writer.WriteHeaderNow()
}

// refuse answers an error outside of an operation.
func refuse(c *gin.Context, err error) {
	ctx := c.Request.Context()
	p := problemOf(err, languageOf(c.GetHeader("Accept-Language")))
	requestOf(ctx).tell(ctx, p.Status, err)
	abort(c, p)
}
