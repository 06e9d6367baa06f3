package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// monkey makes random choices, from a seed so that failures are reproducible: links,
// checkboxes, sliders, lists, searches, and back. It waits for each answer, and clears the
// search at the end, because the search is not part of the address.
const monkey = `async (seed, choices) => {
	let state = seed;
	const next = (n) => { // a linear congruential generator; uses the upper bits
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor(state / 2 ** 32 * n);
	};
	const panel = document.getElementById("factframe");
	const turn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
	let asked = 0, answered = 0;
	const write = factframeWrite;
	globalThis.factframeWrite = (address, title, follow) => {
		asked++;
		write(address, title, () => { follow(); answered++; });
	};
	const done = [];
	let backs = 0;
	const wentBack = () => { backs--; };
	addEventListener("popstate", wentBack);
	const type = (field, words) => { field.value = words; field.dispatchEvent(new Event("input", { bubbles: true })); };
	for (let i = 0; i < choices; i++) {
		const all = [...panel.querySelectorAll("a[href]:not([target], [download], [hreflang], [href^='tel:'], [href^='http']), input:not([data-read]), summary")].filter((each) => each.checkVisibility() && !each.disabled);
		const control = all[next(all.length)];
		if (next(20) === 0) {
			backs++;
			history.back();
			await new Promise((done) => setTimeout(done, 30));
		} else if (control.type === "range") {
			control.value = next(+control.max + 1);
			control.dispatchEvent(new Event("input", { bubbles: true }));
			control.dispatchEvent(new Event("change", { bubbles: true }));
		} else if (control.type === "search") {
			type(control, ["", "a", "no", "zzz", "<"][next(5)]);
		} else {
			(control instanceof SVGElement ? control.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })) : control.click());
		}
		done.push(control.localName + " " + (control.textContent || control.value).slice(0, 30));
		for (let frames = 0; frames < 100 && (frames < 2 || answered < asked); frames++) await turn();
		if (panel.dataset.program !== "running" || document.querySelector(".failed")) throw new Error("the program ended after " + done.slice(-5).join(", ") + " at " + location.href);
	}
	for (const field of panel.querySelectorAll("input[type=search]")) if (field.value) type(field, "");
	for (let frames = 0; frames < 100 && backs > 0; frames++) await turn();
	for (let frames = 0; frames < 5; frames++) await turn(); // wait for the changes after going back
	removeEventListener("popstate", wentBack);
	globalThis.factframeWrite = write;
	return asked;
}`

// After a thousand random choices, a page equals a newly loaded page of the same address.
// This is tested with the default package and two that have what it lacks.
func TestAThousandChoices(t *testing.T) {
	t.Parallel()
	kindPages(t)
	for name, address := range map[string]string{"ours": "outcomes/", "spans of days": "kinds/daily/", "many rows": "kinds/countries/"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, fresh := newTab(t, 760).open(address).start(), newTab(t, 760)
			const rounds, each = 20, 50
			asked := 0
			for round := range rounds {
				asked += eval[int](b, fmt.Sprintf(`(%s)(%d, %d)`, monkey, round+1, each))
				at := eval[string](b, `location.href`)
				fresh.visit(at).start().settleChoice()
				same(t, eval[string](fresh, panelHTML), eval[string](b, panelHTML), at)
			}
			assert.Greater(t, asked, rounds*each/3, "most random choices have an effect")
			t.Logf("%d of %d were choices", asked, rounds*each)
		})
	}
}
