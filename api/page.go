package api

import (
	"net/url"
	"strconv"
	"strings"
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

// pageOf makes the answer out of the entries and the cursor of the next page. The query holds the other
// parameters of the list, each name before its value; empty ones are left out.
func pageOf[T any](path string, query []string, p Paging, items []T, next string) *pageOutput[T] {
	if items == nil {
		items = []T{}
	}
	return &pageOutput[T]{Body: Page[T]{Items: items, Next: next}, Link: nextLink(path, query, p.Limit, next)}
}

// nextLink writes the link to the next page, or nothing where there is none.
func nextLink(path string, query []string, limit int, cursor string) string {
	if cursor == "" {
		return ""
	}
	var b strings.Builder
	b.WriteString("<" + basePath + path + "?limit=" + strconv.Itoa(limit))
	for i := 0; i < len(query); i += 2 {
		if query[i+1] != "" {
			b.WriteString("&" + query[i] + "=" + url.QueryEscape(query[i+1]))
		}
	}
	b.WriteString("&cursor=" + url.QueryEscape(cursor) + `>; rel="next"`)
	return b.String()
}
