// Package golden compares what a test got with a file that somebody has looked at.
// The flag -update of a test writes its files anew; read git diff then.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write anew what the tests compare with; then read git diff")

// Updating reports whether the flag -update is set.
func Updating() bool { return *update }

// Equal fails at the first line in which a text differs from a file.
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
	require.Len(t, lines, len(wanted), "%s has another number of lines: %s", file, next)
}
