package read

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"factframe/data"
	"factframe/data/check"
	"factframe/data/format"
)

// Draft is a package made of a table.
type Draft struct {
	Files    map[string][]byte // by name, to be written into one folder
	Guesses  []string          // what was guessed, and from what
	Unstated []string          // what only a person knows, and nobody has said
}

// SchemaFile is the name under which a package finds its JSON Schema.
const SchemaFile = "datapackage.schema.json"

// notStated stands where nobody has said what a package needs.
const notStated = "Not stated"

// New makes a package of the table in a file: CSV or another delimited text,
// XLSX, or a Frictionless Data Package. Its error is a data.Problems.
func New(path string, o Options) (*Draft, error) {
	d := &Draft{Files: map[string][]byte{}}
	o.notes = &d.Guesses
	tables, err := open(path, o)
	if err != nil {
		return nil, err
	}
	t, s, err := choose(tables, o)
	if err != nil {
		return nil, err
	}
	of, notes := s.statements(t.stated)
	if s.filled {
		o.note("Empty cells of the first column are read as the text above them.")
	}
	columns, err := t.columnsOf(s, o)
	if err != nil {
		return nil, err
	}
	words := strings.Join(append(slices.Clone(notes), of.title, o.Title), " ")
	l, err := t.long(s, columns, of, words, o)
	if err != nil {
		return nil, err
	}
	list, err := l.seriesOf(t, o)
	if err != nil {
		return nil, err
	}
	w := writer{table: t, long: l, list: list, o: o, notes: notes, d: d, codes: map[int]map[string]string{}}
	of.title = cmp.Or(of.title, l.title)
	w.describe(of, path)
	if err := w.write(); err != nil {
		return nil, err
	}
	return d, nil
}

// choose is the sheet that a person names, or the first one with a table.
func choose(tables []*Table, o Options) (*Table, shape, error) {
	var names, others []string
	var chosen *Table
	var of shape
	var first error
	for _, t := range tables {
		names = append(names, fmt.Sprintf("%q", t.Sheet))
		if o.Sheet != "" && !strings.EqualFold(o.Sheet, t.Sheet) {
			continue
		}
		s, err := t.shapeOf()
		switch {
		case err != nil && (o.Sheet != "" || len(tables) == 1):
			return t, s, err
		case err != nil:
			if first == nil && len(t.Lines) > 2 {
				first = err
			}
		case len(s.body) < 2 && len(tables) > 1 && o.Sheet == "":
		case chosen == nil:
			chosen, of = t, s
		default:
			others = append(others, fmt.Sprintf("%q", t.Sheet))
		}
	}
	switch {
	case chosen == nil && o.Sheet != "":
		return nil, of, wrong(tables[0].File, fmt.Sprintf("has no sheet %q", o.Sheet), "name one of "+strings.Join(names, ", "))
	case chosen == nil && first != nil:
		return nil, of, first
	case chosen == nil:
		return nil, of, wrong(tables[0].File, "has no sheet with a table", "name a workbook with heads and values")
	}
	if first != nil {
		o.note("Passed over: %v.", first)
	}
	if len(others) > 0 {
		o.note("The sheet %q is read; -sheet names another: %s.", chosen.Sheet, strings.Join(others, ", "))
	}
	return chosen, of, nil
}

// writer turns series into the files of a package.
type writer struct {
	table   *Table
	long    *long
	list    []*series
	o       Options
	notes   []string
	d       *Draft
	title   string
	source  format.Source
	licence string
	codes   map[int]map[string]string // dimension → label → id
	dims    []*format.Dimension
	own     *format.Factframe
	rows    [][]string
	header  []string
	ids     map[*series]map[string]string // what tells a point apart → its id
}

// describe takes the words of a package from what a person says and what the
// file says; what neither says is not stated.
func (w *writer) describe(of stated, path string) {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if name == "datapackage" {
		name = filepath.Base(filepath.Dir(path))
	}
	name = cmp.Or(strings.NewReplacer("_", " ", "-", " ").Replace(name), "Figures")
	w.title = cmp.Or(w.o.Title, of.title)
	if measures := w.measures(); w.title == "" && len(measures) == 1 && measures[0] != "" {
		w.title = measures[0]
		of.title = w.title
	}
	if w.title == "" {
		first, size := utf8.DecodeRuneInString(name)
		w.title = string(unicode.ToUpper(first)) + name[size:]
		w.d.Unstated = append(w.d.Unstated, "-title: the name of the file stands in its place")
	} else if w.o.Title == "" {
		w.o.note("The title is %q, from the table.", w.title)
	}
	w.source = format.Source{ID: "source", Title: w.title, Publisher: cmp.Or(w.o.Source, of.publisher), Published: w.o.Published, URL: w.o.URL}
	if w.source.URL == "" && strings.HasPrefix(of.url, "https://") {
		w.source.URL = of.url
	}
	switch {
	case w.source.Publisher == "":
		w.source.Publisher = notStated
		w.d.Unstated = append(w.d.Unstated, "-source: who published the table")
	case w.o.Source == "":
		w.o.note("The publisher is %q, as the file says.", w.source.Publisher)
	}
	if w.source.Published == "" && of.published != "" {
		if day, ok := publishedOn(of.published); ok {
			w.source.Published = day
			w.o.note("It was published on %s, as the file says.", day)
		}
	}
	if w.source.Published == "" {
		w.source.Published = "date not stated"
		w.d.Unstated = append(w.d.Unstated, "-published: when it was published, such as 2024-09")
	}
	w.source.Note = plainText(strings.Join(w.notes, " "))
	w.licence = of.licence
}

