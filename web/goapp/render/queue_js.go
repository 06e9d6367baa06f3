package render

import (
	"syscall/js"
	"unsafe"
)

// apply is a function of page.js, which reads both lists from the program's memory.
//
//go:wasmimport factframe apply
func apply(operations unsafe.Pointer, n uint32, texts unsafe.Pointer, bytes uint32)

// ToPage returns a queue for the page in which the program runs.
func ToPage() *Queue {
	q := &Queue{Apply: func(operations []uint32, texts []byte) {
		apply(unsafe.Pointer(unsafe.SliceData(operations)), uint32(len(operations)), unsafe.Pointer(unsafe.SliceData(texts)), uint32(len(texts)))
	}}
	js.Global().Set("factframeHeard", js.FuncOf(func(_ js.Value, args []js.Value) any {
		q.Hear(Node(args[0].Int()), args[1].String(), args[2])
		return nil
	}))
	return q
}
