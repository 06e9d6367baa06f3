//go:build !js

package render

import "fmt"

// Recorder records operations as text, for tests.
type Recorder struct {
	Operations []string // one line each, in order
	Hearing    Hearing
}

func (r *Recorder) note(format string, values ...any) {
	r.Operations = append(r.Operations, fmt.Sprintf(format, values...))
}

// Element implements Renderer.
func (r *Recorder) Element(n Node, tag, namespace string) {
	if namespace != "" {
		tag += " of " + namespace
	}
	r.note("element %d %s", n, tag)
}

// Text implements Renderer.
func (r *Recorder) Text(n Node, words string) { r.note("text %d %q", n, words) }

// Attribute implements Renderer.
func (r *Recorder) Attribute(n Node, name, value string, set bool) {
	if !set {
		r.note("attribute %d without %s", n, name)
		return
	}
	r.note("attribute %d %s=%q", n, name, value)
}

// Insert implements Renderer.
func (r *Recorder) Insert(parent, child, before Node) {
	if before == None {
		r.note("insert into %d: %d", parent, child)
		return
	}
	r.note("insert into %d: %d before %d", parent, child, before)
}

// Remove implements Renderer.
func (r *Recorder) Remove(parent, child Node) { r.note("remove from %d: %d", parent, child) }

// Listen implements Renderer.
func (r *Recorder) Listen(n Node, event string, hear func(event any)) {
	r.Hearing.set(n, event, hear)
	if hear == nil {
		r.note("listen no more to %s at %d", event, n)
		return
	}
	r.note("listen to %s at %d", event, n)
}

// Release implements Renderer.
func (r *Recorder) Release(n Node) { r.note("release %d", n) }

// Flush implements Renderer.
func (r *Recorder) Flush() { r.note("flush") }
