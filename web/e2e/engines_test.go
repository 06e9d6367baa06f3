package e2e

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"factframe/web/cli"

	"github.com/stretchr/testify/require"
)

// engine is a browser that make test installs, and its possible paths.
type engine struct {
	name  string
	paths []string // the first that exists is used
	needs []string // other programs that it needs
}

var allEngines = []engine{
	{"chromium", []string{"chromium", "chromium-browser", "google-chrome"}, nil},
	{"firefox", []string{"firefox-esr", "firefox"}, nil},
	{"webkit", []string{"WebKitWebDriver"}, []string{"xvfb-run", "/usr/bin/python3"}},
}

// engines returns the engines to test: all, or those in ENGINES. The test fails if one is
// not installed.
func engines(t *testing.T) map[string]string {
	t.Helper()
	wanted := strings.Fields(strings.ReplaceAll(os.Getenv("ENGINES"), ",", " "))
	found := map[string]string{}
	for _, e := range allEngines {
		if len(wanted) > 0 && !slices.Contains(wanted, e.name) {
			t.Logf("skipped %s: not in ENGINES", e.name)
			continue
		}
		path := ""
		for _, each := range e.paths {
			if at, err := exec.LookPath(each); err == nil && path == "" {
				path = at
			}
		}
		if e.name == "chromium" && os.Getenv("CHROMIUM") != "" {
			path = os.Getenv("CHROMIUM")
		}
		require.NotEmpty(t, path, "%s is not installed: run make test as root on Debian to install it, or set ENGINES to the others", e.name)
		for _, each := range append(e.needs, "pdftotext") {
			_, err := exec.LookPath(each)
			require.NoError(t, err, "%s needs it", e.name)
		}
		found[e.name] = path
	}
	require.GreaterOrEqual(t, len(found), max(1, len(wanted)), "unknown engine in ENGINES; choose from chromium, firefox and webkit")
	return found
}

// script runs a script of the folder engines and logs its output.
func script(t *testing.T, name string, environment map[string]string, args ...string) string {
	t.Helper()
	command := exec.Command("node", append([]string{"engines/" + name}, args...)...)
	command.Env = os.Environ()
	for key, value := range environment {
		command.Env = append(command.Env, key+"="+value)
	}
	out, err := command.CombinedOutput()
	t.Logf("\n%s", out)
	require.NoError(t, err)
	return string(out)
}

// siteWithSwitch returns a host, and a second one that takes it offline (/off) and online
// again (/on) and lists its requests (/asked).
func siteWithSwitch(t *testing.T) (shelf, network *httptest.Server) {
	t.Helper()
	var off atomic.Bool
	var lock sync.Mutex
	var asked []string
	shelf = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lock.Lock()
		asked = append(asked, r.URL.Path)
		lock.Unlock()
		switch {
		case off.Load():
			panic(http.ErrAbortHandler)
		case r.URL.Path == "/frames":
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, `<iframe sandbox="allow-same-origin" src="/outcomes/" width=700 height=400></iframe><iframe sandbox src="/outcomes/" width=700 height=400></iframe>`)
		default:
			cli.Handler(dist).ServeHTTP(w, r)
		}
	}))
	t.Cleanup(shelf.Close)
	network = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		lock.Lock()
		defer lock.Unlock()
		if r.URL.Path == "/asked" {
			io.WriteString(w, strings.Join(asked, "\n"))
			return
		}
		off.Store(r.URL.Path == "/off")
	}))
	t.Cleanup(network.Close)
	return shelf, network
}

// The core functions work in every engine. go test -v shows the version of each engine
// and what could not be tested in it.
func TestEngines(t *testing.T) {
	t.Parallel()
	addHost("core-element", hostPage{body: `<fact-frame src="SITE/outcomes/" title="Outcomes" style="display:block"></fact-frame><script src="SITE/embed.js"></script>`})
	addHost("core-sandbox", hostPage{body: `<script>globalThis.said = []; addEventListener("message", (e) => said.push(e.data))</script><iframe sandbox="allow-scripts" security=restricted src="SITE/outcomes/#?secret=abcdefghij" height=600></iframe>`})
	for name, path := range engines(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			shelf, network := siteWithSwitch(t)
			broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if isProgram(r) {
					http.NotFound(w, r)
					return
				}
				cli.Handler(dist).ServeHTTP(w, r)
			}))
			defer broken.Close()
			script(t, "core.mjs", map[string]string{
				"SITE": host.URL, "HOST": host.URL + "/host", "SHELF": shelf.URL, "SWITCH": network.URL, "BROKEN": broken.URL,
			}, name, path)
		})
	}
}
