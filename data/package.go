// Package data is the model of a package of published figures: what each figure
// counts, for whom, when and how exactly, and who published it.
//
// data/load reads a package from the JSON of a Frictionless Data Package.
// data/table answers a query with one table, from which every picture, sentence and
// download is made.
package data

import (
	"cmp"
	"slices"

	"factframe/app/text"
)

// Package is a loaded data package. It does not change after loading.
type Package struct {
	Name, Title, Description, Version string
	ShortTitle                        string // for window titles; empty if Title is short enough
	Licence                           string
	Contributors                      []string       // names of those who made it
	Original                          string         // the language of texts that are not translated, BCP 47
	Translations                      []string       // other languages that the package has
	Language                          string         // BCP 47, of the package's own texts as they were loaded
	Words                             *text.Language // of the widget's words: that language, or English where the widget does not have it
	YearBegins                        int            // the month in which the package's own year begins; 1 for the calendar year
	Oldest                            int            // the end of age axes, in years; 0 if not given
	Units                             []*Unit
	Methods                           []*Method
	Sources                           []*Source
	Series                            []*Series
	Figures                           []*Figure // printed ones first, then calculated ones, each in file order
	Dimensions                        []*Dimension
	Counted                           []*Counted
	OneBase                           []OneBase
	Statements                        []*Statement
	Confused                          [][]*Figure // figures that are often compared but are not comparable
	Definitions                       []Definition
	Brand                             Brand
	HelpTitle, HelpAdvice             string
	HelpShort                         string // HelpTitle on a phone; empty if HelpTitle is short enough
	Help                              []HelpLine
	Contact                           string        // where readers report an error: a mail address, or an address of a page, in which {figure} stands for a figure's id; may be empty
	Corrections                       []*Correction // newest first
	Views                             []*View

	Translated     []*Package        // the same in each other language; set where a package is checked
	Languages      []Language        // links to the site in each language; empty where it has one
	Few            bool              // the site has few files; set where it is built
	Foreign        map[string]string // the BCP 47 codes of texts that are not in the language of the page
	LongestForeign int               // of their lengths, in bytes
	Lacking        []Lack            // what they are, where a translation was loaded

	byID map[string]*Figure
	memo memo
}

// Language is one of the languages of a built site.
type Language struct {
	Tag  string `json:"tag"`
	Name string `json:"name"`
	Path string `json:"path"` // leads there from the root of this one
}

// Speaks reports whether the widget has words in the language of the package. Where it
// has none, a page is in English, and the texts of the package are marked.
func (p *Package) Speaks() bool {
	return p.Words.Is(p.Language)
}

// InEachLanguage returns the package and its translations.
func (p *Package) InEachLanguage() []*Package {
	return append([]*Package{p}, p.Translated...)
}

// Lack is a text of a package without a translation.
type Lack struct{ Record, Field string }

// Source is one document, and the chain of people and organisations through which
// its figures came.
type Source struct {
	ID, Title, Short string
	Brief            string // who counted, in two or three words; defaults to Publisher
	Publisher        string
	PublisherBasis   Basis
	Published        string // year, year-month or date
	PublishedBasis   Basis
	Originator       string
	Chain            []string
	Method           *Method // nil if not stated
	Area, Coverage   string
	SHA256           string // of the document the quotes were checked against; empty for a press report
	URL, Note        string
}

// Method is a way of collecting figures, such as a survey.
type Method struct {
	ID, Label string
	Asks      bool // it asks people, rather than counting what is reported
}

// Basis says whether a document states something or somebody inferred it.
type Basis string

const (
	Stated   Basis = "stated"
	Inferred Basis = "inferred"
)

// Bases lists both. The first is the default.
var Bases = []string{string(Stated), string(Inferred)}

// Series is what makes figures comparable: the same thing counted, unit,
// population, coverage and source.
type Series struct {
	ID, Title      string
	Counted        *Counted
	Unit           *Unit
	Population     string
	AgeMin, AgeMax *int // years, inclusive; nil when open
	CoverageN      *int // how many are covered
	CoverageM      *int // of how many
	CoverageWho    string
	Rolling        bool // the period of each figure overlaps that of the next
	Unnamed        bool // the document does not name those in CoverageWho, so nobody can ask them
	Source         *Source
	AlsoReportedBy []*Source
	Dimensions     []*Dimension
	Records        *Records // nil if the figures are listed one by one
	Note           string
	Words          *text.Language // the package's
}

// Dimension is a property by which the figures of a series differ.
type Dimension struct {
	ID, Title string
	Optional  bool   // a figure may have no code in it, and then passes every filter on it
	Ordered   bool   // its codes form a scale, such as from agree to disagree
	Caution   string // what to bear in mind when comparing its codes
	Codes     []*Code

	places map[string]int // index of each code by id; nil if codes were not added by Add
}

// Code is one value of a dimension.
type Code struct {
	ID, Label string
	Absent    bool   // it names what is missing, such as "not reported"
	Period    Period // the period it names, if it is a time
}

// Counted is a kind of thing that figures count.
type Counted struct {
	ID string
	text.Forms
	Alone  string // the words by themselves, where they differ from those after a number
	Beware string // what it is easily confused with
}

