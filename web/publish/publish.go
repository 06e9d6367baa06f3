// Package publish replaces the files in a folder all at once. After a failure the folder
// contains either all old files or all new ones, or the next call completes the change.
// It removes only files that it wrote, and nothing outside the folder.
//
// Its own files are in the subfolder ".factframe", so that they are on the same disk: a
// lock, the list of written files, and during a write a temporary folder.
package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gofrs/flock"
)

const (
	own       = ".factframe"
	lockFile  = own + "/lock"
	listFile  = own + "/files"
	nextFile  = own + "/next" // exists once the change can be completed
	temporary = own + "/new-" // followed by random characters
)

// Folder is a folder opened for writing. Close unlocks it.
type Folder struct {
	name    string // as passed to Open
	root    *os.Root
	lock    *flock.Flock
	made    []string // folders that Open made, the outermost first
	before  list     // the files there now
	next    list     // the files to be there, in the order in which they are moved
	written map[string]bool
	staging string // the temporary folder
}

// step is called before each change to the disk, so that tests can interrupt there.
var step = func() error { return nil }

// Write adds a file. The name is its path below the folder, with slashes. Commit moves
// files into place in the order in which they were written.
func (f *Folder) Write(name string, content []byte) error {
	if !fs.ValidPath(name) || name == "." || name == own || strings.HasPrefix(name, own+"/") || !onEverySystem(name) {
		return fmt.Errorf("%s: %q is not a valid file name", f.name, name)
	}
	if f.written[name] {
		return fmt.Errorf("%s: %s is written twice", f.name, name)
	}
	at := f.staging + "/" + name
	if err := step(); err != nil {
		return err
	}
	if err := f.root.MkdirAll(path.Dir(at), 0o755); err != nil {
		return f.at(err)
	}
	if err := f.root.WriteFile(at, content, 0o644); err != nil {
		return f.at(err)
	}
	f.next = append(f.next, entry{name: name, hash: hashOf(content)})
	f.written[name] = true
	return nil
}

// Keep keeps the matching files of the previous site until the next one, because pages
// that are still open may request them. Call it after the last Write.
func (f *Folder) Keep(match func(name string) bool) {
	var last, earlier list
	for _, e := range f.before {
		switch {
		case f.written[e.name] || !match(e.name):
		case e.earlier:
			earlier = append(earlier, e)
		default:
			last = append(last, entry{e.name, e.hash, true})
		}
	}
	if len(last) == 0 { // the same site again
		last = earlier
	}
	f.next = append(f.next, last...)
}

// Retain keeps the matching files of the previous site for good. Call it after the last
// Write. A file that is missing is an error.
func (f *Folder) Retain(match func(name string) bool) error {
	for _, e := range f.before {
		if f.written[e.name] || !match(e.name) {
			continue
		}
		if _, err := f.root.Lstat(e.name); err != nil {
			return fmt.Errorf("%s: %s was published before and is missing; put it back", f.name, e.name)
		}
		f.next = append(f.next, entry{name: e.name, hash: e.hash})
		f.written[e.name] = true
	}
	return nil
}

// Any reports whether the previous site has a matching file.
func (f *Folder) Any(match func(name string) bool) bool {
	return slices.ContainsFunc(f.before, func(e entry) bool { return match(e.name) })
}

// Has reports whether the previous site had a file.
func (f *Folder) Has(name string) bool {
	return f.Any(func(each string) bool { return each == name })
}

// Is reports whether a file of the previous site had this content.
func (f *Folder) Is(name string, content []byte) bool {
	return slices.ContainsFunc(f.before, func(e entry) bool { return e.name == name && e.hash == hashOf(content) })
}

// Commit moves all files into place and removes files of the previous site that are no
// longer needed. If that would overwrite or remove a file that somebody else wrote or
// changed, Commit returns an error and changes nothing.
func (f *Folder) Commit() error {
	undo, err := f.ready()
	if err == nil {
		err = f.inTheWay()
	}
	if err == nil {
		err = f.hold()
	}
	if err != nil {
		undo()
		return err
	}
	f.made = nil
	if err := f.finish(); err != nil {
		return fmt.Errorf("%s: only part of the new site is in place; run build or serve again to complete it: %w", f.name, err)
	}
	return nil
}

