package site

import "strings"

// headers is an example of what a host should send, in the form that Netlify
// and Cloudflare Pages read. Every page carries the policy itself too, for
// hosts whose headers cannot be set.
func headers(a assets) string {
	lines := []string{
		"/*",
		"  Content-Security-Policy: " + headerPolicy(a),
		"  Referrer-Policy: strict-origin-when-cross-origin",
		"  X-Content-Type-Options: nosniff",
		"  Access-Control-Allow-Origin: *",
		"  Cache-Control: no-cache",
		"/data/*.csv",
		"  Content-Type: text/csv; charset=utf-8",
		"/embed/*",
		"  ! Content-Security-Policy",
	}
	for _, name := range []string{"app", "offline", "program", "embedded"} { // their names change with their content
		lines = append(lines, "/"+name+".*", "  ! Cache-Control", "  Cache-Control: public, max-age=31536000, immutable")
	}
	return strings.Join(lines, "\n") + "\n"
}
