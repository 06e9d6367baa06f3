package site

import "strings"

// headers is an example of what a host should send, in the form that Netlify
// and Cloudflare Pages read. Every page carries the policy itself too, for
// hosts whose headers cannot be set.
//
// The policy here does not say base-uri: in a frame without an origin WebKitGTK
// 2.50 would refuse the page's base by it, since a header comes before any tag.
func headers(a assets) string {
	return strings.Join([]string{
		"/*",
		"  Content-Security-Policy: " + strings.Replace(policy(a), " base-uri 'self';", "", 1),
		"  Referrer-Policy: strict-origin-when-cross-origin",
		"  X-Content-Type-Options: nosniff",
		"  Access-Control-Allow-Origin: *",
		"  Cache-Control: no-cache",
		"/data/*.csv",
		"  Content-Type: text/csv; charset=utf-8",
		"/embed/*",
		"  ! Content-Security-Policy",
		"/app.*",
		"  ! Cache-Control",
		"  Cache-Control: public, max-age=31536000, immutable",
		"/offline.*",
		"  ! Cache-Control",
		"  Cache-Control: public, max-age=31536000, immutable",
		"/program.*",
		"  ! Cache-Control",
		"  Cache-Control: public, max-age=31536000, immutable",
		"/embedded.*",
		"  ! Cache-Control",
		"  Cache-Control: public, max-age=31536000, immutable",
		"",
	}, "\n")
}
