package event

// Format is the version of the documents this package reads and writes.
const Format = 1

// An Event is a trade delegation or hosted-buyer event: who takes part, where and when, who wishes to meet whom,
// and afterwards what came of it.
type Event struct {
	Format       int                `json:"sangdam"`
	ID           string             `json:"id"`
	Name         Text               `json:"name,omitzero"`
	Note         Text               `json:"note,omitzero"` // free text about the event, e.g. that its companies are fictional
	Sessions     []Session          `json:"sessions"`
	Firms        []Firm             `json:"firms"`
	Buyers       []Buyer            `json:"buyers"`
	Sectors      []Sector           `json:"sectors,omitzero"` // extends the matcher's own taxonomy
	Requests     []Request          `json:"requests,omitzero"`
	Fixed        []Fixed            `json:"fixed,omitzero"`
	Weights      map[string]float64 `json:"weights,omitzero"`       // by factor name; absent: the matcher's own
	Aggregator   string             `json:"aggregator,omitzero"`    // how the two sides' gains become a score: geometric, harmonic, arithmetic; absent: geometric
	FirmShare    Maybe[float64]     `json:"firm_share,omitzero"`    // how much the firm's gain counts against the buyer's, from 0.01 to 0.99; absent: 0.5
	MinimumScore Maybe[float64]     `json:"minimum_score,omitzero"` // a pair below it is not worth a meeting
	Controls     []Control          `json:"controls,omitzero"`
	Scores       []Score            `json:"scores,omitzero"` // present: replaces the matcher
	Outcomes     []Outcome          `json:"outcomes,omitzero"`
}

// A Session is one city and one venue, on one or more days.
type Session struct {
	ID           string        `json:"id"`
	Name         Text          `json:"name,omitzero"`
	City         Text          `json:"city,omitzero"`
	Country      string        `json:"country"`   // ISO 3166-1 alpha-2
	TimeZone     string        `json:"time_zone"` // IANA name
	Slots        []Interval    `json:"slots"`     // in time order, not overlapping
	Tables       Tables        `json:"tables"`
	Interpreters []Interpreter `json:"interpreters,omitzero"`
	// TablesUnavailable says when tables cannot be used, by their names.
	TablesUnavailable map[string][]Interval `json:"tables_unavailable,omitzero"`
}

// An Interpreter serves one meeting a slot.
type Interpreter struct {
	ID          string     `json:"id"`
	Name        Text       `json:"name,omitzero"`
	Languages   []string   `json:"languages"` // ISO 639-1
	Unavailable []Interval `json:"unavailable,omitzero"`
}

// A Firm travels with the delegation and offers products.
type Firm struct {
	ID              string                   `json:"id"`
	Name            Text                     `json:"name,omitzero"`
	Sectors         []string                 `json:"sectors,omitzero"`
	Products        []Product                `json:"products,omitzero"`
	Certificates    []string                 `json:"certificates,omitzero"`
	Languages       []string                 `json:"languages,omitzero"`
	Markets         []string                 `json:"markets,omitzero"`           // ISO 3166-1 alpha-2
	CapacityUSD     Maybe[float64]           `json:"capacity_usd,omitzero"`      // per year
	MinimumOrderUSD Maybe[float64]           `json:"minimum_order_usd,omitzero"` // per order
	Contact         *Contact                 `json:"contact,omitzero"`
	Sessions        map[string]Participation `json:"sessions,omitzero"` // absent: all sessions
}

// A Product is something a firm makes or a process it offers.
type Product struct {
	Name        Text     `json:"name,omitzero"`
	Description Text     `json:"description,omitzero"`
	HS          []string `json:"hs,omitzero"` // Harmonized System codes of 2, 4, 6 or more digits, dots allowed
	Sectors     []string `json:"sectors,omitzero"`
}

