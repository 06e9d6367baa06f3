package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type files map[string]string

var (
	oldSite = files{"app.old.wasm": "old program", "index.html": "old", "ages/index.html": "old ages", "gone/deep/index.html": "old page"}
	newSite = files{"app.new.wasm": "new program", "index.html": "new", "ages/index.html": "new ages", "time/new/index.html": "new page"}
)

// put publishes files into a folder.
func put(dir string, site files, say io.Writer) error {
	f, err := Open(dir, say)
	if err != nil {
		return err
	}
	defer f.Close()
	for _, name := range []string{"app.old.wasm", "app.new.wasm", "ages/index.html", "gone/deep/index.html", "time/new/index.html", "index.html"} {
		if content, ok := site[name]; ok {
			if err := f.Write(name, []byte(content)); err != nil {
				return err
			}
		}
	}
	return f.Commit()
}

// stands returns the files in a folder, except the publisher's own.
func stands(t *testing.T, dir string) files {
	t.Helper()
	found := files{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		if name == own {
			return fs.SkipDir
		}
		if d.Type()&fs.ModeSymlink != 0 {
			found[filepath.ToSlash(name)], err = os.Readlink(path)
			return err
		}
		if !d.IsDir() {
			content, err := os.ReadFile(path)
			require.NoError(t, err)
			found[filepath.ToSlash(name)] = string(content)
		} else if entries, _ := os.ReadDir(path); len(entries) == 0 && name != "." {
			found[filepath.ToSlash(name)+"/"] = "empty folder"
		}
		return nil
	}))
	return found
}

// clean asserts that a call left only the lock and the list.
func clean(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, own))
	require.NoError(t, err)
	for _, e := range entries {
		assert.Contains(t, []string{"lock", "files"}, e.Name())
	}
}

func with(a, b files) files {
	all := files{}
	for _, each := range []files{a, b} {
		for name, content := range each {
			all[name] = content
		}
	}
	return all
}

func published(t *testing.T, site files) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "dist")
	require.NoError(t, put(dir, site, io.Discard))
	return dir
}

func letter(t *testing.T, path string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte("a letter"), 0o644))
}

func TestWhatOthersPutThereStays(t *testing.T) {
	dir := published(t, oldSite)
	theirs := files{"letter.txt": "a letter", "gone/letter.txt": "a letter", ".well-known/x/letter.txt": "a letter"}
	for name := range theirs {
		letter(t, filepath.Join(dir, name))
	}
	neighbours := []string{dir + ".old", dir + ".new", filepath.Join(filepath.Dir(dir), "letters")}
	for _, n := range neighbours {
		letter(t, filepath.Join(n, "letter.txt"))
	}
	require.NoError(t, put(dir, newSite, io.Discard))
	assert.Equal(t, with(newSite, theirs), stands(t, dir))
	clean(t, dir)
	for _, n := range neighbours {
		assert.Equal(t, files{"letter.txt": "a letter"}, stands(t, n))
	}
	require.NoError(t, Remove(dir, io.Discard))
	assert.Equal(t, theirs, stands(t, dir), "removing the site keeps other files")
	require.NoError(t, put(dir, newSite, io.Discard), "and another site can be built")
}

// Files that open pages of the previous site may request are kept until the next site.
func TestKeep(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	publish := func(version string) {
		f, err := Open(dir, io.Discard)
		require.NoError(t, err)
		defer f.Close()
		require.NoError(t, f.Write("app."+version+".wasm", []byte(version)))
		require.NoError(t, f.Write("page."+version, []byte(version)))
		f.Keep(func(name string) bool { return strings.HasSuffix(name, ".wasm") })
		require.NoError(t, f.Commit())
	}
	stood := func() []string { return slices.Sorted(maps.Keys(stands(t, dir))) }
	publish("1")
	publish("2")
	assert.Equal(t, []string{"app.1.wasm", "app.2.wasm", "page.2"}, stood())
	publish("2")
	assert.Equal(t, []string{"app.1.wasm", "app.2.wasm", "page.2"}, stood(), "building the same site again replaces nothing")
	publish("3")
	assert.Equal(t, []string{"app.2.wasm", "app.3.wasm", "page.3"}, stood())
	publish("2")
	assert.Equal(t, []string{"app.2.wasm", "app.3.wasm", "page.2"}, stood(), "after a rollback")
	require.NoError(t, os.Remove(filepath.Join(dir, "app.3.wasm")))
	publish("2")
	publish("4")
	assert.Equal(t, []string{"app.2.wasm", "app.4.wasm", "page.4"}, stood(), "a removed file is not an error")
	require.NoError(t, Remove(dir, io.Discard))
	assert.NoDirExists(t, dir)
}

