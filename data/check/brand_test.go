package check_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/data/check"
	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// branded writes a package with a brand and a logo file, and reads it back.
func branded(t *testing.T, brand map[string]any, logo string) (warnings []string, stored string, err error) {
	t.Helper()
	var top map[string]any
	require.NoError(t, json.Unmarshal(datatest.TinyJSON(t, "bar"), &top))
	top["factframe"].(map[string]any)["brand"] = brand
	raw, err := json.Marshal(top)
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), raw, 0o644))
	if logo != "" {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "logo.svg"), []byte(logo), 0o644))
	}
	p, _, err := check.File(dir)
	if err != nil {
		return nil, "", err
	}
	return check.Warnings(p), p.Brand.Logo, nil
}

const circle = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>`

// The logo becomes part of the package. An accent with too little contrast causes a
// warning.
func TestBrand(t *testing.T) {
	warnings, stored, err := branded(t, map[string]any{"accent": "#78be20", "credit": "Chart: Example Trust", "logo": "logo.svg"}, "\ufeff\n"+circle)
	require.NoError(t, err)
	assert.Equal(t, circle, stored)
	require.Len(t, warnings, 1)
	assert.Contains(t, warnings[0], "brand: the accent #78be20 has too little contrast on a light page (2.3:1), so it is #")
	_, _, err = branded(t, map[string]any{"logo": "logo.svg", "credit": "A trust"}, strings.Replace(circle, "<circle", `<defs><linearGradient id="a" xlink:href="#b" xmlns:xlink="http://www.w3.org/1999/xlink"/></defs><circle fill="url(#a)"`, 1))
	require.NoError(t, err, "a gradient as drawing programs write it")
	warnings, _, err = branded(t, map[string]any{"accent": "#4b1d6e", "accent_dark": "#af82da"}, "")
	require.NoError(t, err)
	assert.Empty(t, warnings)
}

// Invalid colours, and logos that could do more than draw shapes, are refused.
func TestBrandsThatAreRefused(t *testing.T) {
	logo := func(inside string) string {
		return strings.Replace(circle, "<circle", inside+"<circle", 1)
	}
	owned := map[string]any{"logo": "logo.svg", "credit": "A trust"}
	for _, each := range []struct {
		name       string
		brand      map[string]any
		logo, want string
	}{
		{"a colour by its name", map[string]any{"accent": "green"}, "", `brand: accent: "green" is not a colour`},
		{"a colour without #", map[string]any{"accent": "#78be20", "accent_dark": "78be20"}, "", `brand: accent_dark: "78be20" is not a colour`},
		{"an unknown field", map[string]any{"accent": "#78be20", "font": "Arial"}, "", "brand: font: is not a valid field"},
		{"a logo that is not there", owned, "", "cannot be read"},
		{"a logo elsewhere", map[string]any{"logo": "../logo.svg"}, circle, "is outside the package's folder"},
		{"a script", owned, logo("<script>1</script>"), "an element script"},
		{"a handler", owned, strings.Replace(circle, "r=", `onload="x()" r=`, 1), "an attribute onload"},
		{"an embedded page", owned, logo("<foreignObject/>"), "an element foreignObject"},
		{"a link", owned, logo(`<a href="https://x.example"/>`), "an element a"},
		{"a file from elsewhere", owned, strings.Replace(circle, "r=", `fill="url(https://x.example)" r=`, 1), "an attribute fill"},
		{"an entity", owned, `<!DOCTYPE svg [<!ENTITY a "b">]>` + circle, "a document type"},
		{"another image format", owned, "GIF89a", "not an SVG document"},
		{"a page", owned, "<html></html>", `root element is "html"`},
		{"an external style sheet", owned, `<?xml-stylesheet type="text/xsl" href="x"?>` + circle, "the instruction xml-stylesheet"},
		{"an HTML element", owned, logo(`<iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:1"/>`), "an element iframe"},
		{"an address in capitals", owned, strings.Replace(circle, "r=", `fill="URL(https://x.example)" r=`, 1), "an attribute fill"},
		{"an address after another", owned, strings.Replace(circle, "r=", `fill="url(#a) url(https://x.example)" r=`, 1), "an attribute fill"},
		{"an escaped address", owned, strings.Replace(circle, "r=", `style="fill:u\\72l(x)" r=`, 1), "an attribute style"},
		{"two documents", owned, circle + circle, "not a single svg"},
		{"no namespace", owned, "<svg><circle r='4'/></svg>", "without xmlns"},
		{"a logo without a credit", map[string]any{"logo": "logo.svg"}, circle, "brand: credit: "},
		{"an accent for dark pages only", map[string]any{"accent_dark": "#78be20"}, "", "brand: accent: "},
		{"half a document", owned, circle[:60], "not an SVG document"},
		{"too large", owned, logo(strings.Repeat("<g/>", 10_000)), "more than 32 kB"},
	} {
		_, _, err := branded(t, each.brand, each.logo)
		if assert.Error(t, err, each.name) {
			assert.Contains(t, err.Error(), each.want, each.name)
		}
	}
}
