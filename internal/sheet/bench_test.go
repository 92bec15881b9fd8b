package sheet

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"sangdam/event"
)

// large is an event of the size that must be read within ten seconds and 500 MB: 1,000 firms with 20,000 products and
// 5,000 buyers with 10,000 needs; everything in it is made up.
func large() *event.Event {
	text := func(ko, en string, i int) event.Text {
		return event.Text{By: map[string]string{"ko": fmt.Sprintf("%s %d", ko, i), "en": fmt.Sprintf("%s %d", en, i)}}
	}
	zone := time.FixedZone("+08:00", 8*3600)
	s := event.Session{ID: "hall", Country: "CN", TimeZone: "Asia/Shanghai", Tables: event.Tables{Count: 500}}
	for i := range 16 {
		start := time.Date(2026, 10, 29, 9, 30*i, 0, 0, zone)
		s.Slots = append(s.Slots, event.Interval{Start: start, End: start.Add(30 * time.Minute)})
	}
	ev := &event.Event{Format: event.Format, ID: "large", Sessions: []event.Session{s}}
	for i := range 1000 {
		f := event.Firm{ID: fmt.Sprintf("F%04d", i), Name: text("가상 기업", "Imaginary Firm", i), Sectors: []string{"casting", "machining"}, Languages: []string{"ko", "en"},
			Markets: []string{"CN", "RU"}, Certificates: []string{"ISO 9001"}, CapacityUSD: event.Some(float64(i) * 1000),
			Contact: &event.Contact{Email: event.Some(fmt.Sprintf("f%d@example.com", i))}, Sessions: map[string]event.Participation{"hall": {MaxMeetings: event.Some(8)}}}
		for j := range 20 {
			f.Products = append(f.Products, event.Product{Name: text("제품", "product", j), Description: text("정밀 가공한 알루미늄 구조물과 그 부품", "precision machined structures of aluminium and parts", j),
				HS: []string{"8807.30", "7616.99"}, Sectors: []string{"aircraft-parts"}})
		}
		ev.Firms = append(ev.Firms, f)
	}
	for i := range 5000 {
		b := event.Buyer{ID: fmt.Sprintf("B%04d", i), Name: text("가상 바이어", "Imaginary Buyer", i), Country: "CN", Sectors: []string{"casting"}, Languages: []string{"zh"},
			VolumeUSD: event.Some(float64(i) * 500)}
		for j := range 2 {
			b.Needs = append(b.Needs, event.Need{Description: text("주조품", "castings", j), HS: []string{"7325"}})
		}
		ev.Buyers = append(ev.Buyers, b)
	}
	return ev
}

func BenchmarkReadLarge(b *testing.B) {
	ev := large()
	for _, form := range []string{"workbook", "zip"} {
		var file bytes.Buffer
		if err := forms[form].write(&file, ev, WriteOptions{}); err != nil {
			b.Fatal(err)
		}
		b.Run(form, func(b *testing.B) {
			b.ReportAllocs()
			peak := watchHeap(b)
			for b.Loop() {
				if err := forms[form].read(file.Bytes(), ReadOptions{}).Err(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(peak())/(1<<20), "peak-MB")
			b.ReportMetric(float64(file.Len())/(1<<20), "file-MB")
		})
	}
}

func BenchmarkWriteLarge(b *testing.B) {
	ev := large()
	for _, form := range []string{"workbook", "zip"} {
		b.Run(form, func(b *testing.B) {
			b.ReportAllocs()
			peak := watchHeap(b)
			for b.Loop() {
				var file bytes.Buffer
				if err := forms[form].write(&file, ev, WriteOptions{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(peak())/(1<<20), "peak-MB")
		})
	}
}

// watchHeap samples the memory that the runtime holds for the heap until the returned function is called, which returns
// the most that was seen.
func watchHeap(b *testing.B) func() uint64 {
	b.Helper()
	runtime.GC()
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		samples := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}}
		var peak uint64
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for {
			metrics.Read(samples)
			peak = max(peak, samples[0].Value.Uint64()+samples[1].Value.Uint64())
			select {
			case <-done:
				most <- peak
				return
			case <-tick.C:
			}
		}
	}()
	return func() uint64 { close(done); return <-most }
}
