package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A correction is above the first caution, and stays if filters leave its figure in sight. A
// mail that reports an error has the full address of the figure.
func TestACorrectedFigure(t *testing.T) {
	t.Parallel()
	server := servedTiny(t, "bar-corrected")
	b := newTab(t, 360)
	b.hosts = append(b.hosts, server.URL)
	b.visit(server.URL + "/view/")
	assert.True(t, eval[bool](b, `(([correction, caution]) => correction.getBoundingClientRect().bottom <= caution.getBoundingClientRect().top + 1)(document.querySelectorAll(".view .care > .correction, .view .care > p"))`))
	b.start()
	b.do(`document.querySelector(".strip").click()`)
	b.until(`document.querySelector(".receipt .report")`)
	assert.Contains(t, eval[string](b, `document.querySelector(".receipt").textContent`), "12, not 21. Two digits were exchanged.")
	b.do(`addEventListener("click", (event) => { if (event.target.matches(".report")) event.preventDefault() })`)
	for range 2 { // the address is completed once
		b.do(`document.querySelector(".report").click()`)
		assert.Contains(t, eval[string](b, `decodeURIComponent(document.querySelector(".report").href)`), "&body="+server.URL+"/figure/f1/")
	}
}
