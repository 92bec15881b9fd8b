package api

import (
	"context"
	"encoding/json"
	"io"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
	"sangdam/internal/report"
	"sangdam/internal/report/pdf"
	"sangdam/internal/report/press"
	"sangdam/internal/report/workbook"
)

var reportForms = []form{{"json", mediaJSON}, {"xlsx", mediaXLSX}, {"pdf", mediaPDF}}

// registerReport adds the figures of an event.
func (s *service) registerReport(h huma.API) {
	op := operation("read-report", http.MethodGet, "/events/{event}/report", "afterwards",
		"Meetings held, amounts consulted, expected, agreed and signed: in total and by session, sector, firm, country", named)
	answers(&op, "200", "the figures; by Accept or ?format= as JSON, as a workbook or as a paper", map[string]*huma.MediaType{
		mediaJSON: {Schema: schemaOf[report.Report](h)},
		mediaXLSX: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
		mediaPDF:  {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
	})
	huma.Register(h, op, s.readReport)
}

type reportInput struct {
	EventPath
	LanguageHeader
	Accept string `header:"Accept" example:"application/pdf" doc:"application/json, application/pdf, or the media type of a workbook."`
	Format string `query:"format" enum:"json,xlsx,pdf" doc:"The form, for links, which cannot say Accept."`
}

func (s *service) readReport(ctx context.Context, in *reportInput) (*documentOutput, error) {
	f, err := choose(in.Format, in.Accept, reportForms)
	if err != nil {
		return nil, err
	}
	c := callerOf(ctx)
	figures, ev, err := s.desk.Report(ctx, c, in.Event)
	if err != nil {
		return nil, err
	}
	voice := voiceOf(in.Language)
	out, err := written(f.media, "", func(w io.Writer) error {
		switch f.media {
		case mediaPDF:
			return s.finalPaper(w, ev, figures, voice)
		case mediaXLSX:
			return workbook.WriteReport(w, workbook.ReportBook{
				Event: ev, Report: figures, Views: report.ViewsOf(ev, figures, voice, desk.SectorNames(ev)),
				Text: press.Paragraph(ev, figures, voice, press.Options{}), Voice: voice, Made: s.opt.Clock(),
			})
		}
		return json.NewEncoder(w).Encode(figures)
	})
	if err != nil {
		return nil, err
	}
	out.Vary = "Accept, Accept-Language"
	if f.media != mediaJSON {
		if err := s.desk.NoteExport(ctx, c, in.Event, "report."+f.word); err != nil {
			return nil, err
		}
		out.Disposition = attachment(in.Event + "-report." + f.word)
	}
	return out, nil
}

// finalPaper sets the figures as a paper.
func (s *service) finalPaper(w io.Writer, ev *event.Event, figures report.Report, v *lang.Voice) error {
	ev, _ = pdf.Legible(ev, false)
	title := v.Text(ev.Name)
	if title == "" {
		title = ev.ID
	}
	return pdf.Final(w, pdf.Head{Event: title, Made: s.opt.Clock(), Voice: v},
		pdf.FinalReport{Report: figures, Text: press.Paragraph(ev, figures, v, press.Options{}), Views: report.ViewsOf(ev, figures, v, desk.SectorNames(ev))})
}
