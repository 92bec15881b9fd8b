package web_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"regexp"
	"strings"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/internal/sheet"
)

// post sends a file as the form of the start page does.
func (v *visitor) post(path, csrf, name string, data []byte) (*http.Response, string) {
	v.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreatePart(textproto.MIMEHeader{"Content-Disposition": {`form-data; name="file"; filename="` + name + `"`}})
	if err != nil {
		v.t.Fatal(err)
	}
	if _, err := part.Write(data); err != nil {
		v.t.Fatal(err)
	}
	if err := form.Close(); err != nil {
		v.t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(v.t.Context(), http.MethodPost, v.server.URL+path, &body)
	if err != nil {
		v.t.Fatal(err)
	}
	req.Header.Set("Content-Type", form.FormDataContentType())
	req.Header.Set("X-CSRF-Token", csrf)
	return v.send(req)
}

func TestTheTemplateIsAWorkbookInTheReadersLanguage(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	v.enter()
	for _, language := range event.Languages {
		resp, body := v.get("/template.xlsx?lang=" + language)
		if resp.StatusCode != http.StatusOK || !strings.HasPrefix(body, "PK") || !strings.Contains(resp.Header.Get("Content-Disposition"), language) {
			t.Errorf("%s: %s, %d bytes", language, resp.Status, len(body))
		}
	}
}

func TestAnEventComesBackFromItsFiles(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	v := newVisitor(t, s)
	csrf := v.enter()
	for _, format := range []string{"json", "xlsx", "zip"} {
		resp, body := v.get("/events/" + id + "/settings/export?format=" + format)
		if resp.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", format, resp.Status)
			continue
		}
		resp, part := v.post("/import", csrf, "event."+format, []byte(body))
		if resp.StatusCode != http.StatusOK || strings.Contains(part, `name="confirm"`) || strings.Contains(part, "notice-bad") {
			t.Errorf("%s: %s, and the file is not the event: %s", format, resp.Status, part)
		}
	}
	if resp, _ := v.get("/events/" + id + "/settings/export?format=exe"); resp.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown format: %s", resp.Status)
	}
	entries, _, err := s.Desk.Audit(t.Context(), s.Admin, id, "", 10)
	if err != nil || entries[0].Action != "exported" {
		t.Errorf("the log says %+v, %v", entries, err)
	}
}

func TestAWorkbookIsHandedBackWithMarks(t *testing.T) {
	s := webtest.Start(t)
	v := newVisitor(t, s)
	csrf := v.enter()
	data := workbook(t, "ko", "buyers", "country", "나라")
	resp, marked := v.post("/import/marked", csrf, "event.xlsx", data)
	if resp.StatusCode != http.StatusOK || !strings.HasPrefix(marked, "PK") || marked == string(data) {
		t.Fatalf("%s, %d bytes", resp.Status, len(marked))
	}
	if again := sheet.Read([]byte(marked), sheet.ReadOptions{}); len(again.Faults) == 0 {
		t.Error("the marks put the fault right")
	}
}

func TestFilesThatAreNoneAreRefused(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	csrf := v.enter()
	for name, data := range map[string][]byte{"empty.xlsx": nil, "picture.png": []byte("\x89PNG\r\n"), "broken.zip": []byte("PK\x03\x04broken"), "list.json": []byte("[]")} {
		if resp, part := v.post("/import", csrf, name, data); resp.StatusCode != http.StatusOK || !strings.Contains(part, "notice-bad") {
			t.Errorf("%s: %s: %s", name, resp.Status, part)
		}
	}
	if resp, page := v.do(http.MethodPost, "/import", map[string][]string{"csrf": {csrf}}, nil); resp.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page, "파일이 없습니다") {
		t.Errorf("without a file: %s", resp.Status)
	}
}

func TestWhatAPageLoadsArrivesWhole(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	_, page := v.get("/enter")
	found := regexp.MustCompile(`/assets/[\w.-]+`).FindAllString(page, -1)
	if len(found) < 4 {
		t.Fatalf("the page loads %q", found)
	}
	for _, asset := range found {
		// The client unpacks what it asked for packed, if the answer says that it is.
		resp, body := v.get(asset)
		if resp.StatusCode != http.StatusOK || strings.HasPrefix(body, "\x1f\x8b") || resp.Uncompressed == strings.HasSuffix(asset, ".woff2") {
			t.Errorf("%s: %s, unpacked %t, begins with %q", asset, resp.Status, resp.Uncompressed, body[:2])
		}
	}
}
