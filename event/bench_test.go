package event

import (
	"bytes"
	"fmt"
	"io"
	"testing"
)

// large returns an event of fictional companies with products, needs, limits and wishes.
func large(firms, buyers int) *Event {
	ev := &Event{Format: Format, ID: "large", Sessions: []Session{{
		ID: "s", Country: "CN", TimeZone: "Asia/Shanghai", Slots: halfHours(9, 16), Tables: Tables{Count: firms},
		Interpreters: []Interpreter{{ID: "I1", Languages: []string{"ko", "zh"}}},
	}}}
	limits := func() map[string]Participation {
		return map[string]Participation{"s": {MinMeetings: Some(1), MaxMeetings: Some(8), Unavailable: halfHours(12, 2)}}
	}
	for i := range firms {
		ev.Firms = append(ev.Firms, Firm{
			ID: fmt.Sprintf("F%04d", i), Name: words("가상 기업", "Fictional firm", "虚构企业", "Вымышленная фирма"),
			Sectors: []string{"aerospace"}, Certificates: []string{"AS9100"}, Languages: []string{"ko", "en"},
			Products: []Product{{
				Name:        words("항공기 부품", "Aircraft parts", "飞机零件", "Авиадетали"),
				Description: words("날개 리브와 스파", "Wing ribs and spars", "机翼翼肋和翼梁", "Нервюры и лонжероны крыла"),
				HS:          []string{"8807.30"},
			}},
			CapacityUSD: Some(3e6), Sessions: limits(),
		})
	}
	for i := range buyers {
		ev.Buyers = append(ev.Buyers, Buyer{
			ID: fmt.Sprintf("B%05d", i), Name: words("가상 바이어", "Fictional buyer", "虚构买家", "Вымышленный покупатель"), Country: "CN",
			Sectors: []string{"aerospace"}, Languages: []string{"zh"}, VolumeUSD: Some(1.5e6), Sessions: limits(),
			Needs: []Need{
				{Description: words("날개 부품을 찾습니다", "Looking for wing parts", "寻找机翼零件", "Нужны детали крыла"), HS: []string{"88", "8807.30"}},
				{Description: words("착륙 장치를 찾습니다", "Looking for landing gear", "寻找起落架", "Нужны шасси"), HS: []string{"8807.20"}},
			},
		})
		ev.Requests = append(ev.Requests, Request{From: ev.Buyers[i].ID, To: ev.Firms[i%firms].ID, Wish: Want})
	}
	return ev
}

func document(b *testing.B, ev *Event) []byte {
	b.Helper()
	var buffer bytes.Buffer
	if err := ev.Write(&buffer); err != nil {
		b.Fatal(err)
	}
	return buffer.Bytes()
}

var sizes = []struct{ firms, buyers int }{{10, 40}, {10, 10_000}, {1_000, 5_000}}

func BenchmarkReadEvent(b *testing.B) {
	for _, size := range sizes {
		data := document(b, large(size.firms, size.buyers))
		b.Run(fmt.Sprintf("%dx%d", size.firms, size.buyers), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := ReadEvent(bytes.NewReader(data)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWriteEvent(b *testing.B) {
	for _, size := range sizes {
		ev := large(size.firms, size.buyers)
		b.Run(fmt.Sprintf("%dx%d", size.firms, size.buyers), func(b *testing.B) {
			for b.Loop() {
				if err := ev.Write(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkValidate(b *testing.B) {
	for _, size := range sizes {
		ev := large(size.firms, size.buyers)
		b.Run(fmt.Sprintf("%dx%d", size.firms, size.buyers), func(b *testing.B) {
			for b.Loop() {
				if err := ev.Validate(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A document in which every request is wrong is the slowest to refuse: the nearest ids are sought, and every fault is
// located.
func BenchmarkRefuseEvent(b *testing.B) {
	ev := large(10, 10_000)
	for i := range ev.Requests {
		ev.Requests[i].From = "X" + ev.Requests[i].From
	}
	data := document(b, ev)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadEvent(bytes.NewReader(data)); err == nil {
			b.Fatal("accepted")
		}
	}
}
