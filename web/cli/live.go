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

// changesOf tells that a file below one of the roots has changed, once at first,
// and hands on the program that becomes ready meanwhile, if one does.
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

// stateOf is a number for the names, sizes and times of all files.
func stateOf(roots []string) uint64 {
	sum := fnv.New64()
	for _, root := range roots {
		filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // it will be there, or not, the next time
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

// live serves the newest build of a site, or what is wrong in its place, and
// has the pages that are open follow.
type live struct {
	dir   string
	mu    sync.Mutex
	wrong error
	built int           // how often
	next  chan struct{} // closed by the next build
}

// show takes the outcome of a build.
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

// reloadScript reloads every tab after a build. A browser has six connections to a
// host, so only the page that holds the lock listens, and tells the other tabs. A
// frame is reloaded with the page of ours around it. A page sends the name of its
// build, so that a build from before it listened is noticed too.
const reloadScript = `const within = () => {
  try {
    return self !== top && top.location.origin === origin;
  } catch {
    return origin === "null"; // a frame without an origin has no locks either
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

// run tells the builds of this process from those of one before it.
var run = rand.Text()

func buildName(build int) string { return fmt.Sprintf("%s-%d", run, build) }

// reloadTag loads the script into the page of a build.
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

// page serves a page with the script that reloads it. Nothing is kept offline
// between builds.
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

// pageIn is the page at an address of a built site, or the article.
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

// mistakes is the page that stands for a site that cannot be built: each mistake
// with its place and its cure.
func mistakes(wrong error) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">`)
	var problems load.Problems
	switch {
	case wrong == nil:
		b.WriteString("<title>Building</title><p>The site is being built …</p>")
	case errors.As(wrong, &problems):
		fmt.Fprintf(&b, "<title>%[1]s</title><h1>%[1]s</h1><p>The page comes back by itself when the file is saved without %[2]s.</p><ol>", counted(len(problems)), map[bool]string{true: "it", false: "them"}[len(problems) == 1])
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
		fmt.Fprintf(&b, "<title>Not built</title><h1>Not built</h1><pre>%s</pre>", html.EscapeString(wrong.Error()))
	}
	b.WriteString("<style>body{font:17px/1.5 system-ui;max-width:40em;margin:2em auto;padding:0 1em;color-scheme:light dark}li{margin:.7em 0}pre{white-space:pre-wrap}code{overflow-wrap:anywhere}</style>")
	return b.String()
}

func counted(mistakes int) string {
	if mistakes == 1 {
		return "One mistake in the package"
	}
	return fmt.Sprintf("%d mistakes in the package", mistakes)
}
