package page

import (
	"slices"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// foot holds what every page ends with: sources, statements, downloads, help.
// Reader views of browsers drop footers and asides, so it is neither.
func (m Model) foot() app.UI {
	return app.Elem("div").Class("foot").Body(
		m.sourceLine(),
		m.statements(),
		app.Elem("p").Class("downloads").Body(m.downloads()...),
		m.help(),
	)
}

func (m Model) sourceLine() app.UI {
	return app.Elem("p").Class("source").Hidden(len(m.Sources()) == 0).Text(say.SourceLine(m.Sources()))
}

func (m Model) Sources() []*data.Source {
	if m.State.View == state.CompareView {
		var list []*data.Source
		for _, f := range m.picked() {
			if !slices.Contains(list, f.Series.Source) {
				list = append(list, f.Series.Source)
			}
		}
		return list
	}
	if f := m.Package.Figure(m.State.Figure); m.View == nil && f != nil {
		return append([]*data.Source{f.Series.Source}, f.Series.AlsoReportedBy...)
	}
	return say.SourcesOf(m.Table)
}

// statements print what the sources say without a number, and definitions.
func (m Model) statements() app.UI {
	var items []app.UI
	if m.View != nil {
		for _, s := range m.View.Statements {
			items = append(items, app.Elem("li").Body(app.Text(s.Text+" "), app.Elem("small").Text("("+s.Source.Short+")")))
		}
	}
	for _, d := range m.Package.Definitions {
		items = append(items, app.Elem("li").Body(app.Elem("strong").Text(d.Term+": "), app.Text(d.Text)))
	}
	return app.Elem("details").Class("more").Body(
		app.Elem("summary").Text("What the sources also say, and what the words mean"),
		app.Elem("ul").Body(items...),
	)
}

// downloads stand in a new tab where a browser does not save them, which a
// frame's does not: in a frame they would take the panel's place.
func (m Model) downloads() []app.UI {
	file := func(href, kind, label string) app.UI {
		return inNewTab(href).Attr("download", "").Attr("type", kind).Text(label)
	}
	links := []app.UI{file("data/datapackage.json", "application/json", text.DataJSON), app.Text(" · "), inNewTab("embed/").Text(text.Embed)}
	if m.View != nil {
		links = append([]app.UI{
			file("data/"+m.View.ID+".csv", "text/csv; charset=utf-8", text.DataCSV), app.Text(" · "),
			file("img/"+m.View.ID+".svg", "image/svg+xml", text.PictureSVG), app.Text(" · "),
		}, links...)
	}
	return links
}

// inNewTab is a link that leaves the panel where it is: in a frame the other
// site would take its place, or a grey box where that site forbids frames.
func inNewTab(href string) app.HTMLElem {
	return app.Elem("a").Attr("href", href).Attr("target", "_blank").Attr("rel", "noopener")
}
