package chart

import (
	"factframe/app/say"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// EventKey is an event that is listed below a plot while the plot is too narrow for its
// words.
type EventKey struct {
	Words string
	From  int // number of the width from which the plot shows it itself; -1 if it never does
}

// events draws a line at the time of each event. Its words appear above the plot from the
// width where they fit.
func (p *Plot) events(events []data.Event, rows []table.Row, top, bottom float64) {
	if len(events) == 0 {
		return
	}
	var first, last data.Date
	for i, r := range rows {
		if i == 0 || r.Figure.Period.Start < first {
			first = r.Figure.Period.Start
		}
		last = max(last, r.Figure.Period.End)
	}
	x := across(rows, 0)
	var labels []label
	for _, e := range events {
		if e.At < first || e.At > last {
			continue
		}
		at := min(1, max(0, x(table.Row{Figure: &data.Figure{Period: data.Period{Start: e.At, End: e.At}}})))
		p.Back = append(p.Back, svg.El("line", "class", "gap", "x1", svg.Pct(at), "x2", svg.Pct(at), "y1", svg.Em(top-1.7), "y2", svg.Em(bottom)))
		l := label{text: e.Text, class: "tick", rank: 1, x: at, y: top - 2, anchor: "middle"}
		if at < 0.3 {
			l.anchor = "start"
		} else if at > 0.7 {
			l.anchor = "end"
		}
		labels = append(labels, l)
		p.Events = append(p.Events, EventKey{Words: say.Event(rows[0].Figure.Words(), e)})
	}
	from := layout(labels)
	for i, step := range from {
		p.Events[i].From = step
		if step == len(widths) {
			p.Events[i].From = -1
		}
	}
	p.Back = append(p.Back, written(labels, from)...)
}
