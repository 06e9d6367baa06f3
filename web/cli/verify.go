//go:build !js

package cli

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"factframe/data/check"
	"factframe/web/site"
)

// verifyCommand reports every file of a published folder that is not as it was built.
func verifyCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("verify", stderr)
	dir := flags.String("dir", "dist", "the folder of the site; can also be given as an argument")
	if code, done := parsed(flags, args, 1); done {
		return code
	}
	if flags.NArg() == 1 {
		*dir = flags.Arg(0)
	}
	code := verify(*dir, true, stdout, stderr)
	frozen, err := copies(*dir)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	for _, folder := range frozen {
		code = max(code, verify(folder, false, stdout, stderr))
	}
	return code
}

// verify checks one site, without the frozen copies of its versions. These are only compared
// with their hashes, because an earlier Factframe may have made them.
func verify(dir string, again bool, stdout, stderr io.Writer) int {
	files, err := listed(dir)
	if err == nil && again {
		err = madeFrom(dir, files)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	extra, err := others(dir, files)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	for _, name := range extra {
		fmt.Fprintf(stderr, "warning: %s/%s: is not part of the site\n", dir, name)
	}
	if !again {
		fmt.Fprintf(stdout, "%s: all %d files are as they were built\n", dir, len(files))
		return ok
	}
	fmt.Fprintf(stdout, "%s: all %d files are as they were built, and show what its package says\n", dir, len(files))
	return ok
}

// listed returns the files of a site by name, as read from disk. The error lists those that
// are missing or differ from the list of hashes.
func listed(dir string) (map[string][]byte, error) {
	sums, err := os.ReadFile(filepath.Join(dir, site.SumsFile))
	if err != nil {
		return nil, fmt.Errorf("%s has no %s (%s); give the folder of a site, or build the site again", dir, site.SumsFile, check.Reason(err))
	}
	files := map[string][]byte{}
	var problems []error
	number := 0
	for line := range strings.Lines(string(sums)) {
		number++
		hash, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if !ok || len(hash) != 2*sha256.Size || !fs.ValidPath(name) || files[name] != nil {
			problems = append(problems, fmt.Errorf("%s/%s: line %d is not a hash and the name of a file; build the site again", dir, site.SumsFile, number))
			continue
		}
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files[name] = append([]byte{}, content...)
		switch {
		case err != nil:
			problems = append(problems, fmt.Errorf("%s/%s: cannot be read (%s); upload it again", dir, name, check.Reason(err)))
		case fmt.Sprintf("%x", sha256.Sum256(content)) != hash:
			problems = append(problems, fmt.Errorf("%s/%s: was changed after it was built; upload it again", dir, name))
		}
	}
	return files, errors.Join(problems...)
}

// madeFrom makes the site again from its package and its program, and returns an error for
// each file that is not the same.
func madeFrom(dir string, files map[string][]byte) error {
	p, raw, err := check.File(filepath.Join(dir, "data", "datapackage.json"))
	if err != nil {
		return err
	}
	program, err := ReadProgram(dir)
	if err != nil {
		return err
	}
	p.Few = hasFew(files)
	again := made{}
	copied := bytes.Contains(files["embed/index.html"], []byte(`<select name="version">`))
	in := site.Input{Package: p, JSON: raw, Program: program, URL: publicAddress(files["index.html"]), Copies: files[site.VersionFile] != nil, Copy: copied}
	if err := site.Write(again, in); err != nil {
		return err
	}
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(again)) {
		if name != site.SumsFile && string(files[name]) != string(again[name]) {
			problems = append(problems, fmt.Errorf("%s/%s: is not what factframe %s makes from the package; build the site again, or verify it with the version that built it", dir, name, Version))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if again[name] == nil {
			problems = append(problems, fmt.Errorf("%s/%s: is listed in %s, but factframe %s does not make it from the package; build the site again", dir, name, site.SumsFile, Version))
		}
	}
	return errors.Join(problems...)
}

// others returns the files in a folder that are not part of its site, except those kept from
// an earlier build.
func others(dir string, files map[string][]byte) (names []string, err error) {
	frozen := isFrozen(func(name string) bool { return isCopy(filepath.Join(dir, filepath.FromSlash(path.Dir(name)))) })
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && strings.HasPrefix(d.Name(), "."): // such as the list that build keeps
			return fs.SkipDir
		case !d.IsDir() && !frozen(name) && files[name] == nil && name != site.SumsFile && !site.IsHashed(name):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// made is a site in memory.
type made map[string][]byte

func (m made) Write(name string, content []byte) error {
	m[name] = content
	return nil
}

var namesFirst = regexp.MustCompile(`<link rel="canonical" href="([^"]*/)[^/"]+/">`)

// publicAddress returns the public address of a site, which its first page names, or "".
func publicAddress(page []byte) string {
	found := namesFirst.FindSubmatch(page)
	if found == nil {
		return ""
	}
	return string(found[1])
}
