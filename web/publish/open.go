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

// Open prepares a folder for writing. It creates a missing folder, and refuses one that
// is neither empty nor written by this package. If an earlier call was interrupted, Open
// completes or undoes it and reports that to say.
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
		return fmt.Errorf("cannot write to %s: %w", f.name, err)
	}
	lock := flock.New(filepath.Join(f.name, filepath.FromSlash(lockFile)))
	if locked, err := lock.TryLock(); err != nil {
		return fmt.Errorf("cannot write to %s: %w", f.name, err)
	} else if !locked {
		return fmt.Errorf("%s: another build is writing to this folder; wait until it has finished", f.name)
	}
	f.lock = lock
	if err := f.restore(say); err != nil {
		return err
	}
	if err := f.holdsOthers(); err != nil {
		return err // files of an interrupted first build are already removed
	}
	f.staging = temporary + rand.Text()
	if err := step(); err != nil {
		return err
	}
	return f.at(root.Mkdir(f.staging, 0o755))
}

// make creates the folder and any missing parents, and records them in made.
func (f *Folder) make() error {
	var missing []string
	for dir := filepath.Clean(f.name); ; dir = filepath.Dir(dir) {
		info, err := os.Stat(dir)
		if err == nil && !info.IsDir() {
			return fmt.Errorf("%s is a file; choose a folder", dir)
		}
		if err == nil {
			break
		}
		if link, is := os.Readlink(dir); is == nil {
			return fmt.Errorf("%s is a link to %s, which does not exist; create that folder, or choose another one", dir, link)
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR) {
			return err
		}
		missing = append([]string{dir}, missing...)
	}
	for _, dir := range missing {
		if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("cannot create %s: %w", f.name, err)
		}
		f.made = append(f.made, dir)
	}
	return nil
}

// mayWrite refuses a folder that is neither empty nor written by this package. After an
// interrupted first build a folder has no list yet.
func (f *Folder) mayWrite() error {
	if info, err := f.root.Lstat(own); err == nil && !info.IsDir() {
		return fmt.Errorf("%s/%s is not a folder, so factframe did not build this site; choose another folder", f.name, own)
	}
	if entries, err := fs.ReadDir(f.root.FS(), own); err == nil && unfinished(entries) {
		return nil
	}
	return f.holdsOthers()
}

// holdsOthers returns an error if the folder has no list of ours and is not empty.
func (f *Folder) holdsOthers() error {
	if _, err := f.root.Lstat(listFile); err == nil {
		return nil
	}
	others, err := f.others()
	if err != nil || len(others) == 0 {
		return err
	}
	return fmt.Errorf("%s contains %s, which factframe did not build; choose an empty folder, or move these files away", f.name, some(others))
}

// others returns the entries of the folder except our own.
func (f *Folder) others() (names []string, err error) {
	entries, err := fs.ReadDir(f.root.FS(), ".")
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", f.name, err)
	}
	for _, e := range entries {
		if e.Name() != own {
			names = append(names, e.Name())
		}
	}
	return names, nil
}
