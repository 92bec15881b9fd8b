package event_test

import (
	"errors"
	"fmt"
	"strings"

	"sangdam/event"
)

func ExampleReadEvent() {
	_, err := event.ReadEvent(strings.NewReader(`{
  "sangdam": 1, "id": "sample", "sessions": [],
  "firms": [{"id": "F01", "capacity_used": 3000000}],
  "buyers": [{"id": "B001", "country": "CN", "needs": [{"hs": ["880"]}]}]
}`))
	var faults event.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			fmt.Println(f.In("en"))
		}
	}
	// Output:
	// line 3: firms[0].capacity_used: unknown field 'capacity_used'; did you mean 'capacity_usd'?
	// line 4: buyers[0].needs[0].hs[0]: the HS code '880' has 3 digits, an odd number; a zero may be lost; write e.g. 0880
}
