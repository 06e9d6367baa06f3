package app

import (
	"slices"
	"syscall/js"
	"unsafe"
)

// element is a node of the page. What is done to it waits in a queue, which
// queue.js works off: one call into JavaScript for all that a choice changes,
// where each node, name and text was a value of its own, with a call to make it
// and another to let it go.
type element struct {
	Value // of the node itself; nil until somebody asks for it
	id    uint32
}

// The operations are those of queue.js: each is followed by the node that it is
// done to and by what it needs. A text is given as its length in UTF-16.
const (
	makeElement     = iota // tag, namespace
	makeText               // words
	setAttribute           // name, value
	removeAttribute        // name
	setProperty            // name, value
	setSwitch              // name, 0 or 1
	setWords               // words
	appendChild            // child
	replaceChild           // new child, old child
	removeChild            // child
	forget
)

var queue struct {
	operations []uint32
	texts      []byte   // one after the other
	nodes      uint32   // how many there are, and were
	free       []uint32 // those that were forgotten
}

func enqueue(operations ...uint32) { queue.operations = append(queue.operations, operations...) }

// say adds a text, and its length in UTF-16, to the operation before it.
func say(s string) {
	queue.texts = append(queue.texts, s...)
	length := uint32(0)
	for _, b := range []byte(s) {
		if b < 0x80 || b >= 0xc0 { // not the rest of a character
			length++
		}
		if b >= 0xf0 { // beyond the first plane: two units
			length++
		}
	}
	enqueue(length)
}

//go:wasmimport factframe apply
func apply(operations unsafe.Pointer, n uint32, texts unsafe.Pointer, length uint32)

// flush has all that waits done.
func flush() {
	if len(queue.operations) == 0 {
		return
	}
	queue.texts = append(queue.texts, 0) // there is an address then
	apply(unsafe.Pointer(&queue.operations[0]), uint32(len(queue.operations)), unsafe.Pointer(&queue.texts[0]), uint32(len(queue.texts)-1))
	queue.operations, queue.texts = queue.operations[:0], queue.texts[:0]
}

func made(operation uint32) *element {
	var id uint32
	if last := len(queue.free) - 1; last >= 0 {
		id, queue.free = queue.free[last], queue.free[:last]
	} else {
		id = queue.nodes
		queue.nodes++
	}
	enqueue(operation, id)
	return &element{id: id}
}

func (w *browserWindow) createElement(tag, xmlns string) (Value, error) {
	e := made(makeElement)
	say(tag)
	say(xmlns)
	return e, nil
}

func (w *browserWindow) createTextNode(words string) Value {
	e := made(makeText)
	say(words)
	return e
}

// itself is the node as it is when all that waits is done, for what is no
// operation.
func (e *element) itself() Value {
	flush()
	if e.Value == nil {
		e.Value = val(js.Global().Call("factframeNode", int(e.id)))
	}
	return e.Value
}

func (e *element) JSValue() Value                         { return e }
func (e *element) addEventListener(event string, fn Func) { e.itself().addEventListener(event, fn) }
func (e *element) removeEventListener(event string, fn Func) {
	e.itself().removeEventListener(event, fn)
}

// switches are the attributes that are on or off.
var switches = []string{"checked", "hidden", "open", "selected", "disabled", "multiple", "required"}

func (e *element) write(a attribute) {
	switch {
	case slices.Contains(switches, a.name):
		enqueue(setSwitch, e.id)
		say(a.name)
		if a.value == "true" {
			enqueue(1)
		} else {
			enqueue(0)
		}
		return
	case a.name == "value": // the attribute is what it was at first
		enqueue(setProperty, e.id)
	default:
		enqueue(setAttribute, e.id)
	}
	say(a.name)
	say(a.value)
}

func (e *element) erase(name string) {
	enqueue(removeAttribute, e.id)
	say(name)
}

func (e *element) setNodeValue(words string) {
	enqueue(setWords, e.id)
	say(words)
}

func (e *element) appendChild(c Wrapper)         { enqueue(appendChild, e.id, idOf(c)) }
func (e *element) replaceChild(new, old Wrapper) { enqueue(replaceChild, e.id, idOf(new), idOf(old)) }
func (e *element) removeChild(c Wrapper)         { enqueue(removeChild, e.id, idOf(c)) }

func idOf(w Wrapper) uint32 { return w.JSValue().(*element).id }

// release forgets a node that has left the page.
func release(v Value) {
	if e, ok := v.(*element); ok {
		enqueue(forget, e.id)
		queue.free = append(queue.free, e.id)
	}
}
