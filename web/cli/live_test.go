package cli

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// After each save, dev serves the new page, or the errors in its place, and open pages
// are notified.
func TestAPackageThatIsEdited(t *testing.T) {
	dir := t.TempDir()
	l := &live{dir: filepath.Join(dir, "site")}
	server := httptest.NewServer(l)
	defer server.Close()
	get := func(path string) (int, string) {
		answer, err := http.Get(server.URL + path)
		require.NoError(t, err)
		defer answer.Body.Close()
		content, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		return answer.StatusCode, string(content)
	}
	_, page := get("/")
	assert.Contains(t, page, "is being built")
	assert.Contains(t, page, reloadTag(0))

	good, err := os.ReadFile("../../data/testdata/small.json")
	require.NoError(t, err)
	file := filepath.Join(dir, "datapackage.json")
	require.NoError(t, os.WriteFile(file, good, 0o644))
	build := func() { l.show(Build(Options{Package: file, Out: l.dir, Program: program})) }
	build()
	status, page := get("/outcomes/")
	assert.Equal(t, http.StatusOK, status)
	assert.Contains(t, page, "Most of 2,287 crimes were dropped")
	assert.Contains(t, page, reloadTag(1))
	assert.NotContains(t, page, "data-worker", "no offline copy of earlier builds")

	_, page = get(articlePath)
	assert.Contains(t, page, reloadTag(1), "an article reloads for its frames")
	_, missed := get(changesPath + "?" + buildName(0))
	assert.Equal(t, "data: built\n\n", missed, "a page older than a build that finished before it listened")

	told := make(chan string)
	request, err := http.NewRequestWithContext(context.Background(), "GET", server.URL+changesPath+"?"+buildName(1), nil)
	require.NoError(t, err)
	answer, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer answer.Body.Close()
	go func() {
		line, _ := bufio.NewReader(answer.Body).ReadString('\n')
		told <- line
	}()
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(good), `"mark": "`, `"mark": "<b>`, 1)), 0o644))
	build()
	assert.Equal(t, "data: built\n", <-told)
	status, page = get("/outcomes/")
	assert.Equal(t, http.StatusServiceUnavailable, status)
	for _, want := range []string{"in the package", "<code>mark</code>", "&#34;&lt;b&gt;", "<b>use one of", reloadTag(2)} {
		assert.Contains(t, page, want)
	}

	require.NoError(t, os.WriteFile(file, good, 0o644))
	build()
	_, page = get("/outcomes/")
	assert.Contains(t, page, "Most of 2,287 crimes were dropped")
}

func TestEverySaveIsNoticed(t *testing.T) {
	dir := t.TempDir()
	changes := changesOf(nil, dir)
	<-changes // at the start
	require.NoError(t, os.WriteFile(filepath.Join(dir, "figures.csv"), []byte("a"), 0o644))
	<-changes
	require.NoError(t, os.Remove(filepath.Join(dir, "figures.csv")))
	<-changes
}
