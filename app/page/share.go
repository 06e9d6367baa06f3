package page

import (
	"strings"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// share is everything to take away from a page: its link, its citation, its pictures and
// data. Each is a link to a file, if the site has one; take.js answers it in place, with
// exactly what is shown.
func (m *Model) share() app.UI {
	here := m.here()
	return el("details", "share",
		written("summary", "", m.say("share")),
		el("ul", "takes",
			el("li", "", take("link", here, m.say("share.link"))),
			el("li", "scripted sheet", take("sheet", here, m.say("share.sheet"))),
			el("li", "", m.cite()),
			el("li", "", inNewTab("embed/#"+m.address).Text(m.say("embed"))),
			app.Elem("li").Hidden(!m.takeable()).Body(m.menu("picture", m.pictures())),
			el("li", "", m.menu("data", m.dataFiles())),
			el("li", "scripted", take("keep", here, m.say("share.keep"))),
		),
		el("div", "taken"), // take.js fills it
	)
}

// here is the address of what the page shows, without a receipt that is open in it.
func (m *Model) here() string { return state.Handed(m.address) }

// menu is a list of links behind a word.
func (m *Model) menu(kind string, links []app.UI) app.UI {
	var items []app.UI
	for _, link := range links {
		items = append(items, el("li", "", link))
	}
	return el("details", "", written("summary", "", m.say("share."+kind)), el("ul", "takes", items...))
}

// take is a link that take.js answers.
func take(kind, href, label string) app.HTMLElem {
	return link("", href, label).DataSet("take", kind)
}

// file is such a link to a file of the site. Without scripts it opens in a new tab, because a
// frame would show the file in place of the panel.
func file(kind, href, label string) app.HTMLElem {
	return inNewTab(href).Attr("download", "").DataSet("take", kind).Text(label)
}

// cite is the citation, with its formats.
func (m *Model) cite() app.UI {
	c := m.citation()
	here := m.here()
	var parts []app.UI
	for _, part := range c.Parts {
		parts = append(parts, m.part(part), app.Text(" "))
	}
	formats := []app.UI{el("li", "", take("plain", here, m.say("cite.copy")))}
	for _, format := range []string{"HTML", "Markdown", "BibTeX", "CSL-JSON"} {
		formats = append(formats, el("li", "", take(strings.ToLower(format), here, format)))
	}
	return el("details", "cite",
		written("summary", "", m.say("share.cite")),
		app.Elem("p").DataSet("title", c.Title).DataSet("by", strings.Join(m.Package.Contributors, "\n")).DataSet("site", m.Package.Title).
			DataSet("version", m.Package.Version).DataSet("accessed", m.say("cite.accessed")).Body(el("span", "", parts...), app.Text(" "), m.part(c.Caution)),
		el("ul", "takes scripted", formats...),
	)
}

func (m *Model) citation() say.Citation {
	switch f := m.Package.Figure(m.State.Closed().Figure); {
	case m.View != nil:
		return say.CiteView(m.Package, m.State, m.Table)
	case f != nil:
		return say.CiteFigure(m.Package, f)
	}
	return say.CitePage(m.Package, m.State)
}

// part is a sentence of a citation.
func (m *Model) part(p say.Part) app.UI {
	if p.Own == "" {
		return m.written("span", "", p.Shown)
	}
	return m.own("span", "", p.Shown, p.Own)
}

// citeFigure copies the citation of a figure in its receipt. Without scripts it leads to the
// figure's own page, which shows it.
func (m *Model) citeFigure(f *data.Figure) app.UI {
	c := say.CiteFigure(m.Package, f)
	return take("plain", state.FigureLink(m.Package, f.ID), m.say("share.cite")).DataSet("title", c.Title).DataSet("quote", c.Words(m.Package.Words)).DataSet("caution", c.Caution.Shown)
}

// citeAlone is the same in a whole receipt. Pages of a large package would be much larger with
// it.
func (m *Model) citeAlone(f *data.Figure) app.UI {
	if m.State.View != "" && state.ManyFigures(m.Package) {
		return nothing("a")
	}
	return m.citeFigure(f)
}

// made is a link to a file that only the program can make.
func (m *Model) made(kind, label string) app.HTMLElem {
	return take(kind, m.here(), label).Class("scripted")
}

// download is a link to a file of what is shown, if the site has one.
func (m *Model) download(d Download) app.UI {
	if m.View != nil {
		if chosen, filed := m.State.Chosen(m.Package); filed {
			return file(d.Extension, d.Path(chosen), d.Name())
		}
	}
	return m.made(d.Extension, d.Name()).Hidden(!m.takeable())
}

// pictures are links to pictures of what is shown. The site has the cards of choices with a
// page and of figures, and the squares of views.
func (m *Model) pictures() []app.UI {
	card, square := m.made("card", m.say("picture.card")), m.made("square", m.say("picture.square"))
	if chosen, filed := m.State.Chosen(m.Package); m.View != nil && filed {
		card = file("card", CardPath(chosen), m.say("picture.card"))
		if chosen.Address() == (state.State{View: m.View.ID}).Address() {
			square = file("square", SquarePath(m.View.ID), m.say("picture.square"))
		}
	} else if m.View == nil && m.takeable() && !state.SharedReceipts(m.Package) {
		card = file("card", CardPath(m.State), m.say("picture.card"))
	}
	return []app.UI{m.download(SVG), card, square, m.made("double", "PNG"), m.made("copy", m.say("picture.copy"))}
}

// dataFiles are links to the figures that are shown, to all of the view, and to the package.
func (m *Model) dataFiles() []app.UI {
	all := app.Elem("a").Hidden(true)
	if m.View != nil {
		all = file("all", AllPath(m.View), m.say("download.all")).Hidden(!m.State.FiltersIn(m.View) && len(m.View.OneOf) == 0)
	}
	return []app.UI{m.download(CSV), m.download(JSON), all, file("package", "data/datapackage.json", m.say("download.package"))}
}

// takeable reports whether the page shows figures that can be taken away: a view or one
// figure.
func (m *Model) takeable() bool { return m.View != nil || m.State.View == "" && m.State.Figure != "" }
