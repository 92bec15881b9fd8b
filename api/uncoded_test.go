package api

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"sangdam/fixtures"
)

func TestACompressedBodyIsRefusedAsSuch(t *testing.T) {
	s := start(t)
	var body bytes.Buffer
	w := gzip.NewWriter(&body)
	_, err := w.Write(fixtures.Jinju2019())
	must(t, err)
	must(t, w.Close())
	got := s.call("POST", basePath+"/events", body.Bytes(), "Content-Encoding", "gzip", "Accept-Language", "ru")
	p := got.problem(t)
	if got.Status != 415 || got.Header.Get("Accept-Encoding") != "identity" || len(p.Errors) != 1 || p.Errors[0].Location != "header.Content-Encoding" {
		t.Errorf("%d %v %s", got.Status, got.Header, got.Body)
	}
	if got := s.call("POST", basePath+"/events", fixtures.Jinju2019(), "Content-Encoding", "identity"); got.Status != 201 {
		t.Errorf("as it is: %d %s", got.Status, got.Body)
	}
}

func TestFaultsOfAnImportedDocumentPointIntoIt(t *testing.T) {
	s := start(t)
	faulty := strings.Replace(string(fixtures.Jinju2019()), `"country": "CN"`, `"country": "China"`, 1)
	got := s.call("POST", basePath+"/events/import", []byte(faulty), "Content-Type", "application/octet-stream")
	if p := got.problem(t); got.Status != 422 || len(p.Errors) == 0 || p.Errors[0].Location != "body.sessions[0].country" {
		t.Errorf("%d %s", got.Status, got.Body)
	}
}

func TestAFormThatThereIsNotNamesThoseThatThereAre(t *testing.T) {
	s := start(t)
	id := s.loaded()
	got := s.call("GET", basePath+"/events/"+id+"/companies/F01/agenda", nil, "Accept", "image/png")
	if p := got.problem(t); got.Status != 406 || len(p.Errors) != 1 || p.Errors[0].Message != "Want one of: application/json, text/calendar, application/pdf" {
		t.Errorf("%d %s", got.Status, got.Body)
	}
}
