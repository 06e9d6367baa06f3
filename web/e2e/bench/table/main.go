// Command table writes the results of a measuring harness into a page, between the marks
// <!-- peers --> and <!-- end -->:
//
//	go run ./web/e2e/bench/table -readme web/e2e/bench/README.md panel.json scale.json
//
// Times are ratios to the hand-written page of the same run: the median of the loads, with
// the smallest and the largest in brackets. Those of the hand-written page are in
// milliseconds.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"factframe/web/publish"
)

const (
	begin = "<!-- peers -->\n"
	end   = "<!-- end -->"
)

// results is the harness's output of one run.
type results struct {
	Meta struct {
		Suite, Ref, Chromium string
		Reps, Changes        int
		Conds, Labels        map[string]string
	}
	Summary map[string]map[string]map[string]json.RawMessage // "condition|rows" → page → measure
}

// spread is one measure over the loads of a page.
type spread struct {
	Med, Min, Max float64
	N             int
}

func main() {
	readme := flag.String("readme", "web/e2e/bench/README.md", "the file to write to")
	flag.Parse()
	if err := run(*readme, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "table:", err)
		os.Exit(1)
	}
}

func run(readme string, files []string) error {
	var tables strings.Builder
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var r results
		if err := json.Unmarshal(raw, &r); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		tables.WriteString(r.markdown())
	}
	text, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	replaced, err := between(string(text), tables.String())
	if err != nil {
		return fmt.Errorf("%s: %w", readme, err)
	}
	return publish.ReplaceFile(readme, []byte(replaced))
}

// between returns text with the part between the two marks replaced by tables.
func between(text, tables string) (string, error) {
	before, rest, found := strings.Cut(text, begin)
	_, after, ended := strings.Cut(rest, end)
	if !found || !ended {
		return "", errors.New("the marks <!-- peers --> and <!-- end --> are missing or in the wrong order")
	}
	return before + begin + "\n" + tables + end + after, nil
}
