package api

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"sangdam/internal/lang"
)

// An envelopeError is a body that is no object with the documents asked for. It is told in the words of the typing of requests.
type envelopeError struct {
	syntax           []byte // the body, when it is no JSON
	object           bool   // the body is one
	unknown, missing []string
	known            []string
}

func (e *envelopeError) Error() string {
	return "the body is no object with " + strings.Join(e.known, ", ")
}

// details says what is wrong in a language.
func (e *envelopeError) details(voice *lang.Voice) []Detail {
	switch {
	case e.syntax != nil:
		return []Detail{{Location: "body", Message: syntaxOf(string(e.syntax), voice), Code: "syntax"}}
	case !e.object:
		return []Detail{{Location: "body", Message: voice.Say("api.body.not_object"), Code: "not_object"}}
	}
	var out []Detail
	for _, name := range e.unknown {
		out = append(out, Detail{Location: join("body", name), Code: "unknown_field",
			Message: voice.Say("api.body.unknown_field.known", lang.Args{"Known": strings.Join(e.known, ", ")})})
	}
	for _, name := range e.missing {
		out = append(out, Detail{Location: "body", Message: voice.Say("api.body.missing_field", lang.Args{"A": name}), Code: "missing_field"})
	}
	return out
}

// opened returns the documents of a body that is an object of them, by their names. All of them are needed, and nothing else may be there.
func opened(body []byte, names ...string) (map[string]json.RawMessage, error) {
	var parts map[string]json.RawMessage
	fault := &envelopeError{known: names}
	if err := json.Unmarshal(body, &parts); err != nil {
		if _, ok := errors.AsType[*json.SyntaxError](err); ok {
			fault.syntax = body
		}
		return nil, fault
	}
	fault.object = parts != nil
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if !slices.Contains(names, name) {
			fault.unknown = append(fault.unknown, name)
		}
	}
	for _, name := range names {
		if parts[name] == nil {
			fault.missing = append(fault.missing, name)
		}
	}
	if !fault.object || len(fault.unknown)+len(fault.missing) > 0 {
		return nil, fault
	}
	return parts, nil
}
