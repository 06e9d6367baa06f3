// Command sizes builds packages with different numbers of invented figures and records,
// using the program in dist/. It writes the time and the sizes into data/README.md.
package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
)

func main() {
	if err := run("data/README.md"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

var between = regexp.MustCompile(`(?s)<!-- sizes -->\n.*<!-- end of sizes -->`)

func run(reference string) error {
	const built = "dist"
	if _, err := os.Stat(built); err != nil {
		return fmt.Errorf("%s/ does not exist; run make build first", built)
	}
	table := "| figures or records | seconds | MB | files | largest page, kB |\n| --- | --- | --- | --- | --- |\n"
	for _, n := range []int{20, 200, 2000} {
		row, err := measure(fmt.Sprintf("%d figures", n), built, figures(n), "figures.csv", figureRows(n))
		if err != nil {
			return err
		}
		table += row
	}
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		row, err := measure(fmt.Sprintf("%d records", n), built, records(), "figures.csv", recordRows(n))
		if err != nil {
			return err
		}
		table += row
	}
	content, err := os.ReadFile(reference)
	if err != nil {
		return err
	}
	if !between.Match(content) {
		return fmt.Errorf("%s has no place for the table; add <!-- sizes --> and <!-- end of sizes -->", reference)
	}
	content = between.ReplaceAllLiteral(content, []byte("<!-- sizes -->\n"+table+"<!-- end of sizes -->"))
	return os.WriteFile(reference, content, 0o644)
}

// measure builds one package and returns its row of the table.
func measure(name, program string, pkg map[string]any, file, rows string) (string, error) {
	dir, err := os.MkdirTemp("", "factframe-sizes")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	content, err := json.Marshal(pkg)
	if err != nil {
		return "", err
	}
	for path, content := range map[string][]byte{"datapackage.json": content, file: []byte(rows)} {
		if err := os.WriteFile(filepath.Join(dir, path), content, 0o644); err != nil {
			return "", err
		}
	}
	out := filepath.Join(dir, "out")
	begun := time.Now()
	build := exec.Command("go", "run", ".", "build", "-package", dir, "-out", out, "-wasm", program)
	if message, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%s: %w\n%s", name, err, message)
	}
	seconds := time.Since(begun).Seconds()
	bytes, files, largest := 0, 0, 0
	err = filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files, bytes = files+1, bytes+len(content)
		if strings.HasSuffix(path, ".html") && len(content) > 20_000 {
			largest = max(largest, compressed(content))
		}
		return nil
	})
	return fmt.Sprintf("| %s | %.1f | %.1f | %d | %.1f |\n", name, seconds, float64(bytes)/1e6, files, float64(largest)/1e3), err
}

func compressed(content []byte) int {
	var counted counter
	w := brotli.NewWriterLevel(&counted, brotli.BestCompression)
	w.Write(content)
	w.Close()
	return int(counted)
}

type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }
