//go:build !js

package cli

import (
	"cmp"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"factframe/web/publish"
	"factframe/web/site"
)

// serveCommand shows a built site as a static host would, with an article.
func serveCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("serve", stderr)
	port := flags.Int("port", 8080, "the port, or the next free one")
	dir := flags.String("dir", "dist", "a built site")
	if code, done := parsed(flags, args, 1); done {
		return code
	}
	*dir = cmp.Or(flags.Arg(0), *dir)
	if err := publish.Restore(*dir, stderr); err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	if _, err := os.Stat(filepath.Join(*dir, "index.html")); err != nil {
		fmt.Fprintf(stderr, "%s holds no site\n", *dir)
		next(stderr, "factframe build -out "+*dir+"   # or: make build")
		return failed
	}
	l, err := Listen(*port)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	fmt.Fprintf(stdout, "The panel:   http://%[1]s/\nAn article:  http://%[1]s%[2]s\nSnippets:    http://%[1]s/embed/\n", l.Addr(), articlePath)
	fmt.Fprintln(stderr, http.Serve(l, local(Preview(*dir))))
	return failed
}

// Handler serves a built site as a plain static host would.
func Handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
		h.Set("Access-Control-Allow-Origin", "*") // a sandboxed frame has no origin of its own
		h.Set("Cache-Control", "no-cache")
		if site.IsHashed(r.URL.Path) {
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		files.ServeHTTP(w, r)
	})
}

// local answers only requests that name this machine, and only reads. A page on
// another site could otherwise read figures that are not published yet: by asking
// for them, or by having its own name lead here (DNS rebinding).
func local(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		origin, _ := url.Parse(r.Header.Get("Origin")) // "null" in a sandboxed frame, and absent where a page reads its own site
		foreign := origin != nil && origin.Host != "" && !loopback(origin.Host)
		switch {
		case !loopback(r.Host) || foreign:
			http.Error(w, "this preview is for the machine it runs on: open it as localhost", http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			http.Error(w, "a preview can only be read", http.StatusMethodNotAllowed)
		default:
			handler.ServeHTTP(w, r)
		}
	})
}

// loopback reports whether a host is this machine, with or without a port.
func loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// triedPorts is how many ports are tried after the one asked for.
const triedPorts = 20

// Listen opens a port, or the next one that is free.
func Listen(port int) (net.Listener, error) {
	for next := port; ; next++ {
		l, err := net.Listen("tcp", fmt.Sprintf("localhost:%d", next))
		if err == nil || next-port >= triedPorts { // each system has an error of its own for a port that is taken
			return l, err
		}
	}
}
