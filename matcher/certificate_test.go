package matcher

import (
	"testing"

	"sangdam/event"
)

func TestCertificate(t *testing.T) {
	for _, c := range []struct {
		name           string
		held, required []string
		known          bool
		value          float64
		why            string
	}{
		{"held", []string{"AS9100"}, []string{"AS9100"}, true, 1, "요구 인증 AS9100 보유"},
		{"AS9100 implies ISO 9001", []string{"AS9100D"}, []string{"ISO 9001:2015"}, true, 1, "요구 인증 ISO 9001:2015 보유"},
		{"IATF 16949 implies ISO 9001", []string{"IATF-16949"}, []string{"iso9001"}, true, 1, "요구 인증 iso9001 보유"},
		{"ISO 9001 does not imply AS9100", []string{"ISO 9001"}, []string{"AS9100"}, true, 0, "AS9100 인증 없음"},
		{"one of two", []string{"ISO 9001"}, []string{"ISO 9001", "EAC"}, true, 0.5, "EAC 인증 없음"},
		{"stated to have none", []string{}, []string{"EAC"}, true, 0, "EAC 인증 없음"},
		{"silent", nil, []string{"EAC"}, false, 0, "인증을 밝히지 않음: EAC 확인 필요"},
		{"nothing required", []string{"EAC"}, nil, false, 0, "요구하는 인증 없음"},
	} {
		v := viewOf(t, event.Session{}, event.Firm{Certificates: c.held}, event.Buyer{RequiredCertificates: c.required})
		o := seeCertificate(v)
		checkGrade(t, c.name, o.buyer, c.known, c.value)
		checkGrade(t, c.name+", for the firm", o.firm, false, 0)
		checkKorean(t, whyCertificate(v, o).why, c.why)
	}
}

func TestImpliedCertificatesAreWrittenAsKeys(t *testing.T) {
	for name, covered := range implies {
		for _, c := range append([]string{name}, covered...) {
			if certificateKey(c) != c {
				t.Errorf("%q is never looked up: names become %q", c, certificateKey(c))
			}
		}
	}
}
