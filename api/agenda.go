package api

import (
	"cmp"
	"context"
	"io"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/internal/desk"
	"sangdam/internal/handout"
)

var agendaForms = []form{{"json", mediaJSON}, {"ics", mediaICS}, {"pdf", mediaPDF}}

// registerAgenda adds what a company does, as data, calendar and paper.
func (s *service) registerAgenda(h huma.API) {
	op := operation("read-agenda", http.MethodGet, "/events/{event}/companies/{company}/agenda", "companies",
		"The published meetings of a firm or buyer: who, when, where, why", named|cached)
	answers(&op, "200", "the agenda; by Accept or ?format= as JSON, as a calendar or as a paper", map[string]*huma.MediaType{
		mediaJSON: {Schema: schemaOf[desk.Agenda](h)},
		mediaICS:  {Schema: &huma.Schema{Type: huma.TypeString}},
		mediaPDF:  {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
	})
	huma.Register(h, op, s.readAgenda)
}

type agendaInput struct {
	EventPath
	Company string `path:"company" maxLength:"200" example:"F01" doc:"Id of the firm or buyer."`
	NoneMatchHeader
	LanguageHeader
	Accept string `header:"Accept" example:"text/calendar" doc:"application/json, text/calendar or application/pdf."`
	Format string `query:"format" enum:"json,ics,pdf" doc:"The form, for links, which cannot say Accept."`
}

// agendaOutput is a documentOutput that tells, of a paper, what could not be set.
type agendaOutput struct {
	Status      int
	ContentType string `header:"Content-Type"`
	ETag        string `header:"ETag" doc:"The version, for If-None-Match."`
	Disposition string `header:"Content-Disposition"`
	Vary        string `header:"Vary"`
	Illegible   string `header:"Sangdam-Illegible" example:"B017,B031" doc:"Of a paper: ids of whose names or texts the fonts lack letters; the id or English stands for a name then."`
	Body        []byte
}

func (s *service) readAgenda(ctx context.Context, in *agendaInput) (*agendaOutput, error) {
	f, err := choose(in.Format, in.Accept, agendaForms)
	if err != nil {
		return nil, err
	}
	caller := callerOf(ctx)
	if f.media == mediaJSON {
		doc, err := s.desk.AgendaJSON(ctx, caller, in.Event, in.Company)
		if err != nil {
			return nil, err
		}
		out := &agendaOutput{Status: http.StatusOK, ContentType: mediaJSON, ETag: doc.ETag, Vary: "Accept", Body: doc.Body}
		if seen(in.IfNoneMatch, doc.ETag) {
			out.Status, out.ContentType, out.Body = http.StatusNotModified, "", nil
		}
		return out, nil
	}
	a, err := s.desk.Agenda(ctx, caller, in.Event, in.Company)
	if err != nil {
		return nil, err
	}
	write := handout.WritePaper
	if f.media == mediaICS {
		write = handout.WriteCalendar
	}
	voice := voiceOf(cmp.Or(in.Language, caller.Language)) // a company reads in its own language where nothing else is asked for
	document, err := written(f.media, "", func(w io.Writer) error { return write(w, a, voice, s.opt.Clock()) })
	if err != nil {
		return nil, err
	}
	if caller.Kind == desk.Organizer {
		if err := s.desk.NoteExport(ctx, caller, in.Event, "agenda "+in.Company+"."+f.word); err != nil {
			return nil, err
		}
	}
	out := &agendaOutput{Status: document.Status, ContentType: f.media, Body: document.Body}
	if f.media == mediaPDF {
		out.Illegible = strings.Join(handout.Illegible(a, voice), ",")
	}
	out.Vary = "Accept, Accept-Language"
	out.Disposition = attachment(in.Event + "-" + in.Company + "." + f.word)
	return out, nil
}

// attachment names a file that is made of ids.
func attachment(name string) string { return `attachment; filename="` + name + `"` }