// measures are what the series measure, each once.
func (w *writer) measures() []string {
	var list []string
	for _, s := range w.list {
		if !slices.Contains(list, s.measure) {
			list = append(list, s.measure)
		}
	}
	return list
}

// publishedOn reads a day that can be read in one way only.
func publishedOn(s string) (string, bool) {
	found := ""
	for _, l := range layouts {
		if p, ok := l.periodIn(s, 1); ok {
			day := p.Start.String()
			switch {
			case p.Months() >= 12:
				day = day[:4]
			case p.Start != p.End:
				day = day[:7]
			}
			if found != "" && found != day {
				return "", false
			}
			found = day
		}
	}
	return found, found != ""
}

func (w *writer) write() error {
	w.own = &format.Factframe{Language: "en"}
	for _, s := range w.list {
		for _, p := range s.points {
			if p.period.Known() && p.period.Months() == 12 && p.period.Start.Month() != 1 {
				w.own.YearBegins = ptr(p.period.Start.Month())
			}
		}
	}
	for _, s := range w.list {
		if len(periodsOf(s.points)) < 3 {
			s.unbroken()
		}
	}
	w.dimensions()
	units, rows := w.series()
	w.own.Units = units
	if err := w.observations(); err != nil {
		return err
	}
	w.views()
	p := format.Package{Schema: "./" + SchemaFile, Name: cmp.Or(slug(w.title), "table"), Title: plainText(w.title), Version: "0.1.0", Factframe: w.own}
	if w.licence != "" {
		p.Licenses = []format.Licence{{Name: w.licence}}
	}
	fields := make([]format.Field, len(w.header))
	for i, name := range w.header {
		fields[i] = format.Field{Name: name, Type: map[bool]string{true: "number", false: "string"}[slices.Contains([]string{"value", "low", "high"}, name)]}
	}
	p.Resources = []*format.Resource{
		{Name: "sources", Data: []format.Source{w.source}},
		{Name: "series", Data: rows},
		{Name: "observations", Path: "figures.csv", Format: "csv", Schema: &format.TableSchema{Fields: fields}},
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(p); err != nil {
		return err
	}
	w.d.Files["datapackage.json"] = b.Bytes()
	var figures bytes.Buffer
	to := csv.NewWriter(&figures)
	to.WriteAll(append([][]string{w.header}, w.rows...)) // a buffer takes everything
	w.d.Files["figures.csv"] = figures.Bytes()
	return nil
}

// dimensions lists the codes of each dimension that tells figures apart.
func (w *writer) dimensions() {
	taken := newNames("id", "series", "value", "value-text", "period", "note", "status", "base", "low", "high", "qualifier", "percent", "name", "label", "quote", "source", "counted", "year", "restates")
	w.dims = make([]*format.Dimension, len(w.long.dimensions))
	for i, title := range w.long.dimensions {
		used := false
		for _, s := range w.list {
			used = used || slices.Contains(s.free, i) || slices.Contains(s.belongs, i)
		}
		if !used {
			continue
		}
		d := &format.Dimension{ID: taken.take(title, "group"), Title: plainText(title)}
		w.codes[i] = map[string]string{}
		ids := newNames()
		for _, label := range codes(w.long.points, i) {
			id := ids.take(label, cmp.Or(slug(w.long.ids[label]), fmt.Sprintf("code-%d", len(d.Codes)+1)))
			w.codes[i][label] = id
			d.Codes = append(d.Codes, format.Code{ID: id, Label: plainText(label)})
		}
		w.dims[i] = d
		w.own.Dimensions = append(w.own.Dimensions, d)
	}
}

// series writes the rows of the series, and the units that they need.
func (w *writer) series() (units []format.Unit, rows []format.Series) {
	ids, counted, unitIDs := newNames("figure", "compare", "data", "img", "oembed", "embed", "receipts"), newNames(), newNames("count", "percent", "fraction", "years")
	things := map[string]string{}
	for _, s := range w.list {
		s.title = w.titleOf(s)
		s.id = ids.take(shortened(slug(s.title), longestSeries), "series")
		thing := cmp.Or(w.o.Counted, s.measure, w.title)
		if things[thing] == "" {
			things[thing] = counted.take(thing, "counted")
			w.own.Counted = append(w.own.Counted, format.Counted{ID: things[thing], One: plainText(thing), Many: plainText(thing)})
		}
		row := format.Series{ID: s.id, Title: plainText(s.title), Counted: things[thing], Source: w.source.ID, Note: plainText(w.long.context)}
		row.Unit = w.unit(s.unit, &units, unitIDs)
		for _, d := range slices.Sorted(slices.Values(append(slices.Clone(s.free), s.belongs...))) {
			row.Dimensions = append(row.Dimensions, w.dims[d].ID)
		}
		s.unit.ID = row.Unit
		rows = append(rows, row)
	}
	if w.o.Counted == "" {
		w.d.Unstated = append(w.d.Unstated, "-counted: what is counted, in a word or two, such as \"people\"")
	}
	w.d.Unstated = append(w.d.Unstated, `who was counted, and how many of how many: "population" and "coverage_who" of each series; until then figures compare only within theirs`)
	return units, rows
}

// unit is the id of a unit, which joins the package's own where every package
// does not have it. Equal ones are one.
func (w *writer) unit(u format.Unit, units *[]format.Unit, ids names) string {
	if u.ID == data.Percent.ID || u.ID == data.Years.ID {
		return u.ID
	}
	if u.Kind == data.CountKind && u.AddsUp == yes {
		return data.Count.ID
	}
	plain, _ := json.Marshal(u)
	for _, other := range *units {
		id := other.ID
		other.ID = u.ID
		if same, _ := json.Marshal(other); bytes.Equal(same, plain) {
			return id
		}
	}
	u.ID = ids.take(cmp.Or(u.Many, u.ID), u.ID)
	*units = append(*units, u)
	return u.ID
}

// titleOf tells a series from the others: what it measures, of whom, and over
// what periods.
func (w *writer) titleOf(s *series) string {
	parts := []string{cmp.Or(s.measure, w.title)}
	if w.sharesMeasure(s) {
		for _, label := range s.labels {
			if label != w.long.context && label != s.measure {
				parts = append(parts, label)
			}
		}
		if s.lengths {
			parts = append(parts, lengthName(lengthOf(s.points[0].period)))
		}
		if len(parts) == 1 {
			for _, d := range s.free {
				parts = append(parts, "by "+strings.ToLower(w.long.dimensions[d]))
			}
		}
	}
	return strings.Join(parts, ", ")
}

func (w *writer) sharesMeasure(s *series) bool {
	return slices.ContainsFunc(w.list, func(other *series) bool { return other != s && other.measure == s.measure })
}

func lengthName(n int) string {
	return cmp.Or(map[int]string{0: "undated", 1: "months", 3: "quarters", 6: "half years", 12: "years", -1: "days", -7: "weeks"}[n], fmt.Sprintf("%d %s", max(n, -n), map[bool]string{true: "months", false: "days"}[n > 0]))
}

func (w *writer) observations() error {
	if n := len(w.long.points); n > check.MostFigures {
		return w.table.problem(0, -1, fmt.Sprintf("has %d values", n), fmt.Sprintf("keep a part of them with -where \"Column=value\": %d at most", check.MostFigures))
	}
	w.ids = map[*series]map[string]string{}
	calendar, ids := w.calendar(), newNames()
	for _, s := range w.list {
		w.ids[s] = map[string]string{}
		for _, p := range s.points {
			words := ""
			if len(w.list) > 1 {
				words = s.id
			}
			for _, d := range s.free {
				words += " " + w.codes[d][p.codes[d]]
			}
			period := calendar.NameOf(p.period).ID
			if words = strings.TrimSpace(words); words == "" {
				words = s.id
			}
			if len(words)+len(period) > longestID {
				words = strings.Trim(words[:longestID-len(period)-1], "- ")
			}
			if p.period.Known() {
				words += " " + period
			}
			w.ids[s][placeOf(p)] = ids.take(words, "figure")
		}
	}
	bases := w.bases()
	for _, s := range w.list {
		for _, p := range s.points {
			row, err := w.observation(s, p)
			if err != nil {
				return err
			}
			row["base"] = cmp.Or(bases[row["id"]], row["base"])
			w.add(row)
		}
	}
	w.tidyRows()
	if len(w.rows) > manyFigures {
		w.o.note("%d figures make a site of more than %d files; -where \"Column=value\" keeps a part of them.", len(w.rows), 2*len(w.rows))
	}
	return nil
}

func placeOf(p point) string { return fmt.Sprint(p.codes, p.period.Start, p.period.End) }

// manyFigures is how many take a while to build and to load.
const manyFigures = 3000

// bases are the totals that figures are parts of, by their ids: first those over
// the rows of a picture, because the shares of a group are of the group.
func (w *writer) bases() map[string]string {
	bases := map[string]string{}
	for _, ofRows := range []bool{true, false} {
		for _, whole := range w.list {
			for _, part := range whole.parts {
				if ofRows == (len(part.free) > 0 && part.free[0] == part.over) {
					w.basesOf(whole, part, bases)
				}
			}
		}
	}
	return bases
}

// basesOf names the total of each part, where it has none yet.
func (w *writer) basesOf(whole *series, part partOf, bases map[string]string) {
	totals := map[string]string{}
	place := func(p point) string {
		rest := slices.Clone(p.codes)
		rest[part.over] = ""
		return fmt.Sprint(rest, p.period.Start, p.period.End)
	}
	for _, p := range whole.points {
		if !p.value.missing {
			totals[place(p)] = w.ids[whole][placeOf(p)]
		}
	}
	for _, p := range part.points {
		if id := w.ids[part.series][placeOf(p)]; id != "" && !p.value.missing && totals[place(p)] != "" && bases[id] == "" {
			bases[id] = totals[place(p)]
		}
	}
}

// observation is one figure as a row, by field.
func (w *writer) observation(s *series, p point) (map[string]string, error) {
	row := map[string]string{"id": w.ids[s][placeOf(p)], "series": s.id, "qualifier": string(p.value.qualifier), "status": string(p.value.status)}
	for _, d := range append(slices.Clone(s.free), s.belongs...) {
		row[w.dims[d].ID] = w.codes[d][p.codes[d]]
	}
	if p.period.Known() {
		row["period_start"], row["period_end"], row["period_text"], row["period_basis"] = p.period.Start.String(), p.period.End.String(), p.period.Text, string(p.period.Basis)
	}
	printed := w.table.printed(p)
	if !p.value.missing {
		row["value"] = p.value.plain
	}
	if printed != p.value.plain {
		row["value_text"] = printed
	}
	if s.unit.ID == data.Percent.ID {
		row["base"] = "not_printed"
	}
	if p.value.mark != "" && !p.value.missing {
		p.notes = append([]string{fmt.Sprintf("Marked %q in the table.", p.value.mark)}, p.notes...)
	}
	row["note"] = plainText(strings.Join(p.notes, " "))
	if p.low == nil || p.high == nil || p.low.missing || p.high.missing || p.value.missing {
		return row, nil
	}
	if p.low.number > p.value.number || p.high.number < p.value.number {
		return nil, w.table.problem(p.line, p.column, fmt.Sprintf("%s is not between %s and %s, which stand beside it", p.value.plain, p.low.plain, p.high.plain), "mend the value or its interval")
	}
	row["low"], row["high"] = p.low.plain, p.high.plain
	return row, nil
}

// printed is a value's cell as it stands in the table.
func (t *Table) printed(p point) string {
	i, _ := slices.BinarySearchFunc(t.Lines, p.line, func(l Line, number int) int { return l.Number - number })
	return t.Lines[i].cell(p.column)
}

// add keeps a row; tidyRows leaves out the columns that none fills.
func (w *writer) add(row map[string]string) {
	if w.header == nil {
		w.header = []string{"id", "series"}
		for _, d := range w.own.Dimensions {
			w.header = append(w.header, d.ID)
		}
		w.header = append(w.header, "period_start", "period_end", "period_text", "period_basis", "value", "value_text", "low", "high", "qualifier", "status", "base", "note")
	}
	cells := make([]string, len(w.header))
	for i, name := range w.header {
		cells[i] = row[name]
	}
	w.rows = append(w.rows, cells)
}

func (w *writer) tidyRows() {
	filled := map[int]bool{}
	for _, cells := range w.rows {
		for i, c := range cells {
			filled[i] = filled[i] || c != "" || w.header[i] == "value"
		}
	}
	keep := slices.Sorted(maps.Keys(filled))
	keep = slices.DeleteFunc(keep, func(i int) bool { return !filled[i] })
	pick := func(cells []string) []string {
		out := make([]string, 0, len(keep))
		for _, i := range keep {
			out = append(out, cells[i])
		}
		return out
	}
	for i, cells := range w.rows {
		w.rows[i] = pick(cells)
	}
	w.header = pick(w.header)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "one " + one
	}
	return strconv.Itoa(n) + " " + many
}
