// Package data holds a package of published figures: what each one counts, for
// whom, when and how exactly, and who said so.
//
// data/load reads one from the JSON of a Frictionless Data Package; data/table
// answers a reader's choice with one table, from which every picture, sentence and
// download is made.
package data

import (
	"slices"
)

// Package is a loaded data package. It is not changed after it is loaded.
type Package struct {
	Name, Title, Description, Version string
	ShortTitle                        string // for the titles of windows; empty where Title is short enough
	Licence                           string
	Contributors                      []string // who made it, by their names
	Language                          string   // BCP 47
	YearBegins                        int      // the month that a year of its own begins in; 1 where it has none
	Oldest                            int      // where axes of ages end, in years; 0 where the package does not say
	Units                             []*Unit
	Methods                           []*Method
	Sources                           []*Source
	Series                            []*Series
	Figures                           []*Figure // printed ones first, then calculated ones, each in file order
	Dimensions                        []*Dimension
	Counted                           []*Counted
	OneBase                           []OneBase
	Statements                        []*Statement
	Confused                          [][]*Figure // often compared, and not comparable
	Definitions                       []Definition
	Brand                             Brand
	HelpTitle, HelpAdvice             string
	HelpShort                         string // HelpTitle on a phone; empty where that is short enough
	Help                              []HelpLine
	Views                             []*View

	byID map[string]*Figure
	memo memo
}

// Source is one document, and the chain of hands that its figures came through.
type Source struct {
	ID, Title, Short string
	Brief            string // who counted, in two or three words; Publisher where it is not given
	Publisher        string
	PublisherBasis   Basis
	Published        string // year, year-month or date
	PublishedBasis   Basis
	Originator       string
	Chain            []string
	Method           *Method // nil where it is not stated
	Area, Coverage   string
	SHA256           string // of the document the quotes were checked against; empty for a press report
	URL, Note        string
}

// Method is a way in which figures come to be published.
type Method struct {
	ID, Label string
	Asks      bool // it asks people, where others count what comes to them
}

// Basis says whether a document states something or a reader worked it out.
type Basis string

const (
	Stated   Basis = "stated"
	Inferred Basis = "inferred"
)

// Bases are both of them; the first is meant where nothing is said.
var Bases = []string{string(Stated), string(Inferred)}

// Series is what makes figures comparable: one thing counted, in one unit, for
// one population, covered by one group, told by one source.
type Series struct {
	ID, Title      string
	Counted        *Counted
	Unit           *Unit
	Population     string
	AgeMin, AgeMax *int // years, inclusive; nil when open
	CoverageN      *int // how many are covered
	CoverageM      *int // of how many
	CoverageWho    string
	Unnamed        bool // the document does not name whom CoverageWho speaks of, so nobody can ask them
	Source         *Source
	AlsoReportedBy []*Source
	Dimensions     []*Dimension
	Records        *Records // nil for a series whose figures are listed one by one
	Note           string
}

// Dimension is a way to tell the figures of a series apart.
type Dimension struct {
	ID, Title string
	Optional  bool   // a figure may have none of its codes, and then passes every filter by it
	Ordered   bool   // its codes go from one end to the other, such as from agree to disagree
	Caution   string // what to bear in mind when its codes are compared
	Codes     []*Code

	places map[string]int // of codes, by their ids; nil where codes were not added by Add
}

// Code is one value of a dimension.
type Code struct {
	ID, Label string
	Absent    bool   // it names what is lacking, such as "not reported"
	Period    Period // that it stands for, where it is one of time
}

// Counted is a kind of thing that figures count.
type Counted struct {
	ID, One, Many string
	Beware        string // what it is easily confused with
}

// OneBase declares that a source uses several names for one counted thing.
// Nothing else may treat different counted things as one.
type OneBase struct {
	Source  *Source
	Counted []*Counted
	Reason  string // printed wherever the declaration is used
}

// Statement is something a source says without a number.
type Statement struct {
	ID     string
	Source *Source
	Text   string
	Quote  string
}

