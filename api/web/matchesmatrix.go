package web

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"net/http"
	"strconv"
	"strings"

	"sangdam/event"
	"sangdam/internal/desk"
)

// matrix is GET /events/{id}/matches/matrix?session=&w.FACTOR=: the scores of all pairs, with the weights that are given. The
// answer is made for speed, since it follows a slider: four bytes with the length of a head, the head as JSON, then for
// every firm and buyer two bytes, low byte first: the score in ten thousandths, or the negative of a place in the
// head's reasons, counted from 1.
func (r *request) matrix() error {
	ctx, id := r.Request.Context(), r.Param("event")
	m, err := r.desk.Matrix(ctx, r.caller, id, r.Query("session"), r.weightsAsked())
	if err != nil {
		return err
	}
	current, err := r.desk.Event(ctx, r.caller, id)
	if err != nil {
		return err
	}
	weights := map[string]int{}
	for _, s := range r.sliders(current.Value) {
		weights[s.Name] = s.Hundredths
	}
	body, err := packMatrix(m, weights)
	if err != nil {
		return err
	}
	r.Data(http.StatusOK, "application/octet-stream", body)
	return nil
}

// A matrixHead is what goes before the scores of a matrix.
type matrixHead struct {
	Version uint64            `json:"version"`
	Firms   []string          `json:"firms"`
	Buyers  []string          `json:"buyers"`
	Reasons []event.Reason    `json:"reasons"`
	Wishes  []desk.MatrixWish `json:"wishes"`
	Weights map[string]int    `json:"weights"` // of the event, as sliders show them
}

func packMatrix(m desk.Matrix, weights map[string]int) ([]byte, error) {
	head, err := json.Marshal(matrixHead{m.Version, m.Firms, m.Buyers, m.Reasons, m.Wishes, weights})
	if err != nil {
		return nil, err
	}
	if len(head)%2 == 1 {
		head = append(head, ' ') // numbers of two bytes begin at an even place
	}
	out := make([]byte, 0, 4+len(head)+2*len(m.Firms)*len(m.Buyers))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(head)))
	out = append(out, head...)
	for i, row := range m.Score {
		for j, score := range row {
			if reason := m.Reason[i][j]; reason != 0 {
				score = -int16(reason)
			}
			out = binary.LittleEndian.AppendUint16(out, uint16(score))
		}
	}
	return out, nil
}

// weightsAsked reads the weights that a script gives in hundredths, as w.NAME; nil where there are none.
func (r *request) weightsAsked() map[string]float64 {
	var weights map[string]float64
	for key, values := range r.Request.URL.Query() {
		name, ok := strings.CutPrefix(key, "w.")
		if !ok || len(values) == 0 {
			continue
		}
		if w, err := strconv.ParseFloat(values[0], 64); err == nil && w >= 0 && !math.IsInf(w, 1) {
			if weights == nil {
				weights = map[string]float64{}
			}
			weights[name] = w / 100
		}
	}
	return weights
}
