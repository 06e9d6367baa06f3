package page_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"factframe/app/page"
	"factframe/app/state"
	"factframe/app/state/statetest"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/datatest"
	"factframe/data/load"
	"factframe/data/translation"
	"factframe/web/goapp"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

var letterOrPlace = regexp.MustCompile(`\{[\w.-]+\}|[A-Za-z]`)

// foreignPackage returns a package with its texts in full-width letters, which no text of
// the widget has, on a page in another language.
func foreignPackage(t require.TestingT, raw []byte, own, page string) *data.Package {
	raw, err := translation.Original("p.json", raw)
	require.NoError(t, err)
	raw, err = translation.Texts(raw, func(s string) string {
		return letterOrPlace.ReplaceAllStringFunc(s, func(s string) string {
			if len(s) > 1 {
				return s
			}
			return string(rune(s[0]) - '!' + '！')
		})
	})
	require.NoError(t, err)
	var top map[string]any
	require.NoError(t, unmarshal(raw, &top))
	factframe := top["factframe"].(map[string]any)
	factframe["language"] = own
	delete(factframe, "translations")
	delete(factframe, "foreign")
	delete(factframe, "original")
	if own != page {
		factframe["translations"] = []string{page}
	}
	raw, err = json.Marshal(top)
	require.NoError(t, err)
	raw, _, err = translation.In("p.json", raw, page)
	require.NoError(t, err)
	p, err := load.Bytes("p.json", raw)
	require.NoError(t, err)
	return p
}

func unmarshal(raw []byte, to any) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	return decoder.Decode(to)
}

var (
	fullWidth = regexp.MustCompile(`[Ａ-Ｚａ-ｚ]`)
	ofWidget  = regexp.MustCompile(`^[[:ascii:]]*[A-Za-z]{3}[[:ascii:]]*$`)
)

// wrongLanguage returns a text of a page that is not marked with its language, or "".
func wrongLanguage(m page.Model, language string) (string, error) {
	var b bytes.Buffer
	if err := goapp.Print(&b, app.Elem("main").Body(m.Body()...)); err != nil {
		return "", err
	}
	doc, err := html.Parse(&b)
	if err != nil {
		return "", err
	}
	for n := range doc.Descendants() {
		if n.Type != html.TextNode || inside(n, "svg") || inside(n, "q") { // drawings are hidden from screen readers, and quotations are not translated
			continue
		}
		if strings.Contains(n.Data, text.English.Say("amount.missing.sentence")) {
			continue // in a headline whose only word is a missing number, the widget's words are all letters
		}
		if is := languageAt(n); fullWidth.MatchString(n.Data) && is != language || is == language && ofWidget.MatchString(n.Data) {
			return n.Data, nil
		}
	}
	return "", nil
}

// languageAt returns the language that the nearest element declares.
func languageAt(n *html.Node) string {
	for e := n.Parent; e != nil; e = e.Parent {
		if lang := (element{e}).attr("lang"); lang != "" {
			return lang
		}
	}
	return ""
}

func inside(n *html.Node, tag string) bool {
	for e := n.Parent; e != nil; e = e.Parent {
		if e.Data == tag {
			return true
		}
	}
	return false
}

// A screen reader reads every text of the package in its language: in a language that the
// widget does not have, and where a translation is missing.
func TestForeignTextsAreMarked(t *testing.T) {
	packages := map[string][]byte{"default": data.DefaultJSON}
	for _, kind := range datatest.Kinds {
		_, raw, err := check.File(datatest.KindPath(kind))
		require.NoError(t, err)
		packages[kind] = raw
	}
	for name, raw := range packages {
		for _, in := range []struct{ own, page string }{{"nl", "nl"}, {"he", "he"}, {"fr", "cy"}, {"fr", "fi"}} {
			p := foreignPackage(t, raw, in.own, in.page)
			for _, s := range state.Prerendered(p) {
				wrong, err := wrongLanguage(page.New(p, s), in.own)
				require.NoError(t, err)
				require.Empty(t, wrong, "%s in %s on a page in %s: %s", name, in.own, in.page, s.Address())
			}
		}
	}
}

func TestForeignTextsOfGeneratedPackagesAreMarked(t *testing.T) {
	datatest.Check(t, 30, func(t *rapid.T) {
		p := foreignPackage(t, datatest.Package().Draw(t, "package").JSON, "nl", "nl")
		for _, s := range statetest.Walk(t, p, 8) {
			wrong, err := wrongLanguage(page.New(p, s), "nl")
			require.NoError(t, err)
			if strings.TrimSpace(wrong) != "" {
				t.Fatalf("%s: %q is not marked with its language", s.Address(), wrong)
			}
		}
	})
}
