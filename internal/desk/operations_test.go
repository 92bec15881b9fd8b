package desk_test

import (
	"context"
	"errors"
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
