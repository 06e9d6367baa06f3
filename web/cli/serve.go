//go:build !js

package cli

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"strings"

	"factframe/web/publish"
	"factframe/web/site"
)

// serveCommand serves a built site as a static host would, with an example article.
func serveCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("serve", stderr)
	port := flags.Int("port", 8080, "the port, or the next free one")
	dir := flags.String("dir", "dist", "a built site")
	if code, done := parsed(flags, args, 1); done {
		return code
	}
	*dir = cmp.Or(flags.Arg(0), *dir)
	if info, err := os.Stat(*dir); err == nil && !info.IsDir() {
		fmt.Fprintf(stderr, "%s is not a folder; choose a folder with a built site\n", *dir)
		return failed
	}
	if err := publish.Restore(*dir, stderr); err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	if _, err := os.Stat(filepath.Join(*dir, "index.html")); err != nil {
		fmt.Fprintf(stderr, "%s does not contain a built site\n", *dir)
		next(stderr, "factframe build -out "+*dir+"   # or: make build")
		return failed
	}
	l, err := Listen(*port)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	fmt.Fprintf(stdout, "The panel:     http://%[1]s/\nAn article:    http://%[1]s%[2]s\nSnippets:      http://%[1]s/embed/\nMake a panel:  http://%[1]s%[3]s\n", l.Addr(), articlePath, makerPath)
	maker, remove := lazyMaker(stderr)
	defer remove()
	pages := http.NewServeMux()
	pages.Handle("/", Preview(*dir))
	pages.Handle(makerPath, http.StripPrefix(strings.TrimSuffix(makerPath, "/"), maker))
	return serveUntilStopped(l, pages, stderr)
}

// serveUntilStopped serves pages on this machine until the user presses Ctrl-C, so that the
// caller can remove its temporary files. It returns the exit code.
func serveUntilStopped(l net.Listener, pages http.Handler, stderr io.Writer) int {
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, os.Interrupt)
	served := make(chan error, 1)
	go func() { served <- http.Serve(l, local(pages)) }()
	select {
	case <-stopped:
		return ok
	case err := <-served:
		fmt.Fprintln(stderr, err)
		return failed
	}
}

// makerPath is where the preview has the page on which people make panels.
const makerPath = "/make/"

// Handler serves a built site as a plain static host would.
func Handler(dir string) http.Handler {
	files := static(dir)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*") // a sandboxed frame has an opaque origin
		files.ServeHTTP(w, r)
	})
}

// static serves the files of a built site with the headers of a typical host.
func static(dir string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
		h.Set("Cache-Control", "no-cache")
		if site.IsHashed(r.URL.Path) {
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		defer root.Close()
		http.FileServerFS(published{root.FS()}).ServeHTTP(w, r)
	})
}

// published is a folder as a host serves it: no names that begin with a dot and no
// directory listings. Links that lead out of the folder are refused by os.Root.
type published struct{ fs.FS }

func (p published) Open(name string) (fs.File, error) {
	nothing := &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	if name != "." && strings.HasPrefix(name, ".") || strings.Contains(name, "/.") {
		return nil, nothing
	}
	info, err := fs.Stat(p.FS, name)
	if err == nil && info.IsDir() {
		_, err = fs.Stat(p.FS, path.Join(name, "index.html"))
	}
	if err != nil || !info.IsDir() && !info.Mode().IsRegular() { // opening a pipe may block for ever
		return nil, nothing
	}
	return p.FS.Open(name)
}

// local allows only GET and HEAD requests addressed to this machine. Otherwise a page
// on another site could read unpublished figures: by requesting them, by pointing its
// own name here (DNS rebinding), or by framing a page, which sends its state to the
// page around it.
func local(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin := r.Header.Get("Origin") // absent when a page reads its own site
		switch {
		case !loopback(r.Host) || !mayRead(origin, r.URL.Path) || strangersImage(r):
			http.Error(w, "this preview only works on the machine it runs on: open it as localhost", http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			http.Error(w, "this preview only allows GET and HEAD requests", http.StatusMethodNotAllowed)
		default:
			w.Header().Set("Content-Security-Policy", "frame-ancestors 'self' http://localhost:* http://127.0.0.1:* file:")
			w.Header().Set("Vary", "Origin")
			if origin != "" {
				w.Header().Set("Access-Control-Allow-Origin", origin)
			}
			handler.ServeHTTP(w, r)
		}
	})
}

// mayRead reports whether a page of an origin may read the file at a path. Every
// sandboxed frame has the origin "null", on any site. It may read files with a hash in
// their name: only somebody who has read a page knows that name.
func mayRead(origin, path string) bool {
	if origin == "null" {
		return site.IsHashed(path)
	}
	u, err := url.Parse(origin)
	return origin == "" || err == nil && loopback(u.Host)
}

// strangersImage reports whether a page of another site requests an image or a script,
// which browsers load without CORS.
func strangersImage(r *http.Request) bool {
	from, err := url.Parse(r.Referer())
	ours := err == nil && loopback(from.Host)
	return r.Header.Get("Sec-Fetch-Site") == "cross-site" && r.Header.Get("Sec-Fetch-Mode") == "no-cors" && !ours
}

// loopback reports whether a host, with or without a port, is this machine.
func loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// triedPorts is how many ports Listen tries after the requested one.
const triedPorts = 20

// Listen opens a port on localhost, or the next free one.
func Listen(port int) (net.Listener, error) {
	for next := port; ; next++ {
		l, err := net.Listen("tcp", fmt.Sprintf("localhost:%d", next))
		if err == nil || next-port >= triedPorts { // the error for a port in use differs between systems
			return l, err
		}
	}
}
