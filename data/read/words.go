package read

import (
	"cmp"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"factframe/data/check"
	"factframe/data/format"
)

// describe sets the texts of a package from what the user and the file say. Anything else is
// "not stated".
func (w *writer) describe(of stated, path string) {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	if name == "datapackage" {
		name = filepath.Base(filepath.Dir(path))
	}
	name = cmp.Or(strings.NewReplacer("_", " ", "-", " ").Replace(name), w.o.words().Say("draft.figures"))
	w.title = cmp.Or(w.o.Title, of.title)
	if measures := w.measures(); w.title == "" && len(measures) == 1 && measures[0] != "" {
		w.title = measures[0]
	}
	if w.title == "" {
		first, size := utf8.DecodeRuneInString(name)
		w.title = string(unicode.ToUpper(first)) + name[size:]
		w.named = true
		w.d.Unstated = append(w.d.Unstated, "-title: the file name is used instead")
	} else if w.o.Title == "" {
		w.o.guess("-title", "The title is %q, from the table", w.title)
	}
	w.source = format.Source{ID: "source", Title: w.title, Publisher: cmp.Or(w.o.Source, of.publisher), Published: w.o.Published, URL: w.o.URL}
	if w.source.URL == "" && strings.HasPrefix(of.url, "https://") {
		w.source.URL = of.url
	}
	switch {
	case w.source.Publisher == "":
		w.source.Publisher = w.o.words().Say("draft.not_stated")
		w.d.Unstated = append(w.d.Unstated, "-source: who published the table")
	case w.o.Source == "":
		w.o.guess("-source", "The publisher is %q, as stated in the file", w.source.Publisher)
	}
	if w.source.Published == "" && of.published != "" {
		if day, ok := publishedOn(of.published); ok {
			w.source.Published = day
			w.o.guess("-published", "It was published on %s, as stated in the file", day)
		}
	}
	if w.source.Published == "" {
		w.source.Published = w.o.words().Say("draft.date")
		w.d.Unstated = append(w.d.Unstated, "-published: when it was published, such as 2024-09")
	}
	w.source.Note = plainText(strings.Join(w.notes, " "))
	w.licence = of.licence
}

// measures returns the distinct measures of the series.
func (w *writer) measures() []string {
	var list []string
	for _, s := range w.list {
		list = append(list, s.measure)
	}
	return distinctOf(list)
}

// Day returns the date of a text as packages write it, such as 2025-03 for "March 2025"; "" if it
// cannot be read, or in two ways.
func Day(s string) string {
	if check.Day.MatchString(s) {
		return s
	}
	day, ok := publishedOn(s)
	if !ok {
		return ""
	}
	return day
}

// publishedOn parses a date that can be read in only one way.
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
