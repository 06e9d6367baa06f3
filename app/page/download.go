package page

import (
	"strings"

	"factframe/app/state"
	"factframe/data"
)

// Download is a file format of what is shown; app/export writes the files.
type Download struct {
	Folder, Extension string
	MediaType         string // with a charset, since some hosts assume another
}

var (
	CSV  = Download{Folder: "data", Extension: "csv", MediaType: "text/csv; charset=utf-8"}
	JSON = Download{Folder: "data", Extension: "json", MediaType: "application/json"}
	SVG  = Download{Folder: "img", Extension: "svg", MediaType: "image/svg+xml"}
)

// Downloads are the formats of the files that a site has for each view, and for each choice
// with a page.
var Downloads = []Download{CSV, JSON, SVG}

// Name is the name of the format.
func (d Download) Name() string { return strings.ToUpper(d.Extension) }

// Path returns the address of the file of a choice in a view, relative to the root of the
// site.
func (d Download) Path(chosen state.State) string {
	return d.Folder + "/" + strings.TrimSuffix(chosen.Address(), "/") + "." + d.Extension
}

// AllPath returns the address of the CSV of all of a view. Where the view shows one code of a
// dimension at a time, the page as it opens has less.
func AllPath(v *data.View) string {
	if len(v.OneOf) == 0 {
		return CSV.Path(state.State{View: v.ID})
	}
	return "data/" + v.ID + "/whole.csv"
}

// CardPath returns the address of the picture of a choice or a figure for link previews.
func CardPath(s state.State) string { return "img/" + strings.TrimSuffix(s.Address(), "/") + ".png" }

// SquarePath returns the address of the square picture of a view.
func SquarePath(view string) string { return "img/square/" + view + ".png" }