// Definition explains a term in the package's own words.
type Definition struct{ Term, Text string }

// Brand is what the pages of a package's owner look like.
type Brand struct {
	Accent, AccentDark string // as #78be20; empty for the widget's own, and for Accent
	Credit             string // a line that ends every page; else who made the package
	Logo               string // an SVG document; empty where there is none
}

// HelpLine is where a reader can turn. The order is the same on every page.
type HelpLine struct{ Name, For, Phone, URL string }

// View is one page of the panel.
type View struct {
	ID, Title  string
	Headline   string // a finding, 15 words at most
	Subtitle   string // measure, coverage, period
	Filters    []string
	Spans      bool     // a reader can choose a span of time
	Units      []*Unit  // measures to choose from, the first is the default: Percent is of shares, any other the figures' own
	Orders     []string // the first is the default
	Panels     []*PanelSpec
	Notes      []string
	Statements []*Statement
}

// PanelSpec says what one panel of a view draws. Exactly one of Series,
// Figures and Source chooses the figures.
type PanelSpec struct {
	ID, Title string
	Mark      Mark
	Channels  map[string]string // of Channels → dimension, attribute or measure
	Series    []*Series
	Figures   []*Figure
	Source    *Source
	Oldest    int      // where an axis of ages ends, in years
	At        []string // names of the periods that it shows, Latest and First among them; all where it is empty
	Highlight []string // what the headline names: codes in its channels, ids of figures or of series
	Events    []Event
}

// Event is what happened at a time that a line runs through: a new law, another
// way of counting.
type Event struct {
	At   Date
	Text string
}

// Figure returns the figure of that id, or nil.
func (p *Package) Figure(id string) *Figure { return p.byID[id] }

// Add adds a figure, which is found by its id from then on.
func (p *Package) Add(f *Figure) {
	if p.byID == nil {
		p.byID = map[string]*Figure{}
	}
	p.Figures = append(p.Figures, f)
	p.byID[f.ID] = f
}

// View returns the view of that id, or nil.
func (p *Package) View(id string) *View {
	return find(p.Views, id, func(v *View) string { return v.ID })
}

// find is for lists of pointers: all of those share one instance of it in the
// program.
func find[P comparable](list []P, id string, of func(P) string) (found P) {
	for _, x := range list {
		if of(x) == id {
			return x
		}
	}
	return found
}

// Dimension returns the dimension of that id, or nil.
func (p *Package) Dimension(id string) *Dimension {
	return find(p.Dimensions, id, func(d *Dimension) string { return d.ID })
}

// Dimension returns the dimension of that id by which the series' figures are
// told apart, or nil.
func (s *Series) Dimension(id string) *Dimension {
	return find(s.Dimensions, id, func(d *Dimension) string { return d.ID })
}

// DimensionTitle names a dimension or attribute for a reader.
func (p *Package) DimensionTitle(id string) string {
	if d := p.Dimension(id); d != nil {
		return d.Title
	}
	if a := AttributeOf(id); a != nil {
		return a.Title
	}
	return ""
}

// Add adds a code, which is found by its id from then on: of two with one id, the
// first.
func (d *Dimension) Add(c *Code) {
	if d.places == nil {
		d.places = map[string]int{}
	}
	if _, taken := d.places[c.ID]; !taken {
		d.places[c.ID] = len(d.Codes)
	}
	d.Codes = append(d.Codes, c)
}

// Code returns the code of that id, or nil.
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

// DefaultFile is the name under which problems of DefaultJSON are told.
const DefaultFile = "datapackage.json"

// ReservedPaths are folders of the built site beside the views, and the page of
// the preview that embeds them.
var ReservedPaths = []string{"figure", "compare", "data", "img", "oembed", "embed", "receipts", "article", "away"}

// Span is the filter by two ends of a time.
const Span = "period"

// First and Latest are names of periods that follow the figures.
const (
	First  = "first"
	Latest = "latest"
)

// Orders are the ways to order rows; the first is by size.
var Orders = []string{"size", "printed", "name"}
