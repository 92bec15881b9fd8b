package event

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"
)

func checkAll(t *testing.T, tests []faulty) {
	t.Helper()
	whole := testdata(t, "whole.json")
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) { c.check(t, whole, readEventString) })
	}
}

func TestFaultsOfTheEventItself(t *testing.T) {
	checkAll(t, []faulty{
		{"version", `"sangdam": 1`, `"sangdam": 2`, []string{"sangdam wrong_version"}},
		{"id with a space", `"id": "sample-2019"`, `"id": "sample 2019"`, []string{"id bad_id"}},
		{"empty id", `"id": "sample-2019"`, `"id": ""`, []string{"id bad_id"}},
		{"key of a text", `"ko": "견본 상담회"`, `"Korean": "견본 상담회"`, []string{"name.Korean bad_language"}},
		{"minimum score", `"minimum_score": 0.2`, `"minimum_score": 20`, []string{"minimum_score out_of_range"}},
		{"negative weight", `"hs": 0.25`, `"hs": -0.25`, []string{"weights.hs negative"}},
		{"name of a weight", `"hs": 0.25`, `"H S": 0.25`, []string{`weights["H S"] bad_id`}},
		{"unknown aggregator", `"aggregator": "harmonic"`, `"aggregator": "mean"`, []string{"aggregator unknown_word"}},
		{"share of a firm", `"firm_share": 0.4`, `"firm_share": 1`, []string{"firm_share out_of_range"}},
		{"no weight at all", `{"sector": 0.3, "hs": 0.25, "text": 0}`, `{"sector": 0}`, []string{"weights zero_weights"}},
		{"country of a control", `"country": "RU", "hs": ["8457"`, `"country": "Russia", "hs": ["8457"`, []string{"controls[0].country bad_country"}},
		{"control without codes", `"hs": ["01"]`, `"hs": []`, []string{"controls[1].hs control_without_codes"}},
		{"control that ends before it begins", `"until": null`, `"until": "2023-01-01"`, []string{"controls[0].until until_before_from"}},
		{"code of a control", `"hs": ["01"]`, `"hs": ["00"]`, []string{"controls[1].hs[0] hs_chapter"}},
		{"sectors in a circle", `"parent": "aerospace"}`, `"parent": "rotors"}`, []string{"sectors[0].parent sector_cycle"}},
		{"sector its own parent", `"parent": "aerospace"}`, `"parent": "drones"}`, []string{"sectors[0].parent sector_cycle"}},
		{"sector twice", `"id": "rotors", "parent": "drones"`, `"id": "drones"`, []string{"sectors[1].id duplicate_id"}},
	})
}

func TestFaultsOfSessions(t *testing.T) {
	const secondSlot = `{"start": "2019-10-29T09:30:00+08:00", "end": "2019-10-29T10:00:00+08:00"}`
	checkAll(t, []faulty{
		{"same id twice", `"id": "london"`, `"id": "changsha"`, []string{
			"sessions[1].id duplicate_id", "firms[0].sessions.london unknown_id", "fixed[2].session unknown_id",
		}},
		{"country in small letters", `"country": "GB",
      "time`, `"country": "gb",
      "time`, []string{"sessions[1].country bad_country", "fixed[2].buyer not_taking_part"}},
		{"no country's code", `"country": "GB",
      "time`, `"country": "EU",
      "time`, []string{"sessions[1].country unknown_country", "fixed[2].buyer not_taking_part"}},
		{"a code taken for a country's", `"country": "GB",
      "time`, `"country": "UK",
      "time`, []string{"sessions[1].country mistyped_country", "fixed[2].buyer not_taking_part"}},
		{"time zone", `"Asia/Shanghai"`, `"Asia/Changsha"`, []string{"sessions[0].time_zone unknown_time_zone"}},
		{"the machine's own time zone", `"Asia/Shanghai"`, `"Local"`, []string{"sessions[0].time_zone unknown_time_zone"}},
		{"empty slot", secondSlot, `{"start": "2019-10-29T09:30:00+08:00", "end": "2019-10-29T09:30:00+08:00"}`, []string{"sessions[0].slots[1].end reversed_interval"}},
		{"reversed slot", secondSlot, `{"start": "2019-10-29T10:00:00+08:00", "end": "2019-10-29T09:30:00+08:00"}`, []string{"sessions[0].slots[1].end reversed_interval"}},
		{"overlapping slots", secondSlot, `{"start": "2019-10-29T09:29:00+08:00", "end": "2019-10-29T10:00:00+08:00"}`, []string{"sessions[0].slots[1].start slot_overlap"}},
		{"slots out of order", secondSlot, `{"start": "2019-10-29T08:00:00+08:00", "end": "2019-10-29T08:30:00+08:00"}`, []string{"sessions[0].slots[1].start slot_order"}},
		{"same moment, other offset", secondSlot, `{"start": "2019-10-29T01:00:00Z", "end": "2019-10-29T02:00:00Z"}`, []string{"sessions[0].slots[1].start slot_overlap"}},
		{"no tables", `"tables": 2`, `"tables": 0`, []string{"sessions[1].tables no_table", "fixed[2].slot tables_exceeded", "fixed[2].table unknown_id"}},
		{"negative tables", `"tables": 2`, `"tables": -1`, []string{"sessions[1].tables no_table", "fixed[2].slot tables_exceeded", "fixed[2].table unknown_id"}},
		{"too many tables", `"tables": 2`, `"tables": 1000000000`, []string{"sessions[1].tables too_many_tables"}},
		{"table twice", `["A1", "A2"]`, `["A1", "A2", "A1"]`, []string{"sessions[0].tables[2] table_twice"}},
		{"table without a name", `["A1", "A2"]`, `["A1", ""]`, []string{"sessions[0].tables[1] empty_table_name"}},
		{"unknown table out of use", `{"A1": [{"start": "2019-10-29T12:30`, `{"A7": [{"start": "2019-10-29T12:30`, []string{"sessions[0].tables_unavailable.A7 mistyped_id"}},
		{"table out of use backwards", `12:30:00+08:00`, `14:30:00+08:00`, []string{"sessions[0].tables_unavailable.A1[0].end reversed_interval"}},
		{"table out of use where it is fixed", `12:30:00+08:00`, `08:30:00+08:00`, []string{"fixed[0].table unavailable"}},
		{"interpreter twice", `"id": "I2"`, `"id": "I1"`, []string{"sessions[0].interpreters[1].id duplicate_id"}},
		{"language of an interpreter", `"languages": ["ko", "zh"], "unavailable"`, `"languages": ["ko", "zh", "Korean"], "unavailable"`, []string{"sessions[0].interpreters[0].languages[2] bad_language"}},
		{"reversed hours of an interpreter", `"end": "2019-10-29T14:00:00+08:00"}]}
      ]`, `"end": "2019-10-29T12:00:00+08:00"}]}
      ]`, []string{"sessions[0].interpreters[1].unavailable[0].end reversed_interval"}},
	})
}

