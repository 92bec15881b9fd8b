package sheet

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"
)

// office runs LibreOffice on a file and returns what it makes of it.
func office(t *testing.T, name string, data []byte, to, result string) []byte {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	cmd := exec.CommandContext(t.Context(), program, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", to, "--outdir", out, file)
	cmd.Env = append(os.Environ(), "HOME="+dir)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, said)
	}
	made, err := os.ReadFile(filepath.Join(out, result))
	if err != nil {
		t.Fatalf("LibreOffice did not make anything of it: %v", err)
	}
	return made
}

// TestAnotherOfficeOpensAndSavesTheWorkbook has LibreOffice read a workbook and write it its own way: the event must be the
// same then.
func TestAnotherOfficeOpensAndSavesTheWorkbook(t *testing.T) {
	for _, name := range []string{"../../fixtures/jinju-2019.json", "../../event/testdata/whole.json"} {
		ev := readJSON(t, name)
		var b bytes.Buffer
		if err := WriteWorkbook(&b, ev, WriteOptions{Languages: []string{"ko", "en"}}); err != nil {
			t.Fatal(err)
		}
		r := ReadWorkbook(office(t, "event.xlsx", b.Bytes(), "xlsx:Calc MS Excel 2007 XML", "event.xlsx"), ReadOptions{})
		if err := r.Err(); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(r.Event, ev) {
			t.Errorf("%s was\n%s\nis\n%s\n%+v", name, asJSON(t, ev), asJSON(t, r.Event), Difference(ev, r.Event))
		}
	}
}

func TestAnotherOfficeShowsTheTemplate(t *testing.T) {
	var b bytes.Buffer
	if err := WriteTemplate(&b, WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	if pdf := office(t, "template.xlsx", b.Bytes(), "pdf", "template.pdf"); !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 10_000 {
		t.Errorf("the template is shown as %d bytes", len(pdf))
	}
}
