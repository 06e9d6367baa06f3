package chart

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"factframe/app/state/statetest"
	"factframe/app/svg"
	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/table"

	"pgregory.net/rapid"
)

// Marks are at the positions of their values under every filter, on a scale that this test
// works out independently. Each also has the right form.
func TestGeneratedMarksAreWhereTheirValuesAre(t *testing.T) {
	datatest.Check(t, 120, func(t *rapid.T) {
		p := datatest.Package().Draw(t, "package").Package
		for _, s := range statetest.Walk(t, p, 6) {
			for _, panel := range table.Select(p, s.Query(p)).Panels {
				if len(panel.Rows) == 0 {
					continue
				}
				picture := Draw(panel)
				eachRowOnce(t, panel, picture)
				formsAreSeen(t, picture)
				switch {
				case picture.Plot != nil && len(picture.Plot.Points) > 0:
					pointsOfALine(t, picture.Plot)
				case picture.Plot != nil && panel.Spec.Mark.Traits().Parts:
					bandsAre(t, panel, picture.Plot)
				case picture.Plot != nil:
					pathTest{t}.areOf(panel, picture.Plot)
				case panel.Spec.Mark == "bar":
					barsOf(t, picture)
				case panel.Spec.Mark == "dot":
					dotsOf(t, picture)
				case panel.Spec.Mark == "dumbbell":
					dumbbellsOf(t, picture)
				case panel.Spec.Mark == "stack":
					stacksOf(t, picture)
				case panel.Spec.Mark == "tally":
					squaresOf(t, picture)
				case panel.Spec.Mark == "age":
					agesOf(t, panel, picture)
				}
			}
		}
	})
}

// found returns the elements that have a class.
func found(class string, nodes ...svg.Node) (list []svg.Node) {
	for _, n := range nodes {
		if containsWord(n.Attr("class"), class) {
			list = append(list, n)
		}
		list = append(list, found(class, n.Children...)...)
	}
	return list
}

func containsWord(s, word string) bool { return strings.Contains(" "+s+" ", " "+word+" ") }

// at parses a position or a length: a fraction of the width, or em.
func at(n svg.Node, attribute string) float64 {
	s := n.Attr(attribute)
	v, err := strconv.ParseFloat(strings.TrimRight(s, "%em"), 64)
	if err != nil {
		return math.NaN()
	}
	if strings.HasSuffix(s, "%") {
		v /= 100
	}
	return v
}

// Positions are rounded to three decimals of a per cent or an em.
const slack = 3e-5

func near(t *rapid.T, what string, got, want, slack float64) {
	if math.IsNaN(got) || math.Abs(got-want) > slack {
		t.Fatalf("%s is at %v, not at %v", what, got, want)
	}
}

// line is a scale derived from the drawing: the position of a value is begin + step ×
// value.
type line struct{ begin, step float64 }

// fitted returns the scale through the lowest and highest value. ok is false if all values
// are equal.
func fitted(values, positions []float64) (l line, ok bool) {
	low, high := 0, 0
	for i, v := range values {
		if v < values[low] {
			low = i
		}
		if v > values[high] {
			high = i
		}
	}
	if len(values) == 0 || values[low] == values[high] {
		return l, false
	}
	l.step = (positions[high] - positions[low]) / (values[high] - values[low])
	l.begin = positions[low] - l.step*values[low]
	return l, true
}

func (l line) holds(t *rapid.T, what string, values, positions []float64, slack float64) {
	for i, v := range values {
		near(t, what+" of "+svg.Num(v), positions[i], l.begin+l.step*v, slack)
	}
}

func eachRowOnce(t *rapid.T, panel table.Panel, picture Picture) {
	drawn := map[*data.Figure]int{}
	for _, s := range picture.Strips {
		for _, point := range s.Points {
			drawn[point.Row.Figure]++
		}
		if len(s.Points) == 0 {
			drawn[s.Row.Figure]++
		}
	}
	if picture.Plot != nil {
		for _, point := range picture.Plot.Points {
			drawn[point.Row.Figure]++
		}
	}
	if panel.Spec.Mark.Traits().Text || picture.Plot != nil && len(picture.Plot.Points) == 0 {
		return
	}
	for _, r := range shown(panel) {
		if drawn[r.Figure] != 1 {
			t.Fatalf("%s is drawn %d times", r.Figure.ID, drawn[r.Figure])
		}
	}
}

