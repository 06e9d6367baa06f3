package main

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every mutation applies to its file and has a unique name.
func TestEveryFaultApplies(t *testing.T) {
	faults, err := parse(list)
	require.NoError(t, err)
	require.Greater(t, len(faults), 90)
	seen := map[string]bool{}
	for _, f := range faults {
		_, err := f.edit(filepath.Join("..", "..", "..", filepath.FromSlash(f.file)))
		assert.NoError(t, err, f.name)
		assert.False(t, seen[f.name], "%s appears twice", f.name)
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

// Parses the tool's report, and changes the operator at the given position.
func TestMutants(t *testing.T) {
	list, err := read([]byte(`{"files":[{"file_name":"a.go","mutations":[{"type":"CONDITIONALS_BOUNDARY","status":"LIVED","line":2,"column":6}]}]}`))
	require.NoError(t, err)
	require.Len(t, list, 1)
	assert.Equal(t, "a.go:2:6 conditionals_boundary", list[0].String())
	edited, ok := list[0].edited("package a\nif a <= b {\n}\n")
	assert.True(t, ok)
	assert.Equal(t, "package a\nif a < b {\n}\n", edited)
	_, ok = mutant{Type: "ARITHMETIC_BASE", Line: 1, Column: 1}.edited("package a\n")
	assert.False(t, ok)
	assert.Equal(t, 50, score{2, 4}.percent())
}
