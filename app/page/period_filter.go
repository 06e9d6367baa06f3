package page

import (
	"strconv"
	"strings"

	"factframe/data"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// spanPart is the period filter: two sliders, for mouse, touch and keyboard. A slider shows
// its value while it moves, and filters when released.
const spanPart = filterPart + data.Span

func (m *Model) span() app.UI {
	periods := table.Periods(m.Package, m.View)
	if len(periods) < 2 {
		return nothing("div")
	}
	first, last := table.Ends(m.Package, periods, m.State.From, m.State.To)
	label := ""
	if m.State.From != "" || m.State.To != "" {
		label = m.Package.Words.Fill("filter.span", "span", m.Package.Words.Span(m.periodName(periods[first]), m.periodName(periods[last])))
	}
	return app.Elem("details").Class("filter", "needs").Body(
		el("summary", "", app.Text(m.say("filter.time")), m.written("b", "", label)),
		el("div", "span",
			m.spanEnd("from", m.say("filter.from"), first, periods),
			m.spanEnd("to", m.say("filter.to"), last, periods),
		),
	)
}

func (m *Model) periodName(p data.Period) string { return m.Package.NameOf(p).Label }

func (m *Model) spanEnd(end, label string, at int, periods []data.Period) app.UI {
	if moved, where, ok := strings.Cut(m.Search[data.Span], " "); ok && moved == end {
		if i, err := strconv.Atoi(where); err == nil && i >= 0 && i < len(periods) {
			at = i
		}
	}
	name := m.periodName(periods[at])
	return el("label", "",
		m.text(label+" "),
		app.ElemSelfClosing("input").Attr("type", "range").Attr("min", "0").Attr("max", strconv.Itoa(len(periods)-1)).Attr("value", strconv.Itoa(at)).
			Attr("disabled", !m.Runs).DataSet("span", end).Aria("valuetext", name),
		m.written("span", "", " "+name),
	)
}
