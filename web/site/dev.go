//go:build !js

package site

import (
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// devCommand serves the site, builds it anew when a file changes, and reloads
// the pages that are open.
func devCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("dev", stderr)
	port := flags.Int("port", 8080, "the port, or the next free one")
	other := flags.String("package", "", "a datapackage.json or its folder")
	if flags.Parse(args) != nil || flags.NArg() > 0 {
		return badUsage
	}
	l, err := Listen(*port)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	var builds changes
	go func() {
		for seen := (time.Time{}); ; time.Sleep(300 * time.Millisecond) {
			if latest := latestChange("app", "data", "web", "main.go", *other); latest.After(seen) {
				seen = latest
				// The changed code has to do the building, so it runs as its own process.
				build := exec.Command("go", "run", ".", "build", "-package", *other)
				build.Stdout, build.Stderr = stdout, stderr
				if build.Run() == nil {
					builds.add()
				}
			}
		}
	}()
	fmt.Fprintf(stdout, "Factframe is on http://%s/ and follows your changes\n", l.Addr())
	fmt.Fprintln(stderr, http.Serve(l, reloading(Preview("dist"), &builds)))
	return failed
}

func latestChange(roots ...string) time.Time {
	var latest time.Time
	for _, root := range roots {
		filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.Name() == "node_modules" {
				return fs.SkipDir
			}
			if info, err := d.Info(); err == nil && !d.IsDir() && info.ModTime().After(latest) {
				latest = info.ModTime()
			}
			return nil
		})
	}
	return latest
}

// changes counts builds, and lets others wait for the next one.
type changes struct {
	mu   sync.Mutex
	n    int
	next chan struct{}
}

func (c *changes) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
	if c.next != nil {
		close(c.next)
	}
	c.next = make(chan struct{})
}

func (c *changes) wait() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.next == nil {
		c.next = make(chan struct{})
	}
	return c.next
}

const reloadScript = `new EventSource("/-/changes").onmessage = () => location.reload();`

// reloading adds a script to every page that waits for the next build.
func reloading(site http.Handler, builds *changes) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/-/reload.js", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		io.WriteString(w, reloadScript)
	})
	mux.HandleFunc("/-/changes", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		w.(http.Flusher).Flush()
		select {
		case <-builds.wait():
			io.WriteString(w, "data: built\n\n")
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if path := filepath.Join("dist", filepath.FromSlash(r.URL.Path), "index.html"); strings.HasSuffix(r.URL.Path, "/") {
			if page, err := os.ReadFile(path); err == nil {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				content := strings.Replace(string(page), `data-worker="worker.js"`, "", 1) // nothing is kept between builds
				io.WriteString(w, strings.Replace(content, "</body>", `<script src="/-/reload.js"></script></body>`, 1))
				return
			}
		}
		site.ServeHTTP(w, r)
	})
	return mux
}