func TestRemoveLeavesLinksAndFoldersOfOthers(t *testing.T) {
	dir := published(t, oldSite)
	link, empty := filepath.Join(filepath.Dir(dir), "link"), t.TempDir()
	require.NoError(t, os.Symlink("dist", link))
	require.NoError(t, Remove(link, io.Discard))
	assert.Empty(t, stands(t, dir))
	_, err := os.Lstat(link)
	assert.NoError(t, err, "the link is not ours")
	require.NoError(t, Remove(empty, io.Discard))
	assert.DirExists(t, empty)
	letter(t, filepath.Join(empty, own, "letter.txt"))
	require.NoError(t, Remove(empty, io.Discard))
	assert.FileExists(t, filepath.Join(empty, own, "letter.txt"))
}

// A page edited by hand after an interrupted build is not lost.
func TestRestoringLosesNothing(t *testing.T) {
	dir := published(t, oldSite)
	stopAt(t, 14) // while files are moved into place
	require.ErrorContains(t, put(dir, newSite, io.Discard), "only part of the new site")
	step = func() error { return nil }
	letter(t, filepath.Join(dir, "index.html"))
	require.ErrorContains(t, Restore(dir, io.Discard), "somebody changed index.html")
	content, err := os.ReadFile(filepath.Join(dir, "index.html"))
	require.NoError(t, err)
	assert.Equal(t, "a letter", string(content))
}

func TestRemoveLeavesNothingOfOurs(t *testing.T) {
	dir := published(t, oldSite)
	require.NoError(t, Remove(dir, io.Discard))
	assert.NoDirExists(t, dir)
	assert.NoError(t, Remove(dir, io.Discard), "removing a missing folder succeeds")
}

