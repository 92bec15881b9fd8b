package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
)

func TestAssetsCallEachOtherByTheirPublicNames(t *testing.T) {
	a := loadAssets()
	for public, f := range a.files {
		for _, m := range reference.FindAllStringSubmatch(string(f.plain), -1) {
			if _, ok := a.files[m[1]]; !ok {
				t.Errorf("%s refers to %s, which is not served", public, m[1])
			}
		}
	}
	if !strings.Contains(string(a.files[a.names[stylesheet]].plain), a.names["Pretendard-Regular.subset.woff2"]) {
		t.Error("the stylesheet does not load the font")
	}
}

func TestAssetsAreServedPackedAndForEver(t *testing.T) {
	gin.SetMode(gin.TestMode)
	a := loadAssets()
	router := gin.New()
	router.GET(assetPath+":name", a.serve)
	url, err := a.url("htmx.min.js")
	if err != nil {
		t.Fatal(err)
	}
	req := httptest.NewRequest(http.MethodGet, url, nil)
	req.Header.Set("Accept-Encoding", "br, gzip")
	w := httptest.NewRecorder()
	router.ServeHTTP(w, req)
	zipped, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(zipped)
	if err != nil || string(data) != string(a.files[a.names["htmx.min.js"]].plain) {
		t.Errorf("the unpacked asset is another: %d bytes, %v", len(data), err)
	}
	if got := w.Header().Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("Cache-Control is %q", got)
	}
	w = httptest.NewRecorder()
	router.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/assets/nothing.js", nil))
	if w.Code != http.StatusNotFound {
		t.Errorf("an asset that is not there: %d", w.Code)
	}
}

func TestWhoAcceptsGzip(t *testing.T) {
	for header, want := range map[string]bool{"gzip": true, "deflate, gzip;q=0.5": true, "gzip;q=0": false, "gzip;q=0.0": false, "": false, "br": false} {
		if got := acceptsGzip(header); got != want {
			t.Errorf("%q: %t", header, got)
		}
	}
}

// firstPage is the most that the scripts of one page may weigh, packed.
const firstPage = 100_000

func TestThePagesLoadFewScripts(t *testing.T) {
	a := loadAssets()
	sum := 0
	for public, f := range a.files {
		if strings.HasSuffix(public, ".js") {
			sum += len(f.zipped)
			if f.zipped == nil {
				sum += len(f.plain)
			}
		}
	}
	t.Logf("all scripts together: %d bytes packed", sum)
	if sum > firstPage {
		t.Errorf("the scripts of all pages weigh %d bytes packed, want %d at most", sum, firstPage)
	}
}

func TestScriptsHoldNoMarkupAndNoInlineStyle(t *testing.T) {
	bad := regexp.MustCompile(`innerHTML|insertAdjacentHTML|document\.write|setAttribute\("style"|\beval\(`)
	files, err := assetFiles.ReadDir("assets/js")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := assetFiles.ReadFile("assets/js/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if m := bad.FindAllString(string(text), -1); len(m) > 0 {
			t.Errorf("%s uses %q", f.Name(), slices.Compact(m))
		}
		if n := strings.Count(string(text), "\n"); n > 400 {
			t.Errorf("%s has %d lines", f.Name(), n)
		}
	}
}
