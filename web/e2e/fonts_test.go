package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// fonts are two fonts that system-ui can mean on Linux, and their folders. Tests use both,
// because the size of text depends on the font.
var fonts = []struct{ name, folder string }{{"DejaVu Sans", "dejavu"}, {"Noto Sans", "noto"}}

// inEachFont runs a test in a browser with each of the fonts. It skips a font that is not
// installed.
func inEachFont(t *testing.T, test func(t *testing.T, browser context.Context)) {
	t.Helper()
	for _, font := range fonts {
		t.Run(font.name, func(t *testing.T) {
			folder := filepath.Join("/usr/share/fonts/truetype", font.folder)
			if _, err := os.Stat(folder); err != nil {
				t.Skipf("skipped the layout in %s, which is not installed: run make test as root, or install fonts-%s-core", font.name, font.folder)
			}
			test(t, browserWith(t, folder))
		})
	}
}

// browserWith starts a browser that only has the fonts in one folder.
func browserWith(t *testing.T, folder string) context.Context {
	t.Helper()
	path, err := findBrowser()
	require.NoError(t, err)
	dir := t.TempDir()
	conf := filepath.Join(dir, "fonts.conf")
	require.NoError(t, os.WriteFile(conf, fmt.Appendf(nil, `<?xml version="1.0"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>`, folder, filepath.Join(dir, "cache")), 0o644))
	profile, err := os.MkdirTemp("", "factframe-fonts") // t.TempDir would be removed before the browser exits
	require.NoError(t, err)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), append(browserOptions(path, profile), chromedp.Env("FONTCONFIG_FILE="+conf))...)
	in, closeBrowser := chromedp.NewContext(allocator)
	t.Cleanup(func() {
		closeBrowser()
		stop()
		os.RemoveAll(profile)
	})
	require.NoError(t, chromedp.Do(in))
	return in
}
