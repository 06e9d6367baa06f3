//go:build !js

package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"go/scanner"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The table that says in which line of which file each instruction stands is for
// those who read a panic. It was 7 % of what a reader downloads (Go 1.26.8), and
// the compiler has no flag that leaves it out; but where every line says that it
// is the first, there is nothing to tell. Names of functions stay.

// withoutLines writes copies of the program's sources in which every line is
// line 1, and the overlay that has the go command build with them; dir is a
// folder for both.
func withoutLines(dir, tags string, env []string) (overlay string, err error) {
	list := exec.Command("go", "list", "-deps", "-tags="+tags, "-json=Dir,GoFiles", "factframe")
	list.Env = env
	out, err := list.Output()
	if err != nil {
		return "", fmt.Errorf("listing the program's sources: %w", err)
	}
	cache, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		return "", fmt.Errorf("asking go for its cache of modules: %w", err)
	}
	readOnly := strings.TrimSpace(string(cache)) + string(filepath.Separator) // no overlay may replace what is there
	others, err := overlaid()
	if err != nil {
		return "", err
	}
	replaced := map[string]string{}
	for packages := json.NewDecoder(bytes.NewReader(out)); packages.More(); {
		var p struct {
			Dir     string
			GoFiles []string
		}
		if err := packages.Decode(&p); err != nil {
			return "", err
		}
		for _, name := range p.GoFiles {
			source := filepath.Join(p.Dir, name)
			if strings.HasPrefix(source, readOnly) {
				continue
			}
			content, err := os.ReadFile(cmp.Or(others[source], source))
			if err != nil {
				return "", err
			}
			copied := filepath.Join(dir, fmt.Sprintf("%d.go", len(replaced)))
			if err := os.WriteFile(copied, onOneLine(content), 0o644); err != nil {
				return "", err
			}
			replaced[source] = copied
		}
	}
	content, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		return "", err
	}
	overlay = filepath.Join(dir, "overlay.json")
	return overlay, os.WriteFile(overlay, content, 0o644)
}

// overlaid returns the files that an -overlay in GOFLAGS replaces, with what
// replaces them. The program's build has its own -overlay, and the go command
// takes only one.
func overlaid() (map[string]string, error) {
	for _, flag := range strings.Fields(os.Getenv("GOFLAGS")) {
		path, ok := strings.CutPrefix(flag, "-overlay=")
		if !ok || path == "" {
			continue
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var overlay struct{ Replace map[string]string }
		err = json.Unmarshal(content, &overlay)
		return overlay.Replace, err
	}
	return nil, nil
}

// onOneLine says after every line of a source that the next one is the first. It
// leaves lines within texts and comments alone.
func onOneLine(source []byte) []byte {
	file := token.NewFileSet().AddFile("", -1, len(source))
	var s scanner.Scanner
	s.Init(file, source, nil, scanner.ScanComments)
	within := make([]bool, len(source))
	for {
		pos, kind, literal := s.Scan()
		if kind == token.EOF {
			break
		}
		if strings.HasPrefix(literal, "`") || strings.HasPrefix(literal, "/*") {
			from := file.Offset(pos)
			for i := range literal {
				within[from+i] = true
			}
		}
	}
	var b bytes.Buffer
	for i, c := range source {
		b.WriteByte(c)
		if c == '\n' && !within[i] {
			b.WriteString("//line x:1\n")
		}
	}
	return b.Bytes()
}
