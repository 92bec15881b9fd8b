package webtest

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// chromium is the one Chromium, without a window, in which all tests of a package open their tabs. It is started by the first of
// them, and ended by Run.
var chromium struct {
	once   sync.Once
	ctx    context.Context
	folder string // of its profile
	err    error
}

// Run runs the tests of a package, ends the browser that they shared, and returns the status to exit with: for TestMain.
func Run(m *testing.M) int {
	defer func() {
		if chromium.ctx == nil {
			return
		}
		ctx, cancel := context.WithTimeout(chromium.ctx, time.Minute)
		defer cancel()
		_ = chromedp.Cancel(ctx) // it ends with this process in any case
		_ = os.RemoveAll(chromium.folder)
	}()
	return m.Run()
}

func startChromium() {
	path, err := exec.LookPath("chromium")
	if err != nil {
		chromium.err = err
		return
	}
	if chromium.folder, chromium.err = os.MkdirTemp("", "sangdam-chromium"); chromium.err != nil {
		return
	}
	chromium.ctx, _ = chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(chromium.folder),
		chromedp.Flag("disable-quic", true), chromedp.Flag("no-first-run", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("force-prefers-reduced-motion", true), chromedp.Flag("lang", "en-US"),
	))
	chromium.err = chromedp.Do(chromium.ctx)
}

// A Browser opens tabs on a server. Each has cookies of its own, as if it were on another machine.
type Browser struct {
	server *Server
	ctx    context.Context
}

// Open returns the browser. Where there is no Chromium the test is skipped. The package of the test must call Run.
func (s *Server) Open(t testing.TB) *Browser {
	t.Helper()
	chromium.once.Do(startChromium)
	if errors.Is(chromium.err, exec.ErrNotFound) {
		t.Skip("chromium is not installed: the pages are not tried in a browser")
	}
	check(t, chromium.err)
	return &Browser{s, chromium.ctx}
}
