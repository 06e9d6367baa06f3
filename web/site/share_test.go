package site

import (
	"bytes"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/web"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func builtWithAddress(t *testing.T, address string) (string, error) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "dist")
	return out, write(out, "", address)
}

func TestOEmbedAndCards(t *testing.T) {
	out, err := builtWithAddress(t, "https://figures.example/nudes")
	require.NoError(t, err)
	raw, err := os.ReadFile(filepath.Join(out, "oembed", "outcomes.json"))
	require.NoError(t, err)
	var file map[string]any
	require.NoError(t, json.Unmarshal(raw, &file))
	assert.Equal(t, "1.0", file["version"])
	assert.Equal(t, "rich", file["type"])
	markup := file["html"].(string)
	assert.NotContains(t, markup, "\n")
	assert.Regexp(t, `^<blockquote><a href="https://figures\.example/nudes/outcomes/">.+</a> Source: .+</blockquote><iframe src="https://figures\.example/nudes/outcomes/" title=".+" width="100%" height="\d{3}" frameborder="0" scrolling="auto" style="[^"]*content-height[^"]*"></iframe>$`, markup)

	assert.Contains(t, file, "thumbnail_url")
	raw, err = os.ReadFile(filepath.Join(out, "oembed", "outcomes", "percent.json"))
	require.NoError(t, err)
	assert.Contains(t, string(raw), `"thumbnail_url": "https://figures.example/nudes/img/outcomes/percent.png"`, "not the picture of counts")
	assert.FileExists(t, filepath.Join(out, "img", "outcomes", "percent.png"))

	page, err := os.ReadFile(filepath.Join(out, "outcomes", "index.html"))
	require.NoError(t, err)
	for _, want := range []string{
		`<link rel="canonical" href="https://figures.example/nudes/outcomes/">`,
		`<link rel="alternate" type="application/json+oembed" href="https://figures.example/nudes/oembed/outcomes.json"`,
		`<meta property="og:image" content="https://figures.example/nudes/img/outcomes.png">`,
	} {
		i := strings.Index(string(page), want)
		assert.True(t, i > 0 && i < 150_000, "%s is where WordPress looks for it", want)
	}
}

func TestWithoutAnAddressNothingAbsoluteIsWritten(t *testing.T) {
	out := built(t)
	assert.NoDirExists(t, filepath.Join(out, "oembed"))
	for name, page := range pages(t, out) {
		assert.NotContains(t, page, "og:url", name)
	}
}

func TestAddressesOfASite(t *testing.T) {
	for _, bad := range []string{"figures.example", "ftp://figures.example", "https://", "https://figures.example/?a=1"} {
		_, err := builtWithAddress(t, bad)
		assert.ErrorContains(t, err, "write it as https://host/folder/", bad)
	}
}

// Cards have the size that link previews expect, and are not empty.
func TestCardPictures(t *testing.T) {
	out := built(t)
	for _, view := range []string{"glance", "outcomes", "forces", "time", "ages", "sources"} {
		file := view + ".png"
		raw, err := os.ReadFile(filepath.Join(out, "img", file))
		require.NoError(t, err)
		picture, err := png.Decode(bytes.NewReader(raw))
		require.NoError(t, err)
		assert.Equal(t, cardWidth, picture.Bounds().Dx())
		assert.Equal(t, cardHeight, picture.Bounds().Dy())
		ink := 0
		for y := range cardHeight {
			for x := range cardWidth {
				if r, _, _, _ := picture.At(x, y).RGBA(); r < 0x8000 {
					ink++
				}
			}
		}
		assert.Greater(t, ink, 5000, file)
	}
}

// What every reader downloads stays small, measured as brotli.
func TestWeights(t *testing.T) {
	if testing.Short() {
		t.Skip("compresses every page, which takes a while")
	}
	for name, weight := range map[string]struct {
		content string
		limit   int
	}{
		"the frame's child":       {minified("text/javascript", web.Frame), 1500},
		"the boot script with it": {boot, 4950},
		"embed.js":                {embed, 2400},
	} {
		assert.LessOrEqual(t, len(compress([]byte(weight.content))), weight.limit, name)
	}
	for name, page := range pages(t, built(t)) {
		assert.LessOrEqual(t, len(compress([]byte(page))), 20_000, name)
	}
}
