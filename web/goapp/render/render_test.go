package render

import (
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// A number belongs to one node at a time and is reused when that node is gone.
func TestNumbers(t *testing.T) {
	var n Numbers
	a, b := n.Next(), n.Next()
	assert.Greater(t, a, First)
	assert.NotEqual(t, a, b)
	n.Free(a)
	assert.Equal(t, a, n.Next())
	assert.NotContains(t, []Node{a, b}, n.Next())
}

func TestWhatAQueueHandsOver(t *testing.T) {
	tests := []struct {
		name       string
		ask        func(q *Queue)
		operations []uint32
		texts      string
	}{
		{"nothing", func(*Queue) {}, nil, ""},
		{"an element", func(q *Queue) { q.Element(5, "a", "ns") }, []uint32{element, 5, 1, 2}, "ans"},
		{"a text with non-ASCII characters", func(q *Queue) { q.Text(5, "é😀") }, []uint32{text, 5, 3}, "é😀"},
		{"an attribute", func(q *Queue) { q.Attribute(5, "id", "", true) }, []uint32{attribute, 5, 2, 0}, "id"},
		{"a removed attribute", func(q *Queue) { q.Attribute(5, "id", "x", false) }, []uint32{erase, 5, 2}, "id"},
		{"children", func(q *Queue) { q.Insert(Body, 5, First); q.Remove(Body, First); q.Release(First) },
			[]uint32{insert, 1, 5, 2, remove, 1, 2, release, 2}, ""},
		{"listeners", func(q *Queue) { q.Listen(5, "click", func(any) {}); q.Listen(5, "click", nil) }, []uint32{listen, 5, 5, silence, 5, 5}, "clickclick"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var operations []uint32
			var texts string
			calls := 0
			q := &Queue{Apply: func(o []uint32, s []byte) { calls, operations, texts = calls+1, append([]uint32(nil), o...), string(s) }}
			test.ask(q)
			q.Flush()
			q.Flush()
			assert.Equal(t, test.operations, operations)
			assert.Equal(t, test.texts, texts)
			assert.LessOrEqual(t, calls, 1, "operations are applied once")
		})
	}
}

// An event reaches the handlers of its node, and none after the node is released.
func TestWhoHears(t *testing.T) {
	heard := ""
	q := &Queue{Apply: func([]uint32, []byte) {}}
	q.Listen(5, "click", func(e any) { heard += e.(string) })
	q.Hear(5, "click", "a")
	q.Hear(5, "change", "b")
	q.Hear(6, "click", "c")
	q.Release(5)
	q.Hear(5, "click", "d")
	assert.Equal(t, "a", heard)
}

// Lengths are in UTF-16 code units, as in JavaScript, for any text.
func FuzzLengths(f *testing.F) {
	for _, each := range []string{"", "a", "é", "😀", "\xff\xf0", "\xe2\x82", "\ufeff"} {
		f.Add(each)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q := &Queue{}
		q.say(s)
		assert.True(t, utf8.Valid(q.texts), "decoders handle invalid UTF-8 differently from Go")
		assert.Equal(t, uint32(len(utf16.Encode([]rune(string(q.texts))))), q.operations[0])
	})
}
