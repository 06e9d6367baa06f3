package maker

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"factframe/app/diff"
	"factframe/data/check"
	"factframe/data/draft"
)

// FirstVersion is the version of a package that was never published.
const FirstVersion = "1.0.0"

// changes says what changed since the package was published, and gives it its next version.
func (w *Worker) changes(d draft.Draft, a *draft.Answer) {
	a.Next = FirstVersion
	if d.Before != "" {
		before, err := check.Bytes("", []byte(d.Before))
		if err != nil {
			return // it is from another program, or changed by hand
		}
		c := diff.Between(before, w.pkg)
		a.Next = nextVersion(before.Version, c)
		if c.Any() {
			a.Changes = inWords(c)
		}
	}
	if w.pkg.Version == a.Next || d.Version != "" {
		return
	}
	d.Version = a.Next
	files, err := d.Apply(w.files)
	if err != nil {
		return
	}
	if p, raw, err := check.Files(files); err == nil {
		p.Few = w.pkg.Few
		w.files, w.pkg, w.json = files, p, raw
	}
}

// mostChanges is how many changes are listed; more are counted.
const mostChanges = 30

// inWords lists changes, one in a line: "North, 2024: 6,120 → 4,612".
func inWords(c diff.Changes) string {
	var lines []string
	for _, change := range append(slices.Clone(c.Figures), c.Views...) {
		if change.How != diff.Changed {
			lines = append(lines, fmt.Sprintf("%s: %s", change.Name, change.How))
			continue
		}
		for _, f := range change.Fields {
			if f.Before == "" && f.After == "" {
				lines = append(lines, fmt.Sprintf("%s: another %s", change.Name, f.Name))
				continue
			}
			lines = append(lines, fmt.Sprintf("%s: %s → %s", change.Name, orNothing(f.Before), orNothing(f.After)))
		}
	}
	for _, f := range c.Package {
		lines = append(lines, fmt.Sprintf("%s: %s → %s", f.Name, orNothing(f.Before), orNothing(f.After)))
	}
	if more := len(lines) - mostChanges; more > 0 {
		lines = append(lines[:mostChanges], fmt.Sprintf("… and %d more", more))
	}
	return strings.ReplaceAll(strings.Join(lines, "\n"), ", as_printed", "")
}

func orNothing(words string) string {
	if words == "" {
		return "(nothing)"
	}
	return words
}

// nextVersion raises the second place if numbers changed, the third if words did.
func nextVersion(version string, c diff.Changes) string {
	if !c.Any() {
		return version
	}
	var places [3]int
	for i, place := range strings.SplitN(version, ".", 3) {
		n, err := strconv.Atoi(place)
		if err != nil {
			return FirstVersion
		}
		places[i] = n
	}
	if len(c.Figures) > 0 {
		return fmt.Sprintf("%d.%d.0", places[0], places[1]+1)
	}
	return fmt.Sprintf("%d.%d.%d", places[0], places[1], places[2]+1)
}
