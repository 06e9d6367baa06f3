package app

import (
	"io"

	"factframe/web/goapp/render"
)

// Show mounts a component as in a browser, with a renderer. It returns a function that
// handles the events since the last call. The renderer gets the component without the body
// around it.
func Show(root Composer, r render.Renderer) (update func()) {
	e := &engine{}
	renderer = &render.HTML{To: io.Discard} // for the body
	e.init()
	renderer = r
	e.Mount(root)
	e.Consume()
	return e.Consume
}
