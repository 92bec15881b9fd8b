package handout

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

func spring() desk.Agenda {
	start := time.Date(2027, 4, 6, 1, 0, 0, 0, time.UTC)
	meeting := desk.AgendaMeeting{
		Session: "changsha", Start: start, End: start.Add(30 * time.Minute), Table: "A1", Interpreter: "I1",
		InterpreterName: event.Text{Plain: "Ms Imaginary"}, Sequence: 3, Modified: start.AddDate(0, -1, 0), Score: 0.8,
		Counterpart: desk.Profile{ID: "B1", Name: event.Text{Plain: "Imaginary Aviation"}, Country: "CN",
			Needs: []event.Need{{Description: event.Text{Plain: "structural parts"}}}},
		Contact: &event.Contact{Email: event.Some("somebody@imaginary.example")}, Why: event.Text{Plain: "wing ribs"},
	}
	gone := meeting
	gone.Start, gone.End, gone.Sequence, gone.Contact = start.Add(time.Hour), start.Add(90*time.Minute), 5, nil
	gone.Counterpart = desk.Profile{ID: "B2", Name: event.Text{Plain: "Another Buyer"}, Country: "CN"}
	return desk.Agenda{
		Event: "spring", Name: event.Text{Plain: "Spring"}, Company: desk.Profile{ID: "F1", Firm: true, Name: event.Text{Plain: "Imaginary Parts"}},
		Sessions: []desk.AgendaSession{{ID: "changsha", Name: event.Text{Plain: "Changsha"}, Country: "CN", TimeZone: "Asia/Shanghai",
			Slots: []event.Interval{{Start: start, End: meeting.End}, {Start: gone.Start, End: gone.End}}}},
		Meetings: []desk.AgendaMeeting{meeting}, Cancelled: []desk.AgendaMeeting{gone},
	}
}

func TestACalendarKeepsTheHistoryOfItsMeetingsAndNoContacts(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCalendar(&b, spring(), lang.New("en"), time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(b.String(), "\r\n ", "")
	for _, want := range []string{"SEQUENCE:3", "SEQUENCE:5", "STATUS:CANCELLED", "Imaginary Aviation", "Another Buyer", "Ms Imaginary", "T090000", "wing ribs"} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %s:\n%s", want, text)
		}
	}
	if strings.Count(text, "BEGIN:VEVENT") != 2 || strings.Contains(text, "imaginary.example") {
		t.Errorf("got\n%s", text)
	}
}

func TestAPaperIsThePDFOfWhatIsToCome(t *testing.T) {
	for _, code := range event.Languages {
		var b bytes.Buffer
		if err := WritePaper(&b, spring(), lang.New(code), time.Unix(0, 0)); err != nil || !bytes.HasPrefix(b.Bytes(), []byte("%PDF-")) {
			t.Errorf("%s: %v", code, err)
		}
	}
}
