package chart

import (
	"strings"

	"factframe/app/scale"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/table"
)

// areaMark draws the parts of a whole over time as stacked bands. The bands are
// interrupted between times that cannot be compared.
var areaMark = Mark{
	Name: "area",
	Traits: data.Traits{
		SharesAxis: true,
		FromZero:   true,
		Parts:      true,
		Timed:      true,
		Needs:      []string{"x", "y", "colour"},
		Group:      []string{"colour"},
		Label:      []string{"x"},
	},
	Draw: drawAreas,
}

func drawAreas(p table.Panel) Picture {
	rows := shown(p)
	if !severalTimes(rows) {
		return inWords(rows)
	}
	bands, top := bandsOf(p)
	names := labelsOfBands(bands)
	var lines []trend // for reading values; no band is grey
	for _, b := range bands {
		lines = append(lines, trend{name: b.name, rows: b.rows})
	}
	bottom := areaTop + max(linesHeight, heightOf(names))
	x := across(rows, 0)
	y := scale.Linear{Domain: [2]float64{0, top}, Range: [2]float64{bottom, areaTop}}.Nice(axisTicks)
	plot := &Plot{Height: bottom + underAxis, Moments: moments(lines, x)}
	plot.valueAxis(y, axisTicks, rows[0])
	plot.events(p.Spec.Events, rows, areaTop, bottom)
	box := square("bands", y)
	for _, b := range bands {
		box = box.With(svg.El("path", "class", "part "+b.class, "d", b.path(x, y), "vector-effect", "non-scaling-stroke"))
	}
	plot.Back = append(plot.Back, box)
	plot.labelLines(names, y)
	plot.timeAxis(plot.Moments, bottom+1.4)
	return Picture{Plot: plot}
}

// areaTop is the space above the bands, in em, where values are shown while reading.
const areaTop = linesTop + 1.5

// severalTimes reports whether the rows cover more than one period.
func severalTimes(rows []table.Row) bool {
	for _, r := range rows {
		if r.Figure.Period.Start != rows[0].Figure.Period.Start {
			return true
		}
	}
	return false
}

// band is one part over time, with the height below it at each of its rows.
type band struct {
	trend
	below []float64
	all   []table.Row // of the whole
}

// bandsOf stacks the parts of a panel. top is the largest whole; rounded parts may not add
// up to it exactly.
func bandsOf(p table.Panel) (bands []band, top float64) {
	for _, rows := range p.Wholes() {
		whole, _ := table.Whole(rows)
		if whole == 0 {
			whole = sum(rows)
		}
		top = max(top, whole)
	}
	heights := map[string]float64{} // at each period, so far
	colour := partColours(p)
	for _, rows := range table.Grouped(p.Rows) {
		b := band{all: p.Rows, trend: trend{name: rows[0].Group, rows: rows, class: colour(rows[0], rows[0].Group)}}
		for _, r := range rows {
			at := r.Figure.PeriodName.ID
			b.below = append(b.below, heights[at])
			if r.Amount != nil {
				heights[at] += r.Amount.Number
			}
		}
		bands = append(bands, b)
	}
	return bands, top
}

// labelsOfBands returns the names of bands, placed at the middle of each band's end.
func labelsOfBands(bands []band) []lineLabel {
	var named []band
	var trends []trend
	for _, b := range bands {
		if b.last() == nil {
			continue
		}
		t := b.trend
		if t.class == lacking {
			t.class = pale // letters need a visible colour
		}
		named, trends = append(named, b), append(trends, t)
	}
	names := labelsOf(trends)
	for i := range names {
		names[i].value, names[i].apart = named[i].middle(), true
	}
	return names
}

// path follows the upper edge of a band and returns along its lower edge, once for each run
// of connected periods. An unconnected period is drawn as a narrow strip.
func (b band) path(x func(table.Row) float64, y scale.Linear) string {
	var d strings.Builder
	for _, run := range b.runs() {
		step := "M"
		along := func(x, height float64) {
			d.WriteString(step + inSquare(x, height, y))
			step = "L"
		}
		first, last := run[0], run[1]
		if first == last {
			low, high, at := b.below[first], b.below[first]+b.rows[first].Amount.Number, min(x(b.rows[first]), 1-narrow)
			along(at, high)
			along(at+narrow, high)
			along(at+narrow, low)
			along(at, low)
			continue
		}
		for i := first; i <= last; i++ {
			along(x(b.rows[i]), b.below[i]+b.rows[i].Amount.Number)
		}
		for i := last; i >= first; i-- {
			along(x(b.rows[i]), b.below[i])
		}
	}
	return d.String()
}

// narrow is the width of a single period, as a fraction of the plot.
const narrow = 0.01

// runs returns the first and last index of each run of connected rows. A band is
// interrupted at a period that only other parts have.
func (b band) runs() (runs [][2]int) {
	for i, r := range b.rows {
		switch {
		case r.Amount == nil:
		case b.joins(i) && !b.lacks(i):
			runs[len(runs)-1][1] = i
		default:
			runs = append(runs, [2]int{i, i})
		}
	}
	return runs
}

// lacks reports whether another part has a period between row i and the row before.
func (b band) lacks(i int) bool {
	from, to := b.rows[i-1].Figure.Period.Start, b.rows[i].Figure.Period.Start
	for _, r := range b.all {
		if at := r.Figure.Period.Start; at > from && at < to {
			return true
		}
	}
	return false
}

// middle returns the middle of a band at its last value.
func (b band) middle() float64 {
	for i := len(b.rows) - 1; i >= 0; i-- {
		if a := b.rows[i].Amount; a != nil {
			return b.below[i] + a.Number/2
		}
	}
	return 0
}
