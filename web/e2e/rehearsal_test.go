package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"
)

// counted counts rehearsals, from before a page begins: one whose address asks
// for the program may have rehearsed by the time that it is loaded. A machine that
// runs other tests may never be idle, so here an idle moment is the next one.
func counted(b *tab) *tab {
	b.t.Helper()
	b.run(command(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `
		globalThis.requestIdleCallback = (then) => setTimeout(then);
		let rehearse;
		globalThis.times = 0;
		Object.defineProperty(globalThis, "factframeRehearse", {
			set(value) { rehearse = value; },
			get: () => (again) => rehearse(() => {
				if (!times) watch();
				again();
				times++;
			}),
		});
		globalThis.changed = 0;
		const watch = () => {
			const panel = document.getElementById("factframe");
			new MutationObserver((list) => { changed += list.filter((each) => each.target !== panel).length; })
				.observe(panel, { subtree: true, childList: true, attributes: true, characterData: true });
		};`}))
	return b
}

// The program rehearses a choice while nobody waits: a bounded number of times,
// and a reader sees and hears nothing of it.
func TestARehearsalChangesNothing(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"outcomes/percent/", "time/", "outcomes/table/", "compare/", "?show=table"} {
		b := counted(newTab(t, 760)).open(address)
		before := eval[string](b, panelHTML)
		b.start()
		b.until(`times >= 4`)
		assert.Zero(t, eval[int](b, `new Promise((done) => requestIdleCallback(() => requestIdleCallback(() => done(changed + times - 4))))`), address)
		if address != "?show=table" { // a page that the program alone shows
			same(t, before, eval[string](b, panelHTML), address)
			assert.Empty(t, eval[string](b, `document.querySelector("[aria-live]").textContent`), "nothing is announced")
		}
	}
}

// A reader who saves data saves the battery too.
func TestNoRehearsalWithSaveData(t *testing.T) {
	t.Parallel()
	b := counted(newTab(t, 760)).open("outcomes/")
	b.do(`Object.defineProperty(navigator, "connection", { value: { saveData: true } })`)
	b.start()
	assert.Zero(t, eval[int](b, `new Promise((done) => requestIdleCallback(() => requestIdleCallback(() => done(times))))`), "a rehearsal would have had its turn")
}
