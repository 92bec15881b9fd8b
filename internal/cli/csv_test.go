package cli

import (
	"strings"
	"testing"
)

func TestGuardFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"":                   "",
		"Narae":              "Narae",
		"가람정밀":               "가람정밀",
		"=1+1":               "'=1+1",
		"+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0",
		"-2+3":               "'-2+3",
		"@SUM(A1)":           "'@SUM(A1)",
		"＝1+1":               "'＝1+1",
		" =1+1":              "' =1+1",
		"\t=1":               "'\t=1",
		"\rx":                "'\rx",
		"-5600000.25":        "-5600000.25",
		"+3":                 "+3",
		"0.8312":             "0.8312",
		"1.2.3":              "1.2.3",
		"--1":                "'--1",
		"a=b":                "a=b",
	} {
		if got := guardFormula(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}

func TestCSVOpensInExcel(t *testing.T) {
	var b strings.Builder
	if err := writeCSV(&b, [][]string{{"이름", "a,b"}, {"두\n줄", "=x"}}); err != nil {
		t.Fatal(err)
	}
	if want := "\uFEFF이름,\"a,b\"\r\n\"두\r\n줄\",'=x\r\n"; b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}
