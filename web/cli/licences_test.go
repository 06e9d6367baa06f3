package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A site or a release must include the licences of its code: each module of the
// command line and of the program, and Go.
func TestLicencesTravel(t *testing.T) {
	texts, err := licences()
	require.NoError(t, err)
	with := *program
	with.Licences = texts
	out := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, Build(Options{Out: out, Program: &with}))
	content, err := os.ReadFile(filepath.Join(out, "LICENSES.txt"))
	require.NoError(t, err)
	require.Equal(t, texts, string(content))
	modules := map[string]bool{}
	for _, system := range []string{"GOOS=linux", "GOOS=windows", "GOOS=js GOARCH=wasm"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "factframe")
		list.Env = append(os.Environ(), strings.Fields(system)...)
		out, err := list.Output()
		require.NoError(t, err)
		for _, module := range strings.Fields(string(out)) {
			modules[module] = true
		}
	}
	require.Greater(t, len(modules), 15)
	for module := range modules {
		assert.Regexp(t, `(?m)^`+module+`(/|$)`, texts)
	}
	for _, words := range []string{"Go: its standard library", "The Go Authors", "MIT License", "Apache License", "Redistribution and use in source and binary forms"} {
		assert.Contains(t, texts, words)
	}
	var stdout, stderr bytes.Buffer
	require.Equal(t, ok, Main([]string{"licences"}, &stdout, &stderr), stderr.String())
	assert.Equal(t, texts, stdout.String())
}
