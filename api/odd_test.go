package api

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// oddBodies are bodies that no operation asks for, or only seems to.
var oddBodies = []string{
	"", " ", "null", "true", "0", `""`, "[]", "{}", "[null]", `[[]]`, `[{}]`, `{"":null}`, `{"a":{"b":[1,{"c":-1e308}]}}`, "{", `{"a":1}{"a":2}`, `[1,2`,
	`"\ud800"`, "{\"\x00\":1}", "\xff\xfe", "1e999", "-9223372036854775809", strings.Repeat("[", 20_000), strings.Repeat(`{"a":`, 20_000),
	`{"session":null,"time_limit":-1,"help":9e99,"start":"-r"}`, `{"time_limit":1e-300,"seed":18446744073709551616,"session":[]}`, `{"start":"jinju-2019-r000000000000"}`,
	`[{"op":"move","session":"","firm":"","buyer":"","slot":9223372036854775807}]`, `[{"op":"add","session":"changsha","firm":"F01","buyer":"C01","slot":-1}]`,
	`[{"op":"add","session":"changsha","firm":"C01","buyer":"F01","slot":2147483648,"table":"\u0000"}]`, `[{"op":"lock","session":"changsha","firm":"F01","buyer":"F01"}]`,
	`[{"from":"F01","to":"F01","wish":"must"}]`, `[{"from":null}]`, `{"sector":-1,"hs":1e400}`, `{"sector":null,"beauty":1}`, `{"sector":1e308,"hs":1e308}`,
	`{"company":"F01","expires":"0000-01-01T00:00:00Z"}`, `{"company":"F01","expires":"9999-12-31T23:59:59+23:59"}`, `{"company":"\u202e"}`,
	`{"name":"x","scopes":["admin","admin"],"expires":"9999-12-31T23:59:59Z"}`, `{"name":"\n","scopes":[""],"event":"../.."}`,
	`{"url":"http://[::1"}`, `{"url":"http://user:pass@127.0.0.1:0/","event":"\u0000"}`, `{"url":"//x","topics":["published","published"]}`,
	`[{"session":"changsha","firm":"F01","buyer":"C01","reported_by":"firm","rating":9e18,"consulted_usd":-1,"signed_usd":1e308}]`, `[{"held":"yes"}]`,
	`{"sangdam":1,"event":"jinju-2019"}`, `{"sangdam":1,"event":"jinju-2019","absent":[{"session":"changsha","participant":"F01","from":99,"to":-1}]}`,
	`{"sangdam":1,"event":"jinju-2019","absent":[{"session":null,"participant":"nobody"}],"tables_lost":[{"session":"changsha","table":""}],"requests":[{}]}`,
	`{"sangdam":1,"id":"x","sessions":[{"id":"s","slots":[{}],"tables":-1}],"firms":[{"id":"F"}],"buyers":[{"id":"B"}],"fixed":[{"session":"s","firm":"F","buyer":"B","slot":-1}]}`,
	`{"sangdam":1,"id":"x","sessions":[{"id":"s","time_zone":"Nowhere/X","slots":[{"start":"0001-01-01T00:00:00Z","end":"9999-12-31T23:59:59Z"}],"tables":2147483647}]}`,
	`{"event":{"sangdam":1,"id":"x","sessions":[],"firms":[],"buyers":[]},"schedule":{"sangdam":1,"event":"x","sessions":[{"session":"s","meetings":[{"slot":-1}]}]}}`,
	`{"event":null,"schedule":null}`, `{"event":[],"schedule":{}}`, `{"event":{},"schedule":[{}],"more":1}`,
}

// oddWords are values that no parameter asks for.
var oddWords = []string{
	"", " ", "-1", "0", "NaN", "Inf", "1e999", "9223372036854775808", "true", "null", "\x00", "\n", "../..", "F01", "jinju-2019", "%zz", "\xff", "\u202e상담",
	strings.Repeat("a", 3000),
}

