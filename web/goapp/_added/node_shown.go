package app

import "factframe/web/goapp/render"

// shown is the number of a node in a renderer. It is a Value because go-app's nodes
// contain one. It implements the methods that nodes call; all others panic.
type shown struct {
	Value
	number render.Node
}

var numbers render.Numbers

func showElement(tag, namespace string) (shown, error) {
	n := numbers.Next()
	renderer.Element(n, tag, namespace)
	return shown{number: n}, nil
}

func showText(words string) shown {
	n := numbers.Next()
	renderer.Text(n, words)
	return shown{number: n}
}

func (s shown) JSValue() Value            { return s }
func (s shown) setNodeValue(words string) { renderer.Text(s.number, words) }
func (s shown) appendChild(c Wrapper)     { renderer.Insert(s.number, numberOf(c), render.None) }
func (s shown) removeChild(c Wrapper)     { renderer.Remove(s.number, numberOf(c)) }

func (s shown) replaceChild(new, old Wrapper) {
	renderer.Insert(s.number, numberOf(new), numberOf(old))
	renderer.Remove(s.number, numberOf(old))
}

func numberOf(w Wrapper) render.Node { return w.JSValue().(shown).number }

// listen sets the handler of an event at a node; nil removes it.
func listen(at UI, event string, h EventHandler) {
	if h == nil {
		renderer.Listen(numberOf(at), event, nil)
		return
	}
	renderer.Listen(numberOf(at), event, func(e any) {
		at.getDispatcher().Emit(at, func() { h(makeContext(at), Event{Value: ValueOf(e)}) })
	})
}

// release frees the number of a node that has left the page.
func release(w Wrapper) {
	n := numberOf(w)
	renderer.Release(n)
	if n > render.First {
		numbers.Free(n)
	}
}
