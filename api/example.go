package api

// exampleEvent is the smallest event of use, for the description.
func exampleEvent() any {
	return map[string]any{
		"sangdam": 1, "id": "spring-2027", "name": map[string]any{"ko": "봄 상담회", "en": "Spring matchmaking"},
		"sessions": []any{map[string]any{
			"id": "changsha", "name": "Changsha", "city": "Changsha", "country": "CN", "time_zone": "Asia/Shanghai", "tables": 2,
			"slots": []any{
				map[string]any{"start": "2027-04-06T09:00:00+08:00", "end": "2027-04-06T09:30:00+08:00"},
				map[string]any{"start": "2027-04-06T09:30:00+08:00", "end": "2027-04-06T10:00:00+08:00"},
			},
		}},
		"firms": []any{map[string]any{
			"id": "F01", "name": map[string]any{"ko": "가상항공부품", "en": "Imaginary Aero Parts"}, "sectors": []any{"aerospace"},
			"products": []any{map[string]any{"name": "wing ribs", "hs": []any{"8807.30"}}}, "languages": []any{"ko", "zh"},
		}},
		"buyers": []any{map[string]any{
			"id": "B001", "name": "Imaginary Aviation", "country": "CN", "sectors": []any{"aerospace"},
			"needs": []any{map[string]any{"description": "structural parts", "hs": []any{"88"}}}, "languages": []any{"zh"},
		}},
	}
}

// exampleChanges is what may have become different since a schedule was published.
func exampleChanges() any {
	return map[string]any{
		"sangdam": 1, "event": "spring-2027",
		"absent": []any{map[string]any{"participant": "B001", "session": "changsha", "until": "2027-04-06T09:30:00+08:00"}},
	}
}
