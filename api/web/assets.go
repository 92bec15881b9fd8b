package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

//go:embed assets
var assetFiles embed.FS

// An asset is a file that pages load. Its public name holds a hash of what is in it, so that browsers may keep it for ever.
type asset struct {
	kind   string // media type
	plain  []byte
	zipped []byte // nil where it would not be smaller
}

// assets are what pages load, by public name, and the public names by the names that templates and files use.
type assets struct {
	files map[string]asset
	names map[string]string
}

const (
	assetPath = "/assets/"
	// stylesheet joins the files of assets/css, in the order of their names.
	stylesheet = "app.css"
)

// kinds are the media types of the assets; those of the system would differ from machine to machine.
var kinds = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".woff2": "font/woff2",
	".svg": "image/svg+xml", ".json": "application/json",
}

// loadAssets reads the embedded files, links them to each other by their public names and packs them. They are part of
// the program, so a broken one is a programmer's error.
func loadAssets() *assets {
	a := &assets{files: map[string]asset{}, names: map[string]string{}}
	raw := readAssets()
	for _, name := range sortedKeys(raw) {
		a.add(name, raw, nil)
	}
	return a
}

// readAssets returns the contents of the assets by name, the stylesheets joined.
func readAssets() map[string][]byte {
	raw := map[string][]byte{}
	err := fs.WalkDir(assetFiles, "assets", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || kinds[path.Ext(name)] == "" {
			return err
		}
		data, err := assetFiles.ReadFile(name)
		if err != nil {
			return err
		}
		if folder, base := path.Split(name); folder == "assets/css/" {
			raw[stylesheet] = append(append(raw[stylesheet], data...), '\n')
		} else if taken := raw[base]; taken != nil {
			return fmt.Errorf("web: two assets are called %s", base)
		} else {
			raw[base] = data
		}
		return nil
	})
	if err != nil {
		panic(err)
	}
	return raw
}

// reference matches what one asset calls another: an import of a module, or url() of a stylesheet.
var reference = regexp.MustCompile(`(?:from |import |import\(|url\()"\./([\w.-]+)"`)

// add packs an asset after those it refers to; above lists the names on the way, to find circles.
func (a *assets) add(name string, raw map[string][]byte, above []string) string {
	if public, done := a.names[name]; done {
		return public
	}
	data, ok := raw[name]
	if !ok || slices.Contains(above, name) {
		panic(fmt.Sprintf("web: the asset %q of %q is missing, or they need each other", name, above))
	}
	if kind := path.Ext(name); kind == ".css" || kind == ".js" {
		data = reference.ReplaceAllFunc(data, func(found []byte) []byte {
			of := string(reference.FindSubmatch(found)[1])
			return bytes.Replace(found, []byte("./"+of), []byte("./"+a.add(of, raw, append(above, name))), 1)
		})
	}
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	public := strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
	a.names[name] = public
	a.files[public] = asset{kind: kinds[ext], plain: data, zipped: zip(data)}
	return public
}

// zip returns the data packed as well as gzip can, or nil where that would not be smaller by a tenth.
func zip(data []byte) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		panic(err)
	}
	if _, err := w.Write(data); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	if out.Len() > len(data)*9/10 {
		return nil
	}
	return out.Bytes()
}

// url returns the address of an asset by the name of its file.
func (a *assets) url(name string) (string, error) {
	public, ok := a.names[name]
	if !ok {
		return "", fmt.Errorf("web: there is no asset %q", name)
	}
	return assetPath + public, nil
}

// serve answers requests for assets.
func (a *assets) serve(c *gin.Context) {
	f, ok := a.files[strings.TrimPrefix(c.Param("name"), "/")]
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.Header("Cache-Control", "public, max-age=31536000, immutable")
	c.Header("Vary", "Accept-Encoding")
	data := f.plain
	if f.zipped != nil && acceptsGzip(c.GetHeader("Accept-Encoding")) {
		c.Header("Content-Encoding", "gzip")
		data = f.zipped
	}
	c.Data(http.StatusOK, f.kind, data)
}

// acceptsGzip reads an Accept-Encoding header; "gzip;q=0" refuses.
func acceptsGzip(header string) bool {
	for part := range strings.SplitSeq(header, ",") {
		coding, params, err := mime.ParseMediaType(strings.TrimSpace(part))
		if err == nil && coding == "gzip" {
			return strings.Trim(params["q"], "0.") != "" || params["q"] == ""
		}
	}
	return false
}
