package web

import (
	"cmp"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"sangdam/event"
	"sangdam/internal/lang"
)

const languageCookie = "sangdam-lang"

// spoken finds the best of Accept-Language; what is none of the product's languages gets English.
var spoken = language.NewMatcher([]language.Tag{language.English, language.Korean, language.Chinese, language.Russian})

// languageOf returns the language of a request: the one asked for by ?lang=, which is then remembered; else the
// remembered one; else the best of Accept-Language; else Korean.
func languageOf(c *gin.Context) string {
	if asked := c.Query("lang"); slices.Contains(event.Languages, asked) {
		http.SetCookie(c.Writer, &http.Cookie{
			Name: languageCookie, Value: asked, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteStrictMode,
		})
		return asked
	}
	if kept, err := c.Cookie(languageCookie); err == nil && slices.Contains(event.Languages, kept) {
		return kept
	}
	tags, _, err := language.ParseAcceptLanguage(c.GetHeader("Accept-Language"))
	if err != nil || len(tags) == 0 {
		return lang.Default
	}
	tag, _, _ := spoken.Match(tags...)
	base, _ := tag.Base()
	return base.String()
}

// languageNames are the languages by their own names.
var languageNames = map[string]string{"ko": "한국어", "en": "English", "zh": "中文", "ru": "Русский"}

// A languageLink switches a page to another language.
type languageLink struct {
	Code, Name, URL string
	Current         bool
}

// languageLinks returns the same page in each language.
func languageLinks(r *http.Request, current string) []languageLink {
	var out []languageLink
	for _, code := range event.Languages {
		u := *r.URL
		q := u.Query()
		q.Set("lang", code)
		u.RawQuery = q.Encode()
		out = append(out, languageLink{Code: code, Name: languageNames[code], URL: u.RequestURI(), Current: code == current})
	}
	return out
}

// languageName returns the name of a language by its ISO 639-1 code, in another one; the code where no name is known.
func languageName(in, code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	reader, err := language.Parse(in)
	if err != nil {
		return code
	}
	return cmp.Or(display.Languages(reader).Name(tag), code)
}