// Things returns the words for the counted things by themselves: "crimes".
func (c *Counted) Things() string { return cmp.Or(c.Alone, c.Many) }

// OneBase declares that a source uses several names for one counted thing. It is
// the only way to treat different counted things as one.
type OneBase struct {
	Source  *Source
	Counted []*Counted
	Reason  string // printed wherever the declaration is used
}

// Statement is something that a source states without a number.
type Statement struct {
	ID     string
	Source *Source
	Text   string
	Quote  string
}

// Definition explains a term in the package's own words.
type Definition struct{ Term, Text string }

// Brand is the look of a package owner's pages.
type Brand struct {
	Accent, AccentDark string // such as #78be20; empty for the default, and for the same as Accent
	Credit             string // the last line of every page; defaults to the package's contributors
	Logo               string // an SVG document, or empty
}

// HelpLine is a place where a reader can get help. The order is the same on every page.
type HelpLine struct{ Name, For, Phone, URL string }

// View is one page of the widget.
type View struct {
	ID, Title  string
	Headline   string   // a finding, 15 words at most
	Subtitle   string   // measure, coverage, period
	OneOf      []string // dimensions of which it shows one code at a time; it opens with the first
	Filters    []string
	Spans      bool     // readers can filter by period
	Units      []*Unit  // measures to choose from; the first is the default. Percent shows shares, any other the figures' own values
	Orders     []string // the first is the default
	Panels     []*PanelSpec
	Notes      []string
	Statements []*Statement
}

// PanelSpec says what one panel of a view draws. Exactly one of Series, Figures and
// Source is set.
type PanelSpec struct {
	ID, Title string
	Mark      Mark
	Channels  map[string]string // channel → dimension, attribute or measure
	Series    []*Series
	Figures   []*Figure
	Source    *Source
	Oldest    int      // the end of an age axis, in years
	At        []string // ids of the periods to show, including Latest and First; empty for all
	Highlight []string // what the headline is about: codes in the panel's channels, or ids of figures or series
	Events    []Event
}

// Event is something that happened during a time series, such as a new law or
// another way of counting.
type Event struct {
	At   Date
	Text string
}

// Figure returns the figure with this id, or nil.
func (p *Package) Figure(id string) *Figure { return p.byID[id] }

// Add adds a figure to the package, so that Figure finds it.
func (p *Package) Add(f *Figure) {
	if p.byID == nil {
		p.byID = map[string]*Figure{}
	}
	p.Figures = append(p.Figures, f)
	p.byID[f.ID] = f
}

// View returns the view with this id, or nil.
func (p *Package) View(id string) *View {
	return find(p.Views, id, func(v *View) string { return v.ID })
}

// find searches a list of pointers: these share one generic instance in the program.
func find[P comparable](list []P, id string, of func(P) string) (found P) {
	for _, x := range list {
		if of(x) == id {
			return x
		}
	}
	return found
}

// Dimension returns the dimension with this id, or nil.
func (p *Package) Dimension(id string) *Dimension {
	return find(p.Dimensions, id, func(d *Dimension) string { return d.ID })
}

// Dimension returns the series' dimension with this id, or nil.
func (s *Series) Dimension(id string) *Dimension {
	return find(s.Dimensions, id, func(d *Dimension) string { return d.ID })
}

// DimensionTitle returns the title of a dimension or attribute, or "".
func (p *Package) DimensionTitle(id string) string {
	if d := p.Dimension(id); d != nil {
		return d.Title
	}
	if AttributeOf(id) != nil {
		return p.Words.Say("attribute." + id)
	}
	return ""
}

// Add adds a code to the dimension. Code finds the first of two codes with one id.
func (d *Dimension) Add(c *Code) {
	if d.places == nil {
		d.places = map[string]int{}
	}
	if _, taken := d.places[c.ID]; !taken {
		d.places[c.ID] = len(d.Codes)
	}
	d.Codes = append(d.Codes, c)
}

// Code returns the code with this id, or nil.
func (d *Dimension) Code(id string) *Code {
	if i := d.Place(id); i >= 0 {
		return d.Codes[i]
	}
	return nil
}

// Place returns the index of a code in its dimension, or -1.
func (d *Dimension) Place(id string) int {
	if d.places == nil {
		return slices.IndexFunc(d.Codes, func(c *Code) bool { return c.ID == id })
	}
	if i, found := d.places[id]; found {
		return i
	}
	return -1
}

// DefaultFile is the file name in error messages about DefaultJSON.
const DefaultFile = "datapackage.json"

// ReservedPaths are folders that the site uses itself, so no view may be named
// after them.
var ReservedPaths = []string{"figure", "compare", "data", "img", "oembed", "embed", "receipts", "article", "away", "datapackage", "square"}

// Span is the name of the filter by first and last period.
const Span = "period"

// First and Latest select the first and latest period of the figures.
const (
	First  = "first"
	Latest = "latest"
)

// Orders lists the ways to order rows. The first is the default.
var Orders = []string{"size", "printed", "name"}
