package api

import (
	"net/url"
	"strconv"
)

// Paging is how a caller asks for a part of a list.
type Paging struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"500" default:"50" doc:"How many entries at most."`
	Cursor string `query:"cursor" maxLength:"2048" doc:"The next of the answer before; without it the list begins."`
}

// A Page is a part of a list.
type Page[T any] struct {
	Items []T    `json:"items" doc:"The entries, in order."`
	Next  string `json:"next,omitempty" example:"jinju-2019" doc:"The cursor of the next page; without it this is the last. What is in it is nobody's business."`
}

// pageOutput is the answer of an operation that lists.
type pageOutput[T any] struct {
	Link string `header:"Link" doc:"The next page as a link with rel=\"next\"."`
	Body Page[T]
}

// A cursorError is a cursor that was not given by this API.
type cursorError struct{}

func (cursorError) Error() string { return "the cursor was not given by this list" }

// pageOf makes the answer out of the entries and the cursor of the next page. The query holds the other parameters of the list.
func pageOf[T any](path string, query url.Values, p Paging, items []T, next string) *pageOutput[T] {
	if items == nil {
		items = []T{}
	}
	return &pageOutput[T]{Body: Page[T]{Items: items, Next: next}, Link: nextLink(path, query, p.Limit, next)}
}

// nextLink writes the link to the next page, or nothing where there is none.
func nextLink(path string, query url.Values, limit int, cursor string) string {
	if cursor == "" {
		return ""
	}
	q := url.Values{"limit": {strconv.Itoa(limit)}, "cursor": {cursor}}
	for name, values := range query {
		if len(values) > 0 && values[0] != "" {
			q[name] = values
		}
	}
	return "<" + basePath + path + "?" + q.Encode() + `>; rel="next"`
}
