package e2e

import (
	"net/http/httptest"
	"path/filepath"
	"testing"

	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Where the cuts do not apply, the program is built with the whole of go-app,
// which renders on its own ticks: it shows the same and answers the same.
func TestTheWholeOfGoAppBehavesTheSame(t *testing.T) {
	t.Parallel()
	plain, err := cli.PlainProgram()
	require.NoError(t, err)
	require.NotEqual(t, len(program.Wasm), len(plain.Wasm))
	out := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, cli.Build(cli.Options{Out: out, Program: plain}))
	server := httptest.NewServer(cli.Handler(out))
	t.Cleanup(server.Close)

	cut, whole := newTab(t, 760), newTab(t, 760)
	whole.hosts = append(whole.hosts, server.URL)
	cut.open("outcomes/")
	whole.visit(server.URL + "/outcomes/")
	whole.do(`localStorage.setItem("theirs", JSON.stringify({ expiresAt: "2000-01-01T00:00:00Z" }))`)
	cut.start()
	whole.start()
	adopted := eval[string](whole, `document.getElementById("factframe").dataset.adopted`)
	assert.Equal(t, eval[string](cut, `document.getElementById("factframe").dataset.adopted`), adopted, "every node is adopted")
	for _, step := range []struct{ do, answered string }{
		{`document.querySelectorAll(".strip")[1].click()`, `document.querySelector(".receipt") && location.search.includes("figure=")`},
		{`[...document.querySelectorAll(".seg a")].find((a) => a.textContent === "Per cent").click(), document.querySelectorAll(".filter li a")[3].click()`,
			`location.search.startsWith("?unit=percent&outcome=") && document.querySelectorAll("li:not(.out) > .strip").length === 1 && document.querySelector(".says").textContent.includes("per cent")`},
		{`history.back()`, `!location.search.includes("outcome=") && document.querySelectorAll("li:not(.out) > .strip").length === 7`},
		{`[...document.querySelectorAll(".views a")].find((a) => a.textContent === "Ages").click()`, `location.pathname === "/ages/" && document.querySelector("h1").textContent.startsWith("Each age")`},
	} {
		for _, b := range []*tab{cut, whole} {
			b.do(step.do)
			b.until(step.answered)
		}
		same(t, eval[string](cut, panelHTML), eval[string](whole, panelHTML), step.do)
	}
	for _, id := range []string{"foi-suspects-under-13", "foi-crimes"} {
		for i, b := range []*tab{cut, whole} {
			if id == "foi-suspects-under-13" {
				b.visit([]string{host.URL, server.URL}[i] + "/compare/").start()
			}
			b.do(`document.querySelector('input[value="` + id + `"]').click()`)
			b.until(`location.search.includes("` + id + `")`)
		}
	}
	for _, b := range []*tab{cut, whole} {
		b.until(`document.querySelector(".result .words")`)
	}
	same(t, eval[string](cut, panelHTML), eval[string](whole, panelHTML), "a comparison")
	whole.visit(server.URL + "/embed/") // where the program has put no storage of its own in place
	assert.True(t, eval[bool](whole, `localStorage.getItem("theirs") !== null`), "others' storage stays")
}
