package table

import "factframe/data"

// Tone says how prominent a row is in a chart.
type Tone uint8

const (
	Plain  Tone = iota // the view highlights nothing, or all rows of the panel
	Accent             // the headline is about this row
	Quiet              // the headline is about other rows
)

// Class returns the tone's CSS class, which is empty for Plain.
func (t Tone) Class() string { return [...]string{"", "accent", "quiet"}[t] }

// setTones sets the tones of all rows. A panel without a highlight is quiet if another
// panel has one.
func setTones(panels []Panel) {
	anything := false
	for _, p := range panels {
		anything = name(p.Spec, p.Rows) || anything
		name(p.Spec, p.Drawn)
	}
	for _, p := range panels {
		for _, rows := range [][]Row{p.Rows, p.Drawn} {
			quieten(rows, anything)
		}
	}
}

// name marks the rows that a panel highlights, and reports whether there are any. Rows
// that form one shape, such as a line, are marked together.
func name(spec *data.PanelSpec, rows []Row) bool {
	t := spec.Mark.Traits()
	groups := map[string]bool{}
	for i, r := range rows {
		if isNamed(spec, r.Figure) {
			rows[i].Tone = Accent
			groups[r.Group] = true
		}
	}
	if (t.Timed || t.Pairs) && !t.Parts {
		for i, r := range rows {
			if groups[r.Group] {
				rows[i].Tone = Accent
			}
		}
	}
	return len(groups) > 0
}

// quieten makes the other rows of a panel quiet if the view highlights anything. If a panel
// highlights everything counted, nothing in it is prominent.
func quieten(rows []Row, anything bool) {
	all := true
	for _, r := range rows {
		all = all && (r.Tone == Accent || lateness(r) > 0)
	}
	for i := range rows {
		switch {
		case !anything, all && rows[i].Tone == Accent:
			rows[i].Tone = Plain
		case rows[i].Tone == Plain:
			rows[i].Tone = Quiet
		}
	}
}

func isNamed(spec *data.PanelSpec, f *data.Figure) bool {
	for _, id := range spec.Highlight {
		if Names(spec, f, id) {
			return true
		}
	}
	return false
}

// Names reports whether a highlighted id refers to a figure: its own id, its series, or
// one of its codes in the panel's channels. For parts of a whole, only the code in the
// colour channel counts.
func Names(spec *data.PanelSpec, f *data.Figure, id string) bool {
	if spec.Mark.Traits().Parts {
		return f.Code(spec.Channels["colour"]) == id
	}
	if id == f.ID || id == f.Series.ID {
		return true
	}
	for _, to := range spec.Channels {
		if to != "value" && to != data.Span && f.Code(to) == id {
			return true
		}
	}
	return false
}
