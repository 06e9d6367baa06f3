package e2e

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"factframe/data"
	"factframe/data/check"
	"factframe/web/cli"
	"factframe/web/site"

	"github.com/chromedp/chromedp"
)

var (
	dist      string           // the built site
	host      *httptest.Server // serves it at / and below /a/b/
	elsewhere *httptest.Server // serves the same site from another origin
	browser   context.Context
	figures   *data.Package
	program   *site.Program // built once, for every site that a test builds
)

func TestMain(m *testing.M) {
	flag.Parse()
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "browser tests:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	if os.Getenv("BROWSER") == "none" {
		fmt.Println("browser tests: skipped, because BROWSER=none")
		return 0, nil
	}
	path, err := findBrowser()
	if err != nil {
		return 1, err
	}
	dir, err := os.MkdirTemp("", "factframe-e2e")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(dir)
	dist = filepath.Join(dir, "dist")
	if program, err = cli.NewProgram(""); err != nil {
		return 1, err
	}
	if err := cli.Build(cli.Options{Out: dist, Program: program}); err != nil {
		return 1, err
	}
	if figures, err = check.Bytes(data.DefaultFile, data.DefaultJSON); err != nil {
		return 1, err
	}
	host = httptest.NewServer(routes(dist))
	defer host.Close()
	elsewhere = httptest.NewServer(routes(dist))
	defer elsewhere.Close()

	allocator, stop := chromedp.NewExecAllocator(context.Background(), browserOptions(path, filepath.Join(dir, "profile"))...)
	defer stop()
	var closeBrowser context.CancelFunc
	browser, closeBrowser = chromedp.NewContext(allocator)
	defer closeBrowser()
	if err := chromedp.Do(browser); err != nil {
		return 1, fmt.Errorf("starting %s: %w", path, err)
	}
	return m.Run(), nil
}

// browserOptions returns options to start a browser with a new profile. They switch off
// optimised compilation, because tabs then start faster and these tests do not measure
// speed.
func browserOptions(path, profile string) []chromedp.ExecAllocatorOption {
	return append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-gpu", true), chromedp.Flag("js-flags", "--liftoff-only"), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.UserDataDir(profile))
}

func routes(dir string) http.Handler {
	handler := cli.Handler(dir)
	mux := http.NewServeMux()
	mux.Handle("/", handler)
	mux.Handle("/article/", cli.Preview(dir))
	mux.Handle("/a/b/", http.StripPrefix("/a/b", handler))
	mux.HandleFunc("/probed/", probed)
	mux.HandleFunc("/kinds/", func(w http.ResponseWriter, r *http.Request) {
		name, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/kinds/"), "/")
		http.StripPrefix("/kinds/"+name, cli.Handler(filepath.Join(filepath.Dir(dir), "kinds", name))).ServeHTTP(w, r)
	})
	mux.Handle("/node_modules/", http.FileServer(http.Dir(".")))
	mux.HandleFunc("/host/", func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/host/")
		h, ok := hostPage{}, false
		if added, found := addedHosts.Load(name); found {
			h, ok = added.(hostPage), true
		} else {
			h, ok = hostPages[name]
		}
		if !ok {
			http.NotFound(w, r)
			return
		}
		for name, value := range h.headers {
			w.Header().Set(name, value)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, "<!doctype html><meta charset=utf-8><title>A host</title><style>body{margin:0 auto;max-width:640px}iframe{width:100%;border:0}</style><p>Before.</p>"+strings.ReplaceAll(h.body, "SITE", siteOf(r))+"<p id=after>After.</p>")
	})
	return mux
}

// addedHosts are host pages that tests add at run time.
var addedHosts sync.Map

func addHost(name string, h hostPage) {
	other, added := addedHosts.LoadOrStore(name, h)
	_, kept := hostPages[name]
	if kept || added && !reflect.DeepEqual(other, h) {
		panic("two tests have a host page called " + name + ": rename one of them")
	}
}

// findBrowser returns CHROMIUM, or the first Chromium or Chrome in PATH.
func findBrowser() (string, error) {
	if path := os.Getenv("CHROMIUM"); path != "" {
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("chromium not found: run make test to install it, set CHROMIUM to its path, or set BROWSER=none to skip these tests")
}

// siteOf returns the address of the site for a host page: on the same origin, or on the
// other one with ?elsewhere=.
func siteOf(r *http.Request) string {
	if r.URL.Query().Get("elsewhere") != "" {
		return elsewhere.URL
	}
	return host.URL
}
