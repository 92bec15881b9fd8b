package web_test

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"sangdam/api/web/webtest"
)

// A visitor is a browser without scripts.
type visitor struct {
	t      *testing.T
	server *webtest.Server
	client *http.Client
}

func newVisitor(t *testing.T, s *webtest.Server) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &visitor{t, s, &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

func (v *visitor) do(method, path string, form url.Values, header http.Header) (*http.Response, string) {
	v.t.Helper()
	req, err := http.NewRequestWithContext(v.t.Context(), method, v.server.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		v.t.Fatal(err)
	}
	if form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for name, values := range header {
		req.Header[name] = values
	}
	return v.send(req)
}

func (v *visitor) send(req *http.Request) (*http.Response, string) {
	v.t.Helper()
	resp, err := v.client.Do(req)
	if err != nil {
		v.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return resp, string(body)
}

func (v *visitor) get(path string) (*http.Response, string) {
	return v.do(http.MethodGet, path, nil, nil)
}

// enter signs in and returns the CSRF token of the session.
func (v *visitor) enter() string {
	v.t.Helper()
	resp, _ := v.do(http.MethodPost, "/enter", url.Values{"token": {v.server.Token}, "next": {"/"}}, nil)
	if resp.StatusCode != http.StatusSeeOther {
		v.t.Fatalf("signing in: %s", resp.Status)
	}
	_, page := v.get("/")
	m := regexp.MustCompile(`<meta name="csrf" content="([^"]+)">`).FindStringSubmatch(page)
	if m == nil {
		v.t.Fatal("the page has no CSRF token")
	}
	return m[1]
}

func TestNobodyIsAskedToSignIn(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	resp, page := v.get("/events/some/matches?session=a")
	if resp.StatusCode != http.StatusUnauthorized || !strings.Contains(page, `value="/events/some/matches?session=a"`) {
		t.Errorf("%s, and the page does not lead on", resp.Status)
	}
	resp, page = v.do(http.MethodPost, "/enter", url.Values{"token": {"wrong"}}, nil)
	if resp.StatusCode != http.StatusUnauthorized || !strings.Contains(page, `role="alert"`) || resp.Header.Get("Set-Cookie") != "" {
		t.Errorf("a wrong token: %s", resp.Status)
	}
	resp, _ = v.do(http.MethodGet, "/events/some/matches/matrix", nil, http.Header{"Accept": {"application/json"}})
	if resp.StatusCode != http.StatusUnauthorized || !strings.HasPrefix(resp.Header.Get("Content-Type"), "application/json") {
		t.Errorf("a script: %s, %s", resp.Status, resp.Header.Get("Content-Type"))
	}
}

func TestTheSessionIsACookieThatScriptsAndOtherSitesDoNotGet(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	resp, _ := v.do(http.MethodPost, "/enter", url.Values{"token": {v.server.Token}, "next": {"//evil.example/"}}, nil)
	cookie := resp.Header.Get("Set-Cookie")
	if !strings.Contains(cookie, "HttpOnly") || !strings.Contains(cookie, "SameSite=Strict") {
		t.Errorf("the cookie is %q", cookie)
	}
	if to := resp.Header.Get("Location"); to != "/" {
		t.Errorf("leads to %q", to)
	}
	if resp, _ := v.get("/"); resp.StatusCode != http.StatusOK {
		t.Errorf("signed in: %s", resp.Status)
	}
	csrf := v.enter()
	if resp, _ := v.do(http.MethodPost, "/leave", url.Values{"csrf": {csrf}}, nil); resp.StatusCode != http.StatusSeeOther {
		t.Errorf("leaving: %s", resp.Status)
	}
	if resp, _ := v.get("/"); resp.StatusCode != http.StatusUnauthorized {
		t.Errorf("after leaving: %s", resp.Status)
	}
}

func TestALinkFromElsewhereFindsTheSession(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	// The strict cookie is not sent along such a link: the page asks for itself once more, as a page of ours.
	resp, page := v.do(http.MethodGet, "/", nil, http.Header{"Sec-Fetch-Site": {"cross-site"}})
	if resp.StatusCode != http.StatusOK || !strings.Contains(page, `http-equiv="refresh"`) {
		t.Errorf("%s: %s", resp.Status, page)
	}
}

func TestALinkToEnterIsNotUsedUpByLookingAtIt(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	resp, page := v.get("/enter?token=" + v.server.Token)
	if resp.StatusCode != http.StatusOK || resp.Header.Get("Set-Cookie") != "" || !strings.Contains(page, `value="`+v.server.Token+`"`) {
		t.Errorf("%s, cookie %q", resp.Status, resp.Header.Get("Set-Cookie"))
	}
	if resp.Header.Get("Referrer-Policy") != "same-origin" || resp.Header.Get("Cache-Control") != "no-store" {
		t.Error("the address with the token is kept or passed on")
	}
}

func TestChangesFromElsewhereAreRefused(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	csrf := v.enter()
	for name, c := range map[string]struct {
		form   url.Values
		header http.Header
		want   int
	}{
		"without a token":       {url.Values{}, nil, http.StatusForbidden},
		"with a wrong token":    {url.Values{"csrf": {"x"}}, nil, http.StatusForbidden},
		"from another site":     {url.Values{"csrf": {csrf}}, http.Header{"Sec-Fetch-Site": {"cross-site"}}, http.StatusForbidden},
		"from another origin":   {url.Values{"csrf": {csrf}}, http.Header{"Origin": {"https://evil.example"}}, http.StatusForbidden},
		"from a page of ours":   {url.Values{"csrf": {csrf}}, http.Header{"Origin": {v.server.URL}}, http.StatusSeeOther},
		"from a script of ours": {url.Values{}, http.Header{"X-Csrf-Token": {csrf}}, http.StatusSeeOther},
	} {
		if resp, _ := v.do(http.MethodPost, "/example", c.form, c.header); resp.StatusCode != c.want {
			t.Errorf("%s: %s, want %d", name, resp.Status, c.want)
		}
	}
}

func TestThePolicyForbidsWhatIsInline(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	resp, _ := v.get("/enter")
	policy := resp.Header.Get("Content-Security-Policy")
	if strings.Contains(policy, "unsafe") || !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'none'") {
		t.Errorf("the policy is %q", policy)
	}
}

func TestTheLanguageIsAskedForRememberedOrGuessed(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	speaks := func(path string, header http.Header, want string) {
		t.Helper()
		if _, page := v.do(http.MethodGet, path, nil, header); !strings.Contains(page, `<html lang="`+want+`"`) {
			t.Errorf("%s with %v does not speak %s", path, header, want)
		}
	}
	speaks("/enter", nil, "ko")
	speaks("/enter", http.Header{"Accept-Language": {"ru-RU,ru;q=0.9,en;q=0.8"}}, "ru")
	speaks("/enter", http.Header{"Accept-Language": {"fr"}}, "en")
	speaks("/enter?lang=zh", http.Header{"Accept-Language": {"ru"}}, "zh")
	speaks("/enter", http.Header{"Accept-Language": {"ru"}}, "zh")
	speaks("/enter?lang=xx", nil, "zh")
}

func TestErrorsAreToldInTheReadersLanguage(t *testing.T) {
	v := newVisitor(t, webtest.Start(t))
	v.enter()
	for language, want := range map[string]string{"ko": "찾으시는 화면이 없습니다.", "en": "There is nothing here.", "zh": "没有找到。", "ru": "Здесь ничего нет."} {
		resp, page := v.get("/events/nothing/matches?lang=" + language)
		if resp.StatusCode != http.StatusNotFound || !strings.Contains(page, want) {
			t.Errorf("%s: %s, and not %q", language, resp.Status, want)
		}
	}
	resp, part := v.do(http.MethodGet, "/events/nothing/matches/pair", nil, http.Header{"Hx-Request": {"true"}})
	if resp.StatusCode != http.StatusNotFound || resp.Header.Get("HX-Retarget") != "#toasts" || strings.Contains(part, "<html") {
		t.Errorf("for htmx: %s, %v", resp.Status, resp.Header)
	}
}
