package page

import (
	"slices"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// foot is the end of every page: the source, downloads, further links, and help. It is not
// a footer or aside element, because browsers' reader views drop those.
func (m *Model) foot() app.UI {
	return el("div", "foot",
		el("div", "line",
			m.with(app.Elem("p").Class("source").Hidden(len(m.Sources()) == 0), m.sourceLine()),
			el("ul", "links", m.links()...),
		),
		m.help(),
		m.credit(),
	)
}

// credit names the makers of the page, with their logo.
func (m *Model) credit() app.UI {
	said, b := m.Package.Brand.Credit, m.Package.Brand
	if said == "" && len(m.Package.Contributors) > 0 {
		said = m.Package.Words.Fill("made_by", "names", m.Package.Words.List(m.Package.Contributors))
	}
	parts := []app.UI{m.text(said + " ")}
	if b.Logo != "" {
		parts = append(parts, app.ElemSelfClosing("img").Class("logo").Attr("src", LogoFile).Attr("alt", ""))
	}
	return app.Elem("p").Class("credit").Hidden(said == "" && b.Logo == "").Body(parts...)
}

// LogoFile is the address of a package's logo relative to the root of the site.
const LogoFile = "logo.svg"

// sourceLine names all sources of a receipt, or the first few of a view.
func (m *Model) sourceLine() string {
	if m.View == nil {
		return say.EverySource(m.Package.Words, m.Sources())
	}
	return say.SourceLine(m.Package.Words, m.Sources())
}

// links lead from a view to its sources, the comparison, background and downloads.
func (m *Model) links() []app.UI {
	item := func(of ...app.UI) app.UI { return el("li", "", of...) }
	var list []app.UI
	if v := m.sourcesView(); v != nil && v != m.View {
		list = append(list, item(link("", state.ViewLink(v.ID), m.say("sources.link"))))
	}
	if m.State.View != state.CompareView {
		list = append(list, item(link("", state.ViewLink(state.CompareView), m.say("compare"))))
	}
	if items := m.background(); len(items) > 0 {
		list = append(list, item(el("details", "background",
			written("summary", "", m.say("background")), el("ul", "", items...))))
	}
	return append(list,
		item(m.share()),
		item(m.moreFigures()),
	)
}

// sourcesView returns the view that lists sources, or nil.
func (m *Model) sourcesView() *data.View {
	for _, v := range m.Package.Views {
		if v.Panels[0].Mark.Traits().OfSource {
			return v
		}
	}
	return nil
}

// Sources returns the sources of what the page shows.
func (m *Model) Sources() []*data.Source { return m.content().sources(m) }

func sourcesOf(figures []*data.Figure) []*data.Source {
	var list []*data.Source
	for _, f := range figures {
		if !slices.Contains(list, f.Series.Source) {
			list = append(list, f.Series.Source)
		}
	}
	return list
}

// background lists the sources' statements without a number, and definitions.
func (m *Model) background() []app.UI {
	var items []app.UI
	if m.View != nil {
		for _, s := range m.View.Statements {
			items = append(items, el("li", "", m.text(s.Text), m.written("small", "", m.Package.Words.Noted("", s.Source.Short))))
		}
	}
	for _, d := range m.Package.Definitions {
		items = append(items, el("li", "", m.written("strong", "", m.Package.Words.Lead(d.Term)), m.text(" "+d.Text)))
	}
	return items
}

// inNewTab is a link that opens a new tab. In a frame, the other site would otherwise
// replace the panel, or show a grey box if it forbids frames.
func inNewTab(href string) app.HTMLElem {
	return app.Elem("a").Attr("href", href).Attr("target", "_blank").Attr("rel", "noopener")
}
