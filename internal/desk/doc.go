// Package desk is the application: what organizers, companies and programs may do with events, schedules, publications and
// what follows from them. The HTTP API and the pages both call it; neither touches the store or the solver itself.
//
// # Who may do what
//
// Every method begins by asking who calls. An organizer comes with a token, or signed in with one, and has its scopes; admin
// holds all of them. A token bound to an event counts for that event alone. A company comes by its personal link and is one
// firm or buyer of one event. A test goes through this table with every kind of caller.
//
//	anybody                                Ready Warnings Close ByToken BySession ByLink SignIn SignOut FirstToken
//	any token or link                      Remember
//	events:read                            Event Events Matches MatchesJSON Matrix Pair Report NoteExport
//	events:read or the company             Agenda AgendaJSON Counterparts Wishes OwnOutcomes
//	events:read or a company               Sectors
//	events:write                           CreateEvent ReplaceEvent DeleteEvent Edit SetRequests SetWeights Import Marked Consequences
//	events:write or the company            SetWish SetUnavailable
//	events:read and events:write           CreateLink Links RevokeLink
//	schedules:solve                        Solve StopRun DeleteRun ChooseRun EditMeetings Publish PublishSeen Unpublish
//	schedules:solve and events:write       Repair ProposeRepair ApplyMending
//	schedules:solve or events:read         Run Runs ChosenRun WatchRun Draft Places Difference LastChange Published Publications
//	outcomes:write or a company            AddOutcomes
//	any scope or a company                 Watch Newest
//	admin                                  CreateToken Tokens RevokeToken Audit CreateWebhook Webhooks DeleteWebhook
//
// Contacts leave the desk in two ways only: in the event, for events:read, and in an agenda, to the two sides of a published
// meeting. What one side wishes about the other is told to organizers alone; scores and sentences for companies are made
// without anybody's wishes.
//
// # Records
//
// All state is in the store, so that several processes can work on it. The space of an event is its id.
//
//	space     kind / id                     holds
//	event     event / current               the event document
//	event     info / current                what a list shows; written with the event and so of its version, at the cost of a small read
//	event     deleting / current            when the event began to be deleted
//	event     run / ID, progress / ID/SEQ   of package jobs
//	event     incumbent / ID                of package jobs, while a run has not ended
//	event     schedule / ID                 the draft of a run: made by package jobs, then edited here
//	event     locks / ID                    what is locked in it; written with each edit
//	event     chosen / current              which run's schedule an organizer went back to
//	event     published / current           which publication is in force
//	event     publication / 999999-NUMBER   each publication, the newest first
//	event     link / ID                     a personal link, without its secret
//	event     webhook-call / ID             what a webhook is still to be told; written with what it tells of
//	event, "" audit / TIME-CHANCE           the log, the newest first
//	""        token / HASH, login / HASH    by the hash of the secret, which is kept nowhere
//	""        first / token, secret / links what the first start made
//	""        idempotency / HASH            requests that were made under a key, with their answers
//	event, "" made / HASH                   what such a request brought about, written with it
//	""        webhook / ID, webhook-failure / ID/TIME-ID
//
// Secrets of tokens and sessions hold 256 bits of chance and are kept as their SHA-256. Codes of links and secrets of webhooks are
// made of the desk's own secret and kept nowhere: a forged link is refused without a read, a link can be printed again, and
// deleting its record revokes it.
//
// # Versions
//
// The version of a document is that of its record. Whoever changes one names the version it saw, or has the change made again
// on what is there now (Edit). Answers kept in memory are named by the versions they were made of, so that none is ever stale,
// in whichever process another version was written. What matching makes of an event is named by a digest of the parts it looks
// at, and so stands while only outcomes come in; the ranking in the store has that digest for its version.
package desk
