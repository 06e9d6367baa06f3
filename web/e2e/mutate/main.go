// Command mutate adds mutations to the code, one at a time, and reports those that the
// tests do not notice:
//
//	go run ./web/e2e/mutate            # all of them
//	go run ./web/e2e/mutate -only help # those whose name contains a word
//	go run ./web/e2e/mutate -operators app/say  # the share of changed operators that a package's own tests notice
//
// A mutation is an edit in faults.txt that would mislead or exclude a reader. Source
// files are not changed: the go command uses an overlay. An edit that no longer applies is
// reported, so that the list stays up to date.
package main

import (
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

//go:embed faults.txt
var list string

// fault is one mutation; old must appear exactly once in the file.
type fault struct {
	name, file, old, new string
	browser              string // a pattern of browser tests, if only they can notice it
}

func main() {
	only := flag.String("only", "", "add only mutations whose name contains this")
	operators := flag.Bool("operators", false, "change operators in the packages named, and report which share their own tests notice")
	flag.Parse()
	if *operators {
		os.Exit(scores(packagesOf(flag.CommandLine), os.Stdout))
	}
	os.Exit(run(*only, os.Stdout))
}

func run(only string, out io.Writer) int {
	faults, err := parse(list)
	if err != nil {
		fmt.Fprintln(out, "mutate:", err)
		return 2
	}
	var planted, survived, untested int
	sound := map[string]bool{} // which tests pass without a mutation
	for _, f := range faults {
		if !strings.Contains(f.name, only) {
			continue
		}
		if !sound[f.browser] {
			if noticed, err := fails(fault{browser: f.browser}.tests("")); noticed || err != nil {
				fmt.Fprintf(out, "mutate: the tests fail without a mutation (%s): %v\n", f.browser, err)
				return 2
			}
			sound[f.browser] = true
		}
		begun := time.Now()
		noticed, err := f.plant()
		if err != nil {
			fmt.Fprintf(out, "UNTESTED          %s: %v\n", f.name, err)
			untested++
			continue
		}
		verdict := "noticed "
		if planted++; !noticed {
			verdict = "SURVIVED"
			survived++
		}
		fmt.Fprintf(out, "%s  %4.0f s  %s (%s)\n", verdict, time.Since(begun).Seconds(), f.name, f.file)
	}
	fmt.Fprintf(out, "%d mutations added, %d survived, %d could not be tested\n", planted, survived, untested)
	if planted == 0 {
		return 2
	}
	return min(survived+untested, 1)
}

// plant runs the tests with the mutation in an overlay until one fails.
func (f fault) plant() (noticed bool, err error) {
	path, err := filepath.Abs(f.file)
	if err != nil {
		return false, err
	}
	edited, err := f.edit(path)
	if err != nil {
		return false, err
	}
	return planted(path, edited, f.tests)
}

// planted runs tests with an edited file in an overlay, and reports whether one failed.
func planted(path, edited string, tests func(overlay string) *exec.Cmd) (noticed bool, err error) {
	dir, err := os.MkdirTemp("", "factframe-mutate")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(dir)
	over, overlay := filepath.Join(dir, filepath.Base(path)), filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(over, []byte(edited), 0o644); err != nil {
		return false, err
	}
	replaced, err := json.Marshal(map[string]any{"Replace": map[string]string{path: over}})
	if err != nil {
		return false, err
	}
	if err := os.WriteFile(overlay, replaced, 0o644); err != nil {
		return false, err
	}
	return fails(tests(overlay))
}

func (f fault) edit(path string) (string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if n := strings.Count(string(content), f.old); n != 1 {
		return "", fmt.Errorf("%s contains %q %d times, not once: update this edit in faults.txt", f.file, f.old, n)
	}
	return strings.Replace(string(content), f.old, f.new, 1), nil
}

func (f fault) tests(overlay string) *exec.Cmd {
	args := []string{"test", "-short", "-failfast", "-timeout", "30m", "-overlay=" + overlay} // empty for no overlay
	if f.browser != "" {
		// The program that the tests build has the mutation too.
		test := exec.Command("go", append(args, "-count=1", "./web/e2e", "-run", f.browser)...) // cached results are from another program
		test.Env = append(os.Environ(), "GOFLAGS=-overlay="+overlay)
		return test
	}
	return exec.Command("go", append(args, "./app/...", "./data/...", "./web/site", "./web/cli", "./web/goapp", "./web/publish")...)
}

// fails reports whether tests fail. It is an error if they cannot be built.
func fails(test *exec.Cmd) (bool, error) {
	out, err := test.CombinedOutput()
	if err == nil {
		return false, nil
	}
	if strings.Contains(string(out), "[build failed]") || !strings.Contains(string(out), "FAIL") {
		return false, fmt.Errorf("the mutation cannot be tested:\n%s", out)
	}
	return true, nil
}

// parse parses a list of mutations: blocks separated by empty lines. The first line is the
// name; the others begin with "in", "browser", "-" or "+".
func parse(s string) ([]fault, error) {
	var faults []fault
	for i, block := range strings.Split(strings.TrimSpace(s), "\n\n") {
		var f fault
		for line := range strings.Lines(block) {
			line = strings.TrimSuffix(line, "\n")
			mark, rest, _ := strings.Cut(line, " ")
			switch mark {
			case "#":
			case "in":
				f.file = rest
			case "browser":
				f.browser = rest
			case "-":
				f.old = join(f.old, rest)
			case "+":
				f.new = join(f.new, rest)
			default:
				f.name = line
			}
		}
		if f.name == "" && f.file == "" {
			continue // a comment
		}
		if f.name == "" || f.file == "" || f.old == "" {
			return nil, fmt.Errorf("block %d of faults.txt needs a name, a file and the text to edit", i+1)
		}
		faults = append(faults, f)
	}
	return faults, nil
}

func join(above, line string) string {
	if above == "" {
		return line
	}
	return above + "\n" + line
}