// formsAreSeen checks that missing values, estimates and open ends are drawn as such.
func formsAreSeen(t *rapid.T, picture Picture) {
	for _, s := range picture.Strips {
		if len(s.Points) > 0 || s.Shape.Tag == "" || len(found("ages", s.Shape)) > 0 {
			continue
		}
		want := "solid"
		switch a := s.Row.Amount; {
		case a == nil:
			want = "unknown"
		case s.Row.Absent || s.Row.Figure.Formula == data.Difference && s.Row.Figure.Unit.Kind == data.CountKind:
			want = "hatched"
		case a.Qualifier == data.LessThan:
			want = "upto"
		case math.IsInf(a.Low, 0) || math.IsInf(a.High, 0):
			want = "open"
		case a.Low < a.High:
			want = "ranged"
		}
		if !containsWord(s.Shape.Attr("class"), want) {
			t.Fatalf("%s has the look %q, not %s", s.Row.Figure.ID, s.Shape.Attr("class"), want)
		}
	}
}

func barsOf(t *rapid.T, picture Picture) {
	strips := picture.Strips
	var kept, all []Strip
	for _, s := range strips {
		if !s.Row.Out {
			kept = append(kept, s)
		}
		if s.Among.Tag != "" {
			s.Shape = s.Among
			all = append(all, s)
		}
	}
	barsOnOneScale(t, kept)
	barsOnOneScale(t, all)
}

// barsOnOneScale compares both ends of each bar with its value. The remainder of a total
// has no bar.
func barsOnOneScale(t *rapid.T, strips []Strip) {
	var values, ends []float64
	both := false
	for _, s := range strips {
		a := s.Row.Amount
		if a == nil || s.Rest {
			continue
		}
		low, high := a.Number, a.Number
		if !a.IsOpen() {
			low, high = a.Low, a.High
		}
		width := at(s.Shape, "width")
		if axis := found("axis", s.Shape); len(axis) > 0 {
			both = true
			values, ends = append(values, 0), append(ends, at(axis[0], "x1"))
		}
		if a.Number == 0 && high == 0 && !both {
			near(t, "a bar of nothing", width, 0, 0)
		}
		for _, block := range found("block", s.Shape) {
			from, to := width*at(block, "x"), width*(at(block, "x")+at(block, "width"))
			known := a.Number
			if low < high && a.Qualifier != data.LessThan {
				known = max(0, low)
				if a.Number < 0 {
					known = min(0, high)
				}
			}
			if a.Number < 0 {
				from, to = to, from
			}
			values, ends = append(values, known), append(ends, to)
			if !both {
				values, ends = append(values, 0), append(ends, from)
			}
		}
		for _, doubt := range found("doubt", s.Shape) {
			far, end := max(high, a.Number), width*(at(doubt, "x")+at(doubt, "width"))
			if a.Number < 0 {
				far, end = min(low, a.Number), width*at(doubt, "x")
			}
			values, ends = append(values, far), append(ends, end)
		}
	}
	if l, ok := fitted(values, ends); ok {
		if l.step < 0 {
			t.Fatalf("longer bars are shorter")
		}
		l.holds(t, "an end of a bar", values, ends, slack)
	}
}

func dotsOf(t *rapid.T, picture Picture) {
	var values, places []float64
	for _, s := range picture.Strips {
		if a := s.Row.Amount; a != nil {
			width := at(s.Shape, "width")
			values, places = append(values, a.Number), append(places, width*at(found("dot", s.Shape)[0], "cx"))
			if between := found("between", s.Shape); len(between) > 0 {
				values, places = append(values, a.Low, a.High), append(places, width*at(between[0], "x1"), width*at(between[0], "x2"))
			} else if a.Low < a.High && !a.IsOpen() {
				t.Fatalf("%s has an interval, and it is not drawn", s.Row.Figure.ID)
			}
		}
	}
	if l, ok := fitted(values, places); ok {
		if l.step < 0 {
			t.Fatalf("higher values are lower")
		}
		l.holds(t, "a dot", values, places, 2*slack)
	}
}

func dumbbellsOf(t *rapid.T, picture Picture) {
	var values, places []float64
	for _, s := range picture.Strips {
		for i, point := range s.Points {
			if a := point.Row.Amount; a != nil {
				class := []string{"ring", "dot"}[i]
				circles := found(class, point.Shapes...)
				if len(circles) != 1 {
					t.Fatalf("end %d of %s is not a %s", i+1, s.Label, class)
				}
				values, places = append(values, a.Number), append(places, at(circles[0], "cx"))
			}
		}
	}
	if l, ok := fitted(values, places); ok {
		l.holds(t, "an end", values, places, slack)
	}
}

