//go:build !js

package site

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"path"
	"strings"
	"syscall"
)

// Handler serves a built site as a plain static host would.
func Handler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
		h.Set("Access-Control-Allow-Origin", "*") // a sandboxed frame has no origin of its own
		h.Set("Cache-Control", "no-cache")
		if isHashed(path.Base(r.URL.Path)) {
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		files.ServeHTTP(w, r)
	})
}

// isHashed reports whether a name carries the hash of its content.
func isHashed(name string) bool {
	parts := strings.Split(name, ".")
	return len(parts) == 3 && len(parts[1]) == 12
}

// triedPorts is how many ports are tried after the one asked for.
const triedPorts = 20

// Listen opens a port, or the next one that is free.
func Listen(port int) (net.Listener, error) {
	for next := port; ; next++ {
		l, err := net.Listen("tcp", fmt.Sprintf("localhost:%d", next))
		if err == nil || !errors.Is(err, syscall.EADDRINUSE) || next-port >= triedPorts {
			return l, err
		}
	}
}
