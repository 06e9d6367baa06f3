package format

import "factframe/data"

// Factframe is the property that only the widget reads.
type Factframe struct {
	Language     string       `json:"language" jsonschema:"the language of the package, as a BCP 47 code; the widget uses the same language for its own words, or English if it does not have it" example:"en-GB"`
	Translations []string     `json:"translations,omitempty" jsonschema:"the other languages of the package, as BCP 47 codes; texts that are translatable may then be objects" example:"[\"cy\"]"`
	Original     string       `json:"original,omitempty" jsonschema:"written by the build: the language of texts that are not translated" example:"en-GB"`
	Foreign      []Foreign    `json:"foreign,omitempty" jsonschema:"written by the build: the texts that are not in the language of the page"`
	Languages    []Language   `json:"languages,omitempty" jsonschema:"written by the build: links to the site in each language"`
	Few          bool         `json:"few,omitempty" jsonschema:"written by the build: true in a site of few files" example:"true"`
	Words        string       `json:"words,omitempty" jsonschema:"written by the build: the widget's own words in the language" example:"show.table = Tabelle"`
	ShortTitle   string       `json:"short_title,omitempty" translatable:"yes" jsonschema:"the name of the site in window titles" example:"Emissions"`
	YearBegins   *int         `json:"year_begins,omitempty" jsonschema:"the month in which a year begins; 1 where absent" example:"4"`
	Oldest       *int         `json:"oldest,omitempty" jsonschema:"where axes of ages end, in years" example:"25"`
	Units        []Unit       `json:"units,omitempty" jsonschema:"units that the package adds"`
	Methods      []Method     `json:"methods,omitempty" jsonschema:"how the sources got their figures"`
	Dimensions   []*Dimension `json:"dimensions,omitempty" jsonschema:"what distinguishes one figure from another"`
	Counted      []Counted    `json:"counted" jsonschema:"what is counted"`
	OneBase      []OneBase    `json:"one_base,omitempty" jsonschema:"counted things that one source treats as the same"`
	Statements   []Statement  `json:"statements,omitempty" jsonschema:"what sources say without a number"`
	Definitions  []Definition `json:"definitions,omitempty" jsonschema:"explanations of terms"`
	Confused     [][]string   `json:"confused,omitempty" jsonschema:"ids of figures that are often compared but are not comparable" example:"[[\"crimes-2023\", \"suspects-2023\"]]"`
	Brand        *Brand       `json:"brand,omitempty" jsonschema:"the look of the pages"`
	HelpTitle    string       `json:"help_title,omitempty" translatable:"yes" jsonschema:"the heading above help lines" example:"Worried about a child?"`
	HelpShort    string       `json:"help_short,omitempty" translatable:"yes" jsonschema:"the same on a phone, if it is too long for one line" example:"Worried?"`
	HelpAdvice   string       `json:"help_advice,omitempty" translatable:"yes" jsonschema:"a sentence above the help lines" example:"In an emergency call 999."`
	Help         []Help       `json:"help,omitempty" jsonschema:"where readers can get help; the first entry with a phone number is shown on every page"`
	Contact      string       `json:"contact,omitempty" jsonschema:"where readers report an error: a mail address, or an address of a page, in which {figure} stands for the id of the figure" example:"figures@example.org"`
	Corrections  []Correction `json:"corrections,omitempty" jsonschema:"which published figures were changed, and why"`
	Views        []View       `json:"views" jsonschema:"the pages"`
}

// Language is one of the languages of a built site.
type Language struct {
	Tag  string `json:"tag" jsonschema:"its BCP 47 code" example:"cy"`
	Name string `json:"name" jsonschema:"its name in itself" example:"Cymraeg"`
	Path string `json:"path,omitempty" jsonschema:"the way there from the root of this site" example:"cy/"`
}

// Foreign is the texts in a language that is not that of the page.
type Foreign struct {
	Language string   `json:"language" jsonschema:"its BCP 47 code" example:"en-GB"`
	Texts    []string `json:"texts" jsonschema:"the texts" example:"[\"Emissions\"]"`
}

// Unit is a unit that a package adds.
type Unit struct {
	ID    string        `json:"id" jsonschema:"the id that series refer to" example:"gbp23"`
	Kind  data.UnitKind `json:"kind,omitempty" jsonschema:"the kind of number; counts, shares, ages and spans are never negative; count where absent" example:"amount"`
	Title string        `json:"title,omitempty" translatable:"yes" jsonschema:"what distinguishes it from other units" example:"pounds in prices of 2023"`
	One   string        `json:"one,omitempty" translatable:"yes" jsonschema:"the word after the number one in a sentence, if there is no sign" example:"tonne"`
	Forms
	Many          string `json:"many,omitempty" translatable:"yes" jsonschema:"the word after any other number in a sentence" example:"tonnes"`
	Prefix        string `json:"prefix,omitempty" translatable:"yes" jsonschema:"a sign before the number" example:"£"`
	Suffix        string `json:"suffix,omitempty" translatable:"yes" jsonschema:"a sign after the number, with its space" example:" m"`
	Decimals      *int   `json:"decimals,omitempty" jsonschema:"the least number of decimals" example:"2"`
	ZeroIsNothing *bool  `json:"zero_is_nothing,omitempty" jsonschema:"whether a bar may begin at zero; where absent, false for an index and an age" example:"true"`
	AddsUp        *bool  `json:"adds_up,omitempty" jsonschema:"whether values can be summed and be parts of a total; where absent, true for counts, amounts and spans" example:"false"`
	Per           string `json:"per,omitempty" translatable:"yes" jsonschema:"for a rate: per what" example:"100,000 people"`
	Base          string `json:"base,omitempty" translatable:"yes" jsonschema:"for money or an index: whose prices, which year" example:"2015 = 100"`
}

