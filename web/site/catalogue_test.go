package site

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"factframe/app/export"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/datatest"
	"factframe/data/load"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

var signOrPlace = regexp.MustCompile(`\{[\w.-]+\}|[A-Za-z,:;]`)

// widened returns a text in full-width letters and punctuation, which makes all other texts easy to find.
func widened(s string) string {
	return signOrPlace.ReplaceAllStringFunc(s, func(s string) string {
		if len(s) > 1 {
			return s // a placeholder
		}
		return string(rune(s[0]) - '!' + '！')
	})
}

// wide returns a language with the English words in full-width letters.
func wide() *text.Language {
	var b strings.Builder
	for _, key := range text.English.Keys() {
		words := text.English.Say(key)
		if !strings.HasPrefix(key, "cldr.plurals") && key != "direction" {
			words = widened(words)
		}
		b.WriteString(key + " = " + words + "\n")
	}
	return text.Parse("en-XA", b.String())
}

// plain are the fields of a package that readers see unchanged or not at all.
var plain = []string{"ID", "URL", "SHA256", "Language", "Original", "Published", "Accent", "AccentDark", "Logo", "Filters", "Orders", "At", "Highlight", "Channels", "Codes", "Name"}

// widen converts every text of a package to full-width letters, except ids and addresses.
func widen(p *data.Package) {
	seen := map[uintptr]bool{}
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Pointer()] && v.Type() != reflect.TypeFor[*text.Language]() {
				seen[v.Pointer()] = true
				walk(v.Elem())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				field := v.Type().Field(i)
				isPackageName := field.Name == "Name" && v.Type() == reflect.TypeFor[data.Package]()
				if field.IsExported() && (!slices.Contains(plain, field.Name) || field.Name == "Name" && !isPackageName || field.Name == "Codes" && field.Type.Kind() == reflect.Slice) {
					walk(v.Field(i))
				}
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.String:
			if v.Type() == reflect.TypeFor[string]() {
				v.SetString(widened(v.String()))
			}
		}
	}
	walk(reflect.ValueOf(p))
}

// Everything that a reader or an editor can see or hear is from the catalogue or the
// package; no text is hard-coded.
func TestEveryWordIsInTheCatalogue(t *testing.T) {
	packages := map[string]*data.Package{"default": datatest.Default(t)}
	for _, kind := range []string{"countries", "growth", "intervals", "money", "survey"} {
		_, raw, err := check.File(datatest.KindPath(kind))
		require.NoError(t, err)
		packages[kind], err = load.Bytes(kind, raw) // again, because the checks have filled in labels
		require.NoError(t, err)
	}
	words := wide()
	ascii := regexp.MustCompile(`[A-Za-z]{2,}|[,:;]`)
	for name, p := range packages {
		widen(p)
		p.Words, p.Language, p.Original = words, "en-XA", "en-XA"
		for _, s := range p.Series {
			s.Words = words
		}
		var plain []string // hashes and addresses
		for _, f := range p.Figures {
			f.PeriodName = p.NameOf(f.Period)
		}
		for _, s := range p.Sources {
			plain = append(plain, say.Bare(s.URL), s.SHA256[:min(len(s.SHA256), 12)])
		}
		for _, h := range p.Help {
			plain = append(plain, say.Bare(h.URL))
		}
		slices.SortFunc(plain, func(a, b string) int { return len(b) - len(a) })
		noASCII := func(where, shown string) {
			t.Helper()
			for _, s := range plain {
				if s != "" {
					shown = strings.ReplaceAll(shown, s, "")
				}
			}
			assert.Empty(t, ascii.FindAllString(shown, -1), "%s: %s: %s", name, where, shown)
		}
		for _, s := range state.Prerendered(p) {
			noASCII("title", say.Title(p, s))
			noASCII("description", say.Description(p, s))
			panel, receipt, err := panelOf(p, s, assets{})
			require.NoError(t, err)
			readable(t, string(panel)+string(receipt), func(shown string) { noASCII(s.Address(), shown) })
		}
		readable(t, editorPage(p, "v/1/"), func(shown string) { noASCII("the embed page", shown) })
		away, err := away(p)
		require.NoError(t, err)
		readable(t, string(away), func(shown string) { noASCII("the page of what is not saved", shown) })
		for _, v := range p.Views {
			s := state.State{View: v.ID}
			for _, shown := range textsOf(export.Card(export.Selection{Package: p, State: s}).Document()) {
				noASCII("a card", shown)
			}
			answer, err := oEmbed(p, s, "https://figures.example/", []byte("<main></main>"))
			require.NoError(t, err)
			var fields struct{ HTML, Title string }
			require.NoError(t, json.Unmarshal(answer, &fields))
			readable(t, fields.HTML, func(shown string) {
				noASCII("oEmbed", strings.ReplaceAll(shown, "https://figures.example/", ""))
			})
		}
		noASCII("the title of a frame", strings.TrimSpace(p.Words.Say("frame.title")))
	}
}

// readable calls see with every text and every announced attribute of a page.
func readable(t *testing.T, page string, see func(string)) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	ours := map[string]bool{"Markdown": true, "WordPress": true, "CSV": true, "JSON": true, "SVG": true, "PNG": true, "HTML": true, "BibTeX": true, "CSL-JSON": true}
	for n := range doc.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "script" && !ours[n.Data] {
			see(n.Data)
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "aria-label", "aria-valuetext", "alt", "title", "placeholder", "data-said", "data-title", "data-name", "data-quote", "data-caution":
				see(a.Val)
			case "data-accessed":
				see(strings.ReplaceAll(a.Val, "{date}", ""))
			case "data-words":
				var words map[string]string
				require.NoError(t, json.Unmarshal([]byte(a.Val), &words))
				for _, each := range words {
					see(regexp.MustCompile(`\{\w+\}`).ReplaceAllString(each, ""))
				}
			}
		}
	}
}
