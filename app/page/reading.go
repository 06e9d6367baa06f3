package page

import (
	"math"
	"strconv"
	"strings"

	"factframe/app/chart"
	"factframe/app/svg"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A line with too many points for separate marks is read with a slider: with arrow keys, by
// touch, or with a pointer over the plot.

// ReadPart is the part that is rendered again while a line is read. Model.Search contains
// the position under this name.
const ReadPart = "pictures"

// readAt returns the index of the moment at which a plot is read, or -1.
func (m *Model) readAt(id string, p *chart.Plot) int {
	read := m.Search[ReadPart] // the plot's name, which may contain spaces, and the index
	space := max(0, strings.LastIndex(read, " "))
	i, err := strconv.Atoi(strings.TrimSpace(read[space:]))
	if read[:space] != id || err != nil || i < 0 || i >= len(p.Moments) {
		return -1
	}
	return i
}

// reader is the slider over a plot, and the values at its position.
func (m *Model) reader(id string, p *chart.Plot) app.UI {
	at := m.readAt(id, p)
	words, value := "", len(p.Moments)-1
	if at >= 0 {
		words, value = p.Moments[at].Words(), at
	}
	said := p.Moments[value].Words()
	return el("div", "reader",
		app.ElemSelfClosing("input").Attr("type", "range").Attr("min", "0").Attr("max", strconv.Itoa(len(p.Moments)-1)).Attr("value", strconv.Itoa(value)).
			Attr("disabled", !m.Runs).DataSet("read", id).Aria("label", m.say("read_values")).Aria("valuetext", said),
		m.with(app.Elem("p").Class("read").Aria("hidden", "true").Hidden(at < 0), words),
	)
}

// MomentAt returns the index of the moment nearest to x, a fraction of the plot's width.
func (m *Model) MomentAt(id string, x float64) int {
	for _, panel := range m.Table.Panels {
		if panel.Spec.ID+panel.Facet != id {
			continue
		}
		plot := chart.Draw(panel).Plot
		if plot == nil {
			return 0 // the filters have left no line
		}
		nearest, moments := 0, plot.Moments
		for i, moment := range moments {
			if math.Abs(moment.X-x) < math.Abs(moments[nearest].X-x) {
				nearest = i
			}
		}
		return nearest
	}
	return 0
}

// reading is the vertical line at the current moment.
func (m *Model) reading(id string, p *chart.Plot) app.UI {
	at := m.readAt(id, p)
	if at < 0 {
		return node("g")
	}
	x := svg.Pct(p.Moments[at].X)
	return node("g", "aria-hidden", "true").Body(node("line", "class", "now", "x1", x, "x2", x, "y1", "1em", "y2", strconv.FormatFloat(p.Height-1.6, 'g', -1, 64)+"em"))
}
