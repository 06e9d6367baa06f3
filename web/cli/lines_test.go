package cli

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEveryLineIsTheFirst(t *testing.T) {
	const source = "package a\n\nvar s = `one\ntwo`\n\n/* three\nfour */\nvar t = \"five\"\n"
	const want = "package a\n//line x:1\n\n//line x:1\nvar s = `one\ntwo`\n//line x:1\n\n//line x:1\n/* three\nfour */\n//line x:1\nvar t = \"five\"\n//line x:1\n"
	assert.Equal(t, want, string(onOneLine([]byte(source))))
}
