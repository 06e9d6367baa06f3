package app

import (
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// model is what the parts of a page are rendered from.
type model struct {
	pkg     *data.Package
	state   State
	ignored []string
	view    *data.View // nil on the page of one receipt, and of comparisons
	search  string     // what is typed on the page of comparisons; no part of the address
	table   data.Table
	widget  *Widget
}

// newModel chooses the figures of a state.
func newModel(p *data.Package, s State) model {
	m := model{pkg: p, state: s}
	if v := p.View(s.View); v != nil {
		m.view, m.table = v, p.Select(s.Query())
	}
	return m
}

// Elements are made with app.Elem: each of go-app v9.8.0's typed constructors
// brings a large type of its own into the program, 30 kB as brotli for a page's.

// page lists the parts of the page in reading order. Each part is always
// there, empty or not: go-app v9.8.0 matches children by index, and a part
// that came and went would take the focus of those behind it.
func (m model) page() []app.UI {
	return []app.UI{
		m.later("header"),
		app.Elem("p").Class("care ignored").Role("note").Hidden(len(m.ignored) == 0).Text(m.ignoredText()),
		app.Elem("section").Class("view").Body(m.body()...),
		m.later("footer"),
		m.later("announcement"),
	}
}

func (m model) header() app.UI {
	return app.Elem("header").Body(app.Elem("p").Class("kicker").Text(m.pkg.Title), m.nav())
}

func (m model) nav() app.UI {
	var links []app.UI
	for _, v := range m.pkg.Views {
		link := app.Elem("a").Attr("href", State{View: v.ID}.Address()).Text(v.Title)
		if v.ID == m.state.View {
			link.Aria("current", "page")
		}
		links = append(links, app.Elem("li").Body(link))
	}
	compare := app.Elem("a").Attr("href", State{View: CompareView}.Address()).Text(text.Compare)
	if m.state.View == CompareView {
		compare.Aria("current", "page")
	}
	links = append(links, app.Elem("li").Body(compare))
	return app.Elem("nav").Class("views").Aria("label", text.Views).Body(app.Elem("ul").Body(links...))
}

func (m model) ignoredText() string {
	if len(m.ignored) == 0 {
		return ""
	}
	return "Part of this page's address was not understood and is left out: " + strings.Join(m.ignored, ", ")
}

func (m model) body() []app.UI {
	if m.state.View == CompareView {
		return m.comparePage()
	}
	if m.view == nil {
		f := m.pkg.Figure(m.state.Figure)
		return []app.UI{app.Elem("h1").Text(text.Capital(amountOf(f).Short() + " " + f.Label)), m.receipt(f, true)}
	}
	return []app.UI{
		app.Elem("h1").Text(expand(m.pkg, m.view.Headline)),
		app.Elem("p").Class("sub").Text(expand(m.pkg, m.view.Subtitle)),
		m.tools(),
		m.shown(),
		m.now("pictures"),
		app.Elem("div").Class("opened").Body(m.opened()...),
		m.later("says"),
		m.later("care"),
		m.later("numbers"),
	}
}

func (m model) opened() []app.UI {
	f := m.pkg.Figure(m.state.Figure)
	if f == nil {
		return nil
	}
	return []app.UI{m.receipt(f, false)}
}

// care prints the caveats of the view.
func (m model) care() app.UI {
	var notes []app.UI
	for _, note := range m.view.Notes {
		notes = append(notes, app.Elem("li").Text(expand(m.pkg, note)))
	}
	return app.Elem("div").Class("care").Body(app.Elem("strong").Text(text.TakeCare), app.Elem("ul").Body(notes...))
}

// footer holds what every page ends with: sources, statements, downloads, help.
func (m model) footer() app.UI {
	return app.Elem("footer").Body(
		m.sourceLine(),
		m.statements(),
		app.Elem("p").Class("downloads").Body(m.downloads()...),
		m.help(),
	)
}

func (m model) sourceLine() app.UI {
	return app.Elem("p").Class("source").Hidden(len(m.sources()) == 0).Text(m.sourceText())
}

func (m model) sourceText() string {
	var names []string
	for _, s := range m.sources() {
		names = append(names, s.Short+", "+published(s))
	}
	label := text.Source
	if len(names) != 1 {
		label = text.Sources
	}
	return label + ": " + strings.Join(names, "; ") + "."
}

func (m model) sources() []*data.Source {
	if m.state.View == CompareView {
		var list []*data.Source
		for _, f := range m.picked() {
			if !slices.Contains(list, f.Series.Source) {
				list = append(list, f.Series.Source)
			}
		}
		return list
	}
	if f := m.pkg.Figure(m.state.Figure); m.view == nil && f != nil {
		return append([]*data.Source{f.Series.Source}, f.Series.AlsoReportedBy...)
	}
	return sourcesOf(m.table)
}

// published says when a source came out, and whether that is worked out.
func published(s *data.Source) string {
	date := text.Date(s.Published)
	if s.PublishedBasis == data.Inferred {
		date += " (inferred)"
	}
	return date
}

// statements print what the sources say without a number, and definitions.
func (m model) statements() app.UI {
	var items []app.UI
	if m.view != nil {
		for _, s := range m.view.Statements {
			items = append(items, app.Elem("li").Body(app.Text(s.Text+" "), app.Elem("small").Text("("+s.Source.Short+")")))
		}
	}
	for _, d := range m.pkg.Definitions {
		items = append(items, app.Elem("li").Body(app.Elem("strong").Text(d.Term+": "), app.Text(d.Text)))
	}
	return app.Elem("details").Class("more").Body(
		app.Elem("summary").Text("What the sources also say, and what the words mean"),
		app.Elem("ul").Body(items...),
	)
}

func (m model) downloads() []app.UI {
	links := []app.UI{app.Elem("a").Attr("href", "data/datapackage.json").Attr("download", "").Text(text.DataJSON)}
	links = append(links, app.Text(" · "), app.Elem("a").Attr("href", "embed/").Attr("target", "_blank").Attr("rel", "noopener").Text(text.Embed))
	if m.view != nil {
		links = append([]app.UI{
			app.Elem("a").Attr("href", "data/"+m.view.ID+".csv").Attr("download", "").Text(text.DataCSV), app.Text(" · "),
			app.Elem("a").Attr("href", "img/"+m.view.ID+".svg").Attr("download", "").Text(text.PictureSVG), app.Text(" · "),
		}, links...)
	}
	return links
}

// help is the same on every page, in the same order.
func (m model) help() app.UI {
	var lines []app.UI
	for _, h := range m.pkg.Help {
		var line []app.UI
		if h.URL != "" {
			line = append(line, app.Elem("a").Attr("href", h.URL).Attr("rel", "noopener").Text(h.Name))
		} else {
			line = append(line, app.Text(h.Name))
		}
		if h.Phone != "" {
			line = append(line, app.Text(" "), app.Elem("a").Class("phone").Attr("href", "tel:"+strings.ReplaceAll(h.Phone, " ", "")).Text(h.Phone))
		}
		if h.For != "" {
			line = append(line, app.Text(" "), app.Elem("small").Text("("+h.For+")"))
		}
		lines = append(lines, app.Elem("li").Body(line...))
	}
	return app.Elem("aside").Class("help").Aria("label", "Help").Body(
		app.Elem("p").Body(app.Elem("strong").Text(m.pkg.HelpTitle), app.Text(" "+m.pkg.HelpAdvice)),
		app.Elem("ul").Body(lines...),
	)
}

// announcement is what those who hear the page are told after a change.
func (m model) announcement() app.UI {
	said := ""
	if m.widget.follows > opened {
		said = m.shownNow()
	}
	return app.Elem("p").Class("hidden").Aria("live", "polite").Role("status").Text(said)
}

func (m model) shownNow() string {
	if f := m.pkg.Figure(m.state.Figure); f != nil {
		return "Receipt opened: " + amountOf(f).Short() + " " + f.Label + "."
	}
	said := "Shown now: " + Title(m.pkg, m.state) + ". "
	if m.view != nil {
		said += sentence(m.table)
	}
	if len(m.state.Picked) > 1 {
		said += verdictWords[m.pkg.Compare(m.picked()...).Verdict].Words + "."
	}
	return said
}
