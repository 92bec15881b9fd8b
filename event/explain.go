package event

// A Shortfall is a participant who ends below its min_meetings, with what can be said for certain about it.
type Shortfall struct {
	Participant string `json:"participant"` // id of a firm or buyer
	Meetings    int    `json:"meetings"`
	MinMeetings int    `json:"min_meetings"`
	// Possible is a proven limit: no schedule gives this participant more meetings, even if it is served before all
	// others. Below MinMeetings it proves that the minimum cannot be met.
	Possible int `json:"possible"`
	// Slots is the account of every slot in which the participant is available.
	Slots []SlotAccount `json:"slots,omitzero"`
	// Group is a proven limit that this participant shares with others; nil: none was found.
	Group *SharedLimit `json:"group,omitzero"`
	Why   Text         `json:"why"`
}

// A SharedLimit proves that several participants cannot all reach their min_meetings.
type SharedLimit struct {
	Participants []string `json:"participants"`
	MinMeetings  int      `json:"min_meetings"` // of all of them together, each for as much as it could have alone
	Possible     int      `json:"possible"`     // together, at most
	Of           string   `json:"of"`           // what is short: tables, interpreters or partners
	Slots        []int    `json:"slots,omitzero"`
	Interpreters []string `json:"interpreters,omitzero"`
	Partners     []string `json:"partners,omitzero"`
	Why          Text     `json:"why"`
}

// A SlotAccount says what a participant below its minimum finds in one slot.
type SlotAccount struct {
	Slot  int    `json:"slot"`
	State string `json:"state"` // meeting, no_partner, partners_busy, partners_full, tables_full, no_interpreter, room_left
}

// A Blocking pair would rather meet each other than their least good meeting.
type Blocking struct {
	Firm       string  `json:"firm"`
	Buyer      string  `json:"buyer"`
	Score      float64 `json:"score"`
	FirmLeast  Held    `json:"firm_least"`
	BuyerLeast Held    `json:"buyer_least"`
}

// A Held meeting is one that holds a seat which a pair left out would need.
type Held struct {
	Firm  string  `json:"firm"`
	Buyer string  `json:"buyer"`
	Slot  int     `json:"slot"`
	Score float64 `json:"score"`
}

// A Help is what one more of something would bring, confirmed by solving the session again with it.
type Help struct {
	Change    string    `json:"change"`          // table, slot, interpreter, firm_meetings, buyer_meetings
	Of        string    `json:"of,omitzero"`     // whose: languages of the interpreter, id of the firm or buyer
	Day       string    `json:"day,omitzero"`    // of the slot, as a date
	Meetings  int       `json:"meetings"`        // more than now; negative for fewer
	Score     float64   `json:"score"`           // more than now
	Objective Objective `json:"objective"`       // with the change; optimised up to the score only
	Price     float64   `json:"price,omitzero"`  // of score, as the dual prices of the first solve promised
	Proven    bool      `json:"proven,omitzero"` // both figures are proven best
	Why       Text      `json:"why"`
}
