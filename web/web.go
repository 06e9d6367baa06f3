// Package web contains the scripts and style sheets that are served beside the program.
package web

import _ "embed"

// Style is the stylesheet, written into every page.
//
//go:embed style.css
var Style string

// Embed is the script for hosts that can add scripts to their pages.
//
//go:embed embed.js
var Embed string

// Editor and EditorStyle are the script and the style sheet of the embed page.
var (
	//go:embed editor.js
	Editor string
	//go:embed editor.css
	EditorStyle string
)

// Paint, Frame and Boot are at the end of every page, in this order. Frame sends the
// height to the host and receives presentation settings, Boot starts the program on
// intent, and both wait for the first paint.
var (
	//go:embed paint.js
	Paint string
	//go:embed frame.js
	Frame string
	//go:embed boot.js
	Boot string
)

// Worker makes the offline copy of a site; Offline registers it. Building a site fills
// in the placeholders VERSION and FILES in Worker.
var (
	//go:embed worker.js
	Worker string
	//go:embed offline.js
	Offline string
)

// Frozen is in the pages of a frozen version.
//
//go:embed frozen.js
var Frozen string

// Lead is in the page that leads to the receipts.
//
//go:embed lead.js
var Lead string

// Theme is written into the head of every page, because it must run before the first
// paint.
//
//go:embed theme.js
var Theme string

// These follow Go's wasm_exec.js: Rehearse, then the scripts of package goapp, then the
// others. Program fetches and runs the program, which the first warms up in a worker; Take
// copies and saves what is shown; Keep makes one file of a page.
var (
	//go:embed rehearse.js
	Rehearse string
	//go:embed take.js
	Take string
	//go:embed keep.js
	Keep string
	//go:embed program.js
	Program string
)
