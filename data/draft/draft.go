// Package draft is a panel that somebody is making: what they said about a table, its words and
// its pictures, as a value that can be stored, undone and opened again.
package draft

import (
	"cmp"

	"factframe/data/format"
	"factframe/data/read"
)

// Draft is everything that a person has said. The table itself is stored beside it, because
// it stays the same while all else changes.
type Draft struct {
	File    string            `json:"file,omitempty"`    // the name of the table's file
	Options read.Options      `json:"options,omitzero"`  // what they said about the table
	Answers map[string]string `json:"answers,omitempty"` // to questions about it

	Package string `json:"package,omitempty"` // a package that was opened, if there is no table
	Before  string `json:"before,omitempty"`  // the package as it was published before

	Words   Words        `json:"words,omitzero"`
	Views   map[int]View `json:"views,omitempty"`   // by the place of the view in the package
	Named   string       `json:"named,omitempty"`   // the title when it was published: addresses are made from it
	Version string       `json:"version,omitempty"` // of the package; "" for the next one
	Address string       `json:"address,omitempty"` // where the site is published
	Many    bool         `json:"many,omitempty"`    // as a site of many files: each figure has a page
}

// Words are what the person says about all figures. What is empty stays as in the table, or
// "not stated".
type Words struct {
	Title      string `json:"title,omitempty"`
	Source     string `json:"source,omitempty"`
	Published  string `json:"published,omitempty"` // 2024, 2024-09 or 2024-09-12
	URL        string `json:"url,omitempty"`       // of the source, https://…
	Counted    string `json:"counted,omitempty"`
	Population string `json:"population,omitempty"` // who was counted
	Caution    string `json:"caution,omitempty"`
	Help       string `json:"help,omitempty"` // a name and a number
	HelpURL    string `json:"help_url,omitempty"`
	Credit     string `json:"credit,omitempty"`
	Licence    string `json:"licence,omitempty"`
	Contact    string `json:"contact,omitempty"`
	Accent     string `json:"accent,omitempty"`
}

// View is what the person says about one page.
type View struct {
	ID       string `json:"id,omitempty"` // its address, once it was published
	Headline string `json:"headline,omitempty"`
	Found    string `json:"found,omitempty"` // the finding that the figures had when the headline was written
	Subtitle string `json:"subtitle,omitempty"`
	Caution  string `json:"caution,omitempty"` // of this view, in place of the one of all views

	Picture   *Picture       `json:"picture,omitempty"`
	Highlight *[]string      `json:"highlight,omitempty"` // codes, or ids of figures; nil for those of the draft
	Filters   *[]string      `json:"filters,omitempty"`
	Orders    []string       `json:"orders,omitempty"` // the first is the one it opens with
	Events    []format.Event `json:"events,omitempty"`
}

// Picture is how a view is drawn.
type Picture struct {
	Mark     string           `json:"mark"`
	Channels *format.Channels `json:"channels,omitempty"`
	At       []string         `json:"at,omitempty"`
	Figures  []string         `json:"figures,omitempty"` // instead of the series
}

// Reading returns the options with which the table is read.
func (d Draft) Reading() read.Options {
	o, w := d.Options, d.Words
	o.Title, o.Source, o.Published, o.URL, o.Counted = cmp.Or(d.Named, w.Title), w.Source, Day(w.Published), Site(w.URL), w.Counted
	o.Ask = func(question string, _ ...string) (string, error) {
		if answer, has := d.Answers[question]; has {
			return answer, nil
		}
		return "", errUnanswered
	}
	return o
}