// bandsAre checks that bands are as thick as their values and lie on top of each other.
func bandsAre(t *rapid.T, panel table.Panel, plot *Plot) {
	box := found("bands", plot.Back...)[0]
	groups := table.Grouped(panel.Rows)
	begin, end := math.Inf(1), math.Inf(-1)
	for _, r := range panel.Rows {
		begin, end = min(begin, middleOf(r.Figure)), max(end, middleOf(r.Figure))
	}
	below := map[string]float64{} // at each period, so far
	var values, thick []float64
	for i, rows := range groups {
		var points []spotOf
		for _, m := range step.FindAllStringSubmatch(box.Children[i].Attr("d"), -1) {
			points = append(points, spotOf{x: number(m[1]), y: number(m[2])})
		}
		for _, r := range rows {
			if r.Amount == nil {
				continue
			}
			x, low, high := 1000*(middleOf(r.Figure)-begin)/(end-begin), math.Inf(1), math.Inf(-1)
			for _, p := range points {
				if math.Abs(p.x-x) < 0.11 {
					low, high = min(low, 1000-p.y), max(high, 1000-p.y)
				}
			}
			at := r.Figure.PeriodName.ID
			near(t, "the lower edge of "+r.Figure.ID, low, below[at], 0.3)
			below[at] = high
			values, thick = append(values, r.Amount.Number), append(thick, high-low)
		}
	}
	scale, ok := fitted(append(values, 0), append(thick, 0))
	for i, v := range values {
		if ok {
			near(t, "the thickness of a band", thick[i], scale.begin+scale.step*v, 0.5)
		}
	}
}

func stacksOf(t *rapid.T, picture Picture) {
	for _, s := range picture.Strips {
		sum, begin := 0.0, 0.0
		for _, point := range s.Points {
			if a := point.Row.Amount; a != nil {
				sum += a.Number
			}
		}
		whole, _ := table.Whole([]table.Row{s.Points[0].Row})
		whole = max(whole, sum)
		for _, point := range s.Points {
			parts := found("part", point.Shapes...)
			if len(parts) == 0 {
				continue
			}
			near(t, "a part's begin", at(parts[0], "x"), begin/whole, slack)
			near(t, "a part's width", at(parts[0], "width"), point.Row.Amount.Number/whole, slack)
			begin += point.Row.Amount.Number
			for i, key := range picture.Keys {
				if key.Label == point.Row.Label && !containsWord(parts[0].Attr("class"), picture.Keys[i].Class) {
					t.Fatalf("%s has the colour %s, and its key %s", key.Label, parts[0].Attr("class"), key.Class)
				}
			}
		}
	}
}

func squaresOf(t *rapid.T, picture Picture) {
	for _, s := range picture.Strips {
		filled, all := 0, 0
		if s.Row.Amount != nil {
			filled = int(s.Row.Amount.Number)
		}
		all = filled
		if b := s.Row.Figure.Base; b != nil && b.Value != nil {
			all = max(all, int(b.Value.Number))
		}
		if blocks, empty := len(found("block", s.Shape)), len(found("empty", s.Shape)); blocks != filled || blocks+empty != all {
			t.Fatalf("%s has %d squares of %d, not %d of %d", s.Row.Figure.ID, blocks, blocks+empty, filled, all)
		}
	}
}

func agesOf(t *rapid.T, panel table.Panel, picture Picture) {
	for _, s := range picture.Strips {
		if f := s.Row.Figure; f.Unit.Kind == data.AgeKind && f.Value != nil {
			want, class := 0.03+0.9*f.Value.Number/float64(panel.Spec.Oldest), "dot"
			if f.Value.Qualifier == data.LessThan {
				class = "ring" // the bound itself is excluded
			}
			near(t, "an age", at(found(class, s.Shape)[0], "cx"), want, slack)
			if want > 0.931 {
				t.Fatalf("%v is beyond its axis, which ends at %d", f.Value.Number, panel.Spec.Oldest)
			}
		}
	}
}

func middleOf(f *data.Figure) float64 { return (float64(f.Period.Start) + float64(f.Period.End)) / 2 }

