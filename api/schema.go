package api

import (
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
)

// The documents are types of the room event, which knows nothing of this one. Where the shape of their JSON does not follow from the
// Go type, one of the types below stands in for it in the description.
type (
	textSchema   struct{}
	tablesSchema struct{}
	dateSchema   struct{}
	maybeNumber  struct{}
	maybeWhole   struct{}
	maybeBoolean struct{}
	maybeString  struct{}
	maybeDate    struct{}
	maybeTime    struct{}
)

func (textSchema) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{
		Description: "A text for people: a string, or an object of strings by language (ko, en, zh, ru).",
		OneOf: []*huma.Schema{
			{Type: huma.TypeString},
			{Type: huma.TypeObject, AdditionalProperties: &huma.Schema{Type: huma.TypeString}},
		},
		Examples: []any{map[string]any{"ko": "진주항공부품", "en": "Jinju Aero Parts"}},
	}
}

func (tablesSchema) Schema(huma.Registry) *huma.Schema {
	zero := 0.0
	return &huma.Schema{
		Description: "The number of tables, or their names.",
		OneOf:       []*huma.Schema{{Type: huma.TypeInteger, Minimum: &zero}, {Type: huma.TypeArray, Items: &huma.Schema{Type: huma.TypeString}}},
		Examples:    []any{10},
	}
}

func (dateSchema) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Format: "date"}
}
func (maybeNumber) Schema(huma.Registry) *huma.Schema  { return orNull(huma.TypeNumber, "") }
func (maybeWhole) Schema(huma.Registry) *huma.Schema   { return orNull(huma.TypeInteger, "") }
func (maybeBoolean) Schema(huma.Registry) *huma.Schema { return orNull(huma.TypeBoolean, "") }
func (maybeString) Schema(huma.Registry) *huma.Schema  { return orNull(huma.TypeString, "") }
func (maybeDate) Schema(huma.Registry) *huma.Schema    { return orNull(huma.TypeString, "date") }

func (maybeTime) Schema(huma.Registry) *huma.Schema { return orNull(huma.TypeString, "date-time") }

func orNull(kind, format string) *huma.Schema {
	return &huma.Schema{Type: kind, Format: format, Nullable: true}
}

// describeDocuments tells a registry how the documents look as JSON.
func describeDocuments(r huma.Registry) {
	r.RegisterTypeAlias(reflect.TypeFor[event.Text](), reflect.TypeFor[textSchema]())
	r.RegisterTypeAlias(reflect.TypeFor[event.Tables](), reflect.TypeFor[tablesSchema]())
	r.RegisterTypeAlias(reflect.TypeFor[event.Date](), reflect.TypeFor[dateSchema]())
	r.RegisterTypeAlias(reflect.TypeFor[event.Maybe[float64]](), reflect.TypeFor[maybeNumber]())
	r.RegisterTypeAlias(reflect.TypeFor[event.Maybe[int]](), reflect.TypeFor[maybeWhole]())
	r.RegisterTypeAlias(reflect.TypeFor[event.Maybe[bool]](), reflect.TypeFor[maybeBoolean]())
	r.RegisterTypeAlias(reflect.TypeFor[event.Maybe[string]](), reflect.TypeFor[maybeString]())
	r.RegisterTypeAlias(reflect.TypeFor[event.Maybe[time.Time]](), reflect.TypeFor[maybeTime]())
	r.RegisterTypeAlias(reflect.TypeFor[event.Maybe[event.Date]](), reflect.TypeFor[maybeDate]())
}

// schemaOf returns the description of a type, as a reference where it has a name.
func schemaOf[T any](h huma.API) *huma.Schema {
	return h.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[T](), true, "")
}
