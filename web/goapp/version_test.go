package goapp

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// This package supports one version of go-app. For another one, check each file that the
// package comment lists, run all tests, and then change Version.
func TestTheVersionThatThisIsFor(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", Module).Output()
	require.NoError(t, err)
	assert.Equal(t, Version, strings.TrimSpace(string(out)),
		"go-app has another version: check its changes against patches/, print.go and the comments in app/ that the package comment lists; then change Version")
}
