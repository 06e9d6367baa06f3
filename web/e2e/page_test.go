package e2e

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	cdruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// action is a step in a tab without a result.
type action = chromedp.Action[chromedp.Void]

// command returns a step that sends one command of the DevTools protocol.
func command[P, R any](c cdp.Command[P, R], params P) action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// tab is a browser tab, with the errors and requests of its pages.
type tab struct {
	t          *testing.T
	ctx        context.Context
	requests   []string
	complaints []string
	expected   []string // patterns of messages that must be logged
	allowed    []string // patterns of messages that may be logged
	hosts      []string // allowed hosts of requests
}

// patience is the longest time that any step may take, on a slow machine.
const patience = 300 * time.Second

// newTab opens a tab. The test fails if its pages log a warning or an error, or request
// another host. Tabs share their storage, as a reader's do, and workers are bypassed; see
// newTabOfItsOwn.
func newTab(t *testing.T, width int, steps ...action) *tab {
	t.Helper()
	return openTab(t, width, append([]action{command(network.SetBypassServiceWorker, network.SetBypassServiceWorkerParams{Bypass: true})}, steps...))
}

// newTabOfItsOwn opens a tab with its own storage, in which workers are used.
func newTabOfItsOwn(t *testing.T, width int) *tab {
	t.Helper()
	return openTab(t, width, nil, chromedp.WithNewBrowserContext())
}

// beside opens another tab that shares the storage of this one.
func (b *tab) beside() *tab {
	b.t.Helper()
	other := openTab(b.t, 760, nil, chromedp.WithExistingBrowserContext(chromedp.FromContext(b.ctx).BrowserContextID))
	other.hosts, other.allowed = b.hosts, append(slices.Clone(b.expected), b.allowed...)
	return other
}

func openTab(t *testing.T, width int, steps []action, options ...chromedp.ContextOption) *tab {
	t.Helper()
	return openTabIn(t, browser, width, steps, options...)
}

func openTabIn(t *testing.T, browser context.Context, width int, steps []action, options ...chromedp.ContextOption) *tab {
	t.Helper()
	b := &tab{t: t, hosts: []string{host.URL, elsewhere.URL, "data:", "blob:", "about:srcdoc"}}
	ctx, closeTab := chromedp.NewContext(browser, append(options, chromedp.WithListener(b.listen))...)
	require.NoError(t, chromedp.Do(ctx, command(network.Enable, network.EnableParams{}), command(cdruntime.Enable, cdp.Empty{})))
	ctx, cancel := context.WithTimeout(ctx, patience)
	b.ctx = ctx
	t.Cleanup(func() {
		cancel()
		closeTab()
		b.judge()
	})
	b.run(append([]action{chromedp.EmulateViewport(int64(width), 900)}, steps...)...)
	return b
}

func (b *tab) listen(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *cdruntime.EventExceptionThrown:
		b.complaints = append(b.complaints, e.ExceptionDetails.Text+" "+e.ExceptionDetails.URL)
	case *cdruntime.EventConsoleAPICalled:
		if e.Type == cdruntime.ConsoleAPICalledTypeError || e.Type == cdruntime.ConsoleAPICalledTypeWarning {
			complaint := ""
			for _, arg := range e.Args {
				complaint += fmt.Sprint(arg.Value) + " " + arg.Description + " "
			}
			b.complaints = append(b.complaints, complaint)
		}
	}
}

func (b *tab) judge() {
	came := map[string]bool{}
	for _, complaint := range b.complaints {
		provoked := false
		for _, pattern := range append(slices.Clone(b.expected), b.allowed...) {
			if regexp.MustCompile(`^(?:` + pattern + `)`).MatchString(complaint) {
				provoked, came[pattern] = true, true
			}
		}
		assert.True(b.t, provoked, "the page logged: %s", complaint)
	}
	for _, pattern := range b.expected {
		assert.True(b.t, came[pattern], "the page did not log %s", pattern)
	}
	for _, url := range b.requests {
		own := slices.ContainsFunc(b.hosts, func(h string) bool { return strings.HasPrefix(url, h) })
		assert.True(b.t, own, "a request to another host: %s", url)
	}
}

func (b *tab) run(steps ...action) {
	b.t.Helper()
	require.NoError(b.t, chromedp.Do(b.ctx, steps...))
}

// open loads an address below the host and waits until the page is complete.
func (b *tab) open(address string) *tab {
	b.t.Helper()
	return b.visit(host.URL + "/" + address)
}

