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
	current, err := os.ReadFile(filepath.Join(out, "version.json"))
	require.NoError(t, err)
	assert.JSONEq(t, `{"version": "1.2.0"}`, string(current), "copies know of every newer version")

	err = build("1.1.0", "99", address, true)
	require.Error(t, err)
	assert.Contains(t, err.Error(), `version: "1.1.0" is already published with another package`)
	assert.Equal(t, second, below(t, filepath.Join(out, "v", "1.1.0")))

	var said, wrong bytes.Buffer
	assert.Equal(t, ok, Main([]string{"verify", out}, &said, &wrong), wrong.String())
	assert.Equal(t, 3, strings.Count(said.String(), "are as they were built"), "the site and two versions: %s", said.String())
	assert.Empty(t, wrong.String())
	assert.Contains(t, first["view/index.html"], `<link rel="canonical" href="https://figures.example/homes/view/">`, "search engines get the current page")
	assert.Equal(t, failed, Main([]string{"clean", "-out", out}, &said, &wrong), "copies cannot be built again")
	assert.Contains(t, wrong.String(), "contains the copy of version 1.0.0")
	wrong.Reset()
	require.NoError(t, os.WriteFile(filepath.Join(out, "v", "1.0.0", "view", "index.html"), []byte("changed"), 0o644))
	assert.Equal(t, failed, Main([]string{"verify", out}, &said, &wrong))
	assert.Contains(t, wrong.String(), "v/1.0.0/view/index.html: was changed after it was built")
}

// A copy that somebody removed in part is an error, and is not replaced by half of it.
func TestACopyThatIsNotWhole(t *testing.T) {
	out, program := filepath.Join(t.TempDir(), "dist"), forVerifying(t)
	require.NoError(t, Build(Options{Package: versionOf(t, "1.0.0", "12"), Out: out, Program: program, Keep: true}))
	require.NoError(t, os.Remove(filepath.Join(out, "v", "1.0.0", "view", "index.html")))
	err := Build(Options{Package: versionOf(t, "1.1.0", "13"), Out: out, Program: program})
	require.Error(t, err)
	assert.Contains(t, err.Error(), "v/1.0.0/view/index.html was published before and is missing")
}

// The copy of a translated site is in its folder, and leads to the same language.
func TestACopyInEveryLanguage(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, Build(Options{Out: out, Program: program, Keep: true}))
	page, err := os.ReadFile(filepath.Join(out, "v", "1.0.0", "cy", "outcomes", "index.html"))
	require.NoError(t, err)
	assert.Contains(t, string(page), `data-site="../../../" data-back="../../../cy/"`)
	assert.Contains(t, string(page), `<a href="../../../cy/outcomes/">`)
	embed, err := os.ReadFile(filepath.Join(out, "cy", "embed", "index.html"))
	require.NoError(t, err)
	assert.Contains(t, string(embed), `<option value="../v/1.0.0/cy/">`)
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
