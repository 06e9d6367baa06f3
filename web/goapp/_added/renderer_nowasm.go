//go:build !wasm

package app

import "factframe/web/goapp/render"

var renderer render.Renderer = &render.Recorder{}

// Show mounts a component as a program does in a browser, and has a renderer show
// it. It returns what works off all that the component was asked to do since.
func Show(root Composer, r render.Renderer) (update func()) {
	renderer = r
	e := &engine{}
	e.init()
	e.Mount(root)
	e.Consume()
	return e.Consume
}
