// Package datatest loads packages for tests.
package datatest

import (
	"testing"

	"factframe/data"

	"github.com/stretchr/testify/require"
)

// Default is the package that the program holds.
func Default(t testing.TB) *data.Package {
	t.Helper()
	p, err := data.Load(data.DefaultFile, data.DefaultJSON)
	require.NoError(t, err)
	return p
}
