package cli

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"factframe/data/check"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// drafted makes a package of a table with groups in four years, as new does.
func drafted(t *testing.T, groups ...string) string {
	t.Helper()
	dir := t.TempDir()
	var b strings.Builder
	b.WriteString("Region,2020,2021,2022,2023\n")
	for _, group := range groups {
		n := 0
		for _, c := range group {
			n = (n*31 + int(c)) % 1999
		}
		fmt.Fprintf(&b, "%s,%d,%d,%d,%d\n", group, 4*n, 4*n+1, 4*n+2, 4*n+3)
	}
	from, out := filepath.Join(dir, "table.csv"), filepath.Join(dir, "package")
	require.NoError(t, os.WriteFile(from, []byte(b.String()), 0o644))
	var stdout, stderr bytes.Buffer
	require.Equal(t, ok, Main([]string{"new", "-from", from, "-out", out, "-title", "Sites", "-source", "Office", "-unit", "tonnes", "-published", "2024"}, &stdout, &stderr), stderr.String())
	return out
}

// ten are the groups of forty figures.
var ten = []string{"Avon", "Brook", "Cask", "Dunn", "Elm", "Fern", "Gale", "Hope", "Isle", "Jura"}

// more are other groups, which a table may have before them.
func more(n int) (list []string) {
	for i := range n {
		list = append(list, fmt.Sprintf("Aard%c%c", 'a'+i/26, 'a'+i%26))
	}
	return list
}

// Forty figures, as new drafts them in two views, make at most sixty files, and their site can
// be verified. A host that takes a hundred files at a time takes a frozen copy with it.
func TestFewFiles(t *testing.T) {
	program := forVerifying(t)
	for _, address := range []string{"", "https://figures.example/"} {
		out := filepath.Join(t.TempDir(), "dist")
		require.NoError(t, Build(Options{Package: drafted(t, ten...), Out: out, URL: address, Program: program, Few: true}))
		files := below(t, out)
		maps.DeleteFunc(files, func(name, _ string) bool { return strings.HasPrefix(name, ".factframe/") })
		assert.LessOrEqual(t, len(files), 60, slices.Sorted(maps.Keys(files)))
		assert.NotEmpty(t, files["sites/region-avon/index.html"], "a choice has a page")
		code, stdout, stderr := verified(out)
		assert.Equal(t, ok, code, stderr)
		assert.Contains(t, stdout, "are as they were built")
	}
}

// receipt is the words of a figure's receipt in the page that an address leads to, after
// following the link that leads on, if there is one.
func receipt(t *testing.T, files map[string]string, address string) string {
	t.Helper()
	folder, id, _ := strings.Cut(address, "#")
	page := files[folder+"index.html"]
	require.NotEmpty(t, page, address)
	if on := regexp.MustCompile(`<a href="\.\./([^"]*)" id="` + id + `"`).FindStringSubmatch(page); on != nil {
		return receipt(t, files, on[1])
	}
	if id == "" {
		return regexp.MustCompile(`<h1[^>]*>(.*?)</h1>`).FindStringSubmatch(page)[1]
	}
	found := regexp.MustCompile(`<section id="` + id + `"><h2[^>]*>(.*?)</h2>`).FindStringSubmatch(page)
	require.NotNil(t, found, address)
	return found[1]
}

// An address of a receipt that a site of few files handed out leads to that receipt after
// every later build, also when the package has many more figures, whatever their order.
func TestAddressesOfFewFilesStay(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	build := func(few bool, groups ...string) map[string]string {
		require.NoError(t, Build(Options{Package: drafted(t, groups...), Out: out, Program: program, Few: few}))
		return below(t, out)
	}
	first := build(true, ten...)
	handed := regexp.MustCompile(`receipts/#[a-z0-9-]+`).FindAllString(first["sites/index.html"]+first["data/sites.csv"], -1)
	handed = slices.Compact(slices.Sorted(slices.Values(handed)))
	require.Len(t, handed, 40)
	want := map[string]string{}
	for _, address := range handed {
		want[address] = receipt(t, first, address)
	}
	require.Len(t, slices.Compact(slices.Sorted(maps.Values(want))), 40)
	stay := func(when string, files map[string]string) {
		t.Helper()
		for _, address := range handed {
			assert.Equal(t, want[address], receipt(t, files, address), "%s: %s", when, address)
		}
	}
	stay("with more figures", build(true, append(more(30), ten...)...))
	stay("with many figures", build(true, append(more(80), ten...)...))
	stay("with all files", build(false, ten...))
	out = filepath.Join(t.TempDir(), "dist")
	stay("with all files of many figures", build(false, append(more(80), ten...)...))
}

// Few files are refused where the pages of figures would be lost, and nothing is written.
func TestFewFilesAreRefusedWherePagesWouldBeLost(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	o := Options{Package: drafted(t, ten...), Out: out, Program: program}
	require.NoError(t, Build(o))
	before := below(t, out)
	o.Few = true
	err := Build(o)
	require.ErrorContains(t, err, "a site of few files does not have")
	require.ErrorContains(t, err, "build without -few, or into another folder")
	assert.True(t, maps.Equal(before, below(t, out)), "a file has changed")
}

// A frozen copy of a site of few files has few files too. The next version may have all.
func TestAFrozenVersionOfFewFiles(t *testing.T) {
	out, program := filepath.Join(t.TempDir(), "dist"), forVerifying(t)
	build := func(version string, few bool) {
		require.NoError(t, Build(Options{Package: versionOf(t, version, "12"), Out: out, Program: program, Keep: true, Few: few}))
	}
	build("1.0.0", true)
	first := below(t, filepath.Join(out, "v", "1.0.0"))
	assert.NotEmpty(t, first["receipts/index.html"])
	assert.Empty(t, first["figure/f1/index.html"])
	build("1.1.0", false)
	assert.True(t, maps.Equal(first, below(t, filepath.Join(out, "v", "1.0.0"))))
	assert.NotEmpty(t, below(t, filepath.Join(out, "v", "1.1.0"))["figure/f1/index.html"])
	code, _, stderr := verified(out)
	assert.Equal(t, ok, code, stderr)
}

// The package of a site of few files, as its pages load it, is one whose site has few files.
func TestThePackageSaysThatThereAreFewFiles(t *testing.T) {
	out := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, Build(Options{Package: drafted(t, ten...), Out: out, Program: program, Few: true}))
	named, err := filepath.Glob(filepath.Join(out, "data", "package.*.json"))
	require.NoError(t, err)
	require.Len(t, named, 1)
	p, _, err := check.File(named[0])
	require.NoError(t, err)
	assert.True(t, p.Few)
	p, _, err = check.File(filepath.Join(out, "data", "datapackage.json"))
	require.NoError(t, err)
	assert.False(t, p.Few, "what readers download says nothing about files")
}
