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

// branded writes a package with a brand and its logo, and reads it.
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

// A logo becomes part of the package, and an accent that is hard to read is told.
func TestBrand(t *testing.T) {
	warnings, stored, err := branded(t, map[string]any{"accent": "#78be20", "credit": "Chart: Example Trust", "logo": "logo.svg"}, "\n"+circle)
	require.NoError(t, err)
	assert.Equal(t, circle, stored)
	require.Len(t, warnings, 1)
	assert.Contains(t, warnings[0], "brand: the accent #78be20 is hard to read on a light page (2.3:1), so it is #")
	warnings, _, err = branded(t, map[string]any{"accent": "#4b1d6e", "accent_dark": "#af82da"}, "")
	require.NoError(t, err)
	assert.Empty(t, warnings)
}

// A colour that is none, and a logo that could do more than be drawn, are refused.
func TestBrandsThatAreRefused(t *testing.T) {
	logo := func(inside string) string {
		return strings.Replace(circle, "<circle", inside+"<circle", 1)
	}
	for _, each := range []struct {
		name       string
		brand      map[string]any
		logo, want string
	}{
		{"a colour by its name", map[string]any{"accent": "green"}, "", `brand: accent: "green" is not a colour`},
		{"a colour without #", map[string]any{"accent_dark": "78be20"}, "", `brand: accent_dark: "78be20" is not a colour`},
		{"an unknown field", map[string]any{"accent": "#78be20", "font": "Arial"}, "", "brand: font: is not a field"},
		{"a logo that is not there", map[string]any{"logo": "logo.svg"}, "", "cannot be read"},
		{"a logo elsewhere", map[string]any{"logo": "../logo.svg"}, circle, "leaves the package's folder"},
		{"a script", map[string]any{"logo": "logo.svg"}, logo("<script>1</script>"), "an element script"},
		{"a handler", map[string]any{"logo": "logo.svg"}, strings.Replace(circle, "r=", `onload="x()" r=`, 1), "an attribute onload"},
		{"a page within", map[string]any{"logo": "logo.svg"}, logo("<foreignObject/>"), "an element foreignObject"},
		{"a link", map[string]any{"logo": "logo.svg"}, logo(`<a href="https://x.example"/>`), "an element a"},
		{"a file from elsewhere", map[string]any{"logo": "logo.svg"}, strings.Replace(circle, "r=", `fill="url(https://x.example)" r=`, 1), "an attribute fill"},
		{"an entity", map[string]any{"logo": "logo.svg"}, `<!DOCTYPE svg [<!ENTITY a "b">]>` + circle, "a document type"},
		{"a picture of another kind", map[string]any{"logo": "logo.svg"}, "GIF89a", "no SVG document"},
		{"a page", map[string]any{"logo": "logo.svg"}, "<html></html>", `a document of "html"`},
		{"a half", map[string]any{"logo": "logo.svg"}, circle[:60], "no SVG document"},
		{"too much", map[string]any{"logo": "logo.svg"}, logo(strings.Repeat("<g/>", 10_000)), "more than 32 kB"},
	} {
		_, _, err := branded(t, each.brand, each.logo)
		if assert.Error(t, err, each.name) {
			assert.Contains(t, err.Error(), each.want, each.name)
		}
	}
}
