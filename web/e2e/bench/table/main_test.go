package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden anew")

func TestResultsBecomeTables(t *testing.T) {
	readme := filepath.Join(t.TempDir(), "README.md")
	require.NoError(t, os.WriteFile(readme, []byte("Before.\n"+begin+"old\n"+end+"\nAfter.\n"), 0o644))
	for range 2 { // the second time, over its own tables
		require.NoError(t, run(readme, []string{"testdata/panel.json", "testdata/scale.json"}))
	}
	got, err := os.ReadFile(readme)
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile("testdata/README.md", got, 0o644))
	}
	want, err := os.ReadFile("testdata/README.md")
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
}

func TestWithoutMarksNothingIsWritten(t *testing.T) {
	readme := filepath.Join(t.TempDir(), "README.md")
	require.NoError(t, os.WriteFile(readme, []byte("No marks."), 0o644))
	assert.ErrorContains(t, run(readme, []string{"testdata/panel.json"}), "<!-- peers --> and <!-- end --> are not there")
	got, _ := os.ReadFile(readme)
	assert.Equal(t, "No marks.", string(got))
}
