package e2e

import (
	"bufio"
	"encoding/json"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"factframe/web/cli"

	"factframe/web/site"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A release makes a package from a table, and a site from the package, on a machine
// without Go: PATH is empty and no proxy works. The program in the site answers a choice.
func TestAReleaseNeedsNoToolchain(t *testing.T) {
	dir := t.TempDir()
	release := releaseIn(t, dir)
	run := func(args ...string) string {
		command := exec.Command(release, args...)
		command.Dir, command.Env = dir, []string{"PATH=", "HOME=" + dir, "TMPDIR=" + dir, "GOPROXY=off"}
		out, err := command.CombinedOutput()
		require.NoError(t, err, "%s", out)
		return string(out)
	}
	table, err := filepath.Abs("../../data/read/testdata/tables/years-across.csv")
	require.NoError(t, err)
	assert.Contains(t, run("new", "-from", table, "-out", "figures", "-source", "An office", "-published", "2024-05"), "factframe dev -package figures")
	assert.Contains(t, run("check", "figures"), "12 printed figures")
	assert.Equal(t, program.Licences, run("licences"))
	assert.Contains(t, run("build", "-package", "figures", "-out", "dist"), "factframe serve -dir dist")

	run("build", "-package", "figures", "-out", "again", "-wasm", "dist")

	server := httptest.NewServer(cli.Handler(filepath.Join(dir, "dist")))
	t.Cleanup(server.Close)
	b := newTab(t, 360)
	b.hosts = append(b.hosts, server.URL)
	b.visit(server.URL + "/years-across/").start()
	assert.Equal(t, "Draft: Aldmark highest, 2,000 (2021)", eval[string](b, `document.querySelector("h1").textContent`))
	b.do(`[...document.querySelectorAll(".only")].find((a) => a.getAttribute("aria-label") === "Only Carrick").click()`)
	b.until(`document.querySelector(".says").textContent.includes("Carrick: 100 in 2018 and 80 in 2021")`)

	address := preview(t, release, "dev", "-package", filepath.Join(dir, "figures"))
	t.Run("many tabs follow what is saved", func(t *testing.T) { manyTabs(t, address, filepath.Join(dir, "figures")) })
	t.Run("a sandboxed frame of a preview", func(t *testing.T) { sandboxedPreview(t, address) })
}

// preview starts a command that serves a site, and returns its address.
func preview(t *testing.T, command string, args ...string) string {
	t.Helper()
	serving := exec.Command(command, append(args, "-port", "18480")...)
	out, err := serving.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, serving.Start())
	t.Cleanup(func() {
		serving.Process.Kill()
		serving.Wait()
	})
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if _, address, found := strings.Cut(lines.Text(), "http://"); found {
			return "http://" + strings.TrimSuffix(address, "/")
		}
	}
	require.Fail(t, "no address was printed")
	return ""
}

// Browsers allow six connections to a host. Even with more tabs, with frames in them, all
// of them show the last save.
func manyTabs(t *testing.T, address, figures string) {
	first := newTabOfItsOwn(t, 760)
	tabs := []*tab{first}
	for range 7 {
		tabs = append(tabs, first.beside())
	}
	for i, b := range tabs {
		b.hosts = append(b.hosts, address)
		b.allowed = []string{`"factframe:"  `}
		b.run(chromedp.Navigate(address + []string{"/years-across/", "/article/"}[i%2]))
		b.until(`document.querySelector("h1")`)
	}
	file := filepath.Join(figures, "datapackage.json")
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(raw), `"headline": "Draft: `, `"headline": "Saved: `, 1)), 0o644))
	for i, b := range tabs {
		if i%2 == 0 {
			b.until(`document.querySelector("h1")?.textContent.startsWith("Saved: ")`)
		} else {
			b.until(frame + `?.contentDocument?.querySelector("h1")?.textContent.startsWith("Saved: ")`)
		}
	}
}

// The program of a preview runs in a sandboxed frame on this machine, although the
// preview rejects most requests with the origin "null".
func sandboxedPreview(t *testing.T, address string) {
	addHost("preview", hostPage{body: `<script>globalThis.said = []; addEventListener("message", (e) => { if (e.data.factframe === "state") said.push(e.data.title); });</script>
		<iframe sandbox="allow-scripts" src="` + address + `/years-across/?load=eager" width=600 height=600></iframe>`})
	b := newTab(t, 760)
	b.hosts = append(b.hosts, address)
	b.open("host/preview")
	b.until(`said.length > 0`)
}

// releaseIn builds the command line for this machine with the program of these tests
// embedded, as make release does with a neutral one.
func releaseIn(t *testing.T, dir string) string {
	t.Helper()
	maker, parts, err := cli.MakerPrograms()
	require.NoError(t, err)
	carried := map[string][]byte{"maker.wasm.gz": site.Gzipped(maker), "parts.wasm.gz": site.Gzipped(parts), "app.wasm.br": program.Brotli, "app.wasm.gz": program.Gzip, "wasm_exec.js": []byte(program.Runtime), "LICENSES.txt": []byte(program.Licences)}
	replaced := map[string]string{}
	for name, content := range carried {
		at := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(at, content, 0o644))
		to, err := filepath.Abs(filepath.Join("../cli/release", name))
		require.NoError(t, err)
		replaced[to] = at
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o644))
	out := filepath.Join(dir, "factframe")
	if runtime.GOOS == "windows" {
		out += ".exe"
	}
	build := exec.Command("go", "build", "-tags=release", "-overlay="+filepath.Join(dir, "overlay.json"), "-o", out, "factframe")
	message, err := build.CombinedOutput()
	require.NoError(t, err, "%s", message)
	return out
}
