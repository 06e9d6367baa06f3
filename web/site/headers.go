package site

import "strings"

// headers is an example of what a host should send, in the form that Netlify
// and Cloudflare Pages read. The policy is not among it: every page carries its own,
// and a header would be in force for pictures too. One that is opened as a document
// would lose its style, and an estimate would look exact.
func headers() string {
	lines := []string{
		"/*",
		"  Referrer-Policy: strict-origin-when-cross-origin",
		"  X-Content-Type-Options: nosniff",
		"  Access-Control-Allow-Origin: *",
		"  Cache-Control: no-cache",
		"/data/*.csv",
		"  Content-Type: text/csv; charset=utf-8",
	}
	for _, name := range []string{"app", "offline", "program", "embedded"} { // their names change with their content
		lines = append(lines, "/"+name+".*", "  ! Cache-Control", "  Cache-Control: public, max-age=31536000, immutable")
	}
	return strings.Join(lines, "\n") + "\n"
}
