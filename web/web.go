// Package web holds what is served beside the program: scripts, style, icons.
package web

import _ "embed"

// Style is the stylesheet, written into every page.
//
//go:embed style.css
var Style string

// Embed is for hosts that may add a script to their page.
//
//go:embed embed.js
var Embed string

// Editor and EditorStyle make the page on which editors take snippets away.
var (
	//go:embed editor.js
	Editor string
	//go:embed editor.css
	EditorStyle string
)

// Paint, Frame and Boot stand in every page, in this order and at its end:
// Frame tells the page around a frame how tall it is and takes from it how it
// looks, Boot starts the program
// on intent, and both wait for the first paint.
var (
	//go:embed paint.js
	Paint string
	//go:embed frame.js
	Frame string
	//go:embed boot.js
	Boot string
)

// Worker keeps the site for offline use; Offline registers it. Worker is
// completed when a site is built.
var (
	//go:embed worker.js
	Worker string
	//go:embed offline.js
	Offline string
)

// Theme stands in every page, because it must run before the first paint.
//
//go:embed theme.js
var Theme string

// Rehearse and Program stand around the scripts of package goapp, after Go's own
// wasm_exec.js: Program fetches and runs the program, Rehearse runs it in a worker
// before.
var (
	//go:embed rehearse.js
	Rehearse string
	//go:embed program.js
	Program string
)
