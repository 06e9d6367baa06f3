package maker

import (
	"strconv"
	"strings"

	"factframe/app/text"
	"factframe/data/draft"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// wordsStep is a field for each text, with what it does to the panel.
func (m *Model) wordsStep() []app.UI {
	w := m.shown()
	p, drawn := m.Page()
	e := m.edits()
	unstated := m.Unstated()
	not := func(name string) string {
		for _, each := range unstated {
			if each == name {
				return m.say("not_stated")
			}
		}
		return ""
	}
	return []app.UI{
		written("h1", "", m.say("words")),
		written("p", "lead", m.say("words.lead")),
		m.stale(p, e),
		m.faults(),
		m.viewChoice(),
		m.field(field{name: "title", value: w.Title, not: not("title")}),
		onlyIf(drawn, func() app.UI { return m.headlineField(p, e) }),
		m.field(field{name: "subtitle", value: orElse(e.Subtitle, p.Subtitle), rows: 2}),
		el("div", "two",
			m.field(field{name: "source", value: w.Source, not: not("source")}),
			m.field(field{name: "published", value: w.Published, not: not("published"), wrong: w.Published != "" && draft.Day(w.Published) == "" && m.Draft().Words.Published != ""}),
		),
		m.field(field{name: "url", value: w.URL, not: m.say("optional"), quiet: true, wrong: w.URL != "" && draft.Site(w.URL) == ""}),
		m.field(field{name: "caution", value: w.Caution, rows: 2}),
		m.field(field{name: "help", value: w.Help, not: not("help")}),
		m.more(w),
	}
}

func orElse(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// field is a text of the panel with its name in the catalogue of words.
type field struct {
	name, value string
	not         string // beside the label: that it is not stated, or need not be
	quiet       bool
	rows        int  // of a text of several lines; 0 for one line
	wrong       bool // it cannot be used, so the panel stays as it was
}

// field is a field: its label, what is typed, and what it does.
func (m *Model) field(f field) app.UI {
	id := "word-" + f.name
	does, doing := m.say("field."+f.name+".does"), "does"
	if f.wrong {
		does, doing = m.fill("field.wrong", "how", does), "does care"
	}
	class := "care"
	if f.quiet {
		class = "soft"
	}
	var input app.HTMLElem
	if f.rows > 0 {
		input = app.Elem("textarea").Attr("rows", strconv.Itoa(f.rows))
	} else {
		input = app.Elem("input").Attr("type", "text")
	}
	input.ID(id).DataSet("type", f.name).Attr("value", f.value)
	if does != "" {
		input.Attr("aria-describedby", id+"-does")
	}
	return el("div", "field",
		el("label", "", app.Text(m.say("field."+f.name)), written("i", class, f.not)).Attr("for", id),
		input,
		written("p", doing, does).ID(id+"-does").Hidden(does == ""),
	)
}

// headlineField is the finding. A number in braces follows the table.
func (m *Model) headlineField(p draft.Page, e draft.View) app.UI {
	headline := inValues(m.headline(p, e), p.Figures)
	options := []app.UI{option("", m.say("insert"), true)}
	for _, f := range p.Figures {
		options = append(options, option(f.ID, f.Label, false))
	}
	return el("div", "field",
		el("label", "", app.Text(m.say("field.headline")), written("small", tooLong(headline), m.fill("headline.words", "n", strconv.Itoa(len(strings.Fields(headline))), "most", strconv.Itoa(draft.MostHeadline)))).Attr("for", "word-headline"),
		app.Elem("textarea").ID("word-headline").Attr("rows", "2").DataSet("type", "headline").Attr("aria-describedby", "word-headline-does").Attr("value", headline),
		m.headlineDoes(headline),
		app.Elem("select").Class("insert").Attr("aria-label", m.say("insert")).DataSet("pick", "insert").Body(options...),
	)
}

// headlineDoes explains the field, or that the headline is too long.
func (m *Model) headlineDoes(headline string) app.UI {
	does := written("p", "does", m.say("field.headline.does"))
	if n := len(strings.Fields(headline)); n > draft.MostHeadline {
		does = written("p", "does care", m.fill("field.wrong", "how", m.fill("headline.words", "n", strconv.Itoa(n), "most", strconv.Itoa(draft.MostHeadline))))
	}
	return does.ID("word-headline-does")
}

// tooLong marks the count of words of a headline that is too long for a finding.
func tooLong(headline string) string {
	if len(strings.Fields(headline)) > draft.MostHeadline {
		return "care"
	}
	return ""
}

// stale asks to read a headline again, because the figures are others.
func (m *Model) stale(p draft.Page, e draft.View) app.UI {
	if !m.Stale() {
		return nothing()
	}
	finding := undrafted(m, m.finding(p))
	return el("div", "need",
		el("p", "", written("b", "", m.say("stale")), app.Text(" "+m.fill("stale.now", "finding", finding))),
		el("div", "row", button("go", "take", "", m.say("stale.take")), button("do", "fits", "", m.say("stale.fits"))),
	).Role("alert")
}

// finding is what the figures show, with their values.
func (m *Model) finding(p draft.Page) string {
	values := map[string]string{}
	for _, f := range p.Figures {
		values[f.ID] = f.Value
	}
	var b strings.Builder
	rest := p.Found
	for {
		before, after, ok := strings.Cut(rest, "{")
		id, more, closed := strings.Cut(after, "}")
		b.WriteString(before)
		if !ok || !closed {
			return b.String()
		}
		b.WriteString(values[id])
		rest = more
	}
}

// viewChoice chooses the page that is edited, if there are several.
func (m *Model) viewChoice() app.UI {
	if len(m.Answer.Views) < 2 {
		return nothing()
	}
	var options []app.UI
	for i, p := range m.Answer.Views {
		options = append(options, option(strconv.Itoa(i), p.Title, i == m.place()))
	}
	return el("div", "field", written("label", "", m.say("view")).Attr("for", "view-of"), app.Elem("select").ID("view-of").DataSet("pick", "view").Body(options...))
}

// more are words that few panels need.
func (m *Model) more(w draft.Words) app.UI {
	unit := ""
	if units := m.Draft().Options.Units; len(units) > 0 {
		unit = units[0]
	}
	fields := []app.UI{written("summary", "", m.say("words.more"))}
	for _, f := range []field{
		{name: "population", value: w.Population}, {name: "counted", value: w.Counted}, {name: "unit", value: unit}, {name: "help_url", value: w.HelpURL, wrong: w.HelpURL != "" && draft.Site(w.HelpURL) == ""},
		{name: "credit", value: w.Credit}, {name: "licence", value: w.Licence}, {name: "contact", value: w.Contact},
	} {
		fields = append(fields, m.field(f))
	}
	var languages []app.UI
	for _, l := range m.Names {
		languages = append(languages, option(l.Tag, l.Name, orElse(m.Draft().Options.Language, text.English.Tag) == l.Tag))
	}
	fields = append(fields, el("div", "field", written("label", "", m.say("field.language")).Attr("for", "word-language"),
		app.Elem("select").ID("word-language").DataSet("set", "language").Body(languages...)))
	return el("details", "more", fields...)
}