// visit loads an absolute address, and waits until its panel handles clicks.
func (b *tab) visit(url string) *tab {
	b.t.Helper()
	b.run(chromedp.Navigate(url))
	b.until(`!document.getElementById("factframe") || globalThis.factframeWrite || matchMedia("(scripting: none)").matches`)
	return b
}

// eval evaluates an expression in the page and returns the result; it awaits promises.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	out, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise, asReader))
	require.NoError(b.t, err, expression)
	return out
}

// asReader runs scripts as user gestures: otherwise Chromium 156 skips history entries
// that scripts added.
func asReader(p *cdruntime.EvaluateParams) {
	yes := true
	p.UserGesture = &yes
}

// do evaluates an expression for its effect.
func (b *tab) do(expression string) {
	b.t.Helper()
	eval[chromedp.Void](b, "("+expression+", {})")
}

// wait waits, to check that something does not happen.
func (b *tab) wait(d time.Duration) {
	b.t.Helper()
	eval[int](b, fmt.Sprintf(`new Promise((done) => setTimeout(() => done(0), %d))`, d.Milliseconds()))
}

// until waits until an expression is true, across page loads too.
func (b *tab) until(expression string) {
	b.t.Helper()
	require.Eventually(b.t, func() bool {
		yes, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("!!("+expression+")"))
		return err == nil && yes
	}, 30*time.Second, 30*time.Millisecond, "never true: %s", expression)
}

const running = `document.getElementById("factframe").dataset.program === "running"`

// start shows intent, and waits until the program runs.
func (b *tab) start() *tab {
	b.t.Helper()
	b.until(`globalThis.factframeWrite`)
	b.do(`document.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
	b.until(running)
	return b
}

// panelHTML returns the HTML of the panel, without the attributes of the boot script, and
// with the state of every checkbox.
const panelHTML = `(() => {
	const copy = document.getElementById("factframe").cloneNode(true);
	for (const name of ["data-program", "data-adopted", "aria-busy"]) copy.removeAttribute(name);
	copy.querySelectorAll(".taken").forEach((taken) => taken.replaceChildren());
	copy.querySelectorAll("[aria-live]").forEach((live) => live.textContent = "");
	copy.querySelectorAll("details").forEach((details) => details.removeAttribute("open"));
	const boxes = [...document.querySelectorAll("#factframe input")];
	copy.querySelectorAll("input").forEach((box, i) => box.toggleAttribute("checked", boxes[i].checked));
	copy.querySelectorAll("[aria-expanded]").forEach((mark) => mark.removeAttribute("aria-expanded"));
	copy.querySelectorAll("[tabindex]").forEach((mark) => mark.removeAttribute("tabindex")); // one tab stop per chart, once the program runs
	const sliders = [...document.querySelectorAll("#factframe input[type=range]")];
	copy.querySelectorAll("input[type=range]").forEach((slider, i) => { slider.removeAttribute("disabled"); slider.setAttribute("value", sliders[i].value); });
	const sorted = (e) => {
		const attributes = [...e.attributes].map((a) => a.name + "=" + a.value).sort();
		return "<" + e.localName + " " + attributes.join(" ") + ">" + [...e.childNodes].map((c) => c.nodeType === 1 ? sorted(c) : c.nodeType === 3 ? c.data : "").join("") + "</>";
	};
	return sorted(copy);
})()`

// frozen freezes the page, as browsers do with tabs in the background, or resumes it.
func (b *tab) frozen(yes bool) {
	b.t.Helper()
	state := page.SetWebLifecycleStateStateActive
	if yes {
		state = page.SetWebLifecycleStateStateFrozen
	}
	b.run(command(page.SetWebLifecycleState, page.SetWebLifecycleStateParams{State: state}))
}

// scheme emulates a reader's colour scheme.
func scheme(dark bool) action {
	value := "light"
	if dark {
		value = "dark"
	}
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: value}}})
}

func withoutJavaScript() action {
	return command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// same asserts that two pages are equal, and shows the first difference.
func same(t *testing.T, want, got, message string) {
	t.Helper()
	i := 0
	for i < min(len(want), len(got)) && want[i] == got[i] {
		i++
	}
	around := func(s string) string { return s[max(0, min(len(s), i)-80):min(len(s), i+80)] }
	assert.True(t, want == got, "%s: wanted …%s…, got …%s…", message, around(want), around(got))
}
