// Package format defines the fields of a package file, each with a description and an
// example. Programs that write packages use these types. The JSON Schema and the reference
// are generated from them.
package format

import "factframe/data"

// Package is a datapackage.json.
type Package struct {
	Schema       string      `json:"$schema,omitempty" jsonschema:"the JSON Schema with which editors complete and check the file" example:"./datapackage.schema.json"`
	Profile      string      `json:"profile,omitempty" jsonschema:"the Frictionless profile, for other tools" example:"https://datapackage.org/profiles/2.0/datapackage.json"`
	ID           string      `json:"id,omitempty" jsonschema:"an identifier of the package, for other tools" example:"https://figures.example/emissions"`
	Name         string      `json:"name" jsonschema:"a short name for file names and tools" example:"emissions"`
	Title        string      `json:"title" jsonschema:"what the figures are about" example:"Emissions by country"`
	Description  string      `json:"description,omitempty" jsonschema:"what the package contains, in a sentence or two" example:"Carbon dioxide by country since 2014."`
	Version      string      `json:"version" jsonschema:"the version of the package" example:"1.0.0"`
	Created      string      `json:"created,omitempty" jsonschema:"when the package was made, for other tools" example:"2024-09-01T00:00:00Z"`
	Homepage     string      `json:"homepage,omitempty" jsonschema:"the home page of the package, for other tools" example:"https://figures.example/"`
	Keywords     []string    `json:"keywords,omitempty" jsonschema:"for catalogues" example:"[\"climate\"]"`
	Image        string      `json:"image,omitempty" jsonschema:"for catalogues" example:"cover.png"`
	Licenses     []Licence   `json:"licenses,omitempty" jsonschema:"the licences under which others may use it"`
	Contributors []any       `json:"contributors,omitempty" jsonschema:"who made it, credited on every page" example:"[{\"title\": \"Data desk\"}]"`
	Sources      []any       `json:"sources,omitempty" jsonschema:"for other tools; the widget reads the resource called sources" example:"[{\"title\": \"Energy review\"}]"`
	Resources    []*Resource `json:"resources" jsonschema:"the tables: sources, series, observations, derived, and one for each table of records"`
	Factframe    *Factframe  `json:"factframe" jsonschema:"what only the widget reads"`
}

// Licence is a licence of the package.
type Licence struct {
	Name  string `json:"name" jsonschema:"its short name" example:"CC-BY-4.0"`
	Title string `json:"title,omitempty" jsonschema:"its name in words" example:"Creative Commons Attribution 4.0"`
	Path  string `json:"path,omitempty" jsonschema:"where to read it" example:"https://creativecommons.org/licenses/by/4.0/"`
}

// Resource is one table, with its rows inline or in a CSV file in the package's folder.
type Resource struct {
	Name    string       `json:"name" jsonschema:"sources, series, observations or derived; any other name is a table of records" example:"observations"`
	Profile string       `json:"profile,omitempty" jsonschema:"the Frictionless profile of a table" example:"tabular-data-resource"`
	Path    string       `json:"path,omitempty" jsonschema:"a CSV file in the package's folder, instead of data" example:"figures.csv"`
	Format  string       `json:"format,omitempty" jsonschema:"csv if the rows are text" example:"csv"`
	Schema  *TableSchema `json:"schema,omitempty" jsonschema:"the types of the columns in a CSV file"`
	Data    any          `json:"data,omitempty" jsonschema:"the rows; for records, the lines of a CSV file as text"`
}

// TableSchema is the Frictionless Table Schema of a CSV file.
type TableSchema struct {
	Fields []Field `json:"fields" jsonschema:"one for each column"`
}

// Field is a column of a CSV file.
type Field struct {
	Name string `json:"name" jsonschema:"the name of the column, in the first line" example:"value"`
	Type string `json:"type" jsonschema:"string, number, integer, boolean or array" example:"number"`
}

