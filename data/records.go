package data

import (
	"slices"

	"factframe/app/text"
)

// Records are the published counts of a series with too many figures to list. A
// panel shows their totals. They are stored by column, so that adding up a hundred
// thousand takes no noticeable time.
type Records struct {
	Period  Period
	columns []column // in the order of the series' dimensions
	counts  []uint64
	added   []uint32 // how many records were summed into each; nil if none were
}

// column contains the code of every record in one dimension.
type column struct {
	dimension *Dimension
	codes     []uint8 // indexes into dimension.Codes
}

// MaxCodes is the most codes that a dimension of records may have.
const MaxCodes = 1 << 8

// NewRecords returns empty records. Each dimension may have up to MaxCodes codes.
func NewRecords(of Period, dimensions []*Dimension) *Records {
	r := &Records{Period: of}
	for _, d := range dimensions {
		r.columns = append(r.columns, column{dimension: d})
	}
	return r
}

// Record is one line of records.
type Record struct {
	Codes []int // index of its code in each dimension
	Count uint64
	Added uint32 // how many published records were summed; 0 if not stated
}

// Add adds a record.
func (r *Records) Add(line Record) {
	for i, place := range line.Codes {
		r.columns[i].codes = append(r.columns[i].codes, uint8(place))
	}
	r.counts = append(r.counts, line.Count)
	if line.Added > 0 {
		r.added = append(r.added, line.Added)
	}
}

// RecordTotal is the sum of the records with the same codes.
type RecordTotal struct {
	Codes   map[string]string // dimension → code
	Count   int
	Records int // how many were added; 0 means nothing was published, which is not zero
}

// Totals adds up the records that pass the filters, for each combination of codes
// in the dimensions given, in the order of the package.
func (r *Records) Totals(keep Keep, by []*Dimension) []RecordTotal {
	cells, list := r.cells(keep, by)
	passes := r.filters(keep, by)
	for i, count := range r.counts {
		if !passed(passes, i) {
			continue
		}
		place := 0
		for _, c := range cells {
			place += c.places[c.codes[i]]
		}
		if place < len(list) {
			list[place].Count += int(count)
			list[place].Records += r.addedUp(i)
		}
	}
	return list
}

// addedUp returns how many published records record i is the sum of.
func (r *Records) addedUp(i int) int {
	if r.added == nil {
		return 1
	}
	return int(r.added[i])
}

// axis maps each code of a column to its offset in the list of totals.
type axis struct {
	codes  []uint8
	places *[MaxCodes]int
}

// cells returns the empty totals, and the axes that lead from a record to its total.
func (r *Records) cells(keep Keep, by []*Dimension) ([]axis, []RecordTotal) {
	list := []RecordTotal{{Codes: map[string]string{}}}
	var axes []axis
	for _, d := range slices.Backward(by) {
		a := axis{r.column(d).codes, new([MaxCodes]int)}
		size := len(list)
		var longer []RecordTotal
		for i, c := range d.Codes {
			if !keep.Keeps(d.ID, c.ID) {
				a.places[i] = nowhere
				continue
			}
			a.places[i] = len(longer)
			for _, t := range list[:size] {
				longer = append(longer, t.with(d.ID, c.ID))
			}
		}
		list = longer
		axes = append(axes, a)
	}
	return axes, list
}

// nowhere is an offset beyond the last total, for codes that are filtered out.
const nowhere = 1 << 24

func (t RecordTotal) with(dimension, code string) RecordTotal {
	codes := map[string]string{dimension: code}
	for k, v := range t.Codes {
		codes[k] = v
	}
	return RecordTotal{Codes: codes}
}

// filter says which codes of a column pass.
type filter struct {
	codes  []uint8
	passes *[MaxCodes]bool
}

// filters returns the filters on dimensions that the totals are not grouped by.
func (r *Records) filters(keep Keep, by []*Dimension) []filter {
	var list []filter
	for _, c := range r.columns {
		if len(keep[c.dimension.ID]) == 0 || slices.Contains(by, c.dimension) {
			continue
		}
		f := filter{c.codes, new([MaxCodes]bool)}
		for i, code := range c.dimension.Codes {
			f.passes[i] = keep.Keeps(c.dimension.ID, code.ID)
		}
		list = append(list, f)
	}
	return list
}

func passed(filters []filter, i int) bool {
	for _, f := range filters {
		if !f.passes[f.codes[i]] {
			return false
		}
	}
	return true
}

func (r *Records) column(d *Dimension) column {
	return r.columns[slices.IndexFunc(r.columns, func(c column) bool { return c.dimension == d })]
}

// Narrowed returns the period of the records with these codes: that of a code that
// names a period, or of the only one a filter keeps.
func (r *Records) Narrowed(keep Keep, codes map[string]string) Period {
	for _, c := range r.columns {
		id := codes[c.dimension.ID]
		if kept := keep[c.dimension.ID]; id == "" && len(kept) == 1 {
			id = kept[0]
		}
		if code := c.dimension.Code(id); code != nil && code.Period.Known() {
			return code.Period
		}
	}
	return r.Period
}

// Covered lists the codes that filters keep in dimensions that the totals are not
// grouped by, or "" if they keep all. Without it, the totals of one police force
// would look like those of all.
func (r *Records) Covered(words *text.Language, keep Keep, by []*Dimension) string {
	var names []string
	for _, c := range r.columns {
		kept := keep[c.dimension.ID]
		if len(kept) == 0 || slices.Contains(by, c.dimension) {
			continue
		}
		var labels []string
		for _, id := range kept {
			if code := c.dimension.Code(id); code != nil {
				labels = append(labels, code.Label)
			}
		}
		names = append(names, words.Commas(labels...))
	}
	return words.Semicolons(names...)
}
