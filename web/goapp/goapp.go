// Package goapp holds all that knows the inside of go-app: what has to be cut
// out of it, worked around and watched, so that a new version of it is looked
// at here. Each work-around says what in go-app needs it.
//
//   - trim.go cuts out of a copy of go-app what no reader's browser runs, and puts
//     what is in _standin in its place.
//   - queue.js does to the page what the program asks of it, all of a choice at once.
//   - print.go prints a component's tree as HTML, in place of go-app's printer.
//   - harden.js lets the program live in sandboxed frames and other people's pages.
//   - hydrate.js has the first mount adopt the prerendered nodes.
//   - mirror.js puts back what others change of the nodes that go-app knows.
//
// In package app the notes that name a version concern how components are
// written: app/page.go (children are matched by index; typed constructors are
// large), app/part.go and app/widget.go (exported fields are compared and
// zeroed; trees are merged), app/picture.go (namespaces), app/events.go (boxes).
package goapp

import "embed"

const (
	// Module is the path of go-app.
	Module = "github.com/maxence-charriere/go-app/v9"
	// Version is the one that all of this was made for.
	Version = "v9.8.0"
)

// Scripts run in this order after Go's own wasm_exec.js, before the program.
var Scripts = harden + mirror + queue + hydrate

var (
	//go:embed harden.js
	harden string
	//go:embed mirror.js
	mirror string
	//go:embed queue.js
	queue string
	//go:embed hydrate.js
	hydrate string

	// What stands in for files of go-app is Go, and no package of this module.
	//go:embed _standin/*.go
	standIns embed.FS
)