// A target is an operation to be sent odd requests, with the ids of its path filled in.
type target struct{ operation, method, path, media string }

// targets are all operations but those that take the event away, or never end.
func (s *server) targets(id, run string) []target {
	fill := strings.NewReplacer("{event}", id, "{schedule}", run, "{company}", "F01", "{link}", "0123456789abcdef", "{token}", "0123456789abcdef", "{webhook}", "0123456789abcdef")
	var all []target
	for op := range operations(s.check.doc) {
		if slices.Contains([]string{"delete-event", "watch-schedule", "read-backup"}, op.OperationID) {
			continue
		}
		media := ""
		if op.RequestBody != nil {
			media = slices.Sorted(maps.Keys(op.RequestBody.Content))[0]
		}
		all = append(all, target{op.OperationID, op.Method, fill.Replace(op.Path), media})
	}
	slices.SortFunc(all, func(a, b target) int { return strings.Compare(a.operation, b.operation) })
	return all
}

// odd sends a request and holds its answer to be no failure of the program; that it is described is checked with every answer.
func (s *server) odd(t *testing.T, to target, query, body string) {
	path := to.path
	if query != "" {
		path += "?" + query
	}
	got := s.call(to.method, path, []byte(body), "If-Match", "*", "Content-Type", to.media)
	if got.Status >= 500 {
		t.Errorf("%s ?%.100s %.200q: %d %s", to.operation, query, body, got.Status, got.Body)
	}
}

func TestOddBodiesAreRefusedAndFailNothing(t *testing.T) {
	s := start(t, func(o *Options) { o.SolveLimit = time.Second })
	id := s.loaded()
	run := s.published(id)
	for _, to := range s.targets(id, run.ID) {
		if to.method == http.MethodGet {
			continue
		}
		for _, body := range oddBodies {
			s.odd(t, to, "", body)
		}
	}
}

func TestOddParametersAreRefusedAndFailNothing(t *testing.T) {
	s := start(t, func(o *Options) { o.SolveLimit = time.Second })
	id := s.loaded()
	run := s.published(id)
	parameters := map[string][]string{}
	for op := range operations(s.check.doc) {
		for _, p := range op.Parameters {
			if p.In == "query" {
				parameters[op.OperationID] = append(parameters[op.OperationID], p.Name)
			}
		}
	}
	for _, to := range s.targets(id, run.ID) {
		for _, word := range oddWords {
			for _, name := range append(parameters[to.operation], "unknown") {
				s.odd(t, to, url.Values{name: {word}}.Encode(), "{}")
			}
			if word == "" || strings.ContainsAny(word, "/") {
				continue
			}
			elsewhere := to // the id in the path is odd
			for _, known := range []string{run.ID, id, "F01", "0123456789abcdef"} {
				if at := "/" + known; strings.Contains(to.path, at) {
					elsewhere.path = strings.Replace(to.path, at, "/"+url.PathEscape(word), 1)
					s.odd(t, elsewhere, "", "{}")
				}
			}
		}
	}
}

// FuzzBodies sends any body to any operation that takes one.
func FuzzBodies(f *testing.F) {
	s := start(f, func(o *Options) { o.SolveLimit = time.Second })
	id := s.loaded()
	run := s.published(id)
	var to []target
	for _, one := range s.targets(id, run.ID) {
		if one.method != http.MethodGet && one.operation != "create-webhook" { // which would be called
			to = append(to, one)
		}
	}
	for i := range to {
		f.Add(uint8(i), []byte(oddBodies[i%len(oddBodies)]))
	}
	f.Fuzz(func(t *testing.T, at uint8, body []byte) {
		here := *s
		check := &validator{t: t, doc: s.check.doc, routes: s.check.routes, seen: map[string]bool{}}
		here.t, here.check, here.http = t, check, &http.Client{Transport: check.over(http.DefaultTransport)}
		here.odd(t, to[int(at)%len(to)], "", string(body))
	})
}