func pointsOfALine(t *rapid.T, plot *Plot) {
	var times, across, values, down []float64
	for _, point := range plot.Points {
		f := point.Row.Figure
		mark := found("dot", point.Shapes...)
		if point.Row.Amount == nil {
			gap := found("gap", point.Shapes...)
			if len(mark) > 0 || len(gap) != 1 {
				t.Fatalf("%s is missing, and has a dot", f.ID)
			}
			times, across = append(times, middleOf(f)), append(across, at(gap[0], "x1"))
			continue
		}
		times, across = append(times, middleOf(f)), append(across, at(mark[0], "cx"))
		values, down = append(values, point.Row.Amount.Number), append(down, at(mark[0], "cy"))
	}
	if l, ok := fitted(times, across); ok {
		if l.step < 0 {
			t.Fatalf("time runs backwards")
		}
		l.holds(t, "a time", times, across, slack)
	}
	if l, ok := fitted(values, down); ok {
		if l.step > 0 {
			t.Fatalf("higher values are lower")
		}
		l.holds(t, "a value", values, down, 2e-3)
	}
}

// pathTest checks lines drawn as one path each.
type pathTest struct{ t *rapid.T }

var step = regexp.MustCompile(`[ML]([\d.-]+) ([\d.-]+)`)

type spotOf struct {
	x, y  float64
	about float64 // rounding error of the drawing
}

// number parses "12.5em" and "40%".
func number(s string) float64 {
	v, _ := strconv.ParseFloat(strings.TrimRight(s, "em%"), 64)
	return v
}

func (p pathTest) areOf(panel table.Panel, plot *Plot) {
	byClass, all := map[string][]spotOf{}, []spotOf{}
	for _, n := range found("line", plot.Back...) {
		class := regexp.MustCompile(`c[0-9]|quiet`).FindString(n.Attr("class"))
		for _, m := range step.FindAllStringSubmatch(n.Attr("d"), -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			y, _ := strconv.ParseFloat(m[2], 64)
			byClass[class], all = append(byClass[class], spotOf{x, y, 0.25}), append(all, spotOf{x, y, 0.25})
		}
	}
	var top, height float64 // em, of the stretched drawing
	for _, n := range found("stretch", plot.Back...) {
		top, height = number(n.Attr("y")), number(n.Attr("height"))
	}
	for _, n := range found("tip", plot.Back...) {
		class := regexp.MustCompile(`c[0-9]|quiet`).FindString(n.Attr("class"))
		s := spotOf{10 * number(n.Attr("cx")), 1000 * (number(n.Attr("cy")) - top) / height, 1}
		byClass[class], all = append(byClass[class], s), append(all, s)
	}
	rows, lows, highs := shown(panel), spotOf{x: math.Inf(1), y: math.Inf(1)}, spotOf{x: math.Inf(-1), y: math.Inf(-1)}
	var known []table.Row
	from, to := math.Inf(1), math.Inf(-1)
	for _, r := range rows {
		if r.Amount != nil {
			known = append(known, r)
			from, to = min(from, r.Amount.Number), max(to, r.Amount.Number)
		}
	}
	for _, s := range all {
		lows, highs = spotOf{x: min(lows.x, s.x), y: min(lows.y, s.y)}, spotOf{x: max(highs.x, s.x), y: max(highs.y, s.y)}
	}
	times := rows
	if panel.Together != nil {
		times = panel.Together
	}
	begin, end := math.Inf(1), math.Inf(-1)
	for _, r := range times {
		begin, end = min(begin, middleOf(r.Figure)), max(end, middleOf(r.Figure))
	}
	place := func(r table.Row) spotOf {
		x, y := 500.0, lows.y
		if end > begin {
			x = 1000 * (middleOf(r.Figure) - begin) / (end - begin)
		}
		if to > from {
			y = highs.y + (r.Amount.Number-from)/(to-from)*(lows.y-highs.y)
		}
		return spotOf{x: x, y: y}
	}
	is := func(spots []spotOf, want spotOf) bool {
		for _, s := range spots {
			if math.Abs(s.x-want.x) < 0.11 && math.Abs(s.y-want.y) < s.about {
				return true
			}
		}
		return false
	}
	for _, r := range known {
		if !is(all, place(r)) {
			p.t.Fatalf("%s is not on its line: no point is near %v", r.Figure.ID, place(r))
		}
	}
	for _, key := range plot.Ends {
		if key.Class == "c6" {
			continue
		}
		var group []table.Row // the group with the longest name that the label begins with
		for _, each := range table.Grouped(rows) {
			if strings.HasPrefix(key.Label, each[0].Group+" ") && (group == nil || len(each[0].Group) > len(group[0].Group)) {
				group = each
			}
		}
		for _, r := range group {
			if r.Amount != nil && !is(byClass[key.Class], place(r)) {
				p.t.Fatalf("the name %q has the colour %s, and its line another", key.Label, key.Class)
			}
		}
	}
}
