package app

import "factframe/web/goapp/render"

// Show mounts a component as in a browser, with a renderer. It returns a function that
// handles the events since the last call. The renderer gets the component without the body
// around it.
func Show(root Composer, r render.Renderer) (update func()) {
	e := &engine{}
	e.init()
	renderer = r
	e.Mount(root)
	e.Consume()
	return e.Consume
}
