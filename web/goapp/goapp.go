// Package goapp contains everything that depends on the inside of go-app. Start here
// when go-app has a new version.
//
//   - patches/ are the changes to go-app, a diff for each purpose, and _added/ are the
//     files that they add. patch.go applies them, and patched.go writes the go-app that
//     ships: `make goapp` puts it where editors and debuggers find it.
//   - render/ is the interface between go-app's nodes and a page, and its implementations.
//   - page.js applies the operations of render.Queue to the page, adopt.js lets the first
//     tree adopt the prerendered nodes, and mirror.js undoes changes by other scripts.
//   - print.go prints a component as HTML on the command line, which uses go-app
//     unpatched.
//
// wasm_exec.js (Go 1.26) catches exceptions of calls, but not of reading or writing a
// property: these freeze the program. So it must not read properties that may throw, such
// as storage in a sandboxed frame.
//
// In package app the comments that name a version explain how components are
// written: app/page.go (children are matched by index; typed constructors are
// large), app/part.go and app/widget.go (exported fields are compared and
// zeroed; trees are merged), app/picture.go (namespaces), app/events.go (boxes).
package goapp

import _ "embed"

const (
	// Module is the path of go-app.
	Module = "github.com/maxence-charriere/go-app/v9"
	// Version is the version of go-app that this package supports.
	Version = "v9.8.0"
)

// Scripts run in this order after Go's own wasm_exec.js, before the program.
var Scripts = mirror + adopt + page

var (
	//go:embed mirror.js
	mirror string
	//go:embed adopt.js
	adopt string
	//go:embed page.js
	page string
)
