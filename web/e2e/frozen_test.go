package e2e

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/data/datatest"
	"factframe/web/cli"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A frozen page works like any other. Above it is its version, and once there is a newer one,
// that it is archived. The embed page offers snippets that follow new versions, and ones that
// do not.
func TestAFrozenVersion(t *testing.T) {
	t.Parallel()
	out := filepath.Join(t.TempDir(), "dist")
	build := func(version, value string) {
		dir := t.TempDir()
		raw := strings.NewReplacer(`"version":"1"`, `"version":"`+version+`"`, `"value":12`, `"value":`+value).Replace(string(datatest.TinyJSON(t, "bar")))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(raw), 0o644))
		require.NoError(t, cli.Build(cli.Options{Package: dir, Out: out, Program: program, Keep: true}))
	}
	server := httptest.NewServer(cli.Handler(out))
	t.Cleanup(server.Close)
	build("1.0.0", "12")
	b := newTab(t, 760)
	b.hosts = append(b.hosts, server.URL)
	const line = `document.querySelector("body > .copy").textContent`
	b.visit(server.URL + "/v/1.0.0/view/").start()
	assert.Equal(t, "Version 1.0.0 · Current figures", eval[string](b, line))
	b.do(`document.querySelector(".strip").click()`)
	b.until(`document.querySelector(".receipt")`)

	b.visit(server.URL + "/embed/")
	b.until(`document.getElementById("iframe").value.includes("/view/")`)
	b.do(`document.querySelector("[name=version]").value = "v/1.0.0/", document.getElementById("choose").dispatchEvent(new Event("input"))`)
	b.until(`["iframe", "link", "element", "mail"].every((id) => document.getElementById(id).value.includes("/v/1.0.0/view/"))`)

	build("1.1.0", "13")
	b.visit(server.URL + "/v/1.0.0/view/")
	b.until(line + ` === "Archived copy, version 1.0.0 · Current figures"`)
	assert.Equal(t, "12", eval[string](b, `document.querySelector(".n b").textContent.trim()`))
	b.do(`document.querySelector("body > .copy a").click()`)
	b.until(`location.pathname === "/view/" && document.querySelector(".n b")?.textContent.trim() === "13"`)
	b.visit(server.URL + "/v/1.1.0/view/").start()
	assert.Equal(t, "Version 1.1.0 · Current figures", eval[string](b, line))
}
