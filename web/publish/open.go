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
// package.
func (f *Folder) mayWrite() error {
	if info, err := f.root.Lstat(own); err == nil && !info.IsDir() {
		return fmt.Errorf("%s/%s is not a folder, so this is no site that factframe built; choose another folder", f.name, own)
	}
	if _, err := f.root.Lstat(listFile); err == nil {
		return nil
	}
	entries, err := fs.ReadDir(f.root.FS(), ".")
	if err != nil {
		return fmt.Errorf("%s: cannot be read: %w", f.name, err)
	}
	var others []string
	for _, e := range entries {
		if e.Name() != own {
			others = append(others, e.Name())
		}
	}
	if len(others) == 0 {
		return nil
	}
	return fmt.Errorf("%s is not empty, and is no site that this version of factframe built: it holds %s. Choose an empty folder, or move that away", f.name, some(others))
}
