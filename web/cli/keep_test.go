package cli

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// versionOf writes a package with a version and a value of its first figure, and returns its
// folder.
func versionOf(t *testing.T, version, value string) string {
	t.Helper()
	dir := t.TempDir()
	raw := string(datatest.TinyJSON(t, "bar"))
	raw = strings.Replace(raw, `"version":"1"`, `"version":"`+version+`"`, 1)
	raw = strings.Replace(raw, `"value":12`, `"value":`+value, 1)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(raw), 0o644))
	return dir
}

// below returns the files of a folder by name.
func below(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			content, err := os.ReadFile(path)
			require.NoError(t, err)
			name, _ := filepath.Rel(dir, path)
			files[filepath.ToSlash(name)] = string(content)
		}
		return err
	}))
	return files
}

// A frozen version stays as it is, byte for byte, whatever is built afterwards into the same
// folder, and every version can be verified.
func TestAFrozenVersionStays(t *testing.T) {
	out, program := filepath.Join(t.TempDir(), "dist"), forVerifying(t)
	build := func(version, value, address string, keep bool) error {
		return Build(Options{Package: versionOf(t, version, value), Out: out, URL: address, Program: program, Keep: keep})
	}
	const address = "https://figures.example/homes/"
	require.NoError(t, build("1.0.0", "12", address, true))
	first := below(t, filepath.Join(out, "v", "1.0.0"))
	require.Greater(t, len(first), 20)
	assert.Contains(t, first["view/index.html"], `<span>Version 1.0.0</span>`)
	assert.Contains(t, first["view/index.html"], `<a href="../../view/">Current figures</a>`)
	assert.Contains(t, first["view/index.html"], `content="https://figures.example/homes/v/1.0.0/img/view.png"`)

	require.NoError(t, build("1.0.0", "12", address, true), "the same again")
	require.NoError(t, build("1.1.0", "13", address, true))
	require.NoError(t, build("1.2.0", "14", "", false))
	assert.Equal(t, first, below(t, filepath.Join(out, "v", "1.0.0")))
	second := below(t, filepath.Join(out, "v", "1.1.0"))
	assert.Contains(t, second["data/view.csv"], ",13,")
	assert.NoDirExists(t, filepath.Join(out, "v", "1.2.0"))

	err := build("1.1.0", "99", address, true)
	require.Error(t, err)
	assert.Contains(t, err.Error(), `version: "1.1.0" is already published with other figures`)
	assert.Equal(t, second, below(t, filepath.Join(out, "v", "1.1.0")))

	var said, wrong bytes.Buffer
	assert.Equal(t, ok, Main([]string{"verify", out}, &said, &wrong), wrong.String())
	assert.Equal(t, 3, strings.Count(said.String(), "are as they were built"), "the site and two versions: %s", said.String())
	assert.Empty(t, wrong.String())
	require.NoError(t, os.WriteFile(filepath.Join(out, "v", "1.0.0", "view", "index.html"), []byte("changed"), 0o644))
	assert.Equal(t, failed, Main([]string{"verify", out}, &said, &wrong))
	assert.Contains(t, wrong.String(), "v/1.0.0/view/index.html: was changed after it was built")
}

// A version that cannot be a folder is one clear error, and nothing is written.
func TestAVersionThatCannotBeAFolder(t *testing.T) {
	for _, version := range []string{"2024/25", "..", "a b", "1."} {
		out := filepath.Join(t.TempDir(), "dist")
		err := Build(Options{Package: versionOf(t, version, "12"), Out: out, Program: program, Keep: true})
		require.Error(t, err, version)
		assert.Contains(t, err.Error(), "cannot be the name of a folder", version)
		assert.NoDirExists(t, out)
	}
}
