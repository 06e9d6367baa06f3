package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// gremlins is the tool that changes operators; go run builds it when needed.
const gremlins = "github.com/go-gremlins/gremlins/cmd/gremlins@v0.6.0"

// leastScore is the percentage of changed operators that the tests of a package must
// notice.
const leastScore = 85

// score is how many mutants the tests of one package noticed.
type score struct{ killed, all int }

func (s score) percent() int {
	if s.all == 0 {
		return 100 // nothing to notice
	}
	return 100 * s.killed / s.all
}

// scores changes one operator at a time in each package, runs that package's own
// tests, and prints the share they noticed. Code without test coverage counts as
// unnoticed.
func scores(packages []string, out io.Writer) int {
	code := 0
	for _, pkg := range packages {
		s, survivors, err := scoreOf(pkg)
		if err != nil {
			fmt.Fprintf(out, "%s: %v\n", pkg, err)
			return 2
		}
		fmt.Fprintf(out, "%3d%%  %4d of %4d  %s\n", s.percent(), s.killed, s.all, pkg)
		for _, each := range survivors {
			fmt.Fprintln(out, "        unnoticed:", each)
		}
		if s.percent() < leastScore {
			code = 1
		}
	}
	return code
}

func scoreOf(pkg string) (s score, survivors []string, err error) {
	dir, err := os.MkdirTemp("", "factframe-mutate")
	if err != nil {
		return s, nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "scores.json")
	run := exec.Command("go", "run", gremlins, "unleash", "./"+pkg, "--timeout-coefficient", "20", "--exclude-files", "test/", "--output", file)
	if message, err := run.CombinedOutput(); err != nil {
		return s, nil, fmt.Errorf("%w\n%s", err, message)
	}
	raw, err := os.ReadFile(file)
	if err != nil {
		return s, nil, err
	}
	mutants, err := read(raw)
	if err != nil {
		return s, nil, err
	}
	for _, m := range mutants {
		if strings.Contains(m.file, "/") {
			continue // in a package below this one
		}
		if m.Status == notCovered {
			// The tool uses Go's coverage, which leaves out conditions of a switch and values
			// of package variables (Go 1.26), so these are tried here.
			m.Status = m.tried(pkg)
		}
		switch m.Status {
		case "KILLED", "TIMED OUT":
			s.killed++
			s.all++
		case "LIVED", notCovered:
			s.all++
			survivors = append(survivors, m.String())
		}
	}
	return s, survivors, nil
}

const notCovered = "NOT COVERED"

// mutant is one changed operator and its result.
type mutant struct {
	file         string // relative to its package
	Type, Status string
	Line, Column int
}

func (m mutant) String() string {
	return fmt.Sprintf("%s:%d:%d %s", m.file, m.Line, m.Column, strings.ToLower(m.Type))
}

// read parses the tool's report.
func read(raw []byte) (list []mutant, err error) {
	var report struct {
		Files []struct {
			Name      string `json:"file_name"`
			Mutations []mutant
		}
	}
	if err := json.Unmarshal(raw, &report); err != nil {
		return nil, err
	}
	for _, f := range report.Files {
		for _, m := range f.Mutations {
			m.file = f.Name
			list = append(list, m)
		}
	}
	return list, nil
}

// operators are the replacements for each kind of mutation: from, to.
var operators = map[string][][2]string{
	"CONDITIONALS_NEGATION": {{"==", "!="}, {"!=", "=="}, {"<=", ">"}, {">=", "<"}, {"<", ">="}, {">", "<="}},
	"CONDITIONALS_BOUNDARY": {{"<=", "<"}, {">=", ">"}, {"<", "<="}, {">", ">="}},
	"ARITHMETIC_BASE":       {{"+", "-"}, {"-", "+"}, {"*", "/"}, {"/", "*"}, {"%", "*"}},
	"INVERT_NEGATIVES":      {{"-", "+"}},
	"INCREMENT_DECREMENT":   {{"++", "--"}, {"--", "++"}},
}

// edited returns the source with the operator changed; false if there is no such operator.
func (m mutant) edited(source string) (string, bool) {
	lines := strings.SplitAfter(source, "\n")
	line := lines[m.Line-1]
	for _, change := range operators[m.Type] {
		if strings.HasPrefix(line[m.Column-1:], change[0]) {
			lines[m.Line-1] = line[:m.Column-1] + change[1] + line[m.Column-1+len(change[0]):]
			return strings.Join(lines, ""), true
		}
	}
	return "", false
}

// tried runs the package's tests with the changed file in an overlay, and returns the
// status.
func (m mutant) tried(pkg string) string {
	path, err := filepath.Abs(filepath.Join(pkg, m.file))
	if err != nil {
		return notCovered
	}
	source, err := os.ReadFile(path)
	if err != nil {
		return notCovered
	}
	edited, ok := m.edited(string(source))
	if !ok {
		return "NOT VIABLE"
	}
	noticed, err := planted(path, edited, func(overlay string) *exec.Cmd {
		return exec.Command("go", "test", "-failfast", "-timeout", "5m", "-overlay="+overlay, "./"+pkg)
	})
	switch {
	case err != nil:
		return "NOT VIABLE"
	case noticed:
		return "KILLED"
	}
	return "LIVED"
}

// packagesOf returns the packages in the arguments, or those of the model and the widget.
func packagesOf(flags *flag.FlagSet) []string {
	if flags.NArg() > 0 {
		return flags.Args()
	}
	return []string{"data", "data/load", "data/table", "data/compare", "data/check", "data/format", "data/read", "app/state", "app/say", "app/text", "app/scale", "app/svg", "app/chart", "app/page", "app/export"}
}