// Forms are the plural forms that only some languages have.
type Forms struct {
	Zero string `json:"zero,omitempty" translatable:"yes" jsonschema:"the form for the CLDR category zero, for languages that have it" example:"tunnell"`
	Two  string `json:"two,omitempty" translatable:"yes" jsonschema:"the form for the CLDR category two" example:"dunnell"`
	Few  string `json:"few,omitempty" translatable:"yes" jsonschema:"the form for the CLDR category few" example:"tony"`
}

// Method is a way in which figures come to be published.
type Method struct {
	ID    string `json:"id" jsonschema:"the id that sources refer to" example:"survey"`
	Label string `json:"label" translatable:"yes" jsonschema:"its name in words" example:"a survey of households"`
	Asks  bool   `json:"asks,omitempty" jsonschema:"true if it asks people; such figures are never compared with counts" example:"true"`
}

// Dimension is what distinguishes figures, such as a country.
type Dimension struct {
	ID       string `json:"id" jsonschema:"the id that series and channels refer to, and a field of observations" example:"country"`
	Title    string `json:"title" translatable:"yes" jsonschema:"its name in words" example:"Country"`
	Caution  string `json:"caution,omitempty" translatable:"yes" jsonschema:"what to be careful about when its codes are compared" example:"Countries count differently."`
	Ordered  bool   `json:"ordered,omitempty" jsonschema:"true if its codes have an order, such as answers from agree to disagree; parts of a whole are then coloured in that order" example:"true"`
	Optional bool   `json:"optional,omitempty" jsonschema:"true if a figure need not have one of its codes" example:"true"`
	Codes    []Code `json:"codes,omitempty" jsonschema:"its values"`
}

// Code is one value of a dimension.
type Code struct {
	ID     string `json:"id" jsonschema:"the value that observations have" example:"aldmark"`
	Label  string `json:"label" translatable:"yes" jsonschema:"its name in words" example:"Aldmark"`
	Absent bool   `json:"absent,omitempty" jsonschema:"true if it names what is missing, such as not reported" example:"true"`
	Period
}

// Counted is a kind of thing that figures count.
type Counted struct {
	ID  string `json:"id" jsonschema:"the id that series refer to" example:"emission"`
	One string `json:"one" translatable:"yes" jsonschema:"one of them" example:"tonne emitted"`
	Forms
	Many   string `json:"many" translatable:"yes" jsonschema:"many of them" example:"tonnes emitted"`
	Alone  string `json:"alone,omitempty" translatable:"yes" jsonschema:"the words by themselves, in languages where they differ from those after a number" example:"troseddau"`
	Beware string `json:"beware,omitempty" translatable:"yes" jsonschema:"what it is easily confused with" example:"not people: one person may report several"`
}

// OneBase declares that a source uses several names for one counted thing.
type OneBase struct {
	Source  string   `json:"source" jsonschema:"the id of the source" example:"paper-2016"`
	Counted []string `json:"counted,omitempty" jsonschema:"ids of the counted things" example:"[\"crime\", \"case\"]"`
	Reason  string   `json:"reason" translatable:"yes" jsonschema:"printed wherever this is used" example:"The report says cases and crimes for the same."`
}

// Statement is something a source says without a number.
type Statement struct {
	ID     string `json:"id" jsonschema:"the id that views refer to" example:"no-record"`
	Source string `json:"source" jsonschema:"the id of its source" example:"release-2016"`
	Text   string `json:"text" translatable:"yes" jsonschema:"the statement, not as a quote" example:"Nobody counts those."`
	Quote  string `json:"quote,omitempty" jsonschema:"the words of the source, 12 at most" example:"we do not have these figures"`
}

// Definition explains a term.
type Definition struct {
	Term string `json:"term" translatable:"yes" jsonschema:"the term" example:"Outcome"`
	Text string `json:"text" translatable:"yes" jsonschema:"what it means" example:"How a case was closed."`
}

// Brand is the look of a package's pages.
type Brand struct {
	Accent     string `json:"accent,omitempty" jsonschema:"the colour of marks, links and the selection; made darker or lighter if it has too little contrast" example:"#78be20"`
	AccentDark string `json:"accent_dark,omitempty" jsonschema:"the same in the dark theme; accent where absent" example:"#9bd34f"`
	Credit     string `json:"credit,omitempty" translatable:"yes" jsonschema:"a line at the end of every page; the contributors where absent" example:"Chart: Example Trust"`
	Logo       string `json:"logo,omitempty" jsonschema:"an SVG file in the package's folder, 32 kB at most, drawn 18 px high beside the credit" example:"logo.svg"`
}

