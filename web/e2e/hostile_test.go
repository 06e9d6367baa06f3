package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// hostile posts ten thousand malicious messages to a window. They come from a generator
// with a seed, so that failures are reproducible. Some imitate the protocols that we use.
const hostile = `(to, seed) => {
	let state = seed;
	const next = (n) => { // a linear congruential generator; uses the upper bits
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor(state / 2 ** 32 * n);
	};
	const words = ["height", "hello", "state", "factframe", "frames-init", "ready", "iframe.resize", "embed-size", "[iFrameSizer]x:1:2", "[iFrameSizer]x:1:2:3:4", "[iFrameSizer]", "pymxPYMx", "pymxPYMxaxPYMxheightxPYMx9", "", "__proto__", "constructor", "\u0000", "\ud800", "<img src=x onerror=alert(1)>", "javascript:alert(1)"];
	const numbers = [0, -0, -1, 1, 1e9, 1e308, -1e308, NaN, Infinity, 99999, 2 ** 53];
	const value = (depth) => {
		switch (next(depth > 3 ? 6 : 10)) {
			case 0: return words[next(words.length)];
			case 1: return numbers[next(numbers.length)];
			case 2: return null;
			case 3: return undefined;
			case 4: return next(2) === 1;
			case 5: return "x".repeat(next(5000));
			case 6: return [value(depth + 1), value(depth + 1)];
			case 7: return new Map([[value(depth + 1), value(depth + 1)]]);
			case 8: return { factframe: words[next(4)], height: next(2) ? numbers[next(numbers.length)] : value(depth + 1), address: value(depth + 1), secret: value(depth + 1), type: value(depth + 1), message: value(depth + 1) };
			default: return JSON.stringify({ context: "iframe.resize", height: numbers[next(numbers.length)], src: words[next(words.length)] });
		}
	};
	for (let i = 0; i < 10000; i++) to.postMessage(value(0), "*");
}`

// Messages from anybody else change neither the frame's height nor anything on the host's
// page or ours.
func FuzzWhatHostsPost(f *testing.F) {
	f.Add(uint32(1))
	f.Fuzz(func(t *testing.T, seed uint32) { hostileMessages(t, seed) })
}

func hostileMessages(t *testing.T, seed uint32) {
	t.Helper()
	addHost("hostile", hostPage{body: `<fact-frame src="SITE/outcomes/" title="t" style="display:block"></fact-frame><script src="SITE/embed.js"></script>
		<iframe id="other" srcdoc="<p>Another frame"></iframe>
		<script>globalThis.errors = []; addEventListener("error", (e) => errors.push(e.message)); addEventListener("unhandledrejection", (e) => errors.push(String(e.reason)));</script>`})
	b := newTab(t, 760)
	b.visit(host.URL + "/host/hostile")
	b.until(`document.querySelector("fact-frame").shadowRoot?.querySelector("iframe")?.contentDocument?.querySelector("h1")`)
	b.do(`globalThis.frame = document.querySelector("fact-frame").shadowRoot.querySelector("iframe")`)
	b.until(`Math.abs(frame.getBoundingClientRect().height - frame.contentDocument.getElementById("factframe").getBoundingClientRect().height) < 2`)
	b.do(`frame.contentWindow.errors = [], frame.contentWindow.addEventListener("error", (e) => frame.contentWindow.errors.push(e.message))`)
	before := eval[float64](b, `frame.getBoundingClientRect().height`)
	b.do(`globalThis.told = [], document.querySelector("fact-frame").addEventListener("factframe:height", (e) => told.push(e.detail.height))`)

	from := func(n uint32) string { return fmt.Sprint(4*seed + n) }
	b.do(`(` + hostile + `)(window, ` + from(0) + `)`)                                                                                      // the host to itself
	b.do(`document.getElementById("other").contentWindow.eval("(" + ` + "String.raw`" + hostile + "`" + ` + ")(parent, ` + from(1) + `)")`) // a stranger's frame to the host
	b.do(`(` + hostile + `)(frame.contentWindow, ` + from(2) + `)`)                                                                         // the host to our page
	b.do(`document.getElementById("other").contentWindow.eval("(" + ` + "String.raw`" + hostile + "`" + ` + ")(parent.frame.contentWindow, ` + from(3) + `)")`)
	b.do(`addEventListener("message", (e) => { if (e.data === "all read") globalThis.read = true; }), postMessage("all read", "*")`)
	b.until(`globalThis.read`)

	for _, height := range eval[[]float64](b, `[...new Set(told)]`) {
		assert.Equal(t, before, height, "only our frame can change its height")
	}
	assert.Equal(t, before, eval[float64](b, `frame.getBoundingClientRect().height`), "the frame keeps its height")
	assert.Empty(t, eval[[]string](b, `[...errors, ...frame.contentWindow.errors]`))
	b.do(`frame.contentWindow.location.reload()`)
	b.until(`frame.contentDocument?.querySelector("h1") && Math.abs(frame.getBoundingClientRect().height - frame.contentDocument.getElementById("factframe").getBoundingClientRect().height) < 2`)
}
