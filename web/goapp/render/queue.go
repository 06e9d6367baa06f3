package render

import (
	"unicode/utf16"
	"unicode/utf8"
)

// Queue shows a tree in a browser. What is asked of it waits until Flush, which
// has page.js do all of it in one call: a call into JavaScript for each node, name
// and text took longer than what it did.
type Queue struct {
	// Apply has the page do what was asked. It keeps neither slice.
	Apply func(operations []uint32, texts []byte)

	operations []uint32
	texts      []byte // one after the other
	hearing    Hearing
}

// The operations, in the order of page.js. Each is followed by the node that it is
// about and by what it needs; a text is there as its length in UTF-16.
const (
	element   = iota // tag, namespace
	text             // words
	attribute        // name, value
	erase            // name
	insert           // child, the one after it
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
		q.texts = utf8.AppendRune(q.texts, r) // what is no UTF-8 becomes what is, so that both sides count the same
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

// Hear passes on an event that the page has heard at a node.
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

// Flush implements Renderer.
func (q *Queue) Flush() {
	if len(q.operations) == 0 {
		return
	}
	q.Apply(q.operations, q.texts)
	q.operations, q.texts = q.operations[:0], q.texts[:0]
}
