//go:build !js

package cli

import (
	"fmt"
	"io"
	"math"

	"factframe/app/say"
	"factframe/data"
	"factframe/data/compare"
)

// Exit codes of compare, besides ok for comparable figures and badUsage for an
// unknown id.
const (
	comparableWithCare = 3
	notComparable      = 4
)

// compareCommand prints the verdict that the compare page shows.
func compareCommand(args []string, stdout, stderr io.Writer) int {
	flags := newFlags("compare", stderr)
	asJSON := flags.Bool("json", false, "print JSON")
	path := flags.String("package", "", "a datapackage.json or its folder")
	if code, done := parsed(flags, args, math.MaxInt); done {
		return code
	}
	if flags.NArg() < 2 {
		fmt.Fprintln(stderr, "factframe compare: give at least two figure ids")
		next(stderr, "factframe help compare")
		return badUsage
	}
	p, _, err := packageAt(*path)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return failed
	}
	var figures []*data.Figure
	for _, id := range flags.Args() {
		f := p.Figure(id)
		if f == nil {
			fmt.Fprintf(stderr, "factframe compare: unknown figure %q; use an id from datapackage.json, or choose another package with -package (before the ids)\n", id)
			return badUsage
		}
		figures = append(figures, f)
	}
	c := compare.Figures(p, figures...)
	words := say.Explain(c)
	if *asJSON {
		printJSON(stdout, words)
	} else {
		fmt.Fprint(stdout, words)
	}
	return map[compare.Verdict]int{compare.Comparable: ok, compare.WithCare: comparableWithCare, compare.NotComparable: notComparable}[c.Verdict]
}