// Help is a service where readers can get help.
type Help struct {
	Name  string `json:"name" translatable:"yes" jsonschema:"the name of the service" example:"A help line"`
	For   string `json:"for,omitempty" translatable:"yes" jsonschema:"for whom" example:"children"`
	Phone string `json:"phone,omitempty" jsonschema:"their number" example:"0800 000 000"`
	URL   string `json:"url,omitempty" jsonschema:"their address" example:"https://help.example/"`
}

// Correction says that a published figure was changed.
type Correction struct {
	Date   string `json:"date" jsonschema:"the day of the correction" example:"2026-03-03"`
	Figure string `json:"figure" jsonschema:"the id of the figure" example:"aldmark-2023"`
	Before string `json:"before" translatable:"yes" jsonschema:"what was published before" example:"310 million tonnes"`
	After  string `json:"after" translatable:"yes" jsonschema:"what is published now, with the digits of the value" example:"301 million tonnes"`
	Why    string `json:"why" translatable:"yes" jsonschema:"the reason, as a sentence" example:"Two digits were exchanged."`
}

// View is one page.
type View struct {
	ID         string   `json:"id" jsonschema:"its id and address: letters, digits, hyphens and underscores" example:"countries"`
	Title      string   `json:"title" translatable:"yes" jsonschema:"its name in lists" example:"Countries"`
	Headline   string   `json:"headline" translatable:"yes" jsonschema:"a finding, 15 words at most; can insert figures, such as {aldmark-2023}" example:"Ten of forty countries emit two thirds of all"`
	Subtitle   string   `json:"subtitle" translatable:"yes" jsonschema:"what is counted, for whom, when" example:"Million tonnes of carbon dioxide, 2023"`
	Filters    []string `json:"filters,omitempty" jsonschema:"what readers can filter by: dimensions, source, counted, series, year, and period for a span of time" example:"[\"country\", \"period\"]"`
	OneOf      []string `json:"one_of,omitempty" jsonschema:"dimensions of which the view shows one code at a time; it opens with the first" example:"[\"sex\"]"`
	Units      []string `json:"units,omitempty" jsonschema:"measures to choose from; the view opens with the first; percent shows shares" example:"[\"count\", \"percent\"]"`
	Orders     []string `json:"orders,omitempty" jsonschema:"orders to choose from; the view opens with the first: size, name, printed" example:"[\"size\", \"name\"]"`
	Panels     []Panel  `json:"panels" jsonschema:"its charts and lists"`
	Notes      []string `json:"notes,omitempty" translatable:"yes" jsonschema:"cautions; the first is always visible; each can begin with a few words and a colon" example:"[\"Not a ranking: countries count differently.\"]"`
	Statements []string `json:"statements,omitempty" jsonschema:"ids of statements" example:"[\"no-record\"]"`
}

// Panel is one picture, with exactly one of series, figures and source.
type Panel struct {
	ID        string    `json:"id" jsonschema:"an id that no other panel of the view has" example:"countries"`
	Title     string    `json:"title,omitempty" translatable:"yes" jsonschema:"a heading above it" example:"By country"`
	Mark      data.Mark `json:"mark" jsonschema:"how it is drawn" example:"bar"`
	Series    []string  `json:"series,omitempty" jsonschema:"ids of the series that it draws" example:"[\"emissions\"]"`
	Figures   []string  `json:"figures,omitempty" jsonschema:"or ids of figures" example:"[\"aldmark-2023\"]"`
	Source    string    `json:"source,omitempty" jsonschema:"or the id of a source, for a list" example:"review-2024"`
	Channels  *Channels `json:"channels,omitempty" jsonschema:"what is drawn where: dimensions, value, period, series, source"`
	At        []string  `json:"at,omitempty" jsonschema:"names of the periods to show: latest, first, 2023, 2023-q2; all where absent" example:"[\"latest\"]"`
	Highlight []string  `json:"highlight,omitempty" jsonschema:"what the headline names, drawn in the accent colour: codes, or ids of figures or series" example:"[\"aldmark\"]"`
	Events    []Event   `json:"events,omitempty" jsonschema:"what happened during the time of a line"`
}

// Channels say what is drawn where in a picture.
type Channels struct {
	X      string `json:"x,omitempty" jsonschema:"from left to right" example:"period"`
	Y      string `json:"y,omitempty" jsonschema:"upwards, or the rows of bars" example:"country"`
	Colour string `json:"colour,omitempty" jsonschema:"the lines, the parts of a whole or the two ends" example:"country"`
	Facet  string `json:"facet,omitempty" jsonschema:"groups of rows, or small charts" example:"sex"`
}

// Event is what happened during the time of a line.
type Event struct {
	At   string `json:"at" jsonschema:"the day" example:"2020-03-23"`
	Text string `json:"text" translatable:"yes" jsonschema:"what happened, in a few words" example:"First lockdown"`
}
