package e2e

import (
	"context"
	"os"
	"testing"

	"factframe/data/datatest/golden"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// The picture in the README shows a panel in the preview's article; make picture takes it.
func TestReadmePicture(t *testing.T) {
	t.Parallel()
	const path = "testdata/panel.png"
	if !golden.Updating() {
		require.FileExists(t, path, "run make picture")
		return
	}
	b := newTab(t, 720).open("article/")
	b.until(panelsFit)
	height := eval[int64](b, `Math.ceil(document.querySelectorAll("article > p")[1].getBoundingClientRect().bottom + scrollY + 16)`)
	b.run(chromedp.EmulateViewport(720, height, chromedp.EmulateScale(2)))
	image, err := chromedp.Run(b.ctx, func(ctx context.Context, t *chromedp.Target) ([]byte, error) {
		shot, err := cdp.Call(ctx, t, page.CaptureScreenshot, page.CaptureScreenshotParams{})
		return shot.Data, err
	})
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll("testdata", 0o755))
	require.NoError(t, os.WriteFile(path, image, 0o644))
}
