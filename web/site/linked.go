package site

import (
	"encoding/json"
	"fmt"

	panels "factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/text"
	"factframe/data"
	"factframe/data/table"
)

// linked is an object of JSON-LD. Empty texts and lists are left out.
type linked map[string]any

// of adds a property if it has a value.
func (n linked) of(name string, value any) linked {
	switch v := value.(type) {
	case string:
		if v == "" {
			return n
		}
	case []linked:
		if len(v) == 0 {
			return n
		}
	case linked:
		if len(v) == 0 {
			return n
		}
	}
	n[name] = value
	return n
}

func typed(kind string) linked { return linked{"@type": kind} }

const schemaOrg = "https://schema.org"

// linkedData returns the script element that describes a page in the vocabulary of schema.org:
// a view as a Dataset with its files, a figure as an Observation. It needs the public address;
// other pages have none.
func linkedData(p *data.Package, s state.State, public string) string {
	var about linked
	switch f := p.Figure(s.Figure); {
	case public == "":
	case s.View == "" && f != nil:
		about = observation(p, f, public).of("subjectOf", dataset(p, p.View(viewOf(p, f)), public, false).of("isBasedOn", work(f.Series.Source)))
	case p.View(s.View) != nil:
		about = dataset(p, p.View(s.View), public, true)
	}
	if about == nil {
		return ""
	}
	about["@context"] = schemaOrg
	raw, _ := json.Marshal(about) // texts, numbers, lists and maps; "<" is escaped
	return `<script type="application/ld+json">` + string(raw) + "</script>\n"
}

// dataset describes a view, in short or with its files, measures and sources.
func dataset(p *data.Package, v *data.View, public string, whole bool) linked {
	s := state.State{View: v.ID}
	address := public + s.Address()
	d := typed("Dataset").of("@id", address+"#dataset").of("url", address).of("name", say.Heading(p, s)).of("description", described(p, s)).
		of("license", licenceOf(p)).of("creator", organisation(creatorOf(p)))
	if !whole {
		return d
	}
	shown := figuresOf(p, v)
	d.of("version", p.Version).of("inLanguage", p.Language).of("isAccessibleForFree", true).
		of("includedInDataCatalog", typed("DataCatalog").of("name", p.Title).of("url", public)).
		of("temporalCoverage", coverageInTime(shown)).of("isBasedOn", basedOn(p, s))
	var files, measures []linked
	for _, each := range panels.Downloads {
		files = append(files, typed("DataDownload").of("name", each.Name()).of("encodingFormat", mediaType(each)).of("contentUrl", public+each.Path(s)))
	}
	for _, f := range shown {
		if len(measures) < mostMeasures && f.ID != "" {
			measures = append(measures, measured(p, f, public))
		}
	}
	return d.of("distribution", files).of("variableMeasured", measures)
}

// mostMeasures keeps the description of a large view small.
const mostMeasures = 20

// measured names a figure as a property that a view measures, in words: a value by itself would
// lose its qualifier.
func measured(p *data.Package, f *data.Figure, public string) linked {
	return typed("PropertyValue").of("name", say.Name(f)).of("description", say.Alone(f)).of("url", public+state.FigureLink(p, f.ID))
}

// observation describes one figure: its value with its qualifier and range, who was covered,
// when, and what to be careful about.
func observation(p *data.Package, f *data.Figure, public string) linked {
	a, unit := f.Natural()
	said := say.Of(f)
	o := typed("Observation").of("@id", public+state.FigureLink(p, f.ID)+"#observation").of("url", public+state.FigureLink(p, f.ID)).
		of("name", say.Phrase(f)).of("description", described(p, state.State{Figure: f.ID})).
		of("measuredProperty", typed("Property").of("name", text.Capital(f.Series.Counted.Things()))).
		of("observationAbout", typed("Thing").of("name", aboutWhom(f))).
		of("unitText", say.UnitName(p.Words, unit)).of("measurementQualifier", qualifier(said.Word()))
	if f.Period.Known() {
		o.of("observationDate", f.Period.Start.String()).of("observationPeriod", duration(f.Period))
	}
	if a == nil {
		return o.of("value", said.Short())
	}
	shown := f.Rounded(*a, unit)
	o.of("value", shown.Number)
	if a.IsRange() {
		o.of("minValue", shown.Low).of("maxValue", shown.High)
	}
	return o
}

// qualifier is a word such as "about". The vocabulary wants a member of a list.
func qualifier(word string) linked {
	if word == "" {
		return nil
	}
	return typed("Enumeration").of("name", word)
}

// aboutWhom is who or what a figure covers.
func aboutWhom(f *data.Figure) string {
	if f.Series.CoverageWho != "" {
		return f.Series.CoverageWho
	}
	return f.Series.Population
}

// described is the description of a view or a figure with its caution and, of a figure, its
// corrections.
func described(p *data.Package, s state.State) string {
	words := []string{say.Description(p, s)}
	if v := p.View(s.View); v != nil {
		return p.Words.Sentences(append(words, say.ViewCaution(p, v).Shown)...)
	}
	f := p.Figure(s.Figure)
	words = append(words, say.FigureCaution(f).Shown)
	for _, c := range p.CorrectionsOf(f) {
		words = append(words, say.CorrectionLine(p.Words, c))
	}
	return p.Words.Sentences(words...)
}

// duration is the length of a period, as ISO 8601.
func duration(p data.Period) string {
	if months := p.Months(); months > 0 {
		return fmt.Sprintf("P%dM", months)
	}
	return fmt.Sprintf("P%dD", p.End-p.Start+1)
}

func basedOn(p *data.Package, s state.State) (list []linked) {
	for _, source := range sourcesOf(p, s) {
		list = append(list, work(source))
	}
	return list
}

// work is the document that a figure comes from.
func work(s *data.Source) linked {
	return typed("CreativeWork").of("name", s.Title).of("url", s.URL).of("datePublished", dateOf(s)).of("publisher", organisation(s.Publisher))
}

// figuresOf are the figures that a view shows, each once.
func figuresOf(p *data.Package, v *data.View) (list []*data.Figure) {
	seen := map[*data.Figure]bool{}
	for _, panel := range table.Select(p, table.Query{View: v.ID, All: true}).Panels {
		for _, r := range panel.Rows {
			if !seen[r.Figure] {
				seen[r.Figure] = true
				list = append(list, r.Figure)
			}
		}
	}
	return list
}

// dateOf is when a source was published, if it states a date.
func dateOf(s *data.Source) string {
	if say.Dated(s) {
		return s.Published
	}
	return ""
}

func organisation(name string) linked {
	if name == "" {
		return nil
	}
	return typed("Organization").of("name", name)
}

// coverageInTime is the first and the last day of figures, as ISO 8601.
func coverageInTime(figures []*data.Figure) string {
	var first, last data.Date
	for _, f := range figures {
		if !f.Period.Known() {
			continue
		}
		if first == 0 || f.Period.Start < first {
			first = f.Period.Start
		}
		last = max(last, f.Period.End)
	}
	if first == 0 {
		return ""
	}
	return first.String() + "/" + last.String()
}
