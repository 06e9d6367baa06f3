package site

import (
	"strings"

	panels "factframe/app/page"
)

// headers returns example response headers, in the format of Netlify and Cloudflare
// Pages. It leaves out the content security policy, which is in every page. As a header
// it would also apply to pictures: an SVG opened by itself would lose its style, and an
// estimate would look exact.
//
// translations are the languages that have a folder.
func headers(translations []string) string {
	lines := []string{
		"/*",
		"  Referrer-Policy: strict-origin-when-cross-origin",
		"  X-Content-Type-Options: nosniff",
		"  Access-Control-Allow-Origin: *",
		"  Cache-Control: no-cache",
	}
	folders := []string{"/"}
	for _, tag := range translations {
		folders = append(folders, "/"+tag+"/")
	}
	for _, folder := range folders {
		for _, d := range panels.Downloads {
			if strings.Contains(d.MediaType, "charset") {
				lines = append(lines, folder+d.Folder+"/*."+d.Extension, "  Content-Type: "+d.MediaType)
			}
		}
		lines = append(lines, folder+FeedFile, "  Content-Type: "+feedMediaType)
		for _, name := range []string{"app", "offline", "program", "embedded"} { // their names change with their content
			lines = append(lines, folder+name+".*", "  ! Cache-Control", "  Cache-Control: public, max-age=31536000, immutable")
		}
	}
	return strings.Join(lines, "\n") + "\n"
}
