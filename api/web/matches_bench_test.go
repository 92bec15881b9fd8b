package web_test

import (
	"fmt"
	"io"
	"net/http"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

// grown makes copies of the firms and buyers of the first session until there are so many.
func grown(firms, buyers int) func(*event.Event) {
	return func(ev *event.Event) {
		session := ev.Sessions[0]
		ev.Sessions, ev.Requests, ev.Fixed, ev.Outcomes = ev.Sessions[:1], nil, nil, nil
		of := ev.Firms
		ev.Firms = nil
		for i := range firms {
			f := of[i%len(of)]
			f.ID, f.Sessions = fmt.Sprintf("%s-%d", f.ID, i), nil
			ev.Firms = append(ev.Firms, f)
		}
		var guests []event.Buyer
		for _, b := range ev.Buyers {
			if _, ok := b.In(&session); ok {
				guests = append(guests, b)
			}
		}
		ev.Buyers = nil
		for i := range buyers {
			b := guests[i%len(guests)]
			b.ID, b.Sessions = fmt.Sprintf("%s-%d", b.ID, i), nil
			ev.Buyers = append(ev.Buyers, b)
		}
	}
}

// BenchmarkMatrix asks for the scores as a moving slider does: other weights every time.
func BenchmarkMatrix(b *testing.B) {
	for _, size := range []struct{ firms, buyers int }{{10, 30}, {100, 1000}} {
		b.Run(fmt.Sprintf("%dx%d", size.firms, size.buyers), func(b *testing.B) {
			s := webtest.Start(b)
			id := s.LoadJinju(b, grown(size.firms, size.buyers))
			for i := 0; b.Loop(); i++ {
				req, err := http.NewRequestWithContext(b.Context(), http.MethodGet, fmt.Sprintf("%s/events/%s/matches/matrix?session=changsha&w.sector=%d", s.URL, id, i%60), nil)
				if err != nil {
					b.Fatal(err)
				}
				req.AddCookie(&http.Cookie{Name: "sangdam-session", Value: s.Session})
				resp, err := http.DefaultClient.Do(req)
				if err != nil {
					b.Fatal(err)
				}
				n, err := io.Copy(io.Discard, resp.Body)
				if err := resp.Body.Close(); err != nil || resp.StatusCode != http.StatusOK || n < int64(2*size.firms*size.buyers) {
					b.Fatalf("%s, %d bytes, %v", resp.Status, n, err)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
