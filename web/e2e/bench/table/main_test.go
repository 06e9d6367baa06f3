package main

import (
	"os"
	"path/filepath"
	"testing"

	"factframe/data/datatest/golden"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestResultsBecomeTables(t *testing.T) {
	readme := filepath.Join(t.TempDir(), "README.md")
	require.NoError(t, os.WriteFile(readme, []byte("Before.\n"+begin+"old\n"+end+"\nAfter.\n"), 0o644))
	for range 2 { // the second time, the tables are replaced
		require.NoError(t, run(readme, []string{"testdata/panel.json", "testdata/scale.json"}))
	}
	got, err := os.ReadFile(readme)
	require.NoError(t, err)
	golden.Equal(t, "testdata/README.md", string(got))
}

func TestWithoutMarksNothingIsWritten(t *testing.T) {
	readme := filepath.Join(t.TempDir(), "README.md")
	require.NoError(t, os.WriteFile(readme, []byte("No marks."), 0o644))
	assert.ErrorContains(t, run(readme, []string{"testdata/panel.json"}), "<!-- peers --> and <!-- end --> are missing")
	got, _ := os.ReadFile(readme)
	assert.Equal(t, "No marks.", string(got))
}
