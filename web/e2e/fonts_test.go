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

// fonts are two that system-ui stands for on Linux, by their folders: words are
// as wide and as high as their font makes them.
var fonts = []struct{ name, folder string }{{"DejaVu Sans", "dejavu"}, {"Noto Sans", "noto"}}

// inEachFont runs a test in a browser that has one font, and then in one that has
// another. It reports a font that is not installed.
func inEachFont(t *testing.T, test func(t *testing.T, browser context.Context)) {
	t.Helper()
	for _, font := range fonts {
		t.Run(font.name, func(t *testing.T) {
			folder := filepath.Join("/usr/share/fonts/truetype", font.folder)
			if _, err := os.Stat(folder); err != nil {
				t.Skipf("%s is not installed, so the layout was not tested with it: run make test as root, or install fonts-%s-core", font.name, font.folder)
			}
			test(t, browserWith(t, folder))
		})
	}
}

// browserWith starts a browser that finds fonts in one folder.
func browserWith(t *testing.T, folder string) context.Context {
	t.Helper()
	path, err := findBrowser()
	require.NoError(t, err)
	dir := t.TempDir()
	conf := filepath.Join(dir, "fonts.conf")
	require.NoError(t, os.WriteFile(conf, fmt.Appendf(nil, `<?xml version="1.0"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>`, folder, filepath.Join(dir, "cache")), 0o644))
	profile, err := os.MkdirTemp("", "factframe-fonts") // t.TempDir is removed before the browser has ended
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
