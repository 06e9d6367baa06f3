package table

import (
	"slices"

	"factframe/data"
)

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
// headline names something in another panel.
func setTones(panels []Panel) {
	anything := slices.ContainsFunc(panels, func(p Panel) bool { return len(p.Spec.Highlight) > 0 })
	for _, panel := range panels {
		setTone(panel.Spec, panel.Rows, anything)
		setTone(panel.Spec, panel.Drawn, anything)
	}
}

func setTone(spec *data.PanelSpec, rows []Row, anything bool) {
	if !anything {
		return
	}
	all := true
	for i := range rows {
		rows[i].Tone = Quiet
		if IsNamed(spec, rows[i].Figure) {
			rows[i].Tone = Accent
		}
		all = all && (rows[i].Tone == Accent || lateness(rows[i]) > 0)
	}
	for i := range rows {
		if all && rows[i].Tone == Accent {
			rows[i].Tone = Plain
		}
	}
}

// IsNamed reports whether a panel highlights a figure: by its id, that of its
// series, or one of its codes in the panel's channels.
func IsNamed(spec *data.PanelSpec, f *data.Figure) bool {
	return slices.ContainsFunc(spec.Highlight, func(id string) bool { return Names(spec, f, id) })
}

// Names reports whether an id that a panel highlights means a figure.
func Names(spec *data.PanelSpec, f *data.Figure, id string) bool {
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
