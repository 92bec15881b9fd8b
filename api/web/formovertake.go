package web

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
)

// made names what the fields of a form hold, a line a field: NAME=DIGEST. A form carries that of what it was made from, so that, when another
// organizer was first, what each of the two changed can be told apart.
func (f filled) made() string {
	var out strings.Builder
	for _, name := range sortedKeys(f.values) {
		if digest := digestOfField(f.values[name]); digest != "" && !strings.HasPrefix(name, "base.") && !strings.HasSuffix(name, ".was") {
			out.WriteString(name + "=" + digest + "\n")
		}
	}
	return out.String()
}

// digestOfField names what a field holds, in six digits; the empty one has none.
func digestOfField(value string) string {
	if value = strings.TrimSpace(value); value == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(value))
	return hex.EncodeToString(sum[:3])
}

// overtake has a form that is shown again meet what another organizer saved since it was made, and save over that the next time: now is the
// stamp of what is stored, stored writes it into a form, lists are those of its rows and key the fields that a row is known by. Fields that only
// the other changed are filled in anew; what they saved in one that both changed is told beside it. It only notes what the form was made
// from where nobody was first.
func (v *formView) overtake(b *formBuilder, status int, now string, stored func() filled, lists []string, key ...string) {
	if v.Made = b.filled.values["made"]; status == http.StatusOK {
		v.Made = b.filled.made()
	}
	if v.Stamp == now || status == http.StatusOK {
		return
	}
	theirs := b.filled.against(stored(), lists, key...)
	before := v.Made
	v.Made, v.Stamp = theirs.made(), now
	if before != "" {
		b.taken = b.filled.merge(theirs, before)
	}
	b.theirs = &theirs
}

// merge fills fields that only the other organizer changed in anew, and returns them. Of those that only the form changed there is nothing to
// tell: theirs is made to say the same.
func (f filled) merge(theirs filled, made string) (taken map[string]bool) {
	was := map[string]string{}
	for line := range strings.Lines(made) {
		if at := strings.LastIndex(line, "="); at > 0 {
			was[line[:at]] = strings.TrimSpace(line[at+1:])
		}
	}
	taken = map[string]bool{}
	names := map[string]bool{}
	for name := range was {
		names[name] = true
	}
	for name := range theirs.values {
		names[name] = true
	}
	for name := range names {
		mine, other := digestOfField(f.values[name]), digestOfField(theirs.values[name])
		switch {
		case strings.HasPrefix(name, "base.") || strings.HasSuffix(name, ".was"):
		case mine == other || other == was[name]:
			theirs.values[name] = f.values[name]
		case mine == was[name]:
			f.values[name], taken[name] = theirs.values[name], true
		}
	}
	return taken
}
