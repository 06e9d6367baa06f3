package goapp

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Runs the tests in patched_test.go, which are built with the patched go-app.
func TestTheGoAppThatShips(t *testing.T) {
	work, err := Patched(t.TempDir())
	require.NoError(t, err)
	test := exec.Command("go", "test", "-tags=patched", "-run=Shipped", "factframe/web/goapp")
	test.Env = append(os.Environ(), "GOWORK="+work)
	out, err := test.CombinedOutput()
	assert.NoError(t, err, "%s", out)
}

// If a patch does not fit go-app, the build fails and names it.
func TestAPatchThatDoesNotFit(t *testing.T) {
	for _, test := range []struct{ name, file, content, says string }{
		{"another line", "pkg/app/route.go", "package app\n", "web/goapp/patches/routes.diff does not fit line 5 of route.go"},
		{"a file that is gone", "pkg/app/crypto.go", "", "web/goapp/patches/encryption.diff removes pkg/app/crypto.go"},
	} {
		t.Run(test.name, func(t *testing.T) {
			module, err := goList("-m", "-f", "{{.Dir}}", Module)
			require.NoError(t, err)
			folder := t.TempDir()
			require.NoError(t, copyModule(module, folder))
			file := filepath.Join(folder, test.file)
			if test.content == "" {
				require.NoError(t, os.Remove(file))
			} else {
				require.NoError(t, os.WriteFile(file, []byte(test.content), 0o644))
			}
			assert.ErrorContains(t, applyPatches(folder, Patches()), test.says)
		})
	}
}
