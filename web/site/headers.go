package site

import (
	"strings"

	panels "factframe/app/page"
)

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
	}
	for _, d := range panels.Downloads {
		if strings.Contains(d.MediaType, "charset") {
			lines = append(lines, "/"+d.Path("*"), "  Content-Type: "+d.MediaType)
		}
	}
	for _, name := range []string{"app", "offline", "program", "embedded"} { // their names change with their content
		lines = append(lines, "/"+name+".*", "  ! Cache-Control", "  Cache-Control: public, max-age=31536000, immutable")
	}
	return strings.Join(lines, "\n") + "\n"
}
