package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"
)

// before has a script run before those of every page that a tab opens.
func (b *tab) before(script string) *tab {
	b.t.Helper()
	b.run(command(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}))
	return b
}

// overheard keeps what a page tells its workers and hears from them.
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

// endless takes from a page the seconds after which it waits no longer, and ends
// a worker: a machine that runs other tests may need more.
const endless = `
	const later = setTimeout;
	globalThis.setTimeout = (then, after = 0) => { if (after < 1000) return later(then, after); };`

// A worker makes choices of the page before a reader does, and the program answers
// them there: only then is compiled what a reader would wait for.
func TestAWorkerRehearsesTheChoicesOfAPage(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"outcomes/percent/", "time/", "outcomes/table/", "compare/"} {
		b := newTab(t, 760).before(overheard + endless).open(address).start()
		b.until(`heard.length === 3`)
		assert.Equal(t, "module started answered", eval[string](b, `heard.map((each) => Object.keys(each)).join(" ")`), address)
		choices := eval[int](b, `told[1].choices.length`)
		assert.Greater(t, choices, 5, address)
		assert.GreaterOrEqual(t, eval[int](b, `heard[2].answered`), choices/3, "%s: some controls lead to where the page is", address)
	}
}

// A reader who saves data saves the battery too.
func TestNoRehearsalWithSaveData(t *testing.T) {
	t.Parallel()
	b := newTab(t, 760).before(overheard + `Object.defineProperty(navigator, "connection", { value: { saveData: true } });`).open("outcomes/")
	b.do(`document.querySelector("input[value='not-reported']").click()`)
	b.until(running)
	assert.Zero(t, eval[int](b, `told.length`))
}

// The program runs without a rehearsal where there are no workers, or theirs fails.
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

// A reader's choice does not wait for a rehearsal, however long that takes.
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
