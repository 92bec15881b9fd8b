package event

import "testing"

func TestHSUnder(t *testing.T) {
	tests := []struct {
		code, heading string
		want          bool
	}{
		{"8807.30", "88", true},
		{"880730", "8807.30", true},
		{"8807.30.1000", "8807.30", true},
		{"88", "8807.30", false},
		{"8457", "8407", false},
	}
	for _, tt := range tests {
		if got := HSUnder(tt.code, tt.heading); got != tt.want {
			t.Errorf("%s under %s: got %v", tt.code, tt.heading, got)
		}
	}
}

func TestControl(t *testing.T) {
	c := Control{HS: []string{"8457", "8807.30"}, From: Some(Date{2024, 2, 24}), Until: Some(Date{2024, 12, 31})}
	for day, want := range map[Date]bool{
		{2024, 2, 23}: false, {2024, 2, 24}: true, {2024, 12, 31}: true, {2025, 1, 1}: false,
	} {
		if got := c.InForce(day); got != want {
			t.Errorf("in force on %v: got %v", day, got)
		}
	}
	if !(Control{}).InForce(Date{1900, 1, 1}) {
		t.Error("a control without dates is not in force")
	}
	for code, want := range map[string]bool{"8457.10": true, "880730": true, "8807.90": false, "8807": false} {
		if got := c.Lists(code); got != want {
			t.Errorf("lists %s: got %v", code, got)
		}
	}
}

func TestWithZero(t *testing.T) {
	for code, want := range map[string]string{"880": "0880", "8481.8": "8481.80", "302.10": "0302.10", "8481.80.1": "8481.80.10"} {
		if got := withZero(code); got != want {
			t.Errorf("%s: got %s, want %s", code, got, want)
		}
	}
}
