package event

import (
	"strings"
	"testing"
)

func TestFaultsOfSchedules(t *testing.T) {
	const first = `"slot": 0, "start": "2019-10-29T09:00:00+08:00", "end": "2019-10-29T09:30:00+08:00"`
	tests := []faulty{
		{"version", `"sangdam": 1`, `"sangdam": 0`, []string{"sangdam wrong_version"}},
		{"id of the event", `"event": "sample-2019"`, `"event": ""`, []string{"event bad_id"}},
		{"session twice", `"session": "london"`, `"session": "changsha"`, []string{"sessions[1].session duplicate_id"}},
		{"status", `"feasible"`, `"good"`, []string{"sessions[0].status unknown_word"}},
		{"negative slot", first, strings.Replace(first, "0", "-1", 1), []string{"sessions[0].meetings[0].slot negative"}},
		{"end before start", first, `"slot": 0, "start": "2019-10-29T09:30:00+08:00", "end": "2019-10-29T09:00:00+08:00"`, []string{"sessions[0].meetings[0].end reversed_interval"}},
		{"no table", `"table": "A1"`, `"table": ""`, []string{"sessions[0].meetings[0].table empty_table_name"}},
		{"table left out", `"table": "A2", `, ``, []string{"sessions[0].meetings[1].table missing_field"}},
		{"score of a meeting", `"score": 0.83}`, `"score": 83}`, []string{"sessions[0].meetings[0].score out_of_range"}},
		{"reason", `"reason": "refused"`, `"reason": ""`, []string{"sessions[0].unplaced[1].reason bad_id"}},
		{"detail", `"detail": {`, `"detail": [], "details": {`, []string{"sessions[0].unplaced[0].detail wrong_type", "sessions[0].unplaced[0].details misspelled_field"}},
		{"key of the detail twice", `"limit": 2,`, `"limit": 2, "limit": 3,`, []string{"sessions[0].unplaced[0].detail.limit field_twice"}},
		{"part of the objective", `"breaks": 2, "idle": 3, "table_changes": 2},
      "bound"`, `"breaks": -2, "table_changes": 2},
      "bound"`, []string{"sessions[0].objective.idle missing_field", "sessions[0].objective.breaks negative"}},
		{"gap", `0.0075`, `-1`, []string{"sessions[0].gap out_of_range"}},
		{"seed", `18446744073709551615`, `18446744073709551616`, []string{"sessions[0].seed out_of_range"}},
		{"trace", `"breaks": 11`, `"breaks": "11"`, []string{"sessions[0].trace[0].breaks wrong_type"}},
		{"slack", `0.005`, `5`, []string{"sessions[0].score_slack out_of_range"}},
		{"participant", `"participant": "F03"`, `"participant": "F 3"`, []string{"sessions[0].shortfalls[0].participant bad_id"}},
		{"seat of a blocking pair", `"slot": 1, "score": 0.5}`, `"slot": -1, "score": 0.5}`, []string{"sessions[0].blocking[0].firm_least.slot negative"}},
		{"day of a help", `"day": "2019-10-29"`, `"day": "tomorrow"`, []string{"sessions[0].help[0].day bad_date"}},
	}
	whole := testdata(t, "schedule.json")
	read := func(doc string) error {
		_, err := ReadSchedule(strings.NewReader(doc))
		return err
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) { c.check(t, whole, read) })
	}
}

func TestFaultsOfMatchDocuments(t *testing.T) {
	tests := []faulty{
		{"firm", `"firm": "F01"`, `"firm": "F 1"`, []string{"[0].firm bad_id"}},
		{"score", `"score": 0.83`, `"score": -0.83`, []string{"[0].score out_of_range"}},
		{"rank", `"rank_for_buyer": 1`, `"rank_for_buyer": -1`, []string{"[0].rank_for_buyer negative"}},
		{"pair twice", `"firm": "F02"`, `"firm": "F01"`, []string{"[1] pair_twice"}},
		{"value of a factor", `"value": 0.5`, `"value": 1.5`, []string{"[0].factors[1].value out_of_range"}},
		{"language of why", `"why": {"ko": "같은 업종", "en": "same sector"}`, `"why": {"한국어": "같은 업종"}`, []string{`[0].factors[0].why["한국어"] bad_language`}},
		{"excluded left out", `"factors": [], "excluded": "refused"`, `"factors": []`, []string{"[1].excluded missing_field"}},
		{"empty reason", `"refused"`, `""`, []string{"[1].excluded bad_id"}},
	}
	whole := testdata(t, "match.json")
	read := func(doc string) error {
		_, err := ReadPairs(strings.NewReader(doc))
		return err
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) { c.check(t, whole, read) })
	}
}
