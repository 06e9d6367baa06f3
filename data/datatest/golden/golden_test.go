package golden

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// failing records the failures of a comparison.
type failing struct {
	testing.TB
	failed bool
}

func (f *failing) Helper()               {}
func (f *failing) Errorf(string, ...any) { f.failed = true }
func (f *failing) Fatalf(string, ...any) { f.FailNow() }
func (f *failing) FailNow()              { f.failed = true; runtime.Goexit() }

func TestWhatDiffersFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "wanted.txt")
	require.NoError(t, os.WriteFile(file, []byte("a\nb\n"), 0o644))
	for got, fails := range map[string]bool{"a\nb\n": false, "a\nc\n": true, "a\nb": true, "a\nb\n\n": true, "": true} {
		f := &failing{TB: t}
		done := make(chan bool)
		go func() { defer close(done); Equal(f, file, got) }()
		<-done
		assert.Equal(t, fails, f.failed, "%q", got)
	}
	f := &failing{TB: t}
	done := make(chan bool)
	go func() { defer close(done); Equal(f, file+".none", "") }()
	<-done
	assert.True(t, f.failed, "a file that does not exist")
}
