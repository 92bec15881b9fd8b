package desk_test

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"sangdam/internal/desk"
)

// aboutNone are operations that are about no event in particular: whoever is bound to another one may ask, and is answered by its own.
var aboutNone = []string{"Remember", "Events", "Tokens", "RevokeToken", "Webhooks", "DeleteWebhook", "Marked"}

// grants reads the table of the package comment: who may call each method.
func grants(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	table, _, _ := bytes.Cut(data, []byte("Contacts leave the desk"))
	of := map[string]string{}
	for _, row := range regexp.MustCompile(`(?m)^//\t(\S.*?)  +(.*)$`).FindAllStringSubmatch(string(table), -1) {
		for method := range strings.FieldsSeq(row[2]) {
			of[method] = row[1]
		}
	}
	return of
}

func TestEveryMethodAsksWhoCalls(t *testing.T) {
	table := grants(t)
	typ := reflect.TypeFor[*desk.Desk]()
	for i := range typ.NumMethod() {
		name := typ.Method(i).Name
		if table[name] == "" {
			t.Errorf("the table of the package comment does not say who may call %s", name)
		} else if table[name] != "anybody" && operations[name] == nil {
			t.Errorf("%s is not tried", name)
		}
	}
	b := newBench(t)
	b.create(jinju(t))
	other := small(t, "tables-swap")
	other.Firms[0].ID = "F01" // the same company id, in another event
	other.Scores, other.Requests = nil, nil
	b.create(other)
	callers := callersOf(b, other.ID)
	for _, name := range sortedKeys(operations) {
		if _, ok := typ.MethodByName(name); !ok {
			t.Errorf("there is no method %s", name)
		}
		for _, who := range sortedKeys(callers) {
			err := operations[name](t.Context(), b, callers[who])
			refused := errors.Is(err, desk.ErrForbidden) || errors.Is(err, desk.ErrUnauthenticated)
			if want := allowed(table[name], name, who); want == refused {
				t.Errorf("%s by %s: %v, allowed should be %v", name, who, err, want)
			}
			if who == "nobody" && refused && !errors.Is(err, desk.ErrUnauthenticated) || who != "nobody" && errors.Is(err, desk.ErrUnauthenticated) {
				t.Errorf("%s by %s is refused as %v", name, who, err)
			}
		}
	}
}

// callersOf makes one caller of each kind.
func callersOf(b *bench, other string) map[string]desk.Caller {
	b.t.Helper()
	callers := map[string]desk.Caller{"nobody": {}, "admin": b.admin}
	for _, s := range desk.Scopes[:len(desk.Scopes)-1] {
		callers[string(s)] = b.caller(desk.TokenSpec{Name: string(s), Scopes: []desk.Scope{s}}, b.admin)
	}
	for who, id := range map[string]string{"bound to this": thisEvent, "bound to another": other} {
		callers[who] = b.caller(desk.TokenSpec{Name: who, Scopes: desk.Scopes, Event: id}, b.admin)
	}
	secret, _, err := b.CreateToken(b.t.Context(), b.admin, desk.TokenSpec{Name: "login", Scopes: []desk.Scope{desk.ReadEvents}})
	if err != nil {
		b.t.Fatal(err)
	}
	session, err := b.SignIn(b.t.Context(), secret)
	if err != nil {
		b.t.Fatal(err)
	}
	if callers["login"], err = b.BySession(b.t.Context(), session); err != nil {
		b.t.Fatal(err)
	}
	for who, of := range map[string][2]string{"the company": {thisEvent, "F01"}, "a company": {thisEvent, "F02"}, "company elsewhere": {other, "F01"}} {
		code, _, err := b.CreateLink(b.t.Context(), b.admin, of[0], of[1], time.Time{})
		if err != nil {
			b.t.Fatal(err)
		}
		if callers[who], err = b.ByLink(b.t.Context(), code); err != nil {
			b.t.Fatal(err)
		}
	}
	return callers
}

// allowed reads a grant for a caller.
func allowed(grant, method, who string) bool {
	switch who {
	case "nobody":
		return false
	case "admin", "bound to this":
		return true
	case "bound to another":
		return slices.Contains(aboutNone, method)
	case "login":
		who = string(desk.ReadEvents)
	case "the company":
		if strings.Contains(grant, "or a company") {
			return true
		}
	}
	switch {
	case grant == "any token or link":
		return true
	case strings.Contains(grant, " and "): // nobody of the callers has two scopes
		return false
	case strings.HasPrefix(grant, "any scope") && slices.Contains(desk.Scopes, desk.Scope(who)):
		return true
	}
	return slices.Contains(strings.Split(grant, " or "), who)
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
