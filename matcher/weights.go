package matcher

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"sangdam/event"
)

// The factors, in the order in which a match document lists them.
const (
	sectorFactor = iota
	hsFactor
	textFactor
	certificateFactor
	sizeFactor
	languageFactor
	marketFactor
	wishFactor
	unstatedFactor
	factorCount
)

// A factor is one row of the table: its name in documents, its weight where the event states none, and its words. What
// it sees is in score.go.
type factor struct {
	name   string
	weight float64
	why    func(*view, opinion) reading
}

// factors is the one table of factors and default weights. The first three are the fit of product and need, and weigh
// three quarters together: whether the goods meet matters more than how easy the talk would be.
var factors = [factorCount]factor{
	sectorFactor:      {"sector", 0.20, whySector},
	hsFactor:          {"hs", 0.25, whyHS},
	textFactor:        {"text", 0.30, whyText},
	certificateFactor: {"certificate", 0.06, whyCertificate},
	sizeFactor:        {"size", 0.06, whySize},
	languageFactor:    {"language", 0.03, whyLanguage},
	marketFactor:      {"market", 0.04, whyMarket},
	wishFactor:        {"wish", 0.06, whyWish},
	unstatedFactor:    {"unstated", 0, whyUnstated},
}

// fitFactors are the first factors: those that compare a product with a need.
const fitFactors = textFactor + 1

// FactorNames returns the names of the factors that have a weight, in the order of the match document.
func FactorNames() []string {
	var names []string
	for _, f := range factors[:unstatedFactor] {
		names = append(names, f.name)
	}
	return names
}

// DefaultWeights returns the weight of each factor where an event states none. They sum to 1.
func DefaultWeights() map[string]float64 {
	w := make(map[string]float64, unstatedFactor)
	for _, f := range factors[:unstatedFactor] {
		w[f.name] = f.weight
	}
	return w
}

// CheckWeights returns event.Faults with every weight that is not a factor's or not a number from 0 up, or nil.
func CheckWeights(weights map[string]float64) error {
	var faults event.Faults
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		w, got := weights[name], event.Text{Plain: name}
		fault := event.Fault{Location: "weights." + name, Code: event.CodeUnknownWord}
		switch {
		case !slices.Contains(FactorNames(), name):
			fault.Args = event.Args{"got": got, "known": {Plain: strings.Join(FactorNames(), ", ")}}
		case !(w >= 0) || math.IsInf(w, 1):
			fault.Code = event.CodeNegative
			fault.Args = event.Args{"got": {Plain: strconv.FormatFloat(w, 'f', -1, 64)}}
		default:
			continue
		}
		faults = append(faults, fault)
	}
	if faults == nil {
		return nil
	}
	return faults
}

// weightsOf lays a document's weights over the defaults. What is no weight counts as 0.
func weightsOf(own map[string]float64) (w [factorCount]float64) {
	for i, f := range factors[:unstatedFactor] {
		w[i] = f.weight
		if x, ok := own[f.name]; ok {
			w[i] = 0
			if x > 0 && !math.IsInf(x, 1) {
				w[i] = x
			}
		}
	}
	return w
}