// Each of these is refused with a message that names the file, and nothing changes.
func TestRefused(t *testing.T) {
	tests := []struct {
		name    string
		prepare func(t *testing.T, dir string)
		want    []string
	}{
		{"somebody else's folder", func(t *testing.T, dir string) { letter(t, dir+"/letter.txt") }, []string{"contains letter.txt", "factframe did not build", "choose an empty folder"}},
		{"a folder with many files", func(t *testing.T, dir string) {
			for i := range 9 {
				letter(t, fmt.Sprintf("%s/%d.txt", dir, i))
			}
		}, []string{"0.txt, 1.txt, 2.txt and 6 more"}},
		{"a file instead of the folder", func(t *testing.T, dir string) { letter(t, dir) }, []string{"is a file"}},
		{"a folder below a file", func(t *testing.T, dir string) { letter(t, filepath.Dir(dir)) }, []string{"is a file"}},
		{"a link to nowhere", func(t *testing.T, dir string) {
			require.NoError(t, os.MkdirAll(filepath.Dir(dir), 0o755))
			require.NoError(t, os.Symlink("nowhere", dir))
		}, []string{"is a link to nowhere"}},
		{"somebody else's file with our name", func(t *testing.T, dir string) { letter(t, dir+"/"+own) }, []string{own, "factframe did not build this site"}},
		{"somebody else's link with our name", func(t *testing.T, dir string) {
			letter(t, filepath.Dir(dir)+"/letters/files")
			require.NoError(t, os.MkdirAll(dir, 0o755))
			require.NoError(t, os.Symlink("../letters", dir+"/"+own))
		}, []string{own, "factframe did not build this site"}},
		{"somebody else's file in place of a new file", func(t *testing.T, dir string) {
			require.NoError(t, put(dir, oldSite, io.Discard))
			letter(t, dir+"/time/new/index.html")
		}, []string{"would overwrite time/new/index.html", "move it away"}},
		{"somebody else's file in place of a new folder", func(t *testing.T, dir string) {
			require.NoError(t, put(dir, oldSite, io.Discard))
			letter(t, dir+"/time")
		}, []string{"time is a file", "move it away"}},
		{"a page that somebody changed", func(t *testing.T, dir string) {
			require.NoError(t, put(dir, oldSite, io.Discard))
			letter(t, dir+"/index.html")
		}, []string{"somebody changed index.html"}},
		{"a page to be removed that somebody changed", func(t *testing.T, dir string) {
			require.NoError(t, put(dir, oldSite, io.Discard))
			letter(t, dir+"/gone/deep/index.html")
		}, []string{"somebody changed gone/deep/index.html"}},
		{"a folder replaced with a link", func(t *testing.T, dir string) {
			require.NoError(t, put(dir, oldSite, io.Discard))
			letter(t, filepath.Dir(dir)+"/letters/index.html")
			require.NoError(t, os.RemoveAll(dir+"/ages"))
			require.NoError(t, os.Symlink("../letters", dir+"/ages"))
		}, []string{"ages leads out of this folder"}},
		{"a list with a name outside the folder", func(t *testing.T, dir string) {
			require.NoError(t, put(dir, oldSite, io.Discard))
			require.NoError(t, os.WriteFile(dir+"/"+listFile, []byte(hashOf([]byte("a letter"))+"  ../letters/letter.txt\n"), 0o644))
		}, []string{"cannot read", "choose an empty folder"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root := t.TempDir()
			dir := filepath.Join(root, "here", "dist")
			test.prepare(t, dir)
			before := stands(t, root)
			err := put(dir, newSite, io.Discard)
			for _, want := range test.want {
				assert.ErrorContains(t, err, want)
			}
			assert.Equal(t, before, stands(t, root))
		})
	}
}

func TestLinksToAFolderWork(t *testing.T) {
	dir := published(t, oldSite)
	link := filepath.Join(filepath.Dir(dir), "link")
	require.NoError(t, os.Symlink("dist", link))
	require.NoError(t, put(link, newSite, io.Discard))
	assert.Equal(t, newSite, stands(t, dir))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink, "still a link")
}

func TestNamesOfFiles(t *testing.T) {
	f, err := Open(filepath.Join(t.TempDir(), "dist"), io.Discard)
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, f.Write("index.html", nil))
	for _, name := range []string{"console", "com10/aux-1.html", "a.b.c", "größe/ü.csv"} {
		assert.NoError(t, f.Write(name, nil), name)
	}
	for _, name := range []string{"", ".", "../x", "/x", "a/../../x", own, own + "/files", "index.html", "con", "a/NUL.html", "com1/index.html", "lpt9.csv", "a\nb", "a?b", `a\b`, "a.", "a /b", "a:b", "tab\tb"} {
		assert.Error(t, f.Write(name, nil), name)
	}
}

func TestTwoBuildsAtOnce(t *testing.T) {
	dir := published(t, oldSite)
	first, err := Open(dir, io.Discard)
	require.NoError(t, err)
	assert.ErrorContains(t, put(dir, newSite, io.Discard), "another build is writing to this folder")
	require.NoError(t, first.Close())
	assert.Equal(t, oldSite, stands(t, dir))
	require.NoError(t, put(dir, newSite, io.Discard))
}

var errFull = errors.New("no space left on device")

// stopAt makes the nth call of step return an error.
func stopAt(t *testing.T, n int) (calls *int) {
	calls = new(int)
	step = func() error {
		if *calls++; *calls == n {
			return errFull
		}
		return nil
	}
	t.Cleanup(func() { step = func() error { return nil } })
	return calls
}

