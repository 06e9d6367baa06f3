package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// inTheWay returns an error if somebody else wrote or changed a file that the new site
// would overwrite or remove.
func (f *Folder) inTheWay() error {
	var changed, foreign []string
	before, next := f.before.hashes(), f.next.hashes()
	for _, e := range f.next {
		left, ours := before[e.name]
		now, err := f.hash(e.name)
		switch {
		case errors.Is(err, fs.ErrNotExist) || err == nil && (now == e.hash || ours && now == left):
		case ours && err == nil:
			changed = append(changed, e.name)
		default:
			foreign = append(foreign, e.name)
		}
	}
	for _, e := range f.before {
		now, err := f.hash(e.name)
		if next[e.name] == "" && now != e.hash && !errors.Is(err, fs.ErrNotExist) {
			changed = append(changed, e.name)
		}
	}
	switch {
	case len(foreign) > 0:
		return fmt.Errorf("%s: this build would overwrite %s, which factframe did not write; move it away, then build again", f.name, some(foreign))
	case len(changed) > 0:
		return fmt.Errorf("%s: somebody changed %s since the last build; move the changed version away, then build again", f.name, some(changed))
	}
	return nil
}

// hash returns the hash of a regular file; any other kind of file is an error.
func (f *Folder) hash(name string) (string, error) {
	info, err := f.root.Lstat(name)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() {
		return "", fmt.Errorf("%s is not a regular file", name)
	}
	content, err := f.root.ReadFile(name)
	return hashOf(content), err
}

// ready creates every folder that the new files need and tests the existing ones, so
// that a disk that is full, read-only or another one is noticed before anything changes.
// undo removes the new folders.
func (f *Folder) ready() (undo func(), err error) {
	undo = func() { f.unmake(f.staging + ".made") }
	var missing []string
	tried := map[string]bool{".": true}
	for _, e := range f.next {
		for _, dir := range parents(e.name) {
			if tried[dir] {
				continue
			}
			tried[dir] = true
			if there, err := f.takes(dir); err != nil {
				return undo, err
			} else if !there {
				missing = append(missing, dir)
			}
		}
	}
	if err := f.root.WriteFile(f.staging+".made", []byte(strings.Join(missing, "\n")), 0o644); err != nil {
		return undo, f.at(err)
	}
	for _, dir := range missing {
		if err := step(); err != nil {
			return undo, err
		}
		if err := f.root.Mkdir(dir, 0o755); err != nil {
			return undo, f.at(err)
		}
	}
	return undo, step()
}

// unmake removes the folders listed in a file, if they are empty.
func (f *Folder) unmake(note string) {
	made, _ := f.root.ReadFile(note)
	for _, dir := range slices.Backward(strings.Split(string(made), "\n")) {
		if fs.ValidPath(dir) && dir != "." {
			f.root.Remove(dir)
		}
	}
}

// parents returns the folders above a file, the outermost first.
func parents(name string) []string {
	var list []string
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		list = append([]string{dir}, list...)
	}
	return list
}

// takes tests whether a file can be moved into a folder, if the folder exists.
func (f *Folder) takes(dir string) (there bool, err error) {
	switch info, err := f.root.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("%s: %s leads out of this folder (%w); move it away, then build again", f.name, dir, err)
	case !info.IsDir():
		return false, fmt.Errorf("%s: %s is a file, but must be a folder; move it away, then build again", f.name, dir)
	}
	from, to := f.staging+".try", trial(dir, f.staging)
	if err := f.root.WriteFile(from, nil, 0o644); err != nil {
		return true, f.at(err)
	}
	if err := step(); err != nil {
		return true, err
	}
	if err := f.root.Rename(from, to); err != nil {
		return true, fmt.Errorf("%s: cannot move files into %s, which may be read-only or on another disk (%w); build into another folder", f.name, dir, err)
	}
	if err := step(); err != nil {
		f.root.Remove(to)
		return true, err
	}
	return true, f.at(f.root.Remove(to))
}

// trial returns the name of the file that takes moves into a folder.
func trial(dir, staging string) string { return path.Join(dir, ".factframe-"+path.Base(staging)) }
