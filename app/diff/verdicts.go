package diff

import (
	"factframe/app/say"
	"factframe/data"
	"factframe/data/compare"
)

// mostPairs is how many figures a package may have for all pairs to be compared. In a larger
// one these are the pairs of a figure that changed, and the ones that people confuse.
const mostPairs = 400

// verdicts returns the pairs of figures, in both versions, whose verdict changed.
func verdicts(before, after *data.Package, changes []Change) []Verdict {
	list, changed := []Verdict{}, map[string]bool{}
	for _, c := range changes {
		changed[c.ID] = true
	}
	for _, pair := range after.Confused {
		for _, f := range pair {
			changed[f.ID] = true
		}
	}
	for i, a := range after.Figures {
		for _, b := range after.Figures[i+1:] {
			if len(after.Figures) > mostPairs && !changed[a.ID] && !changed[b.ID] {
				continue
			}
			oldA, oldB := before.Figure(a.ID), before.Figure(b.ID)
			if oldA == nil || oldB == nil {
				continue
			}
			if was, now := verdict(before, oldA, oldB), verdict(after, a, b); was != now {
				list = append(list, Verdict{[2]string{a.ID, b.ID}, was, now})
			}
		}
	}
	return list
}

func verdict(p *data.Package, a, b *data.Figure) string {
	return say.Verdicts[compare.Figures(p, a, b).Verdict].Name
}
