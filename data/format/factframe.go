package format

import "factframe/data"

// Factframe is the property that only the widget reads.
type Factframe struct {
	Language    string       `json:"language" jsonschema:"the language of the package, BCP 47; the widget's own texts are only in English so far" example:"en-GB"`
	ShortTitle  string       `json:"short_title,omitempty" jsonschema:"the name of the site in window titles" example:"Emissions"`
	YearBegins  *int         `json:"year_begins,omitempty" jsonschema:"the month in which the package's year begins, if not January" example:"4"`
	Oldest      *int         `json:"oldest,omitempty" jsonschema:"the end of age axes, in years" example:"25"`
	Units       []Unit       `json:"units,omitempty" jsonschema:"units that the package defines"`
	Methods     []Method     `json:"methods,omitempty" jsonschema:"ways in which its sources collect figures"`
	Dimensions  []*Dimension `json:"dimensions,omitempty" jsonschema:"properties by which figures differ"`
	Counted     []Counted    `json:"counted" jsonschema:"what is counted"`
	OneBase     []OneBase    `json:"one_base,omitempty" jsonschema:"counted things that are one thing in a source"`
	Statements  []Statement  `json:"statements,omitempty" jsonschema:"what sources state without a number"`
	Definitions []Definition `json:"definitions,omitempty" jsonschema:"terms in the package's own words"`
	Confused    [][]string   `json:"confused,omitempty" jsonschema:"ids of figures that are often compared but are not comparable" example:"[[\"crimes-2023\", \"suspects-2023\"]]"`
	Brand       *Brand       `json:"brand,omitempty" jsonschema:"the look of its owner's pages"`
	HelpTitle   string       `json:"help_title,omitempty" jsonschema:"the heading above help lines" example:"Worried about a child?"`
	HelpShort   string       `json:"help_short,omitempty" jsonschema:"a shorter one for phones, if it does not fit on a line" example:"Worried?"`
	HelpAdvice  string       `json:"help_advice,omitempty" jsonschema:"a sentence above the help lines" example:"In an emergency call 999."`
	Help        []Help       `json:"help,omitempty" jsonschema:"where readers can get help; the first with a number is on every page"`
	Views       []View       `json:"views" jsonschema:"the pages"`
}

// Unit is a unit that the package defines.
type Unit struct {
	ID            string        `json:"id" jsonschema:"the id that series refer to" example:"gbp23"`
	Kind          data.UnitKind `json:"kind,omitempty" jsonschema:"the kind of quantity; counts, shares, ages and spans are never negative; default: count" example:"amount"`
	Title         string        `json:"title,omitempty" jsonschema:"what distinguishes it from other units" example:"pounds in prices of 2023"`
	One           string        `json:"one,omitempty" jsonschema:"after the number one in a sentence, if there is no prefix or suffix" example:"tonne"`
	Many          string        `json:"many,omitempty" jsonschema:"after any other number in a sentence" example:"tonnes"`
	Prefix        string        `json:"prefix,omitempty" jsonschema:"text before the number" example:"£"`
	Suffix        string        `json:"suffix,omitempty" jsonschema:"text after the number, with its space" example:" m"`
	Decimals      *int          `json:"decimals,omitempty" jsonschema:"the minimum number of decimals" example:"2"`
	ZeroIsNothing *bool         `json:"zero_is_nothing,omitempty" jsonschema:"whether a bar may start at zero; default: false for an index or an age" example:"true"`
	AddsUp        *bool         `json:"adds_up,omitempty" jsonschema:"whether values can be added up and be parts of a total; default: true for counts, amounts and spans" example:"false"`
	Per           string        `json:"per,omitempty" jsonschema:"for a rate: per what" example:"100,000 people"`
	Base          string        `json:"base,omitempty" jsonschema:"for money or an index: which prices, which year" example:"2015 = 100"`
}

// Method is a way of collecting figures.
type Method struct {
	ID    string `json:"id" jsonschema:"the id that sources refer to" example:"survey"`
	Label string `json:"label" jsonschema:"its name, in words" example:"a survey of households"`
	Asks  bool   `json:"asks,omitempty" jsonschema:"it asks people, so it is never compared with counts of reports" example:"true"`
}

// Dimension is a property by which figures differ.
type Dimension struct {
	ID       string `json:"id" jsonschema:"the id that series and channels refer to, and the field name in observations" example:"country"`
	Title    string `json:"title" jsonschema:"its name, in words" example:"Country"`
	Caution  string `json:"caution,omitempty" jsonschema:"what to bear in mind when comparing its codes" example:"Countries count differently."`
	Ordered  bool   `json:"ordered,omitempty" jsonschema:"its codes form a scale, such as answers from agree to disagree; parts of a whole are coloured in that order" example:"true"`
	Optional bool   `json:"optional,omitempty" jsonschema:"a figure may have no code in it" example:"true"`
	Codes    []Code `json:"codes,omitempty" jsonschema:"its values"`
}

// Code is one value of a dimension.
type Code struct {
	ID     string `json:"id" jsonschema:"the id that observations contain" example:"aldmark"`
	Label  string `json:"label" jsonschema:"its name, in words" example:"Aldmark"`
	Absent bool   `json:"absent,omitempty" jsonschema:"it is for missing information, such as not reported" example:"true"`
	Period
}

// Counted is a kind of thing that figures count.
type Counted struct {
	ID     string `json:"id" jsonschema:"the id that series refer to" example:"emission"`
	One    string `json:"one" jsonschema:"one of them" example:"tonne emitted"`
	Many   string `json:"many" jsonschema:"many of them" example:"tonnes emitted"`
	Beware string `json:"beware,omitempty" jsonschema:"what it is easily confused with" example:"not people: one person may report several"`
}

