package diff

import (
	"fmt"
	"strings"
)

// mostLines is how many changed verdicts a text lists; JSON has all of them.
const mostLines = 20

// String writes the changes for a terminal.
func (c Changes) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s → %s\n", c.From, c.To)
	if !c.Any() {
		b.WriteString("No figure, picture or verdict changed.\n")
	}
	if len(c.Package) > 0 {
		b.WriteString("\nPackage\n" + lines(c.Package, "  "))
	}
	section(&b, "Figures", c.Figures)
	section(&b, "Views", c.Views)
	if len(c.Verdicts) > 0 {
		b.WriteString("\nCan they be compared?\n")
	}
	for i, v := range c.Verdicts {
		if i == mostLines {
			fmt.Fprintf(&b, "  and %d more; -json lists all\n", len(c.Verdicts)-mostLines)
			break
		}
		fmt.Fprintf(&b, "  %s and %s: %s → %s\n", v.Figures[0], v.Figures[1], v.Before, v.After)
	}
	return b.String()
}

func section(b *strings.Builder, title string, changes []Change) {
	if len(changes) > 0 {
		b.WriteString("\n" + title + "\n")
	}
	for _, c := range changes {
		fmt.Fprintf(b, "  %s (%s): %s\n%s", c.ID, c.Name, c.How, lines(c.Fields, "    "))
	}
}

func lines(fields []Field, indent string) string {
	var b strings.Builder
	for _, f := range fields {
		switch {
		case f.Before == "" && f.After == "":
			fmt.Fprintf(&b, "%s%s: changed\n", indent, f.Name)
		default:
			fmt.Fprintf(&b, "%s%s: %s → %s\n", indent, f.Name, orNothing(f.Before), orNothing(f.After))
		}
	}
	return b.String()
}

func orNothing(words string) string {
	if words == "" {
		return "(nothing)"
	}
	return words
}
