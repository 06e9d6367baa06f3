package cli

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"factframe/data/datatest"
	"factframe/web/site"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// verified runs verify on a folder.
func verified(dir string) (code int, stdout, stderr string) {
	var out, message bytes.Buffer
	code = Main([]string{"verify", dir}, &out, &message)
	return code, out.String(), message.String()
}

// forVerifying is the program of a site that can be made again from its folder, with the
// script that runs it from the toolchain.
func forVerifying(t *testing.T) *site.Program {
	t.Helper()
	runtime, err := wasmExec()
	require.NoError(t, err)
	p := *program
	p.Runtime = runtime
	return &p
}

// A site is as it was built with and without a public address, in one language and in two,
// and after a second build that kept files of the first.
func TestABuiltSiteIsVerified(t *testing.T) {
	program := forVerifying(t)
	for name, o := range map[string]Options{
		"the default package":         {},
		"with a public address":       {URL: "https://figures.example/a/folder"},
		"few files in two languages":  {URL: "https://figures.example/", Few: true},
		"a package without any extra": {Package: "../../data/testdata/small.json"},
		"a table of many figures":     {Package: datatest.KindPath("daily")},
	} {
		t.Run(name, func(t *testing.T) {
			o.Out, o.Program = filepath.Join(t.TempDir(), "dist"), program
			require.NoError(t, Build(o))
			code, stdout, stderr := verified(o.Out)
			assert.Equal(t, ok, code, stderr)
			assert.Contains(t, stdout, "are as they were built")
			assert.Empty(t, stderr)
		})
	}
}

// Whatever happens to a published folder is reported with the name of the file, and nothing
// else is.
func TestVerifyNamesWhatChanged(t *testing.T) {
	built := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, Build(Options{Out: built, Program: forVerifying(t)}))
	change := func(name, content string) func(dir string) error {
		return func(dir string) error { return os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644) }
	}
	tests := []struct {
		name   string
		do     func(dir string) error
		code   int
		stderr string
	}{
		{"a page that somebody changed", change("outcomes/index.html", "<p>other numbers"), failed, "outcomes/index.html: was changed after it was built; upload it again\n"},
		{"a file that is lost", func(dir string) error { return os.Remove(filepath.Join(dir, "data/outcomes.csv")) }, failed, "data/outcomes.csv: cannot be read (no such file or directory); upload it again\n"},
		{"a list that is lost", func(dir string) error { return os.Remove(filepath.Join(dir, site.SumsFile)) }, failed, "has no SHA256SUMS"},
		{"a list that is not one", change(site.SumsFile, "hello\n"), failed, "SHA256SUMS: line 1 is not a hash and the name of a file"},
		{"a list that leads out of the folder", change(site.SumsFile, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  ../x\n"), failed, "line 1 is not a hash"},
		{"a file of somebody else", change("robots.txt", "User-agent: *"), ok, "warning: DIR/robots.txt: is not part of the site\n"},
		{"a folder without a site", func(dir string) error { return os.RemoveAll(dir) }, failed, "give the folder of a site"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "dist")
			require.NoError(t, os.CopyFS(dir, os.DirFS(built)))
			require.NoError(t, test.do(dir))
			code, _, stderr := verified(dir)
			assert.Equal(t, test.code, code)
			assert.Contains(t, stderr, string(bytes.ReplaceAll([]byte(test.stderr), []byte("DIR"), []byte(dir))))
			if test.stderr[len(test.stderr)-1] == '\n' {
				assert.Equal(t, 1, bytes.Count([]byte(stderr), []byte("\n")), stderr)
			}
		})
	}
}

// A page with other numbers is found even if the list of hashes was changed with it.
func TestVerifyMakesThePagesAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, Build(Options{Out: dir, Program: forVerifying(t)}))
	page, sums := filepath.Join(dir, "outcomes", "index.html"), filepath.Join(dir, site.SumsFile)
	before, err := os.ReadFile(page)
	require.NoError(t, err)
	after := bytes.ReplaceAll(before, []byte("2,287"), []byte("2,288"))
	list, err := os.ReadFile(sums)
	require.NoError(t, err)
	list = bytes.ReplaceAll(list, fmt.Appendf(nil, "%x", sha256.Sum256(before)), fmt.Appendf(nil, "%x", sha256.Sum256(after)))
	require.NoError(t, os.WriteFile(page, after, 0o644))
	require.NoError(t, os.WriteFile(sums, list, 0o644))
	code, _, stderr := verified(dir)
	assert.Equal(t, failed, code)
	assert.Contains(t, stderr, "outcomes/index.html: is not what factframe "+Version+" makes from the package")
	assert.Equal(t, 1, bytes.Count([]byte(stderr), []byte("\n")), stderr)
}