// OneBase declares that a source uses several names for one counted thing.
type OneBase struct {
	Source  string   `json:"source" jsonschema:"the id of the source" example:"paper-2016"`
	Counted []string `json:"counted,omitempty" jsonschema:"ids of the counted things" example:"[\"crime\", \"case\"]"`
	Reason  string   `json:"reason" jsonschema:"the reason, printed wherever this is used" example:"The report says cases and crimes for the same."`
}

// Statement is something that a source states without a number.
type Statement struct {
	ID     string `json:"id" jsonschema:"the id that views refer to" example:"no-record"`
	Source string `json:"source" jsonschema:"the id of its source" example:"release-2016"`
	Text   string `json:"text" jsonschema:"in the package's own words" example:"Nobody counts those."`
	Quote  string `json:"quote,omitempty" jsonschema:"the words of the source, at most 12" example:"we do not hold these figures"`
}

// Definition explains a term.
type Definition struct {
	Term string `json:"term" jsonschema:"the term" example:"Outcome"`
	Text string `json:"text" jsonschema:"what it means" example:"How a case was closed."`
}

// Brand is the look of a package owner's pages.
type Brand struct {
	Accent     string `json:"accent,omitempty" jsonschema:"the colour of marks, links and selected controls; made darker or lighter if it has too little contrast" example:"#78be20"`
	AccentDark string `json:"accent_dark,omitempty" jsonschema:"the same on dark pages; default: accent" example:"#9bd34f"`
	Credit     string `json:"credit,omitempty" jsonschema:"the last line of every page; default: contributors" example:"Chart: Example Trust"`
	Logo       string `json:"logo,omitempty" jsonschema:"an SVG file in the package's folder, at most 32 kB, shown 18 px high next to the credit" example:"logo.svg"`
}

// Help is a place where a reader can get help.
type Help struct {
	Name  string `json:"name" jsonschema:"who" example:"A help line"`
	For   string `json:"for,omitempty" jsonschema:"for whom" example:"children"`
	Phone string `json:"phone,omitempty" jsonschema:"their number" example:"0800 000 000"`
	URL   string `json:"url,omitempty" jsonschema:"their address" example:"https://help.example/"`
}

// View is one page.
type View struct {
	ID         string   `json:"id" jsonschema:"its address: lower-case letters, digits and hyphens" example:"countries"`
	Title      string   `json:"title" jsonschema:"its name in lists" example:"Countries"`
	Headline   string   `json:"headline" jsonschema:"a finding in at most 15 words; may contain figures, such as {aldmark-2023}" example:"Ten of forty countries emit two thirds of all"`
	Subtitle   string   `json:"subtitle" jsonschema:"what is counted, for whom, when" example:"Million tonnes of carbon dioxide, 2023"`
	Filters    []string `json:"filters,omitempty" jsonschema:"any of: dimensions, source, counted, series, year, and period for first and last period" example:"[\"country\", \"period\"]"`
	Units      []string `json:"units,omitempty" jsonschema:"measures to choose from; the first is the default; percent shows shares" example:"[\"count\", \"percent\"]"`
	Orders     []string `json:"orders,omitempty" jsonschema:"any of size, name and printed; the first is the default" example:"[\"size\", \"name\"]"`
	Panels     []Panel  `json:"panels" jsonschema:"what it draws"`
	Notes      []string `json:"notes,omitempty" jsonschema:"cautions; the first is always visible, and may begin with a few words and a colon" example:"[\"Not a ranking: countries count differently.\"]"`
	Statements []string `json:"statements,omitempty" jsonschema:"ids of statements" example:"[\"no-record\"]"`
}

// Panel is one chart or list. It has exactly one of series, figures and source.
type Panel struct {
	ID        string    `json:"id" jsonschema:"unique among the view's panels" example:"countries"`
	Title     string    `json:"title,omitempty" jsonschema:"a heading above it" example:"By country"`
	Mark      data.Mark `json:"mark" jsonschema:"the chart type" example:"bar"`
	Series    []string  `json:"series,omitempty" jsonschema:"ids of the series that it draws" example:"[\"emissions\"]"`
	Figures   []string  `json:"figures,omitempty" jsonschema:"or ids of figures" example:"[\"aldmark-2023\"]"`
	Source    string    `json:"source,omitempty" jsonschema:"or the id of a source, for a list" example:"review-2024"`
	Channels  *Channels `json:"channels,omitempty" jsonschema:"what each channel shows: a dimension, value, period, series or source"`
	At        []string  `json:"at,omitempty" jsonschema:"periods to show, such as latest, first, 2023 or 2023-q2; default: all" example:"[\"latest\"]"`
	Highlight []string  `json:"highlight,omitempty" jsonschema:"what the headline is about, drawn in the accent colour: codes, or ids of figures or series" example:"[\"aldmark\"]"`
	Events    []Event   `json:"events,omitempty" jsonschema:"events during a time series"`
}

// Channels say what each part of a chart shows.
type Channels struct {
	X      string `json:"x,omitempty" jsonschema:"horizontal position" example:"period"`
	Y      string `json:"y,omitempty" jsonschema:"vertical position, or the rows of bars" example:"country"`
	Colour string `json:"colour,omitempty" jsonschema:"lines, parts of a whole, or ends of a dumbbell" example:"country"`
	Facet  string `json:"facet,omitempty" jsonschema:"groups, or small charts" example:"sex"`
}

// Event is something that happened during a time series.
type Event struct {
	At   string `json:"at" jsonschema:"the day" example:"2020-03-23"`
	Text string `json:"text" jsonschema:"in a few words" example:"First lockdown"`
}
