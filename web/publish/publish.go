// Package publish puts files into a folder as one: whatever happens meanwhile,
// the files that stood there before or the new ones stand there whole, or the
// next call completes what was begun. It removes only what it wrote itself, and
// nothing outside the folder.
//
// What it needs stands in the folder's own ".factframe": a lock, the list of
// what it left there, and while it writes a temporary folder, so that all of it
// is on the folder's own disk.
package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

const (
	own       = ".factframe"
	lockFile  = own + "/lock"
	listFile  = own + "/files"
	nextFile  = own + "/next" // it is there from the moment when the new files hold
	temporary = own + "/new-" // and what nobody can foresee
)

// Folder is a folder that is written into. Close gives it free.
type Folder struct {
	name    string // as the caller says it
	root    *os.Root
	lock    *flock.Flock
	made    []string // folders that Open made, the outermost first
	before  list     // what stands there
	next    list     // what is to stand there, in the order in which it is put in place
	written map[string]bool
	staging string // where that waits
}

// step is called before each step that changes the disk; tests stop there.
var step = func() error { return nil }

// Write adds a file, named by its path below the folder with slashes. Files
// are put in place in the order in which they were written.
func (f *Folder) Write(name string, content []byte) error {
	if !fs.ValidPath(name) || name == "." || name == own || strings.HasPrefix(name, own+"/") || !onEverySystem(name) {
		return fmt.Errorf("%s: %q cannot be the name of a file there", f.name, name)
	}
	if f.written[name] {
		return fmt.Errorf("%s: %s would be written twice", f.name, name)
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

// Keep leaves those files of the site before in place that match, until another
// site replaces this one: its pages are still open, and ask for them. It is called
// after the last Write.
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
	if len(last) == 0 { // the same site once more
		last = earlier
	}
	f.next = append(f.next, last...)
}

// Commit puts all files in place, and removes what was written into the folder
// before and is no longer wanted. What others put there, or changed since, is
// never touched: it makes Commit fail before anything has changed.
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
		return fmt.Errorf("%s: the new files are only partly in place, and the next build or serve completes them: %w", f.name, err)
	}
	return nil
}

// hold writes down what is to be put in place; from here on the new files hold.
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

// Close gives the folder free. What was written and not committed is removed,
// and so is the folder, if it was made for that.
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
		os.Remove(f.made[last]) // a folder that others have put something into stays
		f.made = f.made[:last]
	}
	return errors.Join(errs...)
}

// tidy leaves nothing of our own where nothing was put in place, and of what
// was, only the list; a Commit that was cut off is left for the next call.
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
		f.root.Remove(own) // unless somebody has put something there
	}
	return errors.Join(errs...)
}

func (f *Folder) at(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", f.name, err)
}

// some names the first few of a list.
func some(names []string) string {
	const first = 3
	if len(names) <= first {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:first], ", "), len(names)-first)
}

// finish moves the new files to their places and removes old ones. It can be
// repeated after it was cut off at any step.
func (f *Folder) finish() error {
	for _, e := range f.next {
		if err := step(); err != nil {
			return err
		}
		from := f.staging + "/" + e.name
		if _, err := f.root.Lstat(from); errors.Is(err, fs.ErrNotExist) {
			continue // it is in its place
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
			continue // gone already, or somebody's own by now
		}
		if err := f.root.Remove(e.name); err != nil {
			return err
		}
		for dir := path.Dir(e.name); dir != "." && f.root.Remove(dir) == nil; dir = path.Dir(dir) {
			// Folders that are empty now go too; one that holds something stays.
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

// Remove takes away what was written into a folder, and the folder too where
// nothing of others' is left in it. A folder of others is refused.
func Remove(name string, say io.Writer) error {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	f, err := Open(name, say)
	if err != nil {
		return err
	}
	if f.before == nil {
		return f.Close() // an empty folder that was never written into
	}
	if err := f.Commit(); err != nil {
		return errors.Join(err, f.Close())
	}
	others, err := f.others()
	if err != nil || len(others) > 0 {
		return errors.Join(err, f.Close()) // the list stays, so that a build may come back
	}
	if info, err := os.Lstat(name); err == nil && info.IsDir() {
		f.made = []string{name} // as if it had been made for nothing; a link stays
	}
	return errors.Join(f.root.Remove(listFile), f.Close())
}

// ReplaceFile writes a single file in place of another one; the old one stands
// until the new one is whole.
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
