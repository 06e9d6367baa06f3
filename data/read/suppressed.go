package read

import (
	"fmt"
	"slices"

	"factframe/data"
)

// Warning is something to correct before a table is published, and its place.
type Warning struct {
	Text         string
	Line, Column int // of the table, from 1

	TotalLine, TotalColumn int // of the total that gives a hidden number away
}

// String is the warning with its place.
func (w Warning) String() string {
	return fmt.Sprintf("line %d, column %d: %s", w.Line, w.Column, w.Text)
}

// hidden reports whether a value was left out to protect people: it is suppressed, or only its
// upper limit is given.
func (v value) hidden() bool {
	return v.missing && v.status == "Q" || !v.missing && v.qualifier == data.LessThan
}

// revealed returns the suppressed values of a dimension that its totals give away.
func (f sums) revealed(labels []string, o Options) (list []Warning) {
	if !f.adds {
		return nil
	}
	for _, total := range labels {
		parts := f.parts[total]
		if f.totals[total] == byName && len(parts) == 0 {
			for _, label := range labels {
				if f.totals[label] == 0 {
					parts = append(parts, label)
				}
			}
		}
		if slices.Contains(o.Parts, total) {
			continue
		}
		for _, place := range f.places {
			if w, ok := f.revealedAt(total, parts, place); ok {
				list = append(list, w)
			}
		}
	}
	return list
}

func (f sums) revealedAt(total string, labels []string, place string) (Warning, bool) {
	whole, has := f.table[[2]string{total, place}]
	if !has || whole.missing || whole.qualifier != "" {
		return Warning{}, false
	}
	var parts []data.Part
	for _, label := range labels {
		v, has := f.table[[2]string{label, place}]
		if !has || (v.missing || v.qualifier != "") && !v.hidden() {
			return Warning{}, false
		}
		parts = append(parts, data.Part{Number: v.plain, Hidden: v.hidden()})
	}
	r, ok := data.Reveal(whole.plain, parts)
	if !ok {
		return Warning{}, false
	}
	p, sum := f.points[[2]string{labels[r.Hidden], place}], f.points[[2]string{total, place}]
	shown := p.value.mark
	if !p.value.missing {
		if r.Value >= p.value.number {
			return Warning{}, false // not the total of these
		}
		shown = "<" + p.value.plain
	}
	return Warning{
		Text: fmt.Sprintf("%q is given as %q, but readers can calculate it: %s. To protect people, also leave out %q, the smallest of the others, or the total %q",
			labels[r.Hidden], shown, r.Sum, labels[r.Smallest], total),
		Line: p.line, Column: p.column + 1, TotalLine: sum.line, TotalColumn: sum.column + 1,
	}, true
}
