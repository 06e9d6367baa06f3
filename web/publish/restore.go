package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Restore completes or undoes an interrupted call in a folder, and reports that to say.
// It leaves any other folder alone.
func Restore(name string, say io.Writer) error {
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil // there is nothing to restore
	}
	defer root.Close()
	if entries, err := fs.ReadDir(root.FS(), own); err != nil || !unfinished(entries) {
		return nil
	}
	f, err := Open(name, say)
	if err != nil {
		return err
	}
	return f.Close()
}

func unfinished(entries []fs.DirEntry) bool {
	for _, e := range entries {
		if at := own + "/" + e.Name(); at == nextFile || strings.HasPrefix(at, temporary) {
			return true
		}
	}
	return false
}

// restore completes an interrupted change, if any, and reads the list of the folder.
func (f *Folder) restore(say io.Writer) error {
	if raw, err := f.root.ReadFile(nextFile); err == nil {
		if f.before, err = f.list(listFile); err != nil {
			return err
		}
		first, _, _ := strings.Cut(string(raw), "\n")
		staging := strings.TrimPrefix(first, "# ")
		if f.next, err = parseList(string(raw)); err != nil || !strings.HasPrefix(staging, temporary) {
			return fmt.Errorf("cannot read %s/%s; remove it, then build again", f.name, nextFile)
		}
		f.staging = staging
		if err := f.inTheWay(); err != nil {
			return err
		}
		if err := f.finish(); err != nil {
			return f.at(err)
		}
		fmt.Fprintf(say, "%s: an earlier build was interrupted; its new site is now complete\n", f.name)
		f.staging, f.next = "", nil
	}
	var err error
	if f.before, err = f.list(listFile); err != nil {
		return err
	}
	return f.clear(say)
}

// clear removes the temporary files of interrupted calls.
func (f *Folder) clear(say io.Writer) error {
	entries, err := fs.ReadDir(f.root.FS(), own)
	if err != nil || !unfinished(entries) {
		return f.at(err)
	}
	for _, e := range entries {
		at := own + "/" + e.Name()
		if !strings.HasPrefix(at, temporary) {
			continue
		}
		if strings.HasSuffix(at, ".made") {
			f.unmake(at)
		}
		f.root.Remove(trial(".", at))
		for _, left := range f.before {
			for _, dir := range parents(left.name) {
				f.root.Remove(trial(dir, at))
			}
		}
		if err := f.root.RemoveAll(at); err != nil {
			return f.at(err)
		}
	}
	fmt.Fprintf(say, "%s: an earlier build was interrupted; its temporary files were removed and the previous site is unchanged\n", f.name)
	return nil
}

func (f *Folder) list(name string) (list, error) {
	raw, err := f.root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, f.at(err)
	}
	l, err := parseList(string(raw))
	if err != nil {
		return nil, fmt.Errorf("cannot read %s/%s (%w), so it is unknown which files a build wrote; choose an empty folder", f.name, name, err)
	}
	return l, nil
}
