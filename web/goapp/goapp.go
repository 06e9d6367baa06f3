// Package goapp holds all that knows the inside of go-app, so that a new version of
// it is looked at here.
//
//   - patches/ are what is changed of go-app, a diff for each purpose, and _added/
//     is what they add. patch.go applies them, patched.go writes the go-app that
//     ships: `make goapp` puts it where an editor and a debugger find it.
//   - render/ is what go-app's nodes ask of a page, and who answers.
//   - page.js does to the page what render.Queue asks, adopt.js has the first tree
//     adopt the prerendered nodes, and mirror.js puts back what others change.
//   - print.go prints a component as HTML on the command line, where go-app is as it
//     was published.
//
// wasm_exec.js (Go 1.26) catches what a call throws, but not what reading or writing a
// property throws, which freezes the program: so it must read none that may throw, as
// storage does in a sandboxed frame.
//
// In package app the notes that name a version concern how components are
// written: app/page.go (children are matched by index; typed constructors are
// large), app/part.go and app/widget.go (exported fields are compared and
// zeroed; trees are merged), app/picture.go (namespaces), app/events.go (boxes).
package goapp

import _ "embed"

const (
	// Module is the path of go-app.
	Module = "github.com/maxence-charriere/go-app/v9"
	// Version is the one that all of this was made for.
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
