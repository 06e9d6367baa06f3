package draft

import "factframe/data/load"

// Answer is what a draft makes of its table, for the page on which a person works. Everything
// in it is text, so that it can pass from one program to another.
type Answer struct {
	Table    Table          `json:"table"`
	Problems []load.Problem `json:"problems"` // of the package: while there are any, it cannot be published
	Words    Words          `json:"words"`    // of the package
	Views    []Page         `json:"views"`
	Changes  string         `json:"changes"`
	Next     string         `json:"next"` // the version that it gets if it is published now

	Mark     string `json:"mark"`      // the word before a headline that nobody has written yet
	NoSource string `json:"no_source"` // how the package says that its source is not stated
	NoDate   string `json:"no_date"`
	NoWords  string `json:"no_words"` // the caution of a view that nobody has read yet
}

// Table is how the table was read.
type Table struct {
	Sheet    string    `json:"sheet"`
	Others   []string  `json:"others"`
	Columns  []Column  `json:"columns"`
	Heads    []Line    `json:"heads"`
	Lines    []Line    `json:"lines"` // the first ones
	Count    int       `json:"count"` // of all lines
	Totals   int       `json:"totals"`
	Faults   []Fault   `json:"faults"`
	Question *Question `json:"question"`
	Guesses  []Guess   `json:"guesses"`
	Warnings []Warning `json:"warnings"`
}

// Column is what a column is taken for.
type Column struct {
	Name    string `json:"name"`
	Place   string `json:"place"` // as options name it
	Role    string `json:"role"`  // "values", "period", "category", "unit", "notes" or "left out"
	Dated   bool   `json:"dated"` // its heading is a period
	Filled  int    `json:"filled"`
	Numbers int    `json:"numbers"`
}

// Line is a line of the table.
type Line struct {
	Number int      `json:"number"`
	Cells  []string `json:"cells"`
	Total  bool     `json:"total"` // its values are totals
}

// Fault is what cannot be read, and Meant the number that it was probably meant to be.
type Fault struct {
	Line   int    `json:"line"` // from 1; 0 if it is about the whole table
	Column int    `json:"column"`
	Cell   string `json:"cell"`
	Meant  string `json:"meant"`
	Wrong  string `json:"wrong"`
	Want   string `json:"want"`
}

// Question is what only a person can answer.
type Question struct {
	Text    string   `json:"text"`
	Answers []string `json:"answers"`
}

// Guess is what was understood of a table. Option changes it; "" if no option does by itself.
type Guess struct {
	Text   string `json:"text"`
	Option string `json:"option"`
	Column int    `json:"column"` // from 1; 0 if it is about the whole table
}

// Warning is something to decide before the table is published.
type Warning struct {
	Text   string `json:"text"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Total  string `json:"total"` // line and column of a total to leave out, as "6 4"; "" if there is none
}

// Page is one view of the package.
type Page struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Headline  string   `json:"headline"` // as the package has it, with {ids}
	Subtitle  string   `json:"subtitle"`
	Caution   string   `json:"caution"`
	Found     string   `json:"found"` // the finding of the figures
	Mark      string   `json:"mark"`
	Highlight []string `json:"highlight"`
	Codes     []Choice `json:"codes"`   // what can stand out
	Filters   []Choice `json:"filters"` // what readers can choose
	Figures   []Choice `json:"figures"` // numbers for texts
	Orders    []string `json:"orders"`
	Timed     bool     `json:"timed"` // its picture can have events
	Verdict   string   `json:"verdict"`
	Aloud     string   `json:"aloud"` // the page in words
}

// Choice is one of several things to choose, by its id.
type Choice struct {
	ID     string `json:"id"`
	Label  string `json:"label"`
	Value  string `json:"value,omitempty"` // of a figure
	Chosen bool   `json:"chosen"`
}

// Mark is a way to draw a view. Reason says why it cannot be drawn so; "" if it can.
type Mark struct {
	Name    string  `json:"name"` // of an entry in the catalogue of words
	Picture Picture `json:"picture"`
	SVG     string  `json:"svg"`
	Chosen  bool    `json:"chosen"`
	Reason  string  `json:"reason"`
}
