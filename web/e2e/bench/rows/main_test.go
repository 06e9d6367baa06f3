package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The rows are the same as in the other pages, which generate them in JavaScript.
func TestRowsAreThoseOfTheOtherPages(t *testing.T) {
	var b bytes.Buffer
	rows(&b, 1000)
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	assert.Len(t, lines, 1001)
	assert.Equal(t, "force-30,in-2022,community-resolution,3", lines[1])
	assert.Equal(t, "force-27,in-2024,victim-withdrew,4", lines[1000])
}
