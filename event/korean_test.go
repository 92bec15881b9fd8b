package event

import "testing"

func TestWithParticles(t *testing.T) {
	tests := []struct{ in, want string }{
		{"상담회이(가) 없습니다", "상담회가 없습니다"},
		{"기업이(가) 없습니다", "기업이 없습니다"},
		{"'F01'을(를)", "'F01'을"},
		{"'F02'을(를) 'F03'과(와)", "'F02'를 'F03'과"},
		{"테이블(으)로", "테이블로"},
		{"바이어(으)로, 기업(으)로", "바이어로, 기업으로"},
		{"'must'(으)로", "'must'(으)로"},
		{"fixed[0]이(가)", "fixed[0]이"},
		{"은(는)", "은(는)"},
	}
	for _, tt := range tests {
		if got := withParticles(tt.in); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.in, got, tt.want)
		}
	}
}
