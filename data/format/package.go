// Package format describes the file format of a package as Go types: one field
// for each that package data reads, with a description and an example. Code that
// makes a package writes these types. The JSON Schema and the reference are
// generated from them.
package format

import "factframe/data"

// Package is a datapackage.json.
type Package struct {
	Schema       string      `json:"$schema,omitempty" jsonschema:"the JSON Schema that editors use to complete and check fields" example:"./datapackage.schema.json"`
	Profile      string      `json:"profile,omitempty" jsonschema:"the Frictionless profile, for other tools" example:"https://datapackage.org/profiles/2.0/datapackage.json"`
	ID           string      `json:"id,omitempty" jsonschema:"an identifier of the package, for other tools" example:"https://figures.example/emissions"`
	Name         string      `json:"name" jsonschema:"a short name for file names and tools" example:"emissions"`
	Title        string      `json:"title" translatable:"yes" jsonschema:"what the figures are about" example:"Emissions by country"`
	Description  string      `json:"description,omitempty" translatable:"yes" jsonschema:"what the package contains, in a sentence or two" example:"Carbon dioxide by country since 2014."`
	Version      string      `json:"version" jsonschema:"the version of the package" example:"1.0.0"`
	Created      string      `json:"created,omitempty" jsonschema:"when the package was made, for other tools" example:"2024-09-01T00:00:00Z"`
	Homepage     string      `json:"homepage,omitempty" jsonschema:"the web page of the package, for other tools" example:"https://figures.example/"`
	Keywords     []string    `json:"keywords,omitempty" jsonschema:"keywords for catalogues" example:"[\"climate\"]"`
	Image        string      `json:"image,omitempty" jsonschema:"a picture for catalogues" example:"cover.png"`
	Licenses     []Licence   `json:"licenses,omitempty" jsonschema:"the licences under which other people may use it"`
	Contributors []any       `json:"contributors,omitempty" jsonschema:"who made it; credited on every page" example:"[{\"title\": \"Data desk\"}]"`
	Sources      []any       `json:"sources,omitempty" jsonschema:"for other tools; the widget reads the resource of that name" example:"[{\"title\": \"Energy review\"}]"`
	Resources    []*Resource `json:"resources" jsonschema:"the tables: sources, series, observations, derived, and one for each table of records"`
	Factframe    *Factframe  `json:"factframe" jsonschema:"what only the widget reads"`
}

// Licence is a licence under which other people may use the package.
type Licence struct {
	Name  string `json:"name" jsonschema:"its short name" example:"CC-BY-4.0"`
	Title string `json:"title,omitempty" jsonschema:"its name in words" example:"Creative Commons Attribution 4.0"`
	Path  string `json:"path,omitempty" jsonschema:"where it can be read" example:"https://creativecommons.org/licenses/by/4.0/"`
}

// Resource is one table, its rows inline or in a CSV file beside the package.
type Resource struct {
	Name    string       `json:"name" jsonschema:"sources, series, observations or derived; a table with any other name contains records" example:"observations"`
	Profile string       `json:"profile,omitempty" jsonschema:"the Frictionless profile of a table" example:"tabular-data-resource"`
	Path    string       `json:"path,omitempty" jsonschema:"a CSV file in the package's folder, instead of data" example:"figures.csv"`
	Format  string       `json:"format,omitempty" jsonschema:"csv if the rows are text" example:"csv"`
	Schema  *TableSchema `json:"schema,omitempty" jsonschema:"the types of a CSV's columns"`
	Data    any          `json:"data,omitempty" jsonschema:"the rows; for records, the lines of a CSV as text"`
}

// TableSchema is the Frictionless Table Schema of a CSV.
type TableSchema struct {
	Fields []Field `json:"fields" jsonschema:"one for each column"`
}

// Field is a column of a CSV.
type Field struct {
	Name string `json:"name" jsonschema:"the column's name in the first line" example:"value"`
	Type string `json:"type" jsonschema:"string, number, integer, boolean or array" example:"number"`
}