func TestFaultsOfCompanies(t *testing.T) {
	checkAll(t, []faulty{
		{"firm twice", `{"id": "F03", "name": ""`, `{"id": "F02", "name": ""`, []string{"firms[2].id duplicate_id"}},
		{"buyer named as a firm", `{"id": "B002"`, `{"id": "F02"`, []string{
			"buyers[1].id duplicate_id", "fixed[1].buyer mistyped_id", "scores[1].buyer mistyped_id",
		}},
		{"letters of an id", `{"id": "F03"`, `{"id": "F.03"`, []string{"firms[2].id bad_id"}},
		{"union of countries as a market", `["CN", "RU"]`, `["CN", "EU"]`, []string{"firms[0].markets[1] unknown_country"}},
		{"market", `["CN", "RU"]`, `["CN", "Russia"]`, []string{"firms[0].markets[1] bad_country"}},
		{"language", `"languages": ["zh", "en"]}`, `"languages": ["zh", "en", "EN"]}`, []string{"buyers[1].languages[2] bad_language"}},
		{"empty sector", `"sectors": ["aerospace"],
      "needs"`, `"sectors": ["aerospace", " "],
      "needs"`, []string{"buyers[0].sectors[1] empty"}},
		{"negative capacity", `3000000,`, `-1,`, []string{"firms[0].capacity_usd negative"}},
		{"capacity beyond the world's", `3000000,`, `3e300,`, []string{"firms[0].capacity_usd out_of_range"}},
		{"unknown session", `"london": {}`, `"lodnon": {}`, []string{"firms[0].sessions.lodnon mistyped_id"}},
		{"minimum above maximum", `"min_meetings": 0, "max_meetings": 2`, `"min_meetings": 3, "max_meetings": 2`, []string{"buyers[0].sessions.changsha.min_meetings min_over_max"}},
		{"negative minimum", `"min_meetings": 0`, `"min_meetings": -1`, []string{"buyers[0].sessions.changsha.min_meetings negative"}},
		{"negative maximum", `"max_meetings": null`, `"max_meetings": -1`, []string{
			"firms[0].sessions.changsha.max_meetings negative", "fixed[0] max_exceeded", "fixed[1] max_exceeded",
		}},
		{"nobody at a time", `"parallel": 1`, `"parallel": 0`, []string{"buyers[0].sessions.changsha.parallel below_one", "fixed[0].slot parallel_exceeded"}},
		{"HS code with letters", `"8807.30", "76"`, `"HS8807", "76"`, []string{"firms[0].products[0].hs[0] hs_not_digits"}},
		{"HS code of odd length", `"8807.30", "76"`, `"8807.30", "760"`, []string{"firms[0].products[0].hs[1] hs_odd_length"}},
		{"HS code of one digit", `"hs": ["88"]`, `"hs": ["8"]`, []string{"buyers[0].needs[0].hs[0] hs_too_short"}},
		{"empty HS code", `"hs": ["88"]`, `"hs": [""]`, []string{"buyers[0].needs[0].hs[0] hs_too_short"}},
		{"HS code too long", `"hs": ["88"]`, `"hs": ["8807300000000000"]`, []string{"buyers[0].needs[0].hs[0] hs_too_long"}},
		{"chapter 77", `"hs": ["88"]`, `"hs": ["7701"]`, []string{"buyers[0].needs[0].hs[0] hs_chapter"}},
		{"chapter 98", `"hs": ["88"]`, `"hs": ["98"]`, []string{"buyers[0].needs[0].hs[0] hs_chapter"}},
	})
}

