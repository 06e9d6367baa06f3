//go:build unix

package cli

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// Malicious files end in one error, within 512 MB and 20 seconds. Each is read by a
// child process with a memory limit.
func TestFilesThatTakeTooMuch(t *testing.T) {
	if os.Getenv("FACTFRAME_READ") == "more and more" {
		stop := bounded("table.csv", os.Stderr)
		defer stop()
		for hog := [][]byte{}; ; time.Sleep(time.Millisecond) {
			hog = append(hog, bytes.Repeat([]byte("x"), 1<<20))
		}
	}
	if from := os.Getenv("FACTFRAME_READ"); from != "" {
		os.Exit(Main([]string{"new", "-from", from, "-out", os.Getenv("FACTFRAME_OUT")}, os.Stdout, os.Stderr))
	}
	const one = "<c><v>1</v></c>"
	pipe := filepath.Join(t.TempDir(), "pipe.csv")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	var keys []map[string]int
	for i := range 60_000 {
		keys = append(keys, map[string]int{fmt.Sprint("k", i): i})
	}
	list, err := json.Marshal(map[string]any{"resources": []any{map[string]any{"name": "x", "data": keys}}})
	require.NoError(t, err)
	var lines strings.Builder
	lines.WriteString("Region,Team,Year,Homes,Jobs,Schools\n")
	for i := range 160_000 {
		fmt.Fprintf(&lines, "Region %d,Team %d,%d,%d,%d.5,%d.25\n", i%50, i/50%200, 2000+i/10_000, i, i, i)
	}
	for name, test := range map[string]struct {
		file string
		want string
	}{
		"a workbook of many cells":     {sheetOf(t, strings.Repeat("<row>"+strings.Repeat(one, 100)+"</row>", 80_000)), "cells in a workbook"},
		"a workbook of one row":        {sheetOf(t, "<row>"+strings.Repeat(one, 8_000_000)+"</row>"), "beyond the column limit"},
		"a workbook of one value":      {sheetOf(t, "<row><c><v>"+strings.Repeat("1", 150<<20)+"</v></c></row>"), "one text or tag has more than 1 MB"},
		"a workbook that is too large": {sheetOf(t, strings.Repeat(" ", 200<<20)), "unpacks to more than 192 MB"},
		"a workbook with a far cell":   {sheetOf(t, `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`), "beyond the line limit"},
		"merged cells over merged":     {sheetOf(t, strings.Repeat(`<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>`, 4000)+`</sheetData><mergeCells>`+strings.Repeat(`<mergeCell ref="A1:ZZ4000"/>`, 200_000)+`</mergeCells><sheetData>`), "including merged"},
		"a line of commas":             {writtenFile(t, "table.csv", bytes.Repeat([]byte(","), 60<<20)), "line 1: has more than 4 MB"},
		"lines of commas":              {writtenFile(t, "table.csv", bytes.Repeat([]byte(strings.Repeat(",", 2000)+"\n"), 30_000)), "cells"},
		"a quote that is never closed": {writtenFile(t, "table.csv", append([]byte("a,b\n\""), bytes.Repeat([]byte("word\n"), 12<<20)...)), "opening quote"},
		"a large file":                 {writtenFile(t, "table.csv", bytes.Repeat([]byte("a,1\n"), 20<<20)), "more than 64 MB"},
		"one key for each row":         {writtenFile(t, "datapackage.json", list), "3000 columns"},
		"lists within lists":           {writtenFile(t, "datapackage.json", []byte(`{"resources":`+strings.Repeat("[", 5<<20))), "JSON"},
		"as many cells as allowed":     {writtenFile(t, "table.csv", []byte(lines.String())), "values; select at most"},
		"an unknown kind of file":      {"more and more", "takes more than 512 MB of memory"},
		"an endless device":            {"/dev/zero", "is not a regular file"},
		"a pipe without a writer":      {pipe, "is not a regular file"},
		"a folder with such a pipe":    {pipeIn(t, "datapackage.json"), "is not a regular file"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out := filepath.Join(t.TempDir(), "figures")
			limit := "524288" // kB
			if test.file == "more and more" {
				limit = "2097152"
			}
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // waiting for a pipe uses no processor time
			defer cancel()
			child := exec.CommandContext(ctx, "sh", "-c", "ulimit -d "+limit+` && exec "$0" "$@"`, os.Args[0], "-test.run=^TestFilesThatTakeTooMuch$")
			child.Env = append(os.Environ(), "FACTFRAME_READ="+test.file, "FACTFRAME_OUT="+out)
			var said bytes.Buffer
			child.Stderr = &said
			child.Run()
			assert.Equal(t, failed, child.ProcessState.ExitCode(), "%.400s", said.String())
			_, problem, reading := strings.Cut(said.String(), " …\n") // printed first for a large file
			if !reading {
				problem = said.String()
			}
			assert.Equal(t, 1, strings.Count(problem, "\n"), "one error: %.400s", said.String())
			assert.Regexp(t, test.want, said.String())
			assert.LessOrEqual(t, child.ProcessState.UserTime()+child.ProcessState.SystemTime(), mostProcessor+2*time.Second)
			assert.NoDirExists(t, out)
		})
	}
}

// pipeIn returns a folder with a pipe in it.
func pipeIn(t *testing.T, name string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, syscall.Mkfifo(filepath.Join(dir, name), 0o600))
	return dir
}

// No other command waits for a pipe.
func TestPipesAreNotWaitedFor(t *testing.T) {
	dir := pipeIn(t, "app.wasm")
	for name, args := range map[string][]string{
		"check": {"check", filepath.Join(dir, "app.wasm")},
		"build": {"build", "-out", filepath.Join(t.TempDir(), "dist"), "-wasm", filepath.Join(dir, "app.wasm")},
		"serve": {"serve", "-dir", filepath.Join(dir, "app.wasm")},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, failed, Main(args, &stdout, &stderr), name)
		assert.NotEmpty(t, stderr.String(), name)
	}
	site := built(t)
	require.NoError(t, syscall.Mkfifo(filepath.Join(site, "pipe.txt"), 0o600))
	answer := httptest.NewRecorder()
	Handler(site).ServeHTTP(answer, httptest.NewRequest("GET", "/pipe.txt", nil))
	assert.Equal(t, http.StatusNotFound, answer.Code)
}

func writtenFile(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, content, 0o644))
	return path
}

// sheetOf writes a workbook with one sheet of these rows and returns its path.
func sheetOf(t *testing.T, rows string) string {
	t.Helper()
	var plain, b bytes.Buffer
	require.NoError(t, excelize.NewFile().Write(&plain))
	from, err := zip.NewReader(bytes.NewReader(plain.Bytes()), int64(plain.Len()))
	require.NoError(t, err)
	to := zip.NewWriter(&b)
	for _, f := range from.File {
		if f.Name != "xl/worksheets/sheet1.xml" {
			require.NoError(t, to.Copy(f))
			continue
		}
		w, err := to.Create(f.Name)
		require.NoError(t, err)
		_, err = fmt.Fprintf(w, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>`, rows)
		require.NoError(t, err)
	}
	require.NoError(t, to.Close())
	return writtenFile(t, "table.xlsx", b.Bytes())
}
