//go:build !js

package cli

import (
	"net/http"
	"os"
	"path"
	"strings"
)

// encodings are the suffixes of the compressed files that a build writes, the smaller
// first, and their names in HTTP (RFC 9110, 8.4.1).
var encodings = []struct{ suffix, name string }{{".br", "br"}, {".gz", "gzip"}}

// compressed serves the compressed copy of a program if the browser accepts it, as
// hosts do. That is a fifth of the size.
func compressed(dir string, files http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, e := range encodings {
			if path.Ext(r.URL.Path) != ".wasm" || !accepts(r, e.name) || !exists(dir, r.URL.Path+e.suffix) {
				continue
			}
			w.Header().Set("Content-Encoding", e.name)
			w.Header().Set("Content-Type", "application/wasm")
			w.Header().Add("Vary", "Accept-Encoding")
			r = r.Clone(r.Context())
			r.URL.Path += e.suffix
			r.Header.Del("Range") // it counts uncompressed bytes
			break
		}
		files.ServeHTTP(w, r)
	})
}

func accepts(r *http.Request, encoding string) bool {
	for each := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, quality, _ := strings.Cut(strings.TrimSpace(each), ";")
		if name == encoding && strings.ReplaceAll(quality, " ", "") != "q=0" {
			return true
		}
	}
	return false
}

func exists(dir, name string) bool {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return false
	}
	defer root.Close()
	info, err := root.Stat(strings.TrimPrefix(name, "/"))
	return err == nil && info.Mode().IsRegular()
}
