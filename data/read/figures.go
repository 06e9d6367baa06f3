package read

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"factframe/data"
	"factframe/data/check"
)

func (w *writer) observations() error {
	if n := len(w.long.points); n > check.MostFigures {
		return w.table.tooMany(strconv.Itoa(n))
	}
	w.ids = map[*series]map[string]string{}
	calendar, ids := w.calendar(), newNames(check.DeviceNames()...)
	for _, s := range w.list {
		w.ids[s] = map[string]string{}
		for _, p := range s.points {
			words := ""
			if len(w.list) > 1 {
				words = s.id
			}
			for _, d := range slices.Concat(s.free, s.oneOf) {
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
		w.o.guess(`-where "Column=value"`, "All %d figures are used, which makes a site of more than %d files", len(w.rows), 2*len(w.rows))
	}
	return nil
}

// placeOf returns a key that identifies a point within its series.
func placeOf(p point) string { return fmt.Sprint(p.codes, p.period.Start, p.period.End) }

// placeBut returns the key of a point without its code in one dimension, which parts share
// with their total.
func placeBut(p point, dimension int) string {
	p.codes = slices.Clone(p.codes)
	p.codes[dimension] = ""
	return placeOf(p)
}

// manyFigures is the number of figures from which building and loading take a while.
const manyFigures = 3000

// bases returns the total of each figure that is a part, by id. Totals over the rows of a
// chart come first, because shares within a group refer to that group.
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

// basesOf sets the total of each part that has none yet.
func (w *writer) basesOf(whole *series, part partOf, bases map[string]string) {
	totals := map[string]string{}
	for _, p := range whole.points {
		if !p.value.missing {
			totals[placeBut(p, part.over)] = w.ids[whole][placeOf(p)]
		}
	}
	for _, p := range part.points {
		total := totals[placeBut(p, part.over)]
		if id := w.ids[part.series][placeOf(p)]; id != "" && !p.value.missing && total != "" && bases[id] == "" {
			bases[id] = total
		}
	}
}

// observation returns one figure as a row: field → value.
func (w *writer) observation(s *series, p point) (map[string]string, error) {
	row := map[string]string{"id": w.ids[s][placeOf(p)], "series": s.id, "qualifier": string(p.value.qualifier), "status": string(p.value.status)}
	for _, d := range s.dimensions() {
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
		return nil, w.table.problem(p.line, p.column, fmt.Sprintf("%s is not between the ends of its interval, %s and %s", p.value.plain, p.low.plain, p.high.plain), "fix the value or its interval")
	}
	row["low"], row["high"] = p.low.plain, p.high.plain
	return row, nil
}

// printed returns a value as written in the table.
func (t *Table) printed(p point) string {
	return t.original(Line{Number: p.line}, p.column)
}

// original returns a cell as it is in the table, before dates were joined and labels renamed.
func (t *Table) original(l Line, column int) string {
	i, found := slices.BinarySearchFunc(t.Lines, l.Number, func(l Line, number int) int { return l.Number - number })
	if !found {
		return l.cell(column)
	}
	return t.Lines[i].cell(column)
}

// add appends a row. tidyRows removes the columns that stay empty.
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
