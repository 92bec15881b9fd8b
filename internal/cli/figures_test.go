package cli

import (
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
)

// freeAddress is an address that nobody listens at just now.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// figures asks for what is at an address, with a token or without.
func figures(t *testing.T, url, token string) (status int, text string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(body)
}

// TestFiguresHaveAnAddressOfTheirOwn: what the server counts is told there, and not at the address for people.
func TestFiguresHaveAnAddressOfTheirOwn(t *testing.T) {
	apart := freeAddress(t)
	s := startServer(t, "--demo", "--metrics-listen", apart, "--metrics-token", "a-token")
	defer s.stop(t)
	for _, at := range []struct {
		url, token string
		want       int
	}{
		{s.URL + "/metrics", "a-token", http.StatusNotFound},
		{"http://" + apart + "/metrics", "", http.StatusUnauthorized},
		{"http://" + apart + "/metrics", "a-token", http.StatusOK},
		{"http://" + apart + "/healthz", "a-token", http.StatusNotFound},
	} {
		status, text := figures(t, at.url, at.token)
		if status != at.want {
			t.Errorf("%s with %q: %d, want %d", at.url, at.token, status, at.want)
		}
		if status == http.StatusOK && (!strings.Contains(text, "sangdam_runs_running 0") || !strings.Contains(text, `operation="none",status="404"`)) {
			t.Errorf("the figures are\n%s", text)
		}
	}
}

// TestFiguresAreNotForStrangers: who comes from elsewhere gets none without a token.
func TestFiguresAreNotForStrangers(t *testing.T) {
	here, everywhere := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}, &net.TCPAddr{IP: net.IPv4zero}
	for _, c := range []struct {
		f    serving
		at   net.Addr
		want bool
	}{
		{serving{}, here, true},
		{serving{}, everywhere, false},
		{serving{baseURL: "https://sangdam.example"}, here, false}, // behind a proxy, which all come from
		{serving{metricsToken: "x"}, everywhere, true},
		{serving{metricsToken: "x", baseURL: "https://sangdam.example"}, here, true},
		{serving{metricsListen: "127.0.0.1:9090"}, here, false},
	} {
		if got := c.f.tellsFigures(c.at); got != c.want {
			t.Errorf("%+v at %v: %v, want %v", c.f, c.at, got, c.want)
		}
	}
}