// If the disk is full at any step, the folder contains one of the two sites, at once or
// after the next call, and nothing else.
func TestAFullDisk(t *testing.T) {
	taken := 0
	for n := 1; ; n++ {
		first := filepath.Join(t.TempDir(), "dist")
		stopAt(t, n)
		if err := put(first, newSite, io.Discard); err != nil && strings.Contains(err.Error(), "only part of the new site") {
			step = func() error { return nil }
			require.NoError(t, Restore(first, io.Discard))
			assert.Equal(t, newSite, stands(t, first), "a first build, step %d", n)
		} else if err != nil {
			assert.NoDirExists(t, first, "a first build, step %d", n)
		}
		step = func() error { return nil }
		dir := published(t, oldSite)
		calls := stopAt(t, n)
		err := put(dir, newSite, io.Discard)
		if *calls < n {
			require.NoError(t, err)
			break
		}
		require.ErrorIs(t, err, errFull)
		step = func() error { return nil }
		if strings.Contains(err.Error(), "only part of the new site") {
			require.NoError(t, Restore(dir, io.Discard))
			assert.Equal(t, newSite, stands(t, dir), "step %d", n)
		} else {
			assert.Equal(t, oldSite, stands(t, dir), "step %d", n)
			taken++
		}
		clean(t, dir)
	}
	assert.Greater(t, taken, 5)
}

func TestAFirstBuildThatFailsLeavesNothing(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{filepath.Join(root, "a", "b", "dist"), root} {
		stopAt(t, 4)
		require.ErrorIs(t, put(dir, newSite, io.Discard), errFull)
		entries, err := os.ReadDir(root)
		require.NoError(t, err)
		assert.Empty(t, entries)
	}
}

// A process killed at any step leaves one of the two sites, or a change that the next
// call completes.
func TestKilledAtAnyStep(t *testing.T) {
	if os.Getenv("FACTFRAME_DIE_AT") != "" {
		dieAt(t)
		return
	}
	said := map[string]int{}
	killed := func(n int, dir string) bool {
		victim := exec.Command(os.Args[0], "-test.run=^TestKilledAtAnyStep$")
		victim.Env = append(os.Environ(), "FACTFRAME_DIE_AT="+strconv.Itoa(n), "FACTFRAME_DIE_IN="+dir)
		return victim.Run() != nil
	}
	for n := 1; ; n++ {
		if first := filepath.Join(t.TempDir(), "dist"); killed(n, first) {
			require.NoError(t, put(first, newSite, io.Discard), "a build after a first build killed at step %d", n)
			assert.Equal(t, newSite, stands(t, first))
			clean(t, first)
		}
		dir := published(t, oldSite)
		letter(t, filepath.Join(dir, "letter.txt"))
		if !killed(n, dir) {
			break
		}
		var say bytes.Buffer
		require.NoError(t, Restore(dir, &say))
		switch found := stands(t, dir); found["index.html"] {
		case "old":
			assert.Equal(t, with(oldSite, files{"letter.txt": "a letter"}), found, "killed at step %d", n)
		default:
			assert.Equal(t, with(newSite, files{"letter.txt": "a letter"}), found, "killed at step %d", n)
		}
		clean(t, dir)
		said[strings.TrimPrefix(say.String(), dir)]++
		require.NoError(t, put(dir, newSite, io.Discard), "the next build works")
	}
	assert.Positive(t, said[": an earlier build was interrupted; its new site is now complete\n"])
	assert.Positive(t, said[": an earlier build was interrupted; its temporary files were removed and the previous site is unchanged\n"])
}

func dieAt(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("FACTFRAME_DIE_AT"))
	require.NoError(t, err)
	calls := 0
	step = func() error {
		if calls++; calls == n {
			self, _ := os.FindProcess(os.Getpid())
			self.Kill()
			select {}
		}
		return nil
	}
	require.NoError(t, put(os.Getenv("FACTFRAME_DIE_IN"), newSite, io.Discard))
}
