package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// counted counts rehearsals, and what they change of the page.
const counted = `(() => {
	globalThis.times = globalThis.changed = 0;
	Object.defineProperty(globalThis, "factframeRehearse", {
		set(rehearse) { globalThis.rehearse = rehearse; },
		get: () => (again) => rehearse(() => { again(); times++; }),
	});
	const panel = document.getElementById("factframe");
	globalThis.watch = () => new MutationObserver((list) => { changed += list.filter((each) => each.target !== panel).length; })
		.observe(panel, { subtree: true, childList: true, attributes: true, characterData: true });
})()`

// The program rehearses a choice while nobody waits: a bounded number of times,
// and a reader sees and hears nothing of it.
func TestARehearsalChangesNothing(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"outcomes/percent/", "time/", "outcomes/table/", "compare/", "?show=table"} {
		b := newTab(t, 760).open(address)
		before := eval[string](b, panelHTML)
		b.do(counted)
		b.start().do(`watch()`)
		b.until(`times === 4`)
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
	b := newTab(t, 760).open("outcomes/")
	b.do(counted)
	b.do(`Object.defineProperty(navigator, "connection", { value: { saveData: true } })`)
	b.start()
	assert.Zero(t, eval[int](b, `new Promise((done) => requestIdleCallback(() => requestIdleCallback(() => done(times))))`), "a rehearsal would have had its turn")
}
