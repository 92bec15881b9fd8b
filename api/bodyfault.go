package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"sangdam/internal/lang"
)

// kinds of problems that the typing of requests finds by itself, by status.
var ownKinds = map[int]string{
	http.StatusBadRequest: "malformed", http.StatusRequestTimeout: "slow", http.StatusNotAcceptable: "not_acceptable",
	http.StatusRequestEntityTooLarge: "too_large", http.StatusUnsupportedMediaType: "media", http.StatusUnprocessableEntity: "faults",
}

// ownProblem turns what the typing of requests has found into a problem.
func ownProblem(status int, errs []error, voice *lang.Voice) *Problem {
	kind, ok := ownKinds[status]
	if !ok {
		kind = "internal"
	}
	p := newProblem(status, kind)
	for _, err := range errs {
		if status == http.StatusUnsupportedMediaType { // the body was not looked at
			p.Errors = append(p.Errors, Detail{Location: "header.Content-Type", Message: voice.Say("api.body.media"), Code: "media"})
			break
		}
		p.Errors = append(p.Errors, detailOf(err, voice))
	}
	if status == http.StatusBadRequest && len(errs) == 0 { // nothing was sent where a body is asked for
		p.Errors = append(p.Errors, Detail{Location: "body", Message: voice.Say("api.body.absent"), Code: "absent"})
	}
	return p.speak(voice, "")
}

// detailOf puts a fault into words. The typing says it in English; the sentence is recognized and said in the caller's
// language.
func detailOf(err error, voice *lang.Voice) Detail {
	found, ok := errors.AsType[*huma.ErrorDetail](err)
	if !ok {
		return Detail{Message: voice.Say("api.body.syntax"), Code: "syntax", Location: "body"}
	}
	location := strings.ReplaceAll(found.Location, ".[", "[")
	for _, s := range sentences {
		if match := s.pattern.FindStringSubmatch(found.Message); match != nil {
			args := lang.Args{"A": "", "B": ""}
			for i, name := range []string{"A", "B"} {
				if i+1 < len(match) {
					args[name] = match[i+1]
				}
			}
			return Detail{Location: location, Message: voice.Say("api.body."+s.code, args), Code: s.code}
		}
	}
	if location == "body" {
		return Detail{Location: location, Message: syntaxOf(found.Value, voice), Code: "syntax"}
	}
	return Detail{Location: location, Message: found.Message}
}

// syntaxOf says where a body ceases to be JSON.
func syntaxOf(body any, voice *lang.Voice) string {
	text, _ := body.(string)
	var value any
	broken, ok := errors.AsType[*json.SyntaxError](json.Unmarshal([]byte(text), &value))
	if !ok {
		return voice.Say("api.body.syntax")
	}
	read := text // to its end, where more was expected, or up to what was not
	if int(broken.Offset) < len(text) || strings.HasPrefix(broken.Error(), "invalid") {
		read = text[:max(int(broken.Offset)-1, 0)]
	}
	line := strings.Count(read, "\n")
	column := utf8.RuneCountInString(read[strings.LastIndex(read, "\n")+1:])
	return voice.Say("api.body.syntax_at", lang.Args{"Line": line + 1, "Column": column + 1})
}

// A sentence is what the typing says, as a pattern of its words, with the code by which we say it.
type sentence struct {
	pattern *regexp.Regexp
	code    string
}

var sentences = []sentence{
	{like(validation.MsgUnexpectedProperty), "unknown_field"},
	{like(validation.MsgExpectedRequiredProperty), "missing_field"},
	{like(validation.MsgExpectedRFC3339DateTime), "bad_time"},
	{like(validation.MsgExpectedRFC3986URI), "bad_url"},
	{like(validation.MsgExpectedBoolean), "not_boolean"},
	{like(validation.MsgExpectedInteger), "not_whole"},
	{like(validation.MsgExpectedNumber), "not_number"},
	{like(validation.MsgExpectedString), "not_string"},
	{like(validation.MsgExpectedArray), "not_list"},
	{like(validation.MsgExpectedObject), "not_object"},
	{like(validation.MsgExpectedOneOf), "unknown_word"},
	{like(validation.MsgExpectedMinimumNumber), "too_small"},
	{like(validation.MsgExpectedExclusiveMinimumNumber), "not_above"},
	{like(validation.MsgExpectedMaximumNumber), "too_big"},
	{like(validation.MsgExpectedMinLength), "too_short"},
	{like(validation.MsgExpectedMaxLength), "too_long"},
	{like(validation.MsgExpectedMatchPattern), "pattern"},
	{like(validation.MsgExpectedBePattern), "pattern"},
	{like(validation.MsgExpectedMinItems), "too_few"},
	{like(validation.MsgExpectedMaxItems), "too_many"},
	{like(validation.MsgExpectedArrayItemsUnique), "twice"},
	{regexp.MustCompile(`^required (\w+) parameter is missing$`), "missing_parameter"},
	{regexp.MustCompile(`^unknown query parameter$`), "unknown_parameter"},
	{regexp.MustCompile(`^invalid (integer|float)`), "not_number"},
	{regexp.MustCompile(`^invalid boolean`), "not_boolean"},
	{regexp.MustCompile(`^request body is required$`), "missing_body"},
}

var verb = regexp.MustCompile(`%[a-z]`)

// like returns the pattern of what a format writes.
func like(format string) *regexp.Regexp {
	parts := verb.Split(format, -1)
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	return regexp.MustCompile("^" + strings.Join(parts, "(.*)") + "$")
}
