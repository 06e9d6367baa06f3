package datatest

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Each case is a package that check accepts.
func TestTinyPackages(t *testing.T) {
	assert.GreaterOrEqual(t, len(Tiny(t)), 60)
}
