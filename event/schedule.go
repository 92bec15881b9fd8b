package event

import "time"

// A Schedule is the schedule document of an event: one part a session.
type Schedule struct {
	Format   int               `json:"sangdam"`
	Event    string            `json:"event"`
	Sessions []SessionSchedule `json:"sessions"`
}

// Status says how much of the objective is proven.
type Status string

// The statuses of a session's schedule.
const (
	StatusOptimal  Status = "optimal"  // every part of the objective is proven
	StatusFeasible Status = "feasible" // not every part is
	StatusEmpty    Status = "empty"    // no meeting could be or was to be placed
)

// A SessionSchedule holds the meetings of a session, the pairs left out with the reason, and the proof.
type SessionSchedule struct {
	Session   string       `json:"session"`
	Status    Status       `json:"status"`
	Meetings  []Meeting    `json:"meetings"`
	Unplaced  []Unplaced   `json:"unplaced"`
	Objective Objective    `json:"objective"`
	Bound     Objective    `json:"bound"` // no schedule as good in all the parts before does better in this one
	Gap       float64      `json:"gap"`   // (bound.score - score) / bound.score
	Seconds   float64      `json:"seconds"`
	Seed      uint64       `json:"seed"`
	Trace     []TracePoint `json:"trace"`
	// Stopped names what cut the run short ("time_limit", "cancelled"); empty when it ended by itself.
	Stopped string `json:"stopped,omitzero"`
	// ScoreSlack is the share of the score that was allowed to be given up for fewer breaks.
	ScoreSlack float64     `json:"score_slack,omitzero"`
	Fairness   *Fairness   `json:"fairness,omitzero"`   // when meetings were spread fairly among the firms
	Shortfalls []Shortfall `json:"shortfalls,omitzero"` // participants below their minimum
	Blocking   []Blocking  `json:"blocking,omitzero"`   // the pairs with most to gain, best first
	Help       []Help      `json:"help,omitzero"`       // what would bring most, best first
}

// Fairness says what an even spread of meetings among the firms came to, and what it cost.
type Fairness struct {
	Guaranteed   map[string]int `json:"guaranteed"`    // by firm: meetings that the schedule was held to give it
	ScoreWithout float64        `json:"score_without"` // of the best schedule found without it
	Price        float64        `json:"price"`         // score given up for it
}

// A Meeting is a placed pair.
type Meeting struct {
	Firm        string    `json:"firm"`
	Buyer       string    `json:"buyer"`
	Slot        int       `json:"slot"` // index into the session's slots
	Start       time.Time `json:"start"`
	End         time.Time `json:"end"`
	Table       string    `json:"table"`
	Interpreter string    `json:"interpreter,omitzero"`
	Score       float64   `json:"score"`
}

// An Unplaced pair was not given a meeting; Reason is a code from the reasons of this package.
type Unplaced struct {
	Firm   string         `json:"firm"`
	Buyer  string         `json:"buyer"`
	Score  float64        `json:"score"`
	Reason Reason         `json:"reason"`
	Detail map[string]any `json:"detail,omitzero"`
}

// A Reason is a code for why a pair has no meeting. docs/model.md defines each.
type Reason string

// Reasons of pairs that are no candidates (found before packing).
const (
	ReasonControl          Reason = "control"            // an export control leaves no product to talk about
	ReasonRefused          Reason = "refused"            // one side said never
	ReasonCertificate      Reason = "certificate"        // a required certificate is missing
	ReasonMinimumOrder     Reason = "minimum_order"      // a year of the buyer's volume is less than one order of the firm
	ReasonNotWorthIt       Reason = "not_worth_it"       // the score is below minimum_score
	ReasonNoCommonLanguage Reason = "no_common_language" // no interpreter of the session could help
)

// Reasons of candidates that found no place.
const (
	ReasonBuyerFull     Reason = "buyer_full"     // the buyer's limit or every slot of it is taken by better use
	ReasonFirmFull      Reason = "firm_full"      // the same of the firm
	ReasonNoCommonSlot  Reason = "no_common_slot" // never available at the same time
	ReasonBothBusy      Reason = "both_busy"      // in each common slot one side or the other is in a meeting
	ReasonTablesFull    Reason = "tables_full"    // where both are free, no table is
	ReasonNoInterpreter Reason = "no_interpreter" // where both are free, no able interpreter is
	ReasonRoomLeft      Reason = "room_left"      // there is room: the schedule was made by hand or cut short
)

// An Objective is the contract's objective, each part before the next.
type Objective struct {
	MustMissed       int     `json:"must_missed"`
	MinimumShortfall int     `json:"minimum_shortfall"`
	Score            float64 `json:"score"`
	Breaks           int     `json:"breaks"`
	Idle             int     `json:"idle"`
	TableChanges     int     `json:"table_changes"`
}

// A TracePoint is one improvement of the incumbent or of a bound. Score and Bound compare only where the parts before them
// are as good as in the end.
type TracePoint struct {
	Seconds          float64 `json:"seconds"`
	MustMissed       int     `json:"must_missed,omitzero"`
	MinimumShortfall int     `json:"minimum_shortfall,omitzero"`
	Score            float64 `json:"score"`
	Bound            float64 `json:"bound"`
	Breaks           int     `json:"breaks"`
}
