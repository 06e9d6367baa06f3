//go:build !js

package cli

import (
	"crypto/rand"
	"errors"
	"fmt"
	"hash/fnv"
	"html"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"factframe/data/load"
	"factframe/web/site"
)

// changesOf sends nil at the start and whenever a file below one of the roots changes.
// It passes on a program received from ready.
func changesOf(ready <-chan *site.Program, roots ...string) <-chan *site.Program {
	changes := make(chan *site.Program)
	go func() {
		for seen, first := uint64(0), true; ; first = false {
			select {
			case program := <-ready:
				changes <- program
			case <-time.After(200 * time.Millisecond):
			}
			if state := stateOf(roots); first || state != seen {
				seen = state
				changes <- nil
			}
		}
	}()
	return changes
}

// stateOf returns a hash of the names, sizes and times of all files.
func stateOf(roots []string) uint64 {
	sum := fnv.New64()
	for _, root := range roots {
		filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // a later scan will see it
			}
			if base := d.Name(); name != root && (base == "node_modules" || strings.HasPrefix(base, ".")) {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if info, err := d.Info(); err == nil && !d.IsDir() {
				fmt.Fprintln(sum, name, info.Size(), info.ModTime().UnixNano())
			}
			return nil
		})
	}
	return sum.Sum64()
}

// live serves the newest build of a site, or the errors if it failed, and reloads open
// pages after each build.
type live struct {
	dir   string
	mu    sync.Mutex
	wrong error
	built int           // number of builds
	next  chan struct{} // closed by the next build
}

// show records the result of a build and reloads open pages.
func (l *live) show(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wrong = err
	l.built++
	if l.next != nil {
		close(l.next)
	}
	l.next = make(chan struct{})
}

func (l *live) now() (built int, next <-chan struct{}, wrong error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.next == nil {
		l.next = make(chan struct{})
	}
	return l.built, l.next, l.wrong
}

const (
	reloadPath  = "/-/reload.js"
	changesPath = "/-/changes"
)

// reloadScript reloads every tab after a build. Browsers allow six connections to a
// host, so only the page with the lock listens; it notifies the other tabs. A frame is
// reloaded with the page of ours around it. A page sends the name of its build, so that
// a build that finished before the page listened is noticed too.
const reloadScript = `const within = () => {
  try {
    return self !== top && top.location.origin === origin;
  } catch {
    return origin === "null"; // a frame with an opaque origin has no locks either
  }
};
if (!within()) {
  const told = new BroadcastChannel("factframe");
  told.onmessage = () => location.reload();
  const { search } = new URL(document.currentScript.src);
  navigator.locks.request("factframe", () => new Promise(() => {
    new EventSource("` + changesPath + `" + search).onmessage = () => {
      told.postMessage("built");
      location.reload();
    };
  }));
}
`

// run distinguishes the builds of this process from those of an earlier one.
var run = rand.Text()

func buildName(build int) string { return fmt.Sprintf("%s-%d", run, build) }

// reloadTag returns the HTML that loads reloadScript in a page of a build.
func reloadTag(build int) string {
	return fmt.Sprintf(`<script src="%s?%s"></script>`, reloadPath, buildName(build))
}

func (l *live) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	built, next, wrong := l.now()
	switch {
	case r.URL.Path == reloadPath:
		w.Header().Set("Content-Type", "text/javascript")
		io.WriteString(w, reloadScript)
	case r.URL.Path == changesPath:
		w.Header().Set("Content-Type", "text/event-stream")
		w.(http.Flusher).Flush()
		if r.URL.RawQuery != buildName(built) {
			io.WriteString(w, "data: built\n\n")
			return
		}
		select {
		case <-next:
			io.WriteString(w, "data: built\n\n")
		case <-r.Context().Done():
		}
	case !strings.HasSuffix(r.URL.Path, "/"):
		Preview(l.dir).ServeHTTP(w, r)
	case wrong != nil || built == 0:
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusServiceUnavailable)
		io.WriteString(w, mistakes(wrong)+reloadTag(built))
	default:
		l.page(w, r, built)
	}
}

// page serves a page with the script that reloads it, and without the service worker,
// which would keep pages of earlier builds.
func (l *live) page(w http.ResponseWriter, r *http.Request, build int) {
	content, err := pageIn(l.dir, r.URL.Path)
	if err != nil {
		Preview(l.dir).ServeHTTP(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	content = strings.Replace(content, `data-worker="worker.js"`, "", 1)
	io.WriteString(w, strings.Replace(content, "</body>", reloadTag(build)+"</body>", 1))
}

// pageIn returns the HTML of the page at an address of a built site, or the article.
func pageIn(dir, address string) (string, error) {
	if address == articlePath {
		return articleOf(dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", err
	}
	defer root.Close()
	page, err := fs.ReadFile(published{root.FS()}, path.Join(".", address, "index.html"))
	return string(page), err
}

// mistakes returns the page shown instead of a site that cannot be built. It lists each
// error, where it is and how to fix it.
func mistakes(wrong error) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">`)
	var problems load.Problems
	switch {
	case wrong == nil:
		b.WriteString("<title>Building</title><p>The site is being built …</p>")
	case errors.As(wrong, &problems):
		fmt.Fprintf(&b, "<title>%[1]s</title><h1>%[1]s</h1><p>Fix %[2]s and save; this page reloads by itself.</p><ol>", counted(len(problems)), map[bool]string{true: "it", false: "them"}[len(problems) == 1])
		for _, p := range problems {
			var place []string
			for _, part := range []string{p.File, p.Record, p.Field} {
				if part != "" {
					place = append(place, "<code>"+html.EscapeString(part)+"</code>")
				}
			}
			fmt.Fprintf(&b, "<li>%s: %s", strings.Join(place, ", "), html.EscapeString(p.Wrong))
			if p.Want != "" {
				fmt.Fprintf(&b, "<br><b>%s</b>", html.EscapeString(p.Want))
			}
			b.WriteString("</li>")
		}
		b.WriteString("</ol>")
	default:
		fmt.Fprintf(&b, "<title>Build failed</title><h1>Build failed</h1><pre>%s</pre>", html.EscapeString(wrong.Error()))
	}
	b.WriteString("<style>body{font:17px/1.5 system-ui;max-width:40em;margin:2em auto;padding:0 1em;color-scheme:light dark}li{margin:.7em 0}pre{white-space:pre-wrap}code{overflow-wrap:anywhere}</style>")
	return b.String()
}

func counted(mistakes int) string {
	if mistakes == 1 {
		return "One error in the package"
	}
	return fmt.Sprintf("%d errors in the package", mistakes)
}
