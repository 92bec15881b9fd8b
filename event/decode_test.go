package event

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func readEventString(doc string) error {
	_, err := ReadEvent(strings.NewReader(doc))
	return err
}

func TestFaultsOfReading(t *testing.T) {
	const contact = `{"person": "Hong Gildong", "email": "", "phone": null}`
	tests := []faulty{
		{"misspelled field", `"markets": ["CN", "RU"]`, `"market": ["CN", "RU"]`, []string{"firms[0].market misspelled_field"}},
		{"unknown field", `"markets": ["CN", "RU"]`, `"colour": []`, []string{"firms[0].colour unknown_field"}},
		{"unknown field with an odd name", `"markets": ["CN", "RU"]`, `"나라 이름": []`, []string{`firms[0]["나라 이름"] unknown_field`}},
		{"field twice", `"rating": 4`, `"rating": 4, "rating": 5`, []string{"outcomes[0].rating field_twice"}},
		{"field twice by another spelling", `"rating": 4`, `"rating": 4, "r\u0061ting": 5`, []string{"outcomes[0].rating field_twice"}},
		{"session of a firm twice", `"london": {}`, `"changsha": {}`, []string{"firms[0].sessions.changsha field_twice"}},
		{"language twice", `{"ko": "날개 리브"}`, `{"ko": "날개 리브", "ko": "날개"}`, []string{"firms[0].products[0].name.ko field_twice"}},
		{"missing field", `"country": "GB", "languages": ["en"]`, `"languages": ["en"]`, []string{"buyers[2].country missing_field"}},
		{"string for a number", `"max_meetings": 2`, `"max_meetings": "2"`, []string{"buyers[0].sessions.changsha.max_meetings wrong_type"}},
		{"number for a string", `"city": "Changsha"`, `"city": 7`, []string{"sessions[0].city wrong_type"}},
		{"string for a list", `"languages": ["ko"]`, `"languages": "ko"`, []string{"firms[0].languages wrong_type"}},
		{"list for an object", contact, `[]`, []string{"firms[0].contact wrong_type"}},
		{"string for a truth value", `"held": true`, `"held": "yes"`, []string{"outcomes[0].held wrong_type"}},
		{"object for tables", `"tables": 2`, `"tables": {"A1": 1}`, []string{"sessions[1].tables wrong_type"}},
		{"number in a list of tables", `["A1", "A2"]`, `["A1", 2]`, []string{"sessions[0].tables[1] wrong_type"}},
		{"null for an object", contact, `null`, []string{"firms[0].contact null"}},
		{"null for a text", `"name": {}`, `"name": null`, []string{"buyers[0].name null"}},
		{"null in a text", `{"ko": "날개 리브"}`, `{"ko": null}`, []string{"firms[0].products[0].name.ko null"}},
		{"null for a list", `"interpreters": []`, `"interpreters": null`, []string{"sessions[1].interpreters null"}},
		{"empty string that could be left out", `"reported_by": "firm"`, `"reported_by": ""`, []string{"outcomes[0].reported_by empty"}},
		{"half a meeting", `"parallel": 2`, `"parallel": 2.5`, []string{"firms[0].sessions.changsha.parallel not_whole"}},
		{"number too large for a whole one", `"parallel": 2`, `"parallel": 1e30`, []string{"firms[0].sessions.changsha.parallel out_of_range"}},
		{"number too large for any", `1.5e6`, `1.5e600`, []string{"buyers[0].volume_usd out_of_range"}},
		{"time without offset", `"2019-10-29T09:00:00+08:00"`, `"2019-10-29T09:00:00"`, []string{"sessions[0].slots[0].start time_without_offset"}},
		{"time with a space", `"2019-10-29T09:00:00+08:00"`, `"2019-10-29 09:00"`, []string{"sessions[0].slots[0].start time_without_offset"}},
		{"time of an hour that is not", `"2019-10-29T09:00:00+08:00"`, `"2019-10-29T25:00:00+08:00"`, []string{"sessions[0].slots[0].start bad_time"}},
		{"hour of one digit", `"2019-10-29T09:00:00+08:00"`, `"2019-10-29T9:00:00+08:00"`, []string{"sessions[0].slots[0].start bad_time"}},
		{"offset of more than a day", `"2019-10-29T09:00:00+08:00"`, `"2019-10-29T09:00:00+24:00"`, []string{"sessions[0].slots[0].start bad_time"}},
		{"comma before the fraction", `"2019-10-29T09:00:00+08:00"`, `"2019-10-29T09:00:00,5+08:00"`, []string{"sessions[0].slots[0].start bad_time"}},
		{"date that is not", `"2024-02-24"`, `"2024-02-30"`, []string{"controls[0].from bad_date"}},
		{"date with time", `"2024-02-24"`, `"2024-02-24T00:00:00Z"`, []string{"controls[0].from bad_date"}},
		{"half of a character", `\ud83d\ude80`, `\ud83d`, []string{"firms[0].products[0].description half_character"}},
		{"not UTF-8", `飞机零件`, "\xc0\xcc", []string{"buyers[0].needs[0].description.zh not_utf8"}},
		{"no comma", `"id": "F01",`, `"id": "F01"`, []string{"firms[0] syntax"}},
		{"comma before the end", `"CN", "RU"]`, `"CN", "RU",]`, []string{"firms[0].markets[2] syntax"}},
		{"number with a leading zero", `"parallel": 2`, `"parallel": 02`, []string{"firms[0].sessions.changsha syntax"}},
		{"NaN", `"parallel": 2`, `"parallel": NaN`, []string{"firms[0].sessions.changsha.parallel syntax"}},
		{"line break in a string", `"Hong Gildong"`, "\"Hong\nGildong\"", []string{"firms[0].contact.person syntax"}},
		{"unknown escape", `"Hong Gildong"`, `"Hong\x"`, []string{"firms[0].contact.person syntax"}},
		{"two faults, in order", `"languages": ["zh", "en"]}`, `"languages": 1, "volume_usd": "x"}`, []string{"buyers[1].languages wrong_type", "buyers[1].volume_usd wrong_type"}},
		{"an id lost makes no unknown ids", `"id": "F01",`, `"id": 1,`, []string{"firms[0].id wrong_type"}},
	}
	whole := testdata(t, "whole.json")
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) { c.check(t, whole, readEventString) })
	}
}

