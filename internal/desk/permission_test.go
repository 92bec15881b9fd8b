package desk_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

// An operation calls one method in a way that changes nothing, as far as the caller gets.
type operation func(ctx context.Context, b *bench, c desk.Caller) error

const (
	thisEvent = "jinju-2019"
	noRun     = thisEvent + "-r000000000000"
	noLink    = "000000000000"
)

var operations = map[string]operation{
	"Remember": func(ctx context.Context, b *bench, c desk.Caller) error {
		a, _, err := b.Remember(ctx, c, "key", "hash", time.Hour)
		if err != nil {
			return err
		}
		return a.Forget(ctx)
	},
	"Event":  func(ctx context.Context, b *bench, c desk.Caller) error { return second(b.Event(ctx, c, thisEvent)) },
	"Events": func(ctx context.Context, b *bench, c desk.Caller) error { return third(b.Events(ctx, c, "", 1)) },
	"Matches": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Matches(ctx, c, thisEvent, desk.MatchQuery{Limit: 1}))
	},
	"MatchesJSON": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.MatchesJSON(ctx, c, thisEvent, desk.MatchQuery{Limit: 1}))
	},
	"Matrix": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Matrix(ctx, c, thisEvent, "none", nil))
	},
	"Pair": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Pair(ctx, c, thisEvent, "none", "F01", "C01", nil))
	},
	"Report": func(ctx context.Context, b *bench, c desk.Caller) error { return third(b.Report(ctx, c, thisEvent)) },
	"NoteExport": func(ctx context.Context, b *bench, c desk.Caller) error {
		return b.NoteExport(ctx, c, thisEvent, "xlsx")
	},
	"Agenda": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Agenda(ctx, c, thisEvent, "F01"))
	},
	"AgendaJSON": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.AgendaJSON(ctx, c, thisEvent, "F01"))
	},
	"Counterparts": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Counterparts(ctx, c, thisEvent, "F01"))
	},
	"Sectors": func(ctx context.Context, b *bench, c desk.Caller) error { return second(b.Sectors(ctx, c, thisEvent)) },
	"Wishes": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Wishes(ctx, c, thisEvent, "F01"))
	},
	"OwnOutcomes": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.OwnOutcomes(ctx, c, thisEvent, "F01"))
	},
	"CreateEvent": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.CreateEvent(ctx, c, jinju(b.t)))
	},
	"ReplaceEvent": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.ReplaceEvent(ctx, c, thisEvent, jinju(b.t), 1<<40))
	},
	"DeleteEvent": func(ctx context.Context, b *bench, c desk.Caller) error {
		return b.DeleteEvent(ctx, c, thisEvent, 1<<40)
	},
	"Edit": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Edit(ctx, c, thisEvent, func(*event.Event) error { return errors.New("no change") }))
	},
	"Consequences": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Consequences(ctx, c, thisEvent, jinju(b.t)))
	},
	"SetRequests": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.SetRequests(ctx, c, thisEvent, nil, 1<<40))
	},
	"SetWeights": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.SetWeights(ctx, c, thisEvent, nil, 1<<40))
	},
	"Import": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Import(ctx, c, fixtures.Jinju2019(), desk.ImportOptions{DryRun: true}))
	},
	"Marked": func(_ context.Context, b *bench, c desk.Caller) error {
		return second(b.Marked(c, []byte("no workbook"), "ko"))
	},
	"SetWish": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.SetWish(ctx, c, thisEvent, "F01", "nobody", event.Want))
	},
	"SetUnavailable": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.SetUnavailable(ctx, c, thisEvent, "F01", "none", nil))
	},
	"CreateLink": func(ctx context.Context, b *bench, c desk.Caller) error {
		return third(b.CreateLink(ctx, c, thisEvent, "nobody", time.Time{}))
	},
	"Links": func(ctx context.Context, b *bench, c desk.Caller) error { return second(b.Links(ctx, c, thisEvent)) },
	"RevokeLink": func(ctx context.Context, b *bench, c desk.Caller) error {
		return b.RevokeLink(ctx, c, thisEvent, noLink)
	},
	"Solve": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Solve(ctx, c, thisEvent, jobs.Options{Session: "none"}))
	},
	"StopRun":   func(ctx context.Context, b *bench, c desk.Caller) error { return b.StopRun(ctx, c, noRun) },
	"DeleteRun": func(ctx context.Context, b *bench, c desk.Caller) error { return b.DeleteRun(ctx, c, noRun) },
	"EditMeetings": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.EditMeetings(ctx, c, noRun, nil, 0))
	},
	"PublishSeen": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.PublishSeen(ctx, c, noRun, desk.PublishIf{}))
	},
	"Publish":   func(ctx context.Context, b *bench, c desk.Caller) error { return second(b.Publish(ctx, c, noRun, 0)) },
	"Unpublish": func(ctx context.Context, b *bench, c desk.Caller) error { return b.Unpublish(ctx, c, thisEvent) },
	"ProposeRepair": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.ProposeRepair(ctx, c, noRun, nil, desk.RepairOptions{}))
	},
	"ApplyMending": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.ApplyMending(ctx, c, noRun, nil, nil, 0))
	},
	"LastChange": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.LastChange(ctx, c, thisEvent))
	},
	"Newest": func(ctx context.Context, b *bench, c desk.Caller) error { return second(b.Newest(ctx, c, thisEvent)) },
	"Repair": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Repair(ctx, c, noRun, nil, desk.RepairOptions{}))
	},
	"Run":       func(ctx context.Context, b *bench, c desk.Caller) error { return second(b.Run(ctx, c, noRun)) },
	"ChooseRun": func(ctx context.Context, b *bench, c desk.Caller) error { return b.ChooseRun(ctx, c, noRun) },
	"ChosenRun": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.ChosenRun(ctx, c, thisEvent))
	},
	"Runs": func(ctx context.Context, b *bench, c desk.Caller) error { return second(b.Runs(ctx, c, thisEvent)) },
	"WatchRun": func(ctx context.Context, b *bench, c desk.Caller) error {
		for _, err := range b.WatchRun(ctx, c, noRun, 0) {
			return err
		}
		return nil
	},
	"Draft": func(ctx context.Context, b *bench, c desk.Caller) error { return second(b.Draft(ctx, c, noRun)) },
	"Places": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Places(ctx, c, noRun, "none", "F01", "C01"))
	},
	"Difference": func(ctx context.Context, b *bench, c desk.Caller) error { return third(b.Difference(ctx, c, noRun)) },
	"Published": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Published(ctx, c, thisEvent))
	},
	"Publications": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.Publications(ctx, c, thisEvent))
	},
	"AddOutcomes": func(ctx context.Context, b *bench, c desk.Caller) error {
		return second(b.AddOutcomes(ctx, c, thisEvent, []event.Outcome{{Session: "none"}}))
	},
	"Watch": func(ctx context.Context, b *bench, c desk.Caller) error {
		ctx, cancel := context.WithCancel(ctx)
		cancel()
		for _, err := range b.Watch(ctx, c, thisEvent, 0) {
			return err
		}
		return nil
	},
	"CreateToken": func(ctx context.Context, b *bench, c desk.Caller) error {
		return third(b.CreateToken(ctx, c, desk.TokenSpec{Event: thisEvent}))
	},
	"Tokens":      func(ctx context.Context, b *bench, c desk.Caller) error { return second(b.Tokens(ctx, c)) },
	"RevokeToken": func(ctx context.Context, b *bench, c desk.Caller) error { return b.RevokeToken(ctx, c, "none") },
	"Audit": func(ctx context.Context, b *bench, c desk.Caller) error {
		return third(b.Audit(ctx, c, thisEvent, "", 1))
	},
	"CreateWebhook": func(ctx context.Context, b *bench, c desk.Caller) error {
		return third(b.CreateWebhook(ctx, c, desk.WebhookSpec{URL: "ftp://nowhere.example", Event: thisEvent}))
	},
	"Webhooks":      func(ctx context.Context, b *bench, c desk.Caller) error { return second(b.Webhooks(ctx, c)) },
	"DeleteWebhook": func(ctx context.Context, b *bench, c desk.Caller) error { return b.DeleteWebhook(ctx, c, "none") },
}

func second[A any](_ A, err error) error        { return err }
func third[A, B any](_ A, _ B, err error) error { return err }

// aboutEvents are operations that are about no event in particular: whoever is bound to another one may ask, and is answered by its own.
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