func TestFaultsOfRequestsAndScores(t *testing.T) {
	checkAll(t, []faulty{
		{"unknown company", `{"from": "F01", "to": "B001", "wish"`, `{"from": "F01", "to": "B01", "wish"`, []string{"requests[0].to mistyped_id"}},
		{"unknown company like no other", `{"from": "F01", "to": "B001", "wish"`, `{"from": "nobody", "to": "B001", "wish"`, []string{"requests[0].from unknown_id"}},
		{"same side", `{"from": "F01", "to": "B001", "wish"`, `{"from": "F01", "to": "F02", "wish"`, []string{"requests[0] same_side"}},
		{"about itself", `{"from": "F01", "to": "B001", "wish"`, `{"from": "F01", "to": "F01", "wish"`, []string{"requests[0] same_side"}},
		{"unknown wish", `"must"`, `"would"`, []string{"requests[0].wish unknown_word"}},
		{"contradiction", `{"from": "F02", "to": "B001", "wish": "must"}`, `{"from": "F01", "to": "B001", "wish": "avoid"}`, []string{"requests[2].wish contradictory_requests"}},
		{"same wish again", `{"from": "F02", "to": "B001", "wish": "must"}`, `{"from": "F01", "to": "B001", "wish": "must"}`, nil},
		{"score", `"score": 0.83`, `"score": 1.01`, []string{"scores[0].score out_of_range"}},
		{"pair scored twice", `{"firm": "F01", "buyer": "B002", "score": 1}`, `{"firm": "F01", "buyer": "B001", "score": 1}`, []string{"scores[1] pair_twice"}},
		{"sides of a score", `{"firm": "F01", "buyer": "B002", "score": 1}`, `{"firm": "B002", "buyer": "F01", "score": 1}`, []string{
			"scores[1].firm unknown_id", "scores[1].buyer unknown_id",
		}},
	})
}

func TestFaultsOfOutcomes(t *testing.T) {
	checkAll(t, []faulty{
		{"unknown session", `{"session": "changsha", "firm": "F01", "buyer": "B001", "reported_by"`, `{"session": "changsa", "firm": "F01", "buyer": "B001", "reported_by"`, []string{"outcomes[0].session mistyped_id"}},
		{"buyer of another session", `{"session": "changsha", "firm": "F01", "buyer": "B001", "reported_by"`, `{"session": "london", "firm": "F01", "buyer": "B001", "reported_by"`, []string{"outcomes[0].buyer not_taking_part"}},
		{"reporter", `"reported_by": "firm"`, `"reported_by": "F01"`, []string{"outcomes[0].reported_by unknown_word"}},
		{"negative amount", `"consulted_usd": 250000`, `"consulted_usd": -250000`, []string{"outcomes[0].consulted_usd negative"}},
		{"amount of a memorandum that is not", `"mou": true`, `"mou": false`, []string{"outcomes[0].mou_usd mou_usd_without_mou"}},
		{"amount of a memorandum not told", `"mou": true, `, ``, []string{"outcomes[0].mou_usd mou_usd_without_mou"}},
		{"rating", `"rating": 4`, `"rating": 6`, []string{"outcomes[0].rating out_of_range"}},
		{"held or not is no fault", `"held": null`, `"held": false`, nil},
	})
}

func TestValidateOfABuiltEvent(t *testing.T) {
	ev, err := ReadEvent(bytes.NewReader(testdata(t, "whole.json")))
	if err != nil {
		t.Fatal(err)
	}
	if err := ev.Validate(); err != nil {
		t.Errorf("a whole event has faults: %v", err)
	}
	ev.Scores[0].Score = math.NaN()
	ev.Outcomes[0].SignedUSD = Some(math.Inf(1))
	ev.Sessions[0].TimeZone = ""
	got := summary(faultsOf(t, ev.Validate()))
	want := []string{"sessions[0].time_zone unknown_time_zone", "scores[0].score out_of_range", "outcomes[0].signed_usd out_of_range"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if err := ev.Write(&strings.Builder{}); err == nil {
		t.Error("an event with NaN was written")
	}
}

func TestManyUnknownIDsAreToldQuickly(t *testing.T) {
	ev := &Event{Format: Format, ID: "e"}
	for i := range 20_000 {
		ev.Buyers = append(ev.Buyers, Buyer{ID: "B" + plain(i).Plain, Country: "CN"})
		ev.Requests = append(ev.Requests, Request{From: "F" + plain(i).Plain, To: "B" + plain(i).Plain, Wish: Want})
	}
	faults := faultsOf(t, ev.Validate())
	if last := faults[len(faults)-1]; last.Problem().In("en") != "and 19900 more" {
		t.Errorf("the last fault is %v", last)
	}
}