// Source is a row of the resource "sources": a document.
type Source struct {
	ID             string     `json:"id" jsonschema:"its id: letters, digits, hyphens and underscores" example:"review-2024"`
	Title          string     `json:"title" translatable:"yes" jsonschema:"what the document is called" example:"Energy review 2024"`
	Publisher      string     `json:"publisher" translatable:"yes" jsonschema:"who published it" example:"Office of Energy"`
	Published      string     `json:"published" jsonschema:"when: a year, a month or a day" example:"2024-09"`
	Short          string     `json:"short,omitempty" translatable:"yes" jsonschema:"the name in a source line; the publisher where absent" example:"Office of Energy"`
	Brief          string     `json:"brief,omitempty" translatable:"yes" jsonschema:"the name on a card, in two or three words" example:"the Office"`
	PublisherBasis data.Basis `json:"publisher_basis,omitempty" jsonschema:"whether the document states its publisher" example:"inferred"`
	PublishedBasis data.Basis `json:"published_basis,omitempty" jsonschema:"whether the document states its date" example:"inferred"`
	Originator     string     `json:"originator,omitempty" translatable:"yes" jsonschema:"who counted; the publisher where absent" example:"43 police forces"`
	Chain          []string   `json:"chain,omitempty" translatable:"yes" jsonschema:"who passed the figures on, in order" example:"[\"police forces\", \"a newspaper\"]"`
	Method         string     `json:"method,omitempty" jsonschema:"the id of a method" example:"survey"`
	Area           string     `json:"area,omitempty" translatable:"yes" jsonschema:"the area that it covers" example:"England and Wales"`
	Coverage       string     `json:"coverage,omitempty" translatable:"yes" jsonschema:"who is covered" example:"all households"`
	SHA256         string     `json:"sha256,omitempty" jsonschema:"the hash of the document that quotes were checked against" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
	URL            string     `json:"url,omitempty" jsonschema:"where it can be read" example:"https://figures.example/review.pdf"`
	Note           string     `json:"note,omitempty" translatable:"yes" jsonschema:"what readers should know" example:"Revised each year."`
}

// Series is a row of the resource "series": what makes figures comparable.
type Series struct {
	ID              string   `json:"id" jsonschema:"its id: letters, digits, hyphens and underscores" example:"emissions"`
	Title           string   `json:"title" translatable:"yes" jsonschema:"what it is called" example:"Emissions"`
	Counted         string   `json:"counted" jsonschema:"the id of what is counted" example:"emission"`
	Unit            string   `json:"unit,omitempty" jsonschema:"the id of a unit; count where absent" example:"percent"`
	Source          string   `json:"source" jsonschema:"the id of its source" example:"review-2024"`
	Population      string   `json:"population,omitempty" translatable:"yes" jsonschema:"who the figures are about; where absent, they can be compared only with each other" example:"children aged 10 to 17"`
	AgeMin          *int     `json:"age_min,omitempty" jsonschema:"the youngest age, in years" example:"10"`
	AgeMax          *int     `json:"age_max,omitempty" jsonschema:"the oldest age, in years" example:"17"`
	CoverageN       *int     `json:"coverage_n,omitempty" jsonschema:"how many are covered" example:"28"`
	CoverageM       *int     `json:"coverage_m,omitempty" jsonschema:"of how many" example:"43"`
	CoverageWho     string   `json:"coverage_who,omitempty" translatable:"yes" jsonschema:"who is covered; where absent, its figures can be compared only with each other" example:"police forces that answered"`
	CoverageUnnamed bool     `json:"coverage_unnamed,omitempty" jsonschema:"true if the document does not name who is covered" example:"true"`
	AlsoReportedBy  []string `json:"also_reported_by,omitempty" jsonschema:"ids of other sources of the same figures" example:"[\"paper-2016\"]"`
	Dimensions      []string `json:"dimensions,omitempty" jsonschema:"ids of the dimensions that distinguish its figures" example:"[\"country\"]"`
	Rolling         bool     `json:"rolling,omitempty" jsonschema:"true if the period of each figure overlaps that of the next, as with averages over three months; lines may then connect them" example:"true"`
	Records         *Records `json:"records,omitempty" jsonschema:"the table that is added up, instead of figures"`
	Note            string   `json:"note,omitempty" translatable:"yes" jsonschema:"what readers should know" example:"Provisional."`
}

// Records describe the table that a series adds up.
type Records struct {
	Resource string `json:"resource" jsonschema:"the name of a resource with the lines of a CSV" example:"cases"`
	Period
}

// Period is the time that something covers, both days included.
type Period struct {
	PeriodStart string     `json:"period_start,omitempty" jsonschema:"the first day" example:"2023-01-01"`
	PeriodEnd   string     `json:"period_end,omitempty" jsonschema:"the last day" example:"2023-12-31"`
	PeriodText  string     `json:"period_text,omitempty" translatable:"yes" jsonschema:"the period as the document describes it, if that is not plain dates" example:"the last three years"`
	PeriodBasis data.Basis `json:"period_basis,omitempty" jsonschema:"whether the document states the period" example:"inferred"`
}

// Observation is a row of the resource "observations": a figure as printed. It
// has one more field for each dimension of its series, with a code.
type Observation struct {
	ID     string `json:"id" jsonschema:"its id and address: letters, digits, hyphens and underscores" example:"aldmark-2023"`
	Series string `json:"series" jsonschema:"the id of its series" example:"emissions"`
	Name   string `json:"name,omitempty" translatable:"yes" jsonschema:"a name that makes sense by itself" example:"Emissions of Aldmark"`
	Label  string `json:"label,omitempty" translatable:"yes" jsonschema:"the words that follow the number" example:"tonnes emitted by Aldmark"`
	Period
	Value      *float64       `json:"value,omitempty" jsonschema:"the number; null or absent if there is none, and then status gives the reason" example:"1030.6"`
	ValueText  string         `json:"value_text,omitempty" jsonschema:"the number as the document prints it" example:"1,030.6"`
	Low        *float64       `json:"low,omitempty" jsonschema:"the lower end of the printed interval" example:"1010"`
	High       *float64       `json:"high,omitempty" jsonschema:"the upper end of the printed interval" example:"1050"`
	Qualifier  data.Qualifier `json:"qualifier,omitempty" jsonschema:"how exact the number is; as_printed where absent" example:"about"`
	RoundedTo  *float64       `json:"rounded_to,omitempty" jsonschema:"the step to which the source rounded it" example:"100"`
	Status     data.Status    `json:"status,omitempty" jsonschema:"the SDMX status; A where absent; O (missing), L (not collected), M (cannot exist) and Q (suppressed) have no value; B and D break a line" example:"P"`
	Base       string         `json:"base,omitempty" jsonschema:"the id of the total that it is a share of, or not_printed" example:"world-2023"`
	Percent    *float64       `json:"percent,omitempty" jsonschema:"the share of its base, if the document prints it" example:"62.7"`
	Restates   string         `json:"restates,omitempty" jsonschema:"the id of the figure that it repeats" example:"aldmark-2022"`
	MayRestate string         `json:"may_restate,omitempty" jsonschema:"the same, if it is not certain" example:"aldmark-2022"`
	Quote      string         `json:"quote,omitempty" jsonschema:"the words of the document that contain it, 12 at most" example:"emitted 1,030.6 million tonnes"`
	Note       string         `json:"note,omitempty" translatable:"yes" jsonschema:"what readers should know" example:"Estimated by the Office."`
}

// Derived is a row of the resource "derived": a calculated figure. It has one
// more field for each dimension of its series.
type Derived struct {
	ID      string       `json:"id" jsonschema:"its id and address: letters, digits, hyphens and underscores" example:"growth-2023"`
	Name    string       `json:"name,omitempty" translatable:"yes" jsonschema:"a name that makes sense by itself" example:"Share of Aldmark"`
	Label   string       `json:"label" translatable:"yes" jsonschema:"the words that follow the number" example:"of all emissions"`
	Formula data.Formula `json:"formula,omitempty" jsonschema:"how it is computed; sum where absent" example:"share"`
	Inputs  []string     `json:"inputs,omitempty" jsonschema:"ids of the figures that it is computed from; each must come before it" example:"[\"aldmark-2023\", \"world-2023\"]"`
	Series  string       `json:"series,omitempty" jsonschema:"the id of its series; that of its first input where absent" example:"emissions"`
	Period
	Base     string   `json:"base,omitempty" jsonschema:"the id of the total that it is a share of" example:"world-2023"`
	Decimals *int     `json:"decimals,omitempty" jsonschema:"the number of decimals to show" example:"1"`
	ShownTo  *float64 `json:"shown_to,omitempty" jsonschema:"the step to which it is rounded on screen" example:"10"`
	Note     string   `json:"note,omitempty" translatable:"yes" jsonschema:"what readers should know" example:"Both numbers are rounded."`
}
