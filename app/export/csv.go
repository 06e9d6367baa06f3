package export

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// columns are those of a download, in order. Their types are those of Table Schema.
var columns = []struct{ name, kind string }{
	{"id", "string"}, {"panel", "string"}, {"label", "string"},
	{"value", "number"}, {"unit", "string"}, {"low", "number"}, {"high", "number"}, {"percent", "number"}, {"percent_is", "string"}, {"qualifier", "string"},
	{"shorthand", "string"}, {"counted", "string"}, {"coverage", "string"}, {"period_start", "date"}, {"period_end", "date"}, {"period", "string"},
	{"source", "string"}, {"published", "string"}, {"calculated", "string"}, {"note", "string"}, {"corrected", "date"}, {"corrected_from", "string"},
	{"status", "string"}, {"caution", "string"}, {"citation", "string"}, {"address", "string"},
}

// calculated is the qualifier of a value that the widget computed.
const calculated = "calculated"

// shorthand is the symbol for each SDMX status, as official statistics use them (Government
// Statistical Service, "Using symbols in tables").
var shorthand = map[string]string{"B": "[b]", "E": "[e]", "L": "[x]", "M": "[z]", "O": "[x]", "P": "[p]", "Q": "[c]", "U": "[u]"}

// CSV returns the rows of a selection for spreadsheets. Numbers have no thousands separators,
// missing values are empty cells, and symbols of official statistics mark special values.
func CSV(s Selection) string { return s.csv(len(columns)) }

// Table is CSV without the last columns, which say how to cite a figure and where it is: what
// two versions of a package are compared by.
func Table(s Selection) string { return s.csv(len(columns) - 2) }

func (s Selection) csv(width int) string {
	var b strings.Builder
	var header []string
	for _, c := range columns {
		header = append(header, c.name)
	}
	writeLine(&b, header[:width])
	for _, cells := range s.rows() {
		writeLine(&b, cells[:width])
	}
	return b.String()
}

// rows returns the cells of each row, in the order of columns.
func (s Selection) rows() (all [][]string) {
	shown := s.table()
	whole := s.cite(shown)
	for _, panel := range shown.Panels {
		for _, r := range panel.Rows {
			cells := s.cells(shown.View, panel, r)
			if r.Figure.ID == "" { // a total of records has no page for itself alone
				all = append(all, append(cells, s.reference(shown.View, whole, s.State)...))
			} else {
				all = append(all, append(cells, s.reference(shown.View, say.CiteFigure(s.Package, r.Figure), state.Receipt(s.Package, r.Figure.ID))...))
			}
		}
	}
	return all
}

// reference are the last cells of a row: what to be careful about, how to cite it, and where it
// is.
func (s Selection) reference(v *data.View, cited say.Citation, at state.State) []string {
	caution := cited.Caution.Shown
	if whole := say.ViewCaution(s.Package, v).Shown; whole != caution {
		caution = s.Package.Words.Sentences(text.Ended(caution), whole)
	}
	return []string{caution, cited.Words(s.Package.Words), s.address(at)}
}

func (s Selection) cells(v *data.View, panel table.Panel, r table.Row) []string {
	f := r.Figure
	a := say.Amount(f, r.Amount, r.Unit)
	value, low, high, qualifier := "", "", "", ""
	if !a.Missing {
		shown := f.Rounded(*r.Amount, r.Unit)
		value, qualifier = plain(shown.Number, shown.Decimals), a.Qualifier
		bounds := (&text.Amount{Low: shown.Low, High: shown.High, Decimals: shown.Decimals, Calculated: a.Calculated}).BoundDecimals()
		low, high = plain(shown.Low, bounds), plain(shown.High, bounds)
	}
	if f.Calculated() && qualifier == string(data.Exact) {
		qualifier = calculated // the document does not print this number
	}
	percent, how := percentCells(f)
	corrected, before := correctionCells(s.Package, f)
	mark := shorthand[string(f.Status)]
	if !a.Missing && f.Status == data.Missing {
		mark = "" // the row shows the percentage; only the count is missing
	}
	if a.Calculated && a.Qualifier == string(data.About) {
		mark = shorthand["E"]
	}
	return []string{f.ID, panel.Spec.ID, fullName(v, panel, r), value, r.Unit.ID, low, high, percent, how, qualifier, mark, f.Series.Counted.Things(),
		f.Series.CoverageWho, day(f.Period.Known(), f.Period.Start), day(f.Period.Known(), f.Period.End),
		say.When(f), f.Series.Source.Short, f.Series.Source.Published, say.Formula(f), f.Note, corrected, before,
		string(f.Status)}
}

// fullName names a row with its codes that a page shows elsewhere: above a small chart, or as
// a choice.
func fullName(v *data.View, panel table.Panel, r table.Row) string {
	name := r.Name()
	for _, d := range r.Figure.Series.Dimensions {
		elsewhere := panel.Spec.Channels["facet"] == d.ID || slices.Contains(v.OneOf, d.ID)
		if c := d.Code(r.Figure.Codes[d.ID]); elsewhere && c != nil && c.Label != r.Group && c.Label != r.Label {
			name = r.Figure.Words().Commas(name, c.Label)
		}
	}
	return name
}

// percentCells returns the percentage of a figure's base in any view, and whether it was
// printed in the document.
func percentCells(f *data.Figure) (percent, how string) {
	if f.Percent == nil {
		return "", ""
	}
	shown := f.Rounded(*f.Percent, data.Percent)
	if f.PercentPrinted {
		return plain(shown.Number, shown.Decimals), "printed"
	}
	return plain(shown.Number, shown.Decimals), calculated
}

// correctionCells returns the day of a figure's newest correction, and what was published
// before. A figure calculated from a corrected one has only the day.
func correctionCells(p *data.Package, f *data.Figure) (day, before string) {
	list := p.CorrectionsOf(f)
	if len(list) == 0 {
		return "", ""
	}
	if list[0].Figure == f {
		before = list[0].Before
	}
	return list[0].Date.String(), before
}

func day(known bool, d data.Date) string {
	if !known {
		return ""
	}
	return d.String()
}

// plain formats a number for machines. An open bound is an empty cell.
func plain(n float64, decimals int) string {
	if math.IsInf(n, 0) {
		return ""
	}
	return strconv.FormatFloat(n, 'f', decimals, 64)
}

// writeLine quotes cells as in RFC 4180, and prevents spreadsheets from running text as a
// formula.
func writeLine(b *strings.Builder, cells []string) {
	for i, cell := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		if runs(cell) {
			cell = "'" + cell
		}
		if strings.ContainsAny(cell, ",\"\r\n") {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		b.WriteString(cell)
	}
	b.WriteString("\r\n")
}

// runs reports whether a spreadsheet would treat a cell as a formula.
func runs(cell string) bool {
	if strings.IndexAny(cell, "=+@-\t\r") != 0 {
		return false
	}
	_, err := strconv.ParseFloat(cell, 64)
	return err != nil
}
