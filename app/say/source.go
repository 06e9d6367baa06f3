package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// mostSources is how many sources a page names; more are only counted.
const mostSources = 2

// SourceLine names the sources of a page and when they were published. Receipts and the
// list of sources add chains and note inferred dates.
func SourceLine(words *text.Language, sources []*data.Source) string {
	if n := len(sources); n > mostSources {
		return words.Fill("sources.line", "sources", words.Commas(words.Count("sources", n), years(words, sources)))
	}
	return EverySource(words, sources)
}

// EverySource names all sources, for files that leave the page.
func EverySource(words *text.Language, sources []*data.Source) string {
	var names []string
	for _, s := range sources {
		names = append(names, dated(words, s.Short, s, words.ShortDate(s.Published)))
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return words.Fill("source.line", "source", names[0])
	}
	return words.Fill("sources.line", "sources", words.Semicolons(names...))
}

// dated adds the date of a source to its name.
func dated(words *text.Language, name string, s *data.Source, date string) string {
	if year(s) == "" {
		return words.Fill("source.undated", "source", name)
	}
	return words.Commas(name, date)
}

// year returns the year a source was published in, or "" if that is not stated.
func year(s *data.Source) string {
	year, _, _ := strings.Cut(s.Published, "-")
	if strings.ContainsAny(year, "0123456789") {
		return year
	}
	return ""
}

// Dated reports whether a source states when it was published.
func Dated(s *data.Source) bool { return year(s) != "" }

// years returns the first and the last year of publication, or "" if no source
// states one.
func years(words *text.Language, sources []*data.Source) string {
	first, last := "", ""
	for _, s := range sources {
		if y := year(s); y != "" {
			if first == "" {
				first = y
			}
			first, last = min(first, y), max(last, y)
		}
	}
	if first == last {
		return first
	}
	return words.Span(first, last)
}

// SourcesOf returns the sources of what a table shows, without duplicates.
func SourcesOf(t table.Table) []*data.Source {
	var list []*data.Source
	seen := map[*data.Source]bool{}
	for _, panel := range t.Panels {
		for _, r := range panel.Rows {
			for _, s := range append([]*data.Source{r.Figure.Series.Source}, r.Figure.Series.AlsoReportedBy...) {
				if !seen[s] {
					seen[s] = true
					list = append(list, s)
				}
			}
		}
	}
	return list
}

// Published is the publication date of a source, and whether it was inferred.
func Published(words *text.Language, s *data.Source) string {
	return basis(words, words.Date(s.Published), s.PublishedBasis)
}

// Origin describes where a figure comes from, if it was calculated or restates another one.
func Origin(f *data.Figure) string {
	switch {
	case f.Calculated():
		return f.Words().Say("origin.calculated")
	case f.Restates != nil:
		return f.Words().Fill("origin.restates", "amount", Of(f.Restates).Short())
	}
	return ""
}

func basis(words *text.Language, what string, b data.Basis) string {
	if b == data.Inferred {
		return words.Fill("inferred", "text", what)
	}
	return what
}

// Document describes a source: what it is, how its figures were collected, and where it is.
func Document(words *text.Language, s *data.Source) []Fact {
	line := func(key, value string) Fact { return Fact{words.Say("document." + key), value, ""} }
	return []Fact{
		line("title", s.Title),
		line("method", text.Capital(method(s))),
		line("publisher", basis(words, s.Publisher, s.PublisherBasis)),
		line("published", Published(words, s)),
		line("covers", text.Capital(s.Coverage)),
		{words.Say("caution"), s.Note, ""},
		line("hash", hash(words, s)),
		{words.Say("address"), Bare(s.URL), s.URL},
	}
}

func method(s *data.Source) string {
	if s.Method == nil {
		return ""
	}
	return s.Method.Label
}

// shownHash is how many characters of a document's hash are shown.
const shownHash = 12

func hash(words *text.Language, s *data.Source) string {
	if s.SHA256 == "" {
		return ""
	}
	return words.Fill("document.quotes_checked", "hash", s.SHA256[:shownHash])
}

// chain names the organisations that a source's figures passed through, in order.
func chain(words *text.Language, s *data.Source) string {
	return text.Capital(words.Chain(s.Chain...))
}

// Bare is a readable form of an address, for frames in which links cannot open tabs.
func Bare(url string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "www."), "/")
}
