package desk

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strconv"
	"strings"
)

// Encoded is an answer as the bytes of a JSON document. They must not be changed: they are given to others, too.
type Encoded struct {
	Body []byte
	ETag string // strong, with its quotes: equal for equal bytes, whoever made them
	Next string // cursor of the next page, where there are pages; it is in the body, too
}

func encoded(body []byte) Encoded {
	sum := sha256.Sum256(body)
	return Encoded{Body: body, ETag: `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`}
}

// encodedJSON writes a value without the escapes for web pages.
func encodedJSON(value any) (Encoded, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		return Encoded{}, err
	}
	return encoded(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// largestKept is the length of an answer that is kept in memory, in bytes.
const largestKept = 256 << 10

func (d *Desk) keep(key string, e Encoded) {
	if len(e.Body) <= largestKept {
		d.cache.answers.Add(key, e)
	}
}

// answerKey names an answer by what it is about, the versions of event and publication, and the words of the question, each with its
// length so that no two questions share a key.
func answerKey(what, event string, version, publication uint64, words ...string) string {
	var b strings.Builder
	b.WriteString(what)
	for _, w := range append([]string{event, strconv.FormatUint(version, 36), strconv.FormatUint(publication, 36)}, words...) {
		b.WriteString(" " + strconv.Itoa(len(w)) + ":" + w)
	}
	return b.String()
}