// hold records the new files. From here on, an interrupted change will be completed
// rather than undone.
func (f *Folder) hold() error {
	for suffix, content := range map[string]string{".files": f.next.String(), ".next": "# " + f.staging + "\n" + f.next.String()} {
		if err := f.root.WriteFile(f.staging+suffix, []byte(content), 0o644); err != nil {
			return f.at(err)
		}
	}
	if err := step(); err != nil {
		return err
	}
	return f.at(f.root.Rename(f.staging+".next", nextFile))
}

// Close unlocks the folder. Without a Commit it removes the files written, and the folder
// if Open created it.
func (f *Folder) Close() error {
	var errs []error
	if f.lock != nil {
		errs = append(errs, f.tidy(), f.lock.Close())
	}
	if f.root != nil {
		errs = append(errs, f.root.Close())
	}
	for len(f.made) > 0 {
		last := len(f.made) - 1
		os.Remove(f.made[last]) // fails if somebody else has put files into it
		f.made = f.made[:last]
	}
	return errors.Join(errs...)
}

// tidy removes temporary files, and all of our own files if nothing was ever published.
// It leaves an interrupted Commit to the next call.
func (f *Folder) tidy() error {
	if _, err := f.root.Lstat(nextFile); err == nil {
		return nil
	}
	var errs []error
	for _, left := range []string{"", ".files", ".next", ".made", ".try"} {
		if f.staging != "" {
			errs = append(errs, f.root.RemoveAll(f.staging+left))
		}
	}
	if _, err := f.root.Lstat(listFile); err != nil {
		f.root.Remove(lockFile)
		f.root.Remove(own) // fails if somebody else has put files into it
	}
	return errors.Join(errs...)
}

func (f *Folder) at(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", f.name, err)
}

// some returns the first few of a list of names.
func some(names []string) string {
	const first = 3
	if len(names) <= first {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:first], ", "), len(names)-first)
}

// finish moves the new files into place and removes old ones. It can be repeated after
// an interruption at any step.
func (f *Folder) finish() error {
	for _, e := range f.next {
		if err := step(); err != nil {
			return err
		}
		from := f.staging + "/" + e.name
		if _, err := f.root.Lstat(from); errors.Is(err, fs.ErrNotExist) {
			continue // already moved
		}
		if err := f.root.MkdirAll(path.Dir(e.name), 0o755); err != nil {
			return err
		}
		if err := f.root.Rename(from, e.name); err != nil {
			return err
		}
	}
	wanted := f.next.hashes()
	for _, e := range f.before {
		if wanted[e.name] != "" {
			continue
		}
		if err := step(); err != nil {
			return err
		}
		if now, err := f.hash(e.name); err != nil || now != e.hash {
			continue // already removed, or changed by somebody else
		}
		if err := f.root.Remove(e.name); err != nil {
			return err
		}
		for dir := path.Dir(e.name); dir != "." && f.root.Remove(dir) == nil; dir = path.Dir(dir) {
			// Removes folders that are empty now.
		}
	}
	if err := f.root.RemoveAll(f.staging); err != nil {
		return err
	}
	if err := step(); err != nil {
		return err
	}
	f.root.Remove(f.staging + ".made")
	if err := f.root.Rename(f.staging+".files", listFile); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return f.root.Remove(nextFile)
}

// Remove removes the files that this package wrote into a folder, and the folder if it
// is empty then. It refuses folders that this package did not write.
func Remove(name string, say io.Writer) error {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	f, err := Open(name, say)
	if err != nil {
		return err
	}
	if f.before == nil {
		return f.Close() // an empty folder that we never wrote to
	}
	if err := f.Commit(); err != nil {
		return errors.Join(err, f.Close())
	}
	others, err := f.others()
	if err != nil || len(others) > 0 {
		return errors.Join(err, f.Close()) // keeps the list, so that a later build is allowed
	}
	if info, err := os.Lstat(name); err == nil && info.IsDir() {
		f.made = []string{name} // Close then removes it; a link is kept
	}
	return errors.Join(f.root.Remove(listFile), f.Close())
}

// ReplaceFile replaces a single file. The old one stays until the new one is complete.
func ReplaceFile(name string, content []byte) error {
	fresh, err := os.CreateTemp(filepath.Dir(name), ".factframe-*")
	if err != nil {
		return err
	}
	defer os.Remove(fresh.Name())
	_, err = fresh.Write(content)
	if err = errors.Join(err, fresh.Chmod(0o644), fresh.Close()); err != nil {
		return err
	}
	return os.Rename(fresh.Name(), name)
}
