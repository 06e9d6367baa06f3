// Package render is the boundary between go-app's nodes and what shows them: a
// page in a browser (Queue), HTML that is written once (HTML), or the notes of a
// test (Recorder).
package render

// Node is the number of a node. A number that was released is given again.
type Node uint32

// Nodes that are there before the first is made.
const (
	None  Node = iota // no node
	Body              // of the document
	First             // the body's first child, whose place the first tree takes
)

// Renderer shows what go-app's nodes ask for.
//
// A tree that is new is told depth first: an element, its attributes and what it
// listens to, then each child with all that is in it, followed by its Insert.
type Renderer interface {
	// Element makes an element; an empty namespace is that of HTML.
	Element(n Node, tag, namespace string)
	// Text makes a text, or changes the words of one that there is.
	Text(n Node, words string)
	// Attribute writes an attribute, or takes it away where set is false.
	Attribute(n Node, name, value string, set bool)
	// Insert puts a child in front of another one, or last where before is None.
	Insert(parent, child, before Node)
	// Remove takes a child out of its parent.
	Remove(parent, child Node)
	// Listen has a function hear of an event, or nobody where it is nil.
	Listen(n Node, event string, hear func(event any))
	// Release forgets a node that is not shown any more.
	Release(n Node)
	// Flush is called when everything of a change was asked for.
	Flush()
}

// Numbers gives nodes their numbers. The zero value is ready for use. A number may be
// given again before the page has forgotten the node that had it, which a queue does in
// the order in which it was asked; only nodes that are never released may listen.
type Numbers struct {
	given Node
	free  []Node
}

// Next is a number that no other node has.
func (n *Numbers) Next() Node {
	if last := len(n.free) - 1; last >= 0 {
		number := n.free[last]
		n.free = n.free[:last]
		return number
	}
	n.given++
	return First + n.given
}

// Free takes a number back.
func (n *Numbers) Free(number Node) { n.free = append(n.free, number) }

// Hearing is who hears of which event at which node. The zero value is nobody.
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
