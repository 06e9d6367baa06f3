package page

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// Download is a file format of a view; app/export writes the files.
type Download struct {
	Folder, Extension string
	MediaType         string // with a charset, since some hosts assume another
	key               string // of its label in the text catalogue
}

var (
	CSV = Download{Folder: "data", Extension: "csv", MediaType: "text/csv; charset=utf-8", key: "download.csv"}
	SVG = Download{Folder: "img", Extension: "svg", MediaType: "image/svg+xml", key: "download.svg"}
)

// Downloads are all formats, in the order of their links.
var Downloads = []Download{CSV, SVG}

// Path returns the address of a view's file relative to the root of the site.
func (d Download) Path(view string) string { return d.Folder + "/" + view + "." + d.Extension }

// downloads are links that open in a new tab. In a frame, browsers would show the file in
// place of the panel instead of saving it.
func (m *Model) downloads() []app.UI {
	file := func(href, kind, label string) app.UI {
		return inNewTab(href).Attr("download", "").Attr("type", kind).Text(label)
	}
	links := []app.UI{inNewTab("embed/").Text(m.say("embed")), app.Text(" · ")}
	if m.View != nil {
		for _, d := range Downloads {
			links = append(links, file(d.Path(m.View.ID), d.MediaType, m.say(d.key)), app.Text(" · "))
		}
	}
	return append(links, file("data/datapackage.json", "application/json", m.say("download.package")))
}
