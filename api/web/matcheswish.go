package web

import (
	"slices"
	"strconv"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A changed is the answer to a script that changed something: the version that its change made, which the stream will tell
// of as well.
type changed struct {
	Version uint64 `json:"version"`
}

// setWish is POST /events/{id}/matches/wish: from, to, wish (empty takes it back).
func (r *request) setWish() error {
	wish := event.Wish(r.PostForm("wish"))
	if wish == "none" {
		wish = ""
	}
	version, err := r.desk.SetWish(r.Request.Context(), r.caller, r.Param("event"), r.PostForm("from"), r.PostForm("to"), wish)
	if err != nil {
		return err
	}
	return r.json(changed{version})
}

// setWeights is POST /events/{id}/matches/weights: w.NAME in hundredths, or reset=true for the matcher's own; version is
// that of the event the sliders were drawn from.
func (r *request) setWeights() error {
	if err := r.Request.ParseForm(); err != nil {
		return err
	}
	weights := map[string]*float64{}
	for _, f := range desk.Factors() {
		weights[f.Name] = nil
		if r.PostForm("reset") != "" {
			continue
		}
		if hundredths, err := strconv.ParseFloat(r.PostForm("w."+f.Name), 64); err == nil {
			w := hundredths / 100
			weights[f.Name] = &w
		}
	}
	before, err := strconv.ParseUint(r.PostForm("version"), 10, 64)
	if err != nil {
		before = 0
	}
	version, err := r.desk.SetWeights(r.Request.Context(), r.caller, r.Param("event"), weights, before)
	if err != nil {
		return err
	}
	return r.json(changed{version})
}

// wishChoices are the wishes as the radio buttons of a pair, from the strongest for to the strongest against.
func (r *request) wishChoices(current event.Wish) []choice {
	var out []choice
	for _, w := range []event.Wish{event.Must, event.Want, "", event.Avoid, event.Never} {
		name := string(w)
		if w == "" {
			name = "none"
		}
		out = append(out, choice{Value: name, Name: r.voice.Say("web.heat." + name), Current: w == current})
	}
	return slices.Clip(out)
}
