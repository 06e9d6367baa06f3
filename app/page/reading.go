package page

import (
	"math"
	"strconv"
	"strings"

	"factframe/app/chart"
	"factframe/app/svg"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A line of more points than can be marks is read along its times: by arrow keys
// and by touch as a slider is, which it is, and by a pointer over it.

// ReadPart is the part that is rendered again when a line is read; what is read
// stands in Model.Search under this name.
const ReadPart = "pictures"

// readAt is the moment at which a plot is read, or -1.
func (m *Model) readAt(id string, p *chart.Plot) int {
	read := m.Search[ReadPart] // the plot, which may have spaces in its name, and the moment
	space := max(0, strings.LastIndex(read, " "))
	i, err := strconv.Atoi(strings.TrimSpace(read[space:]))
	if read[:space] != id || err != nil || i < 0 || i >= len(p.Moments) {
		return -1
	}
	return i
}

// reader is the slider over a plot, and what it reads.
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
		app.Elem("p").Class("read").Aria("hidden", "true").Hidden(at < 0).Text(words),
	)
}

// MomentAt is the moment of a plot that is nearest to a place across it, from 0
// to 1.
func (m *Model) MomentAt(id string, x float64) int {
	for _, panel := range m.Table.Panels {
		if panel.Spec.ID+panel.Facet != id {
			continue
		}
		plot := chart.Draw(panel).Plot
		if plot == nil {
			return 0 // a choice has left no line
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

// reading is the line at the moment that is read.
func (m *Model) reading(id string, p *chart.Plot) app.UI {
	at := m.readAt(id, p)
	if at < 0 {
		return node("g")
	}
	x := svg.Pct(p.Moments[at].X)
	return node("g", "aria-hidden", "true").Body(node("line", "class", "now", "x1", x, "x2", x, "y1", "1em", "y2", strconv.FormatFloat(p.Height-1.6, 'g', -1, 64)+"em"))
}
