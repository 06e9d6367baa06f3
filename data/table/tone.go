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
		for _, r := range p.Rows {
			anything = anything || isNamed(p.Spec, r.Figure)
		}
	}
	if !anything {
		return
	}
	for _, p := range panels {
		setTone(p.Spec, p.Rows)
		setTone(p.Spec, p.Drawn)
	}
}

// setTone gives the rows of a panel their tones. Rows that make one shape, such as a
// line, have one.
func setTone(spec *data.PanelSpec, rows []Row) {
	t := spec.Mark.Traits()
	named := map[string]bool{}
	for _, r := range rows {
		if isNamed(spec, r.Figure) {
			named[r.Group] = true
		}
	}
	all := true
	for i, r := range rows {
		rows[i].Tone = Quiet
		if isNamed(spec, r.Figure) || (t.Timed || t.Pairs) && !t.Parts && named[r.Group] {
			rows[i].Tone = Accent
		}
		all = all && (rows[i].Tone == Accent || lateness(r) > 0)
	}
	for i := range rows {
		if all && rows[i].Tone == Accent {
			rows[i].Tone = Plain
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
