package maker

import (
	"slices"
	"time"

	"factframe/data/draft"
)

// storedHistory is a history as it is kept. Packages are large and the same in most drafts, so
// each is in it once.
type storedHistory struct {
	Packages []string       `json:"packages"`
	Changes  []storedChange `json:"changes"`
	At       int            `json:"at"`
}

type storedChange struct {
	Name    string      `json:"name"`
	Draft   draft.Draft `json:"draft"`
	When    time.Time   `json:"when"`
	Package int         `json:"package"` // its place among the packages
	Before  int         `json:"before"`
}

// stored returns the history as it is kept.
func (h History) stored() storedHistory {
	s := storedHistory{At: h.At}
	placeOf := func(text string) int {
		if i := slices.Index(s.Packages, text); i >= 0 {
			return i
		}
		s.Packages = append(s.Packages, text)
		return len(s.Packages) - 1
	}
	for _, c := range h.Changes {
		each := storedChange{c.Name, c.Draft, c.When, placeOf(c.Draft.Package), placeOf(c.Draft.Before)}
		each.Draft.Package, each.Draft.Before = "", ""
		s.Changes = append(s.Changes, each)
	}
	return s
}

// history returns what was kept. It is empty if that is damaged.
func (s storedHistory) history() History {
	h := History{At: s.At}
	for _, c := range s.Changes {
		if max(c.Package, c.Before) >= len(s.Packages) || min(c.Package, c.Before) < 0 {
			return History{}
		}
		d := c.Draft
		d.Package, d.Before = s.Packages[c.Package], s.Packages[c.Before]
		h.Changes = append(h.Changes, Change{c.Name, d, c.When})
	}
	return h.Moved(0)
}
