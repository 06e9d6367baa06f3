package e2e

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
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
		while (document.querySelector(".n").textContent.startsWith("22%") !== want) {
			if (performance.now() - before > 5000) throw new Error("the change never showed");
			await new Promise(requestAnimationFrame);
		}
		await new Promise(requestAnimationFrame);
		await new Promise((done) => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); });
		times.push(performance.now() - before);
	}
	return times.sort((a, b) => a - b)[30];
})()`

// BenchmarkFilterToPainted compares a filter change with that of a hand-written page in
// the same run. The ratio is what counts.
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

// tapped returns the time in ms from the first tap on a bar to its receipt, and the time
// to fetch the page of the receipt.
const tapped = `(async () => {
	const mark = document.querySelector(".strip"), panel = document.getElementById("factframe");
	const before = performance.now();
	panel.dispatchEvent(new TouchEvent("touchstart"));
	mark.click();
	while (!document.querySelector(".receipt .links")) await new Promise(requestAnimationFrame);
	const tap = performance.now() - before;
	const asked = performance.now();
	await (await fetch(mark.href, { cache: "reload" })).text();
	return [tap, performance.now() - asked];
})()`

// BenchmarkFirstTap measures how long a reader waits for the first receipt on an
// emulated old phone (a sixth of this processor's speed, 1.4 Mbit/s, latency 560 ms).
func BenchmarkFirstTap(b *testing.B) {
	for b.Loop() {
		ctx, closeTab := chromedp.NewContext(browser)
		err := chromedp.Do(ctx,
			command(network.Enable, network.EnableParams{}),
			command(network.ClearBrowserCache, cdp.Empty{}),
			command(network.SetBypassServiceWorker, network.SetBypassServiceWorkerParams{Bypass: true}), // the worker would answer at once
			command(network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{{Latency: 560, DownloadThroughput: 1.4e6 / 8, UploadThroughput: 0.7e6 / 8}}}),
			command(emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 6}),
			chromedp.Navigate(host.URL+"/outcomes/"), chromedp.Sleep(2*time.Second))
		if err != nil {
			b.Fatal(err)
		}
		times, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](tapped, chromedp.EvalAwaitPromise))
		if err != nil {
			b.Fatal(err)
		}
		closeTab()
		b.ReportMetric(times[0], "ms/tap")
		b.ReportMetric(times[1], "ms/page")
		b.ReportMetric(times[0]/times[1], "×page")
	}
}
