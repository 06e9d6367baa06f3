package maker

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"factframe/data/draft"
)

// History is a draft with what it was before: undo goes back, and redo forth.
type History struct {
	Changes []Change `json:"changes"`
	At      int      `json:"at"` // of the change that is shown
}

// Change is a draft after something was done, and what that was.
type Change struct {
	Name  string      `json:"name"` // as "Undo" has it
	Draft draft.Draft `json:"draft"`
	When  time.Time   `json:"when"`
}

// Typing in one field is one change, until it pauses for this long.
const pause = time.Second

// mostChanges is how many changes can be undone.
const mostChanges = 200

// Draft is the draft as it is now.
func (h History) Draft() draft.Draft {
	if len(h.Changes) == 0 {
		return draft.Draft{}
	}
	return h.Changes[h.At].Draft
}

// With returns the history with a change, in place of those that were undone.
func (h History) With(name string, d draft.Draft, when time.Time) History {
	changes := append([]Change(nil), h.Changes[:min(h.At+1, len(h.Changes))]...)
	if last := len(changes) - 1; last > 0 && changes[last].Name == name && strings.HasPrefix(name, "field ") && when.Sub(changes[last].When) < pause {
		changes = changes[:last]
	}
	changes = append(changes, Change{name, d, when})
	if more := len(changes) - mostChanges; more > 0 {
		changes = changes[more:]
	}
	return History{changes, len(changes) - 1}
}

// Published returns the history after the site was taken: what is published now is what later
// changes are compared with, and its addresses stay.
func (h History) Published(a draft.Answer, raw string) History {
	changes := slices.Clone(h.Changes)
	for at := range changes { // also of those that undo goes back to
		d := changes[at].Draft
		d.Before, d.Named = raw, cmp.Or(d.Named, h.Draft().Words.Title)
		for i, p := range a.Views {
			e := d.Views[i]
			e.ID = p.ID
			d = withView(d, i, e)
		}
		changes[at].Draft = d
	}
	return History{changes, h.At}
}

// Undo names the change that would be undone; "" if there is none.
func (h History) Undo() string {
	if h.At == 0 || len(h.Changes) == 0 {
		return ""
	}
	return h.Changes[h.At].Name
}

// Redo names the change that would be done again; "" if there is none.
func (h History) Redo() string {
	if h.At+1 >= len(h.Changes) {
		return ""
	}
	return h.Changes[h.At+1].Name
}

// Moved goes back (-1) or forth (1).
func (h History) Moved(by int) History {
	h.At = max(0, min(len(h.Changes)-1, h.At+by))
	return h
}
