package text

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A text that is cut ends every isolate that it begins, and no other.
func TestCut(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"short", "short"},
		{"a sentence of many words", "a sentence…"},
		{isolate + "Office of Homes" + endOfIsolate, isolate + "Office of" + endOfIsolate + "…"},
		{isolate + "Office" + endOfIsolate + " of Homes built", isolate + "Office" + endOfIsolate + " of…"},
		{"homes" + endOfIsolate + " and many others", "homes" + endOfIsolate + " and…"},
	} {
		assert.Equal(t, test.want, Cut(test.text, 14))
	}
}
