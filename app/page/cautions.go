package page

import (
	"factframe/app/say"
	"factframe/data"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// care shows the newest correction and the most important caution; the others open on
// click.
func (m *Model) care() app.UI {
	newest, others := (*data.Correction)(nil), say.Corrections(m.Package, m.Table)
	if len(others) > 0 {
		newest, others = others[0], others[1:]
	}
	var items []app.UI
	for _, c := range others {
		items = append(items, m.corrected("li", c))
	}
	first, notes := nothing("p"), m.View.Notes
	if len(notes) > 0 {
		first = m.caution("", say.Expand(m.Package, notes[0]), notes[0])
		notes = notes[1:]
	}
	for _, note := range notes {
		items = append(items, m.own("li", "", say.Expand(m.Package, note), note))
	}
	return app.Elem("div").Class("care").Hidden(newest == nil && len(m.View.Notes) == 0).Body(
		m.correction(newest), app.Text(" "), first, app.Text(" "),
		app.Elem("details").Class("cautions").Hidden(len(items) == 0).Body(
			m.written("summary", "", m.Package.Words.Count("more_cautions", len(items))),
			el("ul", "", items...),
		),
	)
}

// correction is a line about a corrected figure. It is a fact about the panel, so it has the
// colour of text.
func (m *Model) correction(c *data.Correction) app.UI {
	if c == nil {
		return nothing("div")
	}
	return m.corrected("div", c)
}

func (m *Model) corrected(tag string, c *data.Correction) app.UI {
	lead, rest := say.Correction(m.Package.Words, c)
	return el(tag, "correction", m.written("b", "", lead), m.text(" "+rest))
}

// caution is a note of the package as it is shown, with its first words in bold.
func (m *Model) caution(class, shown, note string) app.HTMLElem {
	lead, rest := say.Lead(m.Package.Words, shown)
	bold, plain := written("b", class, lead), app.Text(" "+rest)
	switch language := m.Package.LanguageOf(note); {
	case language == "":
		return el("p", "", bold, plain)
	case rest == shown: // the bold words are the widget's
		return el("p", "", bold, app.Text(" "), in(language, written("span", "", rest)))
	default:
		return in(language, el("p", "", bold, plain))
	}
}

// report is a link to where a reader reports an error in a figure. Before a mail opens,
// take.js completes the figure's address in it.
func (m *Model) report(f *data.Figure) app.UI {
	address := say.ReportLink(m.Package, f)
	if address == "" {
		return nothing("a")
	}
	return inNewTab(address).Class("report").Text(m.say("report"))
}
