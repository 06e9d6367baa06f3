package site

import (
	"factframe/app/export"
	panels "factframe/app/page"
	"factframe/app/state"
	"factframe/data"
)

// writeDownloads writes the files of every view and of the choices that have files, and all of
// the views that show one code of a dimension at a time.
func writeDownloads(to *files, p *data.Package, public string) error {
	for _, s := range state.Prerendered(p) {
		chosen, filed := s.Chosen(p)
		if p.View(s.View) == nil || !filed || s.Address() != chosen.Address() {
			continue // it has no files, or it shows what another page shows
		}
		selected := export.Selection{Package: p, State: s, Site: public}
		for _, d := range panels.Downloads {
			if err := to.write(d.Path(s), []byte(export.File(d.Extension, selected))); err != nil {
				return err
			}
		}
	}
	for _, v := range p.Views {
		if len(v.OneOf) == 0 {
			continue // the page as it opens has all of it
		}
		whole := export.Selection{Package: p, State: state.State{View: v.ID}, Site: public, All: true}
		if err := to.write(panels.AllPath(v), []byte(export.File(panels.CSV.Extension, whole))); err != nil {
			return err
		}
	}
	return nil
}
