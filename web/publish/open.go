package publish

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/gofrs/flock"
)

// Open makes ready to write into a folder: one that is not there yet, that is
// empty, or that was written by this package. Any other is refused. What an
// earlier call could not complete is completed or taken back, and said.
func Open(name string, say io.Writer) (*Folder, error) {
	f := &Folder{name: name, written: map[string]bool{}}
	err := f.open(say)
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func (f *Folder) open(say io.Writer) error {
	if err := f.make(); err != nil {
		return err
	}
	root, err := os.OpenRoot(f.name)
	if err != nil {
		return err
	}
	f.root = root
	if err := f.mayWrite(); err != nil {
		return err
	}
	if err := root.Mkdir(own, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s: cannot be written into: %w", f.name, err)
	}
	lock := flock.New(filepath.Join(f.name, filepath.FromSlash(lockFile)))
	if locked, err := lock.TryLock(); err != nil {
		return fmt.Errorf("%s: cannot be written into: %w", f.name, err)
	} else if !locked {
		return fmt.Errorf("%s: another build is writing into it; wait until that one has ended", f.name)
	}
	f.lock = lock
	if err := f.restore(say); err != nil {
		return err
	}
	if err := f.holdsOthers(); err != nil {
		return err // what a first build that was cut off had made is taken back by now
	}
	f.staging = temporary + rand.Text()
	if err := step(); err != nil {
		return err
	}
	return f.at(root.Mkdir(f.staging, 0o755))
}

// make makes the folder, and notes what of its path it had to make.
func (f *Folder) make() error {
	var missing []string
	for dir := filepath.Clean(f.name); ; dir = filepath.Dir(dir) {
		info, err := os.Stat(dir)
		if err == nil && !info.IsDir() {
			return fmt.Errorf("%s is a file; name a folder", dir)
		}
		if err == nil {
			break
		}
		if link, is := os.Readlink(dir); is == nil {
			return fmt.Errorf("%s is a link to %s, which is not there; make that folder, or name another one", dir, link)
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
			return err
		}
		missing = append([]string{dir}, missing...)
	}
	for _, dir := range missing {
		if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("%s: cannot be made: %w", f.name, err)
		}
		f.made = append(f.made, dir)
	}
	return nil
}

// mayWrite refuses a folder that holds something and was not written by this
// package. One in which a first build was cut off has no list yet.
func (f *Folder) mayWrite() error {
	if info, err := f.root.Lstat(own); err == nil && !info.IsDir() {
		return fmt.Errorf("%s/%s is not a folder, so this is no site that factframe built; choose another folder", f.name, own)
	}
	if entries, err := fs.ReadDir(f.root.FS(), own); err == nil && unfinished(entries) {
		return nil
	}
	return f.holdsOthers()
}

// holdsOthers refuses a folder without a list of ours that holds something.
func (f *Folder) holdsOthers() error {
	if _, err := f.root.Lstat(listFile); err == nil {
		return nil
	}
	others, err := f.others()
	if err != nil || len(others) == 0 {
		return err
	}
	return fmt.Errorf("%s is not empty, and is no site that this version of factframe built: it holds %s. Choose an empty folder, or move that away", f.name, some(others))
}

// others are the entries of the folder beside our own.
func (f *Folder) others() (names []string, err error) {
	entries, err := fs.ReadDir(f.root.FS(), ".")
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read: %w", f.name, err)
	}
	for _, e := range entries {
		if e.Name() != own {
			names = append(names, e.Name())
		}
	}
	return names, nil
}
