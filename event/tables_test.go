package event

import (
	"slices"
	"testing"
)

func TestTablesList(t *testing.T) {
	tests := []struct {
		tables Tables
		want   []string
	}{
		{Tables{Count: 3}, []string{"1", "2", "3"}},
		{Tables{Names: []string{"A1", "A2"}}, []string{"A1", "A2"}},
		{Tables{Names: []string{}}, nil},
		{Tables{Count: -1}, nil},
	}
	for _, tt := range tests {
		if got := tt.tables.List(); !slices.Equal(got, tt.want) {
			t.Errorf("%+v: got %v, want %v", tt.tables, got, tt.want)
		}
	}
}
