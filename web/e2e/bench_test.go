package e2e

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"
)

// changed times 60 changes of measure, from the click to the frame that paints
// them, and returns the median in ms.
const changed = `(async () => {
	const times = [];
	for (let i = 0; i < 60; i++) {
		const before = performance.now();
		const want = i % 2 === 0;
		[...document.querySelectorAll(".seg a")][want ? 1 : 0].click();
		while (document.querySelectorAll(".n")[1].textContent.startsWith("22%") !== want) {
			if (performance.now() - before > 5000) throw new Error("the change never showed");
			await new Promise(requestAnimationFrame);
		}
		await new Promise(requestAnimationFrame);
		await new Promise((done) => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); });
		times.push(performance.now() - before);
	}
	return times.sort((a, b) => a - b)[30];
})()`

// BenchmarkFilterToPainted measures a change of filter beside the same page
// written by hand, in the same run. The ratio is what counts.
func BenchmarkFilterToPainted(b *testing.B) {
	hand := httptest.NewServer(http.FileServer(http.Dir("testdata/handwritten")))
	defer hand.Close()
	measure := func(url, ready string) float64 {
		ctx, closeTab := chromedp.NewContext(browser)
		defer closeTab()
		if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
			b.Fatal(err)
		}
		if _, err := chromedp.Run(ctx, chromedp.Evaluate[any](`document.querySelector("main").dispatchEvent(new PointerEvent("pointerover"))`)); err != nil {
			b.Fatal(err)
		}
		if _, err := chromedp.Run(ctx, chromedp.Poll[bool](ready)); err != nil {
			b.Fatal(err)
		}
		median, err := chromedp.Run(ctx, chromedp.Evaluate[float64](changed, chromedp.EvalAwaitPromise))
		if err != nil {
			b.Fatal(err)
		}
		return median
	}
	for b.Loop() {
		ours := measure(host.URL+"/outcomes/", running)
		theirs := measure(hand.URL, `true`)
		b.ReportMetric(ours, "ms/ours")
		b.ReportMetric(theirs, "ms/handwritten")
		b.ReportMetric(ours/theirs, "×handwritten")
	}
}