func TestWholeNumbersMayBeWrittenAsDecimals(t *testing.T) {
	doc := strings.Replace(string(testdata(t, "whole.json")), `"parallel": 2`, `"parallel": 0.2e1`, 1)
	ev, err := ReadEvent(strings.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	if got := ev.Firms[0].Sessions["changsha"].Limits().Parallel; got != 2 {
		t.Errorf("got %d", got)
	}
}

func TestSyntaxFaultsHaveLineAndColumn(t *testing.T) {
	tests := []struct {
		doc          string
		line, column int
		problem      string
	}{
		{"", 1, 1, "broken JSON: found the end of the document"},
		{"{\n  \"id\": \"한글\", }", 2, 15, "broken JSON: found '}'"},
		{"{\"id\":\n\n  tru}", 3, 3, "broken JSON: found 't'"},
		{"[] []", 1, 1, "wrong kind of value: a list […]"},
		{"\xff\xfe{", 1, 1, "broken JSON: found '�'"},
	}
	for _, tt := range tests {
		f := faultsOf(t, readEventString(tt.doc))[0]
		if f.Line != tt.line || f.Column != tt.column || f.Problem().In("en") != tt.problem {
			t.Errorf("%q: got line %d, column %d, %q", tt.doc, f.Line, f.Column, f.Problem().In("en"))
		}
	}
}

func TestFaultsBeforeBrokenSyntaxAreTold(t *testing.T) {
	got := summary(faultsOf(t, readEventString(`{"sangdam": "1", "ids": 2, "id" 3}`)))
	if strings.Join(got, ", ") != "sangdam wrong_type, ids misspelled_field, syntax" {
		t.Errorf("got %q", got)
	}
}

func TestNestingIsLimited(t *testing.T) {
	deep := strings.Repeat("[", 1_000_000)
	for _, doc := range []string{deep, `{"colour": ` + deep, strings.Repeat(`{"a":`, 1_000_000)} {
		faults := faultsOf(t, readEventString(doc))
		if last := faults[len(faults)-1]; last.Code != CodeTooDeep {
			t.Errorf("%.12s…: got %v", doc, last)
		}
	}
}

func TestTooLargeADocumentIsRefused(t *testing.T) {
	spaces := io.LimitReader(endless(' '), MaxEventBytes+1)
	_, err := ReadEvent(spaces)
	faults := faultsOf(t, err)
	if len(faults) != 1 || faults[0].Code != CodeTooLarge || faults[0].Problem().In("en") != "the document is too large" {
		t.Errorf("got %v", err)
	}
}

// endless is a reader of one byte over and over.
type endless byte

func (e endless) Read(p []byte) (int, error) {
	copy(p, bytes.Repeat([]byte{byte(e)}, len(p)))
	return len(p), nil
}

func TestErrorsOfTheReaderAreNoFaults(t *testing.T) {
	broken := errors.New("connection lost")
	_, err := ReadEvent(iotest.ErrReader(broken))
	var faults Faults
	if !errors.Is(err, broken) || errors.As(err, &faults) {
		t.Errorf("got %v", err)
	}
}
