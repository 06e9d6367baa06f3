package say

import (
	"strings"

	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// mostSources is how many sources the line of a page names; more are counted.
const mostSources = 2

// SourceLine says where the figures of a page come from, and when it was said.
// Chains, and which dates were worked out, stand in receipts and in the list of
// sources.
func SourceLine(sources []*data.Source) string {
	if n := len(sources); n > mostSources {
		return text.Sources + ": " + text.Joined(", ", text.Of(n, "source", "sources"), years(sources))
	}
	return EverySource(sources)
}

// EverySource names them all, for what leaves the page.
func EverySource(sources []*data.Source) string {
	var names []string
	for _, s := range sources {
		names = append(names, sourceName(s))
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return text.Source + ": " + names[0]
	}
	return text.Sources + ": " + strings.Join(names, "; ")
}

func sourceName(s *data.Source) string { return dated(s.Short, s, text.ShortDate(s.Published)) }

// dated adds the date of a source to its name.
func dated(name string, s *data.Source, date string) string {
	if year(s) == "" {
		return name + " (date not stated)"
	}
	return name + ", " + date
}

// year returns the year a source was published in, or "" if that is not stated.
func year(s *data.Source) string {
	year, _, _ := strings.Cut(s.Published, "-")
	if strings.ContainsAny(year, "0123456789") {
		return year
	}
	return ""
}

// years returns the first and the last year of publication, or "" if no source
// states one.
func years(sources []*data.Source) string {
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
	return first + " to " + last
}

// SourcesOf lists the sources of what a table shows, each once.
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

// Published says when a source came out, and whether that is worked out.
func Published(s *data.Source) string {
	date := text.Date(s.Published)
	if s.PublishedBasis == data.Inferred {
		date += " (inferred)"
	}
	return date
}

// Origin says of a figure that its document does not print it, or prints it twice.
func Origin(f *data.Figure) string {
	switch {
	case f.Calculated():
		return "(" + text.Calculated + ")"
	case f.Restates != nil:
		return "(restates " + Of(f.Restates).Short() + ")"
	}
	return ""
}

func basis(b data.Basis) string {
	if b == data.Inferred {
		return " (inferred)"
	}
	return ""
}

// Document says of a source how its figures came about and where they stand.
func Document(s *data.Source) []Fact {
	return []Fact{
		{"What it is", s.Title, ""},
		{"Method", text.Capital(method(s)), ""},
		{"Publisher", s.Publisher + basis(s.PublisherBasis), ""},
		{"Published", text.Date(s.Published) + basis(s.PublishedBasis), ""},
		{"Covers", text.Capital(s.Coverage), ""},
		{text.TakeCare, s.Note, ""},
		{"Document", documentWord(s), ""},
		{text.Address, Bare(s.URL), s.URL},
	}
}

func method(s *data.Source) string {
	if s.Method == nil {
		return ""
	}
	return s.Method.Label
}

func documentWord(s *data.Source) string {
	if s.SHA256 == "" {
		return ""
	}
	return "Quotes checked against the document with SHA-256 " + s.SHA256[:12] + "…"
}

func arrows(chain []string) string {
	s := ""
	for i, link := range chain {
		if i > 0 {
			s += " → "
		}
		s += link
	}
	return text.Capital(s)
}

// Bare is an address as it is read, for frames in which no link opens a tab.
func Bare(url string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "www."), "/")
}
