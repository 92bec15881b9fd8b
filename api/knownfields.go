package api

import (
	"maps"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/lang"
)

// hint adds to faults about unknown fields of a body which field may have been meant, or else which there are.
func (r *request) hint(op *huma.Operation, p *Problem, voice *lang.Voice) {
	if r.types == nil || op == nil || op.RequestBody == nil || op.RequestBody.Content[mediaJSON] == nil {
		return
	}
	for i := range p.Errors {
		e := &p.Errors[i]
		at := strings.LastIndexByte(e.Location, '.')
		if e.Code != "unknown_field" || at < 0 {
			continue
		}
		known := r.fieldsAt(op.RequestBody.Content[mediaJSON].Schema, e.Location[:at])
		if near, ok := event.Nearest(e.Location[at+1:], known); ok {
			e.Message = voice.Say("api.body.unknown_field.near", lang.Args{"Near": near})
		} else if len(known) > 0 {
			e.Message = voice.Say("api.body.unknown_field.known", lang.Args{"Known": strings.Join(known, ", ")})
		}
	}
}

// fieldsAt returns the fields of the object at a place such as body[2].keep, in alphabetical order; none where it has no fixed ones.
func (r *request) fieldsAt(s *huma.Schema, place string) []string {
	for step := range strings.FieldsFuncSeq(strings.TrimPrefix(place, "body"), func(c rune) bool { return c == '.' || c == '[' }) {
		if s = r.resolved(s); s == nil {
			return nil
		}
		if strings.HasSuffix(step, "]") {
			s = s.Items
		} else {
			s = s.Properties[step]
		}
	}
	if s = r.resolved(s); s == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(s.Properties))
}

// resolved follows a reference.
func (r *request) resolved(s *huma.Schema) *huma.Schema {
	if s != nil && s.Ref != "" {
		return r.types.SchemaFromRef(s.Ref)
	}
	return s
}
