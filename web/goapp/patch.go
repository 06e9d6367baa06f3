//go:build !js

package goapp

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
)

// The head of a patch explains its purpose, and lists the files that it removes from
// go-app, those that it adds from _added, and the patches that it needs to compile. The
// rest is a diff without context against the published go-app, so that patches apply in
// any order.
var (
	//go:embed patches/*.diff
	patchFiles embed.FS
	//go:embed _added/*.go
	added embed.FS
)

func fileOf(name string) string { return "patches/" + name + ".diff" }

type patch struct {
	name    string
	needs   []string
	removes []string
	adds    map[string]string // file of go-app → file of _added
	files   []*gitdiff.File
}

// Patches returns the names of all patches.
func Patches() []string {
	entries, err := patchFiles.ReadDir("patches")
	if err != nil {
		panic(err) // they are embedded
	}
	names := make([]string, len(entries))
	for i, each := range entries {
		names[i] = strings.TrimSuffix(each.Name(), ".diff")
	}
	return names
}

// NeededBy returns the patches that do not compile without the named one.
func NeededBy(name string) ([]string, error) {
	var names []string
	for _, other := range Patches() {
		p, err := parsePatch(other)
		if err != nil {
			return nil, err
		}
		if slices.Contains(p.needs, name) {
			names = append(names, other)
		}
	}
	return names, nil
}

func parsePatch(name string) (patch, error) {
	content, err := patchFiles.ReadFile(fileOf(name))
	if err != nil {
		return patch{}, err
	}
	files, head, err := gitdiff.Parse(bytes.NewReader(content))
	if err != nil {
		return patch{}, err
	}
	p := patch{name: name, adds: map[string]string{}, files: files}
	if len(files) == 0 {
		head = string(content)
	}
	for line := range strings.Lines(head) {
		switch words := strings.Fields(line); {
		case strings.HasPrefix(line, "Needs "):
			p.needs = append(p.needs, words[1])
		case strings.HasPrefix(line, "Removes "):
			p.removes = append(p.removes, words[1])
		case strings.HasPrefix(line, "Adds ") && len(words) == 4:
			p.adds[words[1]] = words[3]
		}
	}
	return p, nil
}

// applyPatches applies patches to a copy of go-app. If one does not fit, the error names
// it and the file.
func applyPatches(folder string, names []string) error {
	changes := map[string][]change{}
	var patches []patch
	for _, name := range names {
		p, err := parsePatch(name)
		if err != nil {
			return fmt.Errorf("web/goapp/%s: %w", fileOf(name), err)
		}
		patches = append(patches, p)
		for _, file := range p.files {
			for _, fragment := range file.TextFragments {
				changes[file.OldName] = append(changes[file.OldName], change{name, fragment})
			}
		}
	}
	for _, file := range slices.Sorted(maps.Keys(changes)) { // so that the first error is always the same
		if err := applyAll(filepath.Join(folder, file), changes[file]); err != nil {
			return err
		}
	}
	for _, p := range patches {
		for _, file := range p.removes {
			if err := os.Remove(filepath.Join(folder, file)); err != nil {
				return fmt.Errorf("web/goapp/%s removes %s: %w", fileOf(p.name), file, err)
			}
		}
		for file, source := range p.adds {
			content, err := added.ReadFile(path.Join("_added", source))
			if err != nil {
				return fmt.Errorf("web/goapp/%s adds %s: %w", fileOf(p.name), file, err)
			}
			if err := write(filepath.Join(folder, file), content); err != nil {
				return err
			}
		}
	}
	return nil
}

// change is one fragment of a patch.
type change struct {
	patch string
	*gitdiff.TextFragment
}

func applyAll(file string, changes []change) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("web/goapp/%s: %w", fileOf(changes[0].patch), err)
	}
	for _, each := range changes {
		if each.OldLines == 0 {
			each.OldPosition++ // git names the line before lines that are only added, go-gitdiff v0.9.0 the one after
		}
	}
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.OldPosition, b.OldPosition) })
	var out bytes.Buffer
	applier := gitdiff.NewTextApplier(&out, bytes.NewReader(content))
	for _, each := range changes {
		if err := applier.ApplyFragment(each.TextFragment); err != nil {
			return fmt.Errorf("web/goapp/%s does not fit line %d of %s: %w", fileOf(each.patch), each.OldPosition, filepath.Base(file), err)
		}
	}
	if err := applier.Close(); err != nil {
		return err
	}
	return os.WriteFile(file, out.Bytes(), 0o644)
}

func write(file string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, content, 0o644)
}

// copyModule makes a writable copy of the files of a module that a build needs.
func copyModule(from, to string) error {
	return filepath.WalkDir(from, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(from, file)
		wanted := name == "go.mod" || name == "go.sum" || strings.HasPrefix(filepath.ToSlash(name), "pkg/") && strings.HasSuffix(name, ".go")
		if !wanted || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		return write(filepath.Join(to, name), content)
	})
}