// A Buyer is found at the destination and states needs.
type Buyer struct {
	ID                   string                   `json:"id"`
	Name                 Text                     `json:"name,omitzero"`
	Country              string                   `json:"country"` // ISO 3166-1 alpha-2
	Sectors              []string                 `json:"sectors,omitzero"`
	Needs                []Need                   `json:"needs,omitzero"`
	RequiredCertificates []string                 `json:"required_certificates,omitzero"`
	Languages            []string                 `json:"languages,omitzero"`
	VolumeUSD            Maybe[float64]           `json:"volume_usd,omitzero"` // wanted per year
	Contact              *Contact                 `json:"contact,omitzero"`
	Sessions             map[string]Participation `json:"sessions,omitzero"` // absent: the sessions of its own country
}

// A Need is something a buyer looks for.
type Need struct {
	Description Text     `json:"description,omitzero"`
	HS          []string `json:"hs,omitzero"`
	Sectors     []string `json:"sectors,omitzero"`
}

// A Contact is personal data: for the organizer and the two sides of a published meeting only.
type Contact struct {
	Person Maybe[string] `json:"person,omitzero"`
	Email  Maybe[string] `json:"email,omitzero"`
	Phone  Maybe[string] `json:"phone,omitzero"`
}

// A Participation states the limits of a firm or buyer in one session.
type Participation struct {
	Unavailable []Interval `json:"unavailable,omitzero"`
	MinMeetings Maybe[int] `json:"min_meetings,omitzero"` // absent: 0
	MaxMeetings Maybe[int] `json:"max_meetings,omitzero"` // absent: no limit
	Parallel    Maybe[int] `json:"parallel,omitzero"`     // meetings at the same time; absent: 1
}

// A Sector is a node of the sector taxonomy.
type Sector struct {
	ID     string `json:"id"`
	Name   Text   `json:"name,omitzero"`
	Parent string `json:"parent,omitzero"`
}

// A Wish is what one side asks about the other.
type Wish string

// The wishes, from the strongest for to the strongest against.
const (
	Must  Wish = "must"
	Want  Wish = "want"
	Avoid Wish = "avoid"
	Never Wish = "never"
)

// A Request is a wish of a firm about a buyer or of a buyer about a firm.
type Request struct {
	From string `json:"from"`
	To   string `json:"to"`
	Wish Wish   `json:"wish"`
}

// A Fixed meeting stands where it is put.
type Fixed struct {
	Session string `json:"session"`
	Firm    string `json:"firm"`
	Buyer   string `json:"buyer"`
	Slot    int    `json:"slot"` // index into the session's slots
	Table   string `json:"table,omitzero"`
}

// A Control forbids to offer products under the codes to a country, from a date until another (both inclusive).
type Control struct {
	Country string      `json:"country"`
	HS      []string    `json:"hs"`
	From    Maybe[Date] `json:"from,omitzero"`
	Until   Maybe[Date] `json:"until,omitzero"`
	Note    Text        `json:"note,omitzero"`
}

// A Score given for a pair replaces the matcher's.
type Score struct {
	Firm  string  `json:"firm"`
	Buyer string  `json:"buyer"`
	Score float64 `json:"score"` // in [0, 1]
}

// An Outcome is what one side reports of a meeting. Amounts are in US dollars and kept apart by how firm they are.
type Outcome struct {
	Session             string         `json:"session"`
	Firm                string         `json:"firm"`
	Buyer               string         `json:"buyer"`
	ReportedBy          string         `json:"reported_by,omitzero"` // firm, buyer or organizer
	Held                Maybe[bool]    `json:"held,omitzero"`
	ConsultedUSD        Maybe[float64] `json:"consulted_usd,omitzero"`         // talked about
	ExpectedContractUSD Maybe[float64] `json:"expected_contract_usd,omitzero"` // hoped for
	SignedUSD           Maybe[float64] `json:"signed_usd,omitzero"`            // signed
	MOU                 Maybe[bool]    `json:"mou,omitzero"`
	MOUUSD              Maybe[float64] `json:"mou_usd,omitzero"` // agreed in a memorandum
	Rating              Maybe[int]     `json:"rating,omitzero"`  // 1 to 5
	Note                Maybe[string]  `json:"note,omitzero"`
}
