package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A view that shows one code of a dimension at a time has a page for each of the others, which
// is what the program shows too. The page of the first is that of the view.
func TestAViewShowsOneCodeAtATime(t *testing.T) {
	t.Parallel()
	server := servedTiny(t, "bar-one-of")

	b := newTab(t, 760)
	b.hosts = append(b.hosts, server.URL)
	b.visit(server.URL + "/view/sex-men/")
	page := eval[string](b, panelHTML)
	assert.Contains(t, page, "Homes, Men", "the line below the headline names the choice")

	rows := `[...document.querySelectorAll(".strip")].map((row) => row.textContent.replace(/\s+/g, " ").trim()).join("; ")`
	b.visit(server.URL + "/view/").start()
	assert.Equal(t, "North: 12; South: 3", eval[string](b, rows))
	b.do(`[...document.querySelectorAll("summary")].find((s) => s.textContent === "Sex: Women").click()`)
	b.do(`[...document.querySelectorAll(".filter a")].find((a) => a.textContent === "Men").click()`)
	b.until(`location.pathname === "/view/sex-men/" && document.querySelector("h1").textContent === "Homes: Men"`)
	assert.Equal(t, "South: 14; North: 7", eval[string](b, rows))
	same(t, page, eval[string](b, panelHTML), "page and program")
	assert.True(t, eval[bool](b, `document.querySelector(".shown").hidden`), "a choice is not a filter")

	b.do(`[...document.querySelectorAll(".filter a")].find((a) => a.textContent === "Women").click()`)
	b.until(`location.pathname === "/view/" && document.querySelector("h1").textContent === "A finding"`)
}
