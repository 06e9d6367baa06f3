package table

import "factframe/data"

// Tone says how much a row stands out in a picture.
type Tone uint8

const (
	Plain  Tone = iota // nothing in the view is named, or all rows of the panel are
	Accent             // the headline speaks of it
	Quiet              // the headline speaks of others
)

// Class is the tone's name in a style sheet; empty for Plain.
func (t Tone) Class() string { return [...]string{"", "accent", "quiet"}[t] }

// setTones gives rows their tones. A panel with nothing named is quiet where the
// headline names something that is shown in another panel.
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
// that make one shape, such as a line, are named together.
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

// quieten makes the other rows of a panel quiet, where anything is named in its view.
// Where all that was counted is named, nothing of it stands out.
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

// Names reports whether an id that a panel highlights means a figure: its own, that of
// its series, or one of its codes in the panel's channels. Of parts of a whole it is a
// code of what their colours tell apart.
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