// Source is a row of the resource "sources": a document.
type Source struct {
	ID             string     `json:"id" jsonschema:"lower-case letters, digits and hyphens" example:"review-2024"`
	Title          string     `json:"title" jsonschema:"the title of the document" example:"Energy review 2024"`
	Publisher      string     `json:"publisher" jsonschema:"who published it" example:"Office of Energy"`
	Published      string     `json:"published" jsonschema:"when: a year, a month or a day" example:"2024-09"`
	Short          string     `json:"short,omitempty" jsonschema:"who, in a source line; default: publisher" example:"Office of Energy"`
	Brief          string     `json:"brief,omitempty" jsonschema:"who, in two or three words, for a card; default: publisher" example:"the Office"`
	PublisherBasis data.Basis `json:"publisher_basis,omitempty" jsonschema:"whether the document states its publisher" example:"inferred"`
	PublishedBasis data.Basis `json:"published_basis,omitempty" jsonschema:"whether the document states its date" example:"inferred"`
	Originator     string     `json:"originator,omitempty" jsonschema:"who counted; default: publisher" example:"43 police forces"`
	Chain          []string   `json:"chain,omitempty" jsonschema:"the people and organisations through which the figures came" example:"[\"police forces\", \"a newspaper\"]"`
	Method         string     `json:"method,omitempty" jsonschema:"the id of one of the package's methods" example:"survey"`
	Area           string     `json:"area,omitempty" jsonschema:"the area that it covers" example:"England and Wales"`
	Coverage       string     `json:"coverage,omitempty" jsonschema:"who is covered" example:"all households"`
	SHA256         string     `json:"sha256,omitempty" jsonschema:"the SHA-256 of the document with which quotes were checked" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
	URL            string     `json:"url,omitempty" jsonschema:"where to read it" example:"https://figures.example/review.pdf"`
	Note           string     `json:"note,omitempty" jsonschema:"what to bear in mind" example:"Revised each year."`
}

// Series is a row of the resource "series": what makes figures comparable.
type Series struct {
	ID              string   `json:"id" jsonschema:"lower-case letters, digits and hyphens" example:"emissions"`
	Title           string   `json:"title" jsonschema:"the title of the series" example:"Emissions"`
	Counted         string   `json:"counted" jsonschema:"the id of what is counted" example:"emission"`
	Unit            string   `json:"unit,omitempty" jsonschema:"the id of a unit; default: count" example:"percent"`
	Source          string   `json:"source" jsonschema:"the id of its source" example:"review-2024"`
	Population      string   `json:"population,omitempty" jsonschema:"among whom it is counted; without it, figures are comparable only within the series" example:"children aged 10 to 17"`
	AgeMin          *int     `json:"age_min,omitempty" jsonschema:"the youngest age, in years" example:"10"`
	AgeMax          *int     `json:"age_max,omitempty" jsonschema:"the oldest age, in years" example:"17"`
	CoverageN       *int     `json:"coverage_n,omitempty" jsonschema:"how many are covered" example:"28"`
	CoverageM       *int     `json:"coverage_m,omitempty" jsonschema:"of how many" example:"43"`
	CoverageWho     string   `json:"coverage_who,omitempty" jsonschema:"who is covered; without it, figures are comparable only within the series" example:"police forces that answered"`
	CoverageUnnamed bool     `json:"coverage_unnamed,omitempty" jsonschema:"the document does not name them" example:"true"`
	AlsoReportedBy  []string `json:"also_reported_by,omitempty" jsonschema:"ids of other sources of the same figures" example:"[\"paper-2016\"]"`
	Dimensions      []string `json:"dimensions,omitempty" jsonschema:"ids of the dimensions that distinguish its figures" example:"[\"country\"]"`
	Records         *Records `json:"records,omitempty" jsonschema:"the table that it adds up, instead of figures"`
	Note            string   `json:"note,omitempty" jsonschema:"what to bear in mind" example:"Provisional."`
}

// Records refers a series to the table of records that it adds up.
type Records struct {
	Resource string `json:"resource" jsonschema:"the name of a text resource" example:"cases"`
	Period
}

// Period is the time that something covers, including both days.
type Period struct {
	PeriodStart string     `json:"period_start,omitempty" jsonschema:"the first day" example:"2023-01-01"`
	PeriodEnd   string     `json:"period_end,omitempty" jsonschema:"the last day" example:"2023-12-31"`
	PeriodText  string     `json:"period_text,omitempty" jsonschema:"as written in the document, unless it is plain dates" example:"the last three years"`
	PeriodBasis data.Basis `json:"period_basis,omitempty" jsonschema:"whether the document states the period" example:"inferred"`
}

// Observation is a row of the resource "observations": a figure as printed. It has one
// more field for each dimension of its series, with a code.
type Observation struct {
	ID     string `json:"id" jsonschema:"lower-case letters, digits and hyphens: the figure's address" example:"aldmark-2023"`
	Series string `json:"series" jsonschema:"the id of its series" example:"emissions"`
	Name   string `json:"name,omitempty" jsonschema:"what it is; must make sense by itself, in a table row or a search result" example:"Emissions of Aldmark"`
	Label  string `json:"label,omitempty" jsonschema:"what it is; follows the number, on a card or in a sentence" example:"tonnes emitted by Aldmark"`
	Period
	Value      *float64       `json:"value,omitempty" jsonschema:"the number; null or absent if there is no value, with the reason in status" example:"1030.6"`
	ValueText  string         `json:"value_text,omitempty" jsonschema:"as the document prints it" example:"1,030.6"`
	Low        *float64       `json:"low,omitempty" jsonschema:"the lower end of its printed interval" example:"1010"`
	High       *float64       `json:"high,omitempty" jsonschema:"the upper end" example:"1050"`
	Qualifier  data.Qualifier `json:"qualifier,omitempty" jsonschema:"how exact the number is; default: as_printed" example:"about"`
	RoundedTo  *float64       `json:"rounded_to,omitempty" jsonschema:"its rounding step" example:"100"`
	Status     data.Status    `json:"status,omitempty" jsonschema:"the SDMX status; default: A; O missing, L not collected, M cannot exist and Q suppressed have no value; B and D break a line" example:"P"`
	Base       string         `json:"base,omitempty" jsonschema:"the id of the total that it is a share of, or not_printed" example:"world-2023"`
	Percent    *float64       `json:"percent,omitempty" jsonschema:"the share of its base, if the document prints it" example:"62.7"`
	Restates   string         `json:"restates,omitempty" jsonschema:"the id of the figure that has the same number" example:"aldmark-2022"`
	MayRestate string         `json:"may_restate,omitempty" jsonschema:"the same, if that is not certain" example:"aldmark-2022"`
	Quote      string         `json:"quote,omitempty" jsonschema:"the words of the document that contain it, at most 12" example:"emitted 1,030.6 million tonnes"`
	Note       string         `json:"note,omitempty" jsonschema:"what to bear in mind" example:"Estimated by the Office."`
}

// Derived is a row of the resource "derived": a calculated figure. It has one more field
// for each dimension of its series.
type Derived struct {
	ID      string       `json:"id" jsonschema:"lower-case letters, digits and hyphens: the figure's address" example:"growth-2023"`
	Name    string       `json:"name,omitempty" jsonschema:"what it is; must make sense by itself, in a table row or a search result" example:"Share of Aldmark"`
	Label   string       `json:"label" jsonschema:"what it is; follows the number, on a card or in a sentence" example:"of all emissions"`
	Formula data.Formula `json:"formula,omitempty" jsonschema:"how it is calculated; default: sum" example:"share"`
	Inputs  []string     `json:"inputs,omitempty" jsonschema:"ids of the figures from which it is calculated, which must come before it" example:"[\"aldmark-2023\", \"world-2023\"]"`
	Series  string       `json:"series,omitempty" jsonschema:"the id of its series; default: that of the first input" example:"emissions"`
	Period
	Base     string   `json:"base,omitempty" jsonschema:"the id of the total that it is a share of" example:"world-2023"`
	Decimals *int     `json:"decimals,omitempty" jsonschema:"how many decimals to show" example:"1"`
	ShownTo  *float64 `json:"shown_to,omitempty" jsonschema:"the step to which it is rounded on screen" example:"10"`
	Note     string   `json:"note,omitempty" jsonschema:"what to bear in mind" example:"Both numbers are rounded."`
}
