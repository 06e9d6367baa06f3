package render

import (
	"unicode/utf16"
	"unicode/utf8"
)

// Queue shows a tree in a browser. It queues operations until Flush, and then page.js
// applies them in one call: a call into JavaScript for each node, name and text took
// longer than the work itself.
type Queue struct {
	// Apply applies operations to the page. It must not keep the slices.
	Apply func(operations []uint32, texts []byte)

	operations []uint32
	texts      []byte // concatenated
	hearing    Hearing
}

// The operations, in the order of page.js. Each is followed by its node and its
// arguments. A text argument is a length in UTF-16 code units.
const (
	element   = iota // tag, namespace
	text             // words
	attribute        // name, value
	erase            // name
	insert           // child, next sibling
	remove           // child
	listen           // event
	silence          // event
	release
)

func (q *Queue) ask(operation uint32, n Node, more ...Node) {
	q.operations = append(q.operations, operation, uint32(n))
	for _, each := range more {
		q.operations = append(q.operations, uint32(each))
	}
}

func (q *Queue) say(s string) {
	units := 0
	for _, r := range s {
		q.texts = utf8.AppendRune(q.texts, r) // replaces invalid UTF-8, so that both sides count the same
		units += utf16.RuneLen(r)
	}
	q.operations = append(q.operations, uint32(units))
}

// Element implements Renderer.
func (q *Queue) Element(n Node, tag, namespace string) {
	q.ask(element, n)
	q.say(tag)
	q.say(namespace)
}

// Text implements Renderer.
func (q *Queue) Text(n Node, words string) {
	q.ask(text, n)
	q.say(words)
}

// Attribute implements Renderer.
func (q *Queue) Attribute(n Node, name, value string, set bool) {
	if !set {
		q.ask(erase, n)
		q.say(name)
		return
	}
	q.ask(attribute, n)
	q.say(name)
	q.say(value)
}

// Insert implements Renderer.
func (q *Queue) Insert(parent, child, before Node) { q.ask(insert, parent, child, before) }

// Remove implements Renderer.
func (q *Queue) Remove(parent, child Node) { q.ask(remove, parent, child) }

// Listen implements Renderer.
func (q *Queue) Listen(n Node, event string, hear func(event any)) {
	q.hearing.set(n, event, hear)
	operation := uint32(listen)
	if hear == nil {
		operation = silence
	}
	q.ask(operation, n)
	q.say(event)
}

// Hear passes an event at a node to its handler, if any.
func (q *Queue) Hear(n Node, event string, value any) {
	if hear := q.hearing[n][event]; hear != nil {
		hear(value)
	}
}

// Release implements Renderer.
func (q *Queue) Release(n Node) {
	delete(q.hearing, n)
	q.ask(release, n)
}

// Flush applies all queued operations.
func (q *Queue) Flush() {
	if len(q.operations) == 0 {
		return
	}
	q.Apply(q.operations, q.texts)
	q.operations, q.texts = q.operations[:0], q.texts[:0]
}
