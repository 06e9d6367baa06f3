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
		m.choiceComing(),
		m.choiceLost(),
		app.Elem("article").Body(app.Elem("section").Class("view").Body(m.body()...), m.later("foot")),
		m.later("announcement"),
	}
}

func (m model) header() app.UI {
	return app.Elem("header").Body(app.Elem("p").Class("kicker").Text(m.pkg.Title), m.nav())
}

func (m model) nav() app.UI {
	var links []app.UI
	for _, v := range m.pkg.Views {
		link := app.Elem("a").Attr("href", State{View: v.ID}.Link()).Text(v.Title)
		if v.ID == m.state.View {
			link.Aria("current", "page")
		}
		links = append(links, app.Elem("li").Body(link))
	}
	compare := app.Elem("a").Attr("href", State{View: CompareView}.Link()).Text(text.Compare)
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

// choiceComing is said, by style alone, while a page that was opened with
// choices in its address does not show them yet.
func (m model) choiceComing() app.UI {
	return app.Elem("p").Class("care", "coming").Text(text.ChoiceComing)
}

// choiceLost is said, by style alone, where nothing can show the choices of an
// address: no script runs and it ends in Fragment, or the program cannot come.
func (m model) choiceLost() app.UI {
	near := State{View: m.state.View}
	pages := []app.UI{app.Text(text.ChoiceLost + " "), app.Elem("a").Attr("href", near.Address()).Text(text.WholePage)}
	if m.view != nil {
		for _, u := range m.view.Units {
			if s := near.WithUnit(m.view, u); s.Unit != "" {
				pages = append(pages, app.Text(" · "), app.Elem("a").Attr("href", s.Address()).Text(text.Units[string(u)]))
			}
		}
		pages = append(pages, app.Text(" · "), app.Elem("a").Attr("href", near.WithShow(ShowTable).Address()).Text(text.Shows[ShowTable]))
	}
	if m.state.View == "" {
		pages = []app.UI{app.Text("")}
	}
	return app.Elem("p").Class("care", "lost").ID(strings.TrimPrefix(Fragment, "#")).Body(pages...)
}

func (m model) body() []app.UI {
	if m.state.View == CompareView {
		return m.comparePage()
	}
	if m.view == nil {
		f := m.pkg.Figure(m.state.Figure)
		return []app.UI{app.Elem("h1").Text(Heading(m.pkg, m.state)), m.receipt(f, true)}
	}
	return []app.UI{
		app.Elem("h1").Text(Heading(m.pkg, m.state)),
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

// foot holds what every page ends with: sources, statements, downloads, help.
// Reader views of browsers drop footers and asides, so it is neither.
func (m model) foot() app.UI {
	return app.Elem("div").Class("foot").Body(
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
	if len(m.sources()) == 0 {
		return ""
	}
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

// downloads stand in a new tab where a browser does not save them, which a
// frame's does not: in a frame they would take the panel's place.
func (m model) downloads() []app.UI {
	file := func(href, kind, label string) app.UI {
		return inNewTab(href).Attr("download", "").Attr("type", kind).Text(label)
	}
	links := []app.UI{file("data/datapackage.json", "application/json", text.DataJSON), app.Text(" · "), inNewTab("embed/").Text(text.Embed)}
	if m.view != nil {
		links = append([]app.UI{
			file("data/"+m.view.ID+".csv", "text/csv; charset=utf-8", text.DataCSV), app.Text(" · "),
			file("img/"+m.view.ID+".svg", "image/svg+xml", text.PictureSVG), app.Text(" · "),
		}, links...)
	}
	return links
}

// inNewTab is a link that leaves the panel where it is: in a frame the other
// site would take its place, or a grey box where that site forbids frames.
func inNewTab(href string) app.HTMLElem {
	return app.Elem("a").Attr("href", href).Attr("target", "_blank").Attr("rel", "noopener")
}

// bare is an address as it is read, for frames in which no link opens a tab.
func bare(url string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "www."), "/")
}

// help is the same on every page, in the same order.
func (m model) help() app.UI {
	var lines []app.UI
	for _, h := range m.pkg.Help {
		lines = append(lines, app.Elem("li").Body(helpLine(h)...))
	}
	return app.Elem("section").Class("help").Aria("label", text.Help).Body(
		app.Elem("p").Body(app.Elem("strong").Text(m.pkg.HelpTitle), app.Text(" "+m.pkg.HelpAdvice)),
		app.Elem("ul").Body(lines...),
	)
}

func helpLine(h data.HelpLine) []app.UI {
	line := []app.UI{app.Text(h.Name)}
	if h.URL != "" {
		line = []app.UI{inNewTab(h.URL).Text(h.Name)}
	}
	if h.Phone != "" {
		line = append(line, app.Text(" "), app.Elem("a").Class("phone").Attr("href", "tel:"+strings.ReplaceAll(h.Phone, " ", "")).Text(strings.ReplaceAll(h.Phone, " ", noBreak)))
	}
	if h.For != "" {
		line = append(line, app.Text(" "), app.Elem("small").Text("("+h.For+")"))
	}
	if h.URL != "" {
		line = append(line, app.Text(" "), app.Elem("small").Class("address").Text(bare(h.URL)))
	}
	return line
}

// noBreak keeps a number on one line.
const noBreak = "\u00a0"

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
	said := "Shown now: " + Heading(m.pkg, m.state) + ". "
	if m.view != nil {
		said += sentence(m.table)
	}
	if len(m.state.Picked) > 1 {
		said += verdictWords[m.pkg.Compare(m.picked()...).Verdict].Words + "."
	}
	return said
}
