package chart

import (
	"strconv"

	"factframe/data"
	"factframe/data/table"
)

// Classes of colours. web/style.css and documentStyle have them.
var (
	colours = []string{"c1", "c2", "c3", "c4", "c5"}                         // of what stands out
	parts   = []string{"c1", "c2", "c3", "c4", "c5", pale, "c8", "c9"}       // of a whole: five colours, then greys
	greys   = []string{pale, "c8", "c9"}                                     // of parts beside one that the headline names
	ramps   = [][]int{{1}, {1, 7}, {1, 4, 7}, {1, 2, 5, 7}, {1, 2, 4, 5, 7}} // of that many ordered parts: from dark to light, and to dark again
	longest = []int{1, 2, 3, 5, 6, 7}                                        // of more
)

const (
	pale    = "c6"
	lacking = "c7"    // what is not known of a whole
	quiet   = "quiet" // lines beside one that the headline names
)

// palette gives out colours: a code has the same one in every panel, as long as
// no other code of the panel has it.
type palette struct {
	classes []string
	given   map[string]string // by the names of what has them
	taken   map[string]bool
}

func paletteOf(classes []string) *palette {
	return &palette{classes, map[string]string{}, map[string]bool{}}
}

// of is the colour of a name, whose place in the package is known.
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

// codeOf is the dimension that colours tell apart, and the place of a row's code in
// it; without such a dimension, nil and the place given.
func codeOf(p table.Panel, r table.Row, place int) (*data.Dimension, int) {
	d := r.Figure.Series.Dimension(p.Spec.Channels["colour"])
	if d == nil {
		return nil, place
	}
	return d, max(0, d.Place(r.Figure.Codes[d.ID]))
}

// partColours gives the parts of a whole their colours, by their names.
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

// ordered is the colour of a code in its place among others that have an order.
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
		before = before * (len(ramp) - 1) / (n - 1) // a panel has fewer parts than that
	}
	return "o" + strconv.Itoa(ramp[before])
}
