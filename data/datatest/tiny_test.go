package datatest

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// check accepts every tiny package.
func TestTinyPackages(t *testing.T) {
	assert.GreaterOrEqual(t, len(Tiny(t)), 60)
}
