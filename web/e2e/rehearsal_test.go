package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"
)

// before runs a script before the scripts of every page that the tab opens.
func (b *tab) before(script string) *tab {
	b.t.Helper()
	b.run(command(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}))
	return b
}

// overheard records the messages between a page and its workers.
const overheard = `
	globalThis.told = [], globalThis.heard = [];
	globalThis.Worker = class extends Worker {
		constructor(script) {
			super(script);
			this.addEventListener("message", ({ data }) => { if (!("share" in data)) heard.push(data); });
		}
		postMessage(data) {
			told.push(data);
			super.postMessage(data);
		}
	};`

// endless removes the page's timeouts for its worker, because a machine that runs other
// tests may be slower.
const endless = `
	const later = setTimeout;
	globalThis.setTimeout = (then, after = 0) => { if (after < 1000) return later(then, after); };`

// A worker makes choices of the page before the reader does, and the program answers
// them there: only then are the functions compiled that a reader would wait for.
func TestAWorkerRehearsesTheChoicesOfAPage(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"outcomes/percent/", "time/", "outcomes/table/", "compare/"} {
		b := newTab(t, 760).before(overheard + endless).open(address).start()
		b.until(`heard.length === 3`)
		assert.Equal(t, "module started answered", eval[string](b, `heard.map((each) => Object.keys(each)).join(" ")`), address)
		choices := eval[int](b, `told[1].choices.length`)
		assert.Greater(t, choices, 5, address)
		assert.GreaterOrEqual(t, eval[int](b, `heard[2].answered`), choices/3, "%s: some controls link to the current state", address)
	}
}

// With Save-Data there is no warm-up, which also saves the battery.
func TestNoRehearsalWithSaveData(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).before(overheard + `Object.defineProperty(navigator, "connection", { value: { saveData: true } });`).open("outcomes/")
	b.do(`document.querySelector("input[value='not-reported']").click()`)
	b.until(running)
	assert.Zero(t, eval[int](b, `told.length`))
}

// The program runs without a warm-up if workers are not available or fail.
func TestTheProgramRunsWithoutARehearsal(t *testing.T) {
	t.Parallel()
	for name, worker := range map[string]string{
		"a frame without an origin":   `class { constructor() { throw new DOMException("no workers here", "SecurityError"); } }`,
		"a script that does not load": `class extends Worker { constructor() { super("nothing.js"); } };` + endless,
		"a worker that never answers": `class { postMessage() {} terminate() {} }`,
	} {
		b := newTab(t, 760).before(`globalThis.Worker = ` + worker).open("outcomes/").start()
		b.do(`document.querySelector("input[value='not-reported']").click()`)
		b.until(`location.search`)
		assert.True(t, eval[bool](b, `document.getElementById("factframe").dataset.adopted !== undefined`), name)
	}
}

// A reader's choice does not wait for the warm-up, however long that takes.
func TestAChoiceEndsTheWaitForARehearsal(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).before(`
		globalThis.Worker = class extends Worker {
			postMessage(data) {
				if (data.environment) globalThis.rehearsing = true;
				else super.postMessage(data);
			}
		};` + endless).open("outcomes/")
	b.do(`document.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
	b.until(`globalThis.rehearsing`)
	b.do(`document.querySelector("input[value='not-reported']").click()`)
	b.until(running)
}
