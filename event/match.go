package event

// A Pair is an entry of the match document: a firm and a buyer in a session, ranked.
type Pair struct {
	Session      string   `json:"session"`
	Firm         string   `json:"firm"`
	Buyer        string   `json:"buyer"`
	Score        float64  `json:"score"`          // in [0, 1], four decimals
	RankForFirm  int      `json:"rank_for_firm"`  // 1 is best; 0 for an excluded pair
	RankForBuyer int      `json:"rank_for_buyer"` // 1 is best; 0 for an excluded pair
	Must         bool     `json:"must,omitzero"`  // either side must meet the other: place it before anything else
	Gains        *Gains   `json:"gains,omitzero"` // what each side gains; nil where the score is given
	Factors      []Factor `json:"factors"`
	Why          Text     `json:"why,omitzero"` // one sentence
	Excluded     *Reason  `json:"excluded"`     // nil for a candidate
	ExcludedWhy  Text     `json:"excluded_why,omitzero"`
}

// Gains are what the two sides of a pair gain by meeting, in [0, 1]; the score joins them.
type Gains struct {
	Firm  float64 `json:"firm"`
	Buyer float64 `json:"buyer"`
}

// A Factor is one part of a pair's score. The contributions of a pair sum to its score.
type Factor struct {
	Name         string  `json:"name"`
	Value        float64 `json:"value"` // in [0, 1]
	Weight       float64 `json:"weight"`
	Contribution float64 `json:"contribution"`
	Why          Text    `json:"why,omitzero"`
}
