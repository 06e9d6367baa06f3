//go:build !wasm

package app

import "factframe/web/goapp/render"

var renderer render.Renderer = &render.Recorder{}

// Show mounts a component as in a browser, with a renderer. It returns a function that
// handles the events since the last call.
func Show(root Composer, r render.Renderer) (update func()) {
	renderer = r
	e := &engine{}
	e.init()
	e.Mount(root)
	e.Consume()
	return e.Consume
}
