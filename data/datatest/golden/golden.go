// Package golden compares test results with files that somebody has reviewed. Run a test
// with -update to rewrite its files, then read git diff.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the expected files; then read git diff")

// Updating reports whether the flag -update is set.
func Updating() bool { return *update }

// Equal fails at the first line in which got differs from the file.
func Equal(t testing.TB, file, got string) {
	t.Helper()
	const next = "run the test with -update, then read git diff"
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, next)
	wanted, lines := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range min(len(wanted), len(lines)) {
		if wanted[i] != lines[i] {
			t.Fatalf("%s differs in line %d: %s\nwanted %s\ngot    %s", file, i+1, next, wanted[i], lines[i])
		}
	}
	require.Len(t, lines, len(wanted), "%s has a different number of lines: %s", file, next)
}
