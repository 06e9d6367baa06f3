package chart

import (
	"strconv"

	"factframe/data"
	"factframe/data/table"
)

// Classes of colours. They are defined in web/style.css and documentStyle.
var (
	colours = []string{"c1", "c2", "c3", "c4", "c5"}                         // for highlighted lines
	parts   = []string{"c1", "c2", "c3", "c4", "c5", pale, "c8", "c9"}       // for parts of a whole: five colours, then greys
	greys   = []string{pale, "c8", "c9"}                                     // for parts that the headline does not name
	ramps   = [][]int{{1}, {1, 7}, {1, 4, 7}, {1, 2, 5, 7}, {1, 2, 4, 5, 7}} // for up to five ordered parts: from dark to light to dark
	longest = []int{1, 2, 3, 5, 6, 7}                                        // for more ordered parts
)

const (
	pale    = "c6"
	lacking = "c7"    // the missing part of a whole
	quiet   = "quiet" // lines that the headline does not name
)

// palette assigns colours. A code has the same colour in every panel, unless another code
// of the panel already has it.
type palette struct {
	classes []string
	given   map[string]string // by name
	taken   map[string]bool
}

func paletteOf(classes []string) *palette {
	return &palette{classes, map[string]string{}, map[string]bool{}}
}

// of returns the colour of a name, given its place in the package.
func (p *palette) of(name string, place int) string {
	if class := p.given[name]; class != "" {
		return class
	}
	class := p.classes[place%len(p.classes)]
	for i := 1; p.taken[class] && i < len(p.classes); i++ {
		if other := p.classes[(place+i)%len(p.classes)]; !p.taken[other] {
			class = other
		}
	}
	p.taken[class], p.given[name] = true, class
	return class
}

// codeOf returns the colour dimension and the place of a row's code in it. Without such a
// dimension it returns nil and the given place.
func codeOf(p table.Panel, r table.Row, place int) (*data.Dimension, int) {
	d := r.Figure.Series.Dimension(p.Spec.Channels["colour"])
	if d == nil {
		return nil, place
	}
	return d, max(0, d.Place(r.Figure.Codes[d.ID]))
}

// partColours returns a function that assigns colours to the parts of a whole by name.
func partColours(p table.Panel) func(r table.Row, name string) string {
	all, named, beside := paletteOf(parts), paletteOf(colours), paletteOf(greys)
	return func(r table.Row, name string) string {
		d, place := codeOf(p, r, len(all.given)+len(beside.given))
		switch {
		case r.Absent:
			return lacking
		case r.Tone == table.Accent:
			return named.of(name, len(named.given))
		case r.Tone == table.Quiet:
			return beside.of(name, place)
		case d != nil && d.Ordered:
			return ordered(d, place)
		}
		return all.of(name, place)
	}
}

// ordered returns the colour of a code in an ordered dimension, by its place.
func ordered(d *data.Dimension, place int) string {
	n, before := 0, 0
	for i, c := range d.Codes {
		if !c.Absent {
			if i < place {
				before++
			}
			n++
		}
	}
	ramp := longest
	if n <= len(ramps) {
		ramp = ramps[n-1]
	}
	if n > len(ramp) {
		before = before * (len(ramp) - 1) / (n - 1) // more codes than colours; a panel shows fewer
	}
	return "o" + strconv.Itoa(ramp[before])
}
