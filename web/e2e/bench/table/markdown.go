package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"factframe/app/text"
)

// column is a heading and a function that returns a page's cell; ref is true for the page
// of reference.
type column struct {
	head string
	cell func(page map[string]json.RawMessage, ref bool) string
}

// ratio returns a column of times: milliseconds for the page of reference, ratios for the
// others.
func ratio(head, key string) column {
	return column{head, func(page map[string]json.RawMessage, ref bool) string {
		name, unit, decimals := "x_"+key, "", 2
		if ref {
			name, unit, decimals = key, " ms", 0
		}
		s := read(page, name)
		if s == nil {
			return "–"
		}
		number := func(n float64) string { return strconv.FormatFloat(n, 'f', decimals, 64) }
		return number(s.Med) + unit + " (" + number(s.Min) + "–" + number(s.Max) + ")"
	}}
}

// plain returns a column of numbers, divided by a unit.
func plain(head, key string, unit float64, decimals int) column {
	return column{head, func(page map[string]json.RawMessage, _ bool) string {
		s := read(page, key)
		if s == nil {
			return "–"
		}
		return strconv.FormatFloat(s.Med/unit, 'f', decimals, 64)
	}}
}

func read(page map[string]json.RawMessage, key string) *spread {
	var s *spread
	if json.Unmarshal(page[key], &s) != nil {
		return nil
	}
	return s
}

var first = []column{
	plain("kB to the chart", "bytesChart", 1000, 1), plain("kB to an answer", "bytes", 1000, 1), plain("requests", "reqs", 1, 0),
	ratio("first paint", "fcp"), ratio("largest paint", "lcp"), plain("layout shift", "cls", 1, 3), ratio("chart painted", "chart"),
	ratio("filter answers", "tti"), ratio("… on a second visit", "wTti"),
}

var changes = []column{
	ratio("change to DOM, p50", "dom50"), ratio("to DOM, p95", "dom95"), ratio("change to painted, p50", "paint50"), ratio("to painted, p95", "paint95"),
	plain("memory, MB", "heap", 1, 1),
}

// markdown returns the tables of one run.
func (r results) markdown() string {
	var b strings.Builder
	if r.Meta.Suite == "scale" {
		for _, cond := range r.conditions() {
			fmt.Fprintf(&b, "### Many rows, %s\n\n%s\n", r.Meta.Conds[cond], r.growth(cond))
		}
		return b.String()
	}
	fmt.Fprintf(&b, "%s; %d loads a cell or more; %d changes a load.\n\n", r.Meta.Chromium, r.loads(), r.Meta.Changes)
	for _, cond := range r.conditions() {
		group := r.Summary[cond+"|0"]
		fmt.Fprintf(&b, "### %s\n\n%s\n", r.Meta.Conds[cond], r.table(group, first))
		if read(group[r.Meta.Ref], "paint50") != nil {
			fmt.Fprintf(&b, "%s\n", r.table(group, changes))
		}
	}
	return b.String()
}

// loads returns the smallest number of loads for a cell: a run may have been interrupted.
func (r results) loads() int {
	least := r.Meta.Reps
	for _, group := range r.Summary {
		for _, page := range group {
			if s := read(page, "chart"); s != nil {
				least = min(least, s.N)
			}
		}
	}
	return least
}

func (r results) conditions() []string {
	order := []string{"none", "cpu4", "fast4g", "slow4g"}
	return slices.DeleteFunc(order, func(c string) bool { return r.Meta.Conds[c] == "" })
}

// table returns a table of the measured pages, the page of reference first and ours last.
func (r results) table(group map[string]map[string]json.RawMessage, columns []column) string {
	rows := [][]string{{""}}
	for _, c := range columns {
		rows[0] = append(rows[0], c.head)
	}
	for _, name := range r.pages(group) {
		row := []string{r.Meta.Labels[name]}
		for _, c := range columns {
			row = append(row, c.cell(group[name], name == r.Meta.Ref))
		}
		rows = append(rows, row)
	}
	return lines(rows)
}

func (r results) pages(group map[string]map[string]json.RawMessage) []string {
	rank := func(name string) string {
		place := slices.Index([]string{r.Meta.Ref, "static", "", "bare", "factframe"}, name)
		if place < 0 {
			place = 2
		}
		return strconv.Itoa(place) + r.Meta.Labels[name]
	}
	return slices.SortedFunc(maps.Keys(group), func(a, b string) int { return cmp.Compare(rank(a), rank(b)) })
}

// growth returns a table that compares the runs of one condition by number of rows.
func (r results) growth(cond string) string {
	var counts []int
	for key := range r.Summary {
		c, n, _ := strings.Cut(key, "|")
		if count, err := strconv.Atoi(n); c == cond && err == nil {
			counts = append(counts, count)
		}
	}
	slices.Sort(counts)
	if len(counts) == 0 {
		return ""
	}
	least, most := fmt.Sprintf("%s|%d", cond, counts[0]), fmt.Sprintf("%s|%d", cond, counts[len(counts)-1])
	head := []string{""}
	for _, n := range counts {
		head = append(head, fmt.Sprintf("%s: change to painted, p50", thousands(n)))
	}
	head = append(head, fmt.Sprintf("%s: p95", thousands(counts[len(counts)-1])), "change to DOM, p50", fmt.Sprintf("grows from %s, DOM", thousands(counts[0])))
	rows := [][]string{head}
	for _, name := range r.pages(r.Summary[most]) {
		ref := name == r.Meta.Ref
		row := []string{r.Meta.Labels[name]}
		for _, n := range counts {
			row = append(row, ratio("", "paint50").cell(r.Summary[fmt.Sprintf("%s|%d", cond, n)][name], ref))
		}
		page := r.Summary[most][name]
		row = append(row, ratio("", "paint95").cell(page, ref), ratio("", "dom50").cell(page, ref))
		grown := "–"
		if a, b := read(r.Summary[least][name], "dom50"), read(page, "dom50"); a != nil && b != nil {
			grown = fmt.Sprintf("×%.1f", b.Med/a.Med)
		}
		rows = append(rows, append(row, grown))
	}
	return lines(rows)
}

func thousands(n int) string { return text.English.Number(float64(n), 0) }

func lines(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", len(row)) + "\n")
		}
	}
	return b.String()
}
