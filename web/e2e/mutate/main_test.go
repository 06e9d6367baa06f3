package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every fault still fits the file that it is planted in, and has a name of its own.
func TestEveryFaultApplies(t *testing.T) {
	faults, err := parse(list)
	require.NoError(t, err)
	require.Greater(t, len(faults), 90)
	seen := map[string]bool{}
	for _, f := range faults {
		_, err := f.edit(filepath.Join("..", "..", "..", filepath.FromSlash(f.file)))
		assert.NoError(t, err, f.name)
		assert.False(t, seen[f.name], "%s is planted twice", f.name)
		seen[f.name] = true
	}
}

func TestParsing(t *testing.T) {
	faults, err := parse("# a remark\n\na name\nin a/b.go\nbrowser Test\n- one\n- \ttwo\n+ three\n")
	require.NoError(t, err)
	assert.Equal(t, []fault{{name: "a name", file: "a/b.go", old: "one\n\ttwo", new: "three", browser: "Test"}}, faults)
	_, err = parse("a name\nin a/b.go\n+ three\n")
	assert.ErrorContains(t, err, "block 1 of faults.txt needs")
}
