package page

import (
	"slices"
	"strings"

	"factframe/app/say"
	"factframe/data"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// firstCards is the number of cards that are not folded.
const firstCards = 6

// cards shows key figures, each with its qualifier, what was counted, when, and the source.
// A long list is folded after the first few.
func (m *Model) cards(p table.Panel) []app.UI {
	if len(p.Rows) <= firstCards+1 {
		return []app.UI{m.cardList(p.Rows)}
	}
	rest := p.Rows[firstCards:]
	return []app.UI{m.cardList(p.Rows[:firstCards]), folded(m.Package.Words.Count("fold.figures", len(p.Rows)), m.cardList(rest))}
}

// folded returns a list that opens on click.
func folded(label string, parts ...app.UI) app.UI {
	return el("details", "rest", append([]app.UI{written("summary", "", label)}, parts...)...)
}

func (m *Model) opensAny(rows []table.Row) bool {
	return m.State.Figure != "" && slices.ContainsFunc(rows, func(r table.Row) bool { return r.Figure.ID == m.State.Figure })
}

func (m *Model) cardList(rows []table.Row) app.UI {
	var items []app.UI
	for _, r := range rows {
		item := app.Elem("li")
		if r.Tone == table.Accent {
			item.Class("accent")
		}
		if longestWord(say.Of(r.Figure).Bare()) > mostInColumn {
			item.Class("wide")
		}
		items = append(items, m.opening(item, r.Figure, m.card(r.Figure)))
	}
	return el("ul", "cards", items...)
}

// mostInColumn is how many characters of a value fit one of two columns on a narrow panel.
// Values are never broken.
const mostInColumn = 8

func longestWord(s string) (most int) {
	for _, word := range strings.Fields(s) {
		most = max(most, len([]rune(word)))
	}
	return most
}

func (m *Model) card(f *data.Figure) app.UI {
	a := say.Of(f)
	return m.mark(f).Class("card").Body(
		m.written("span", "q", a.Word()), app.Text(" "),
		m.written("span", "v", a.Bare()), app.Text(" "),
		m.written("span", "l", say.Label(f)), app.Text(" "),
		m.written("span", "m", say.Year(f)+" · "+f.Series.Source.Brief),
	)
}
