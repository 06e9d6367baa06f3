package site

import "strings"

// headers is an example of what a host should send, in the form that Netlify
// and Cloudflare Pages read. Every page carries the policy itself too, for
// hosts whose headers cannot be set.
var headers = strings.Join([]string{
	"/*",
	"  Content-Security-Policy: " + policy,
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
	"",
}, "\n")
