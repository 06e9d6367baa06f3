// Package render is the interface between go-app's nodes and their output: a page in a
// browser (Queue), HTML (HTML), or a log for tests (Recorder).
package render

// Node is the number of a node. Numbers of released nodes are reused.
type Node uint32

// Nodes that exist from the start.
const (
	None  Node = iota // no node
	Body              // the body of the document
	First             // its first child, which the first tree replaces
)

// Renderer receives the operations of go-app's nodes.
//
// A new tree arrives depth first: an element, its attributes and listeners, then each
// child with its content, followed by the child's Insert.
type Renderer interface {
	// Element creates an element; an empty namespace means HTML.
	Element(n Node, tag, namespace string)
	// Text creates a text, or changes an existing one.
	Text(n Node, words string)
	// Attribute sets an attribute, or removes it if set is false.
	Attribute(n Node, name, value string, set bool)
	// Insert inserts a child before another one, or last if before is None.
	Insert(parent, child, before Node)
	// Remove removes a child from its parent.
	Remove(parent, child Node)
	// Listen sets the handler of an event; nil removes it.
	Listen(n Node, event string, hear func(event any))
	// Release forgets a node that has been removed.
	Release(n Node)
	// Flush is called after the last operation of a change.
	Flush()
}

// Numbers assigns numbers to nodes. The zero value is ready for use. A number may be
// reused before the page has forgotten its previous node, because queued operations are
// applied in order. So only nodes that are never released may have listeners.
type Numbers struct {
	given Node
	free  []Node
}

// Next returns a number that no other node has.
func (n *Numbers) Next() Node {
	if last := len(n.free) - 1; last >= 0 {
		number := n.free[last]
		n.free = n.free[:last]
		return number
	}
	n.given++
	return First + n.given
}

// Free makes a number available again.
func (n *Numbers) Free(number Node) { n.free = append(n.free, number) }

// Hearing contains the handlers by node and event. The zero value is ready for use.
type Hearing map[Node]map[string]func(event any)

func (h *Hearing) set(n Node, event string, hear func(event any)) {
	if hear == nil {
		delete((*h)[n], event)
		return
	}
	if *h == nil {
		*h = Hearing{}
	}
	if (*h)[n] == nil {
		(*h)[n] = map[string]func(event any){}
	}
	(*h)[n][event] = hear
}
