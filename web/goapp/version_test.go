package goapp

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Everything here is about one version of go-app. With another one, look at
// each file that the package comment names, run all tests, and then change
// Version.
func TestTheVersionThatThisIsFor(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", Module).Output()
	require.NoError(t, err)
	assert.Equal(t, Version, strings.TrimSpace(string(out)),
		"go-app has another version: read its changes beside patches/ and print.go, and the notes in app/ that the package comment lists; then change Version")
}
