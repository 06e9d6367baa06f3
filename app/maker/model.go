// Package maker is the page on which people make a panel from a table. Each step is a function
// of a Model, so that tests can print it; do.go has what a click or a key changes in it.
package maker

import (
	"cmp"
	"slices"
	"strings"

	"factframe/app/text"
	"factframe/data/draft"
)

// Steps are the steps from a table to a site, after the start.
var Steps = []string{"table", "words", "picture", "look", "publish"}

// Model is everything that the page shows.
type Model struct {
	Words   *text.Language
	Names   []Language // that a panel can have
	Step    string     // one of Steps; "" for the start
	Open    string     // what is open in place, such as "role 2" or "cell 2 5"
	History History
	ID      string // of the draft among those that are kept; "" before there is one
	Answer  draft.Answer
	Read    bool // there is an answer about this draft
	Marks   []draft.Mark
	View    int          // the place of the view that is edited
	More    []draft.Line // lines of the table after those of the answer
	From    int          // the place of the first of them

	Kept    string // the time when the draft was kept; "" before it was
	Full    bool   // this browser cannot keep it
	Offline bool
	Other   bool // the draft is open in another tab
	Stopped bool // the program of the worker ended
	Drafts  []Saved
	Deleted string // the id of a draft that was just deleted

	Doing string // what takes a while: "reading", "building"; "" for nothing
	Done  int    // how much of it is done
	Wrong string // what a file that was opened has wrong
	Want  string // how to fix it
	Typed string // in a field that is not part of the draft

	Width  string // of the preview: "320", "360", "640", "full"
	As     string // "panel", "card", "plain", "aloud"
	Seen   string // "light", "dark", "grey", "protan", "deutan", "tritan"
	Aside  bool   // on a narrow page the panel is shown in place of the step
	Height int    // of the panel at the width of an article, in px

	Taken  string // the time of the last download of the site
	Files  int    // how many files it had
	Bytes  int    // its size
	Copied bool   // the snippet was copied
}

// Language is a language that a panel can be in, with its name in itself.
type Language struct{ Tag, Name string }

// Saved is a draft that is kept in this browser.
type Saved struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	When string `json:"when"` // as people write it
}

// New returns the page as it opens.
func New(words *text.Language, names []Language) Model {
	return Model{Words: words, Names: names, Width: "360", As: "panel", Seen: "light"}
}

// Draft is the draft as it is now.
func (m *Model) Draft() draft.Draft { return m.History.Draft() }

// Begun reports whether there is a table or a package.
func (m *Model) Begun() bool { return m.ID != "" }

// Name is what the draft is called: its title, or the name of its table.
func (m *Model) Name() string {
	name := cmp.Or(m.shown().Title, m.Draft().File, m.say("untitled"))
	if columns := m.Answer.Table.Columns; name == m.say("pasted") && len(columns) > 0 { // to recognise it in a list
		name = m.Words.Named(name, columns[0].Name)
	}
	return name
}

// Page is the view that is edited.
func (m *Model) Page() (draft.Page, bool) {
	if len(m.Answer.Views) == 0 {
		return draft.Page{}, false
	}
	return m.Answer.Views[m.place()], true
}

// edits are what the person said about the view that is edited.
func (m *Model) edits() draft.View {
	return m.Draft().Views[m.place()]
}

// place is the place of the view that is edited, of which a newer table may have fewer.
func (m *Model) place() int { return max(0, min(m.View, len(m.Answer.Views)-1)) }

// shown are the words that the package has, whether the person or the table said them.
func (m *Model) shown() draft.Words {
	w := m.Draft().Words
	in := m.Answer.Words
	return draft.Words{
		Title: cmp.Or(w.Title, in.Title), Source: cmp.Or(w.Source, m.stated(in.Source, m.Answer.NoSource)), Published: cmp.Or(w.Published, m.stated(in.Published, m.Answer.NoDate)),
		URL: cmp.Or(w.URL, in.URL), Counted: w.Counted, Population: cmp.Or(w.Population, in.Population), Caution: m.caution(), Help: cmp.Or(w.Help, in.Help),
		HelpURL: cmp.Or(w.HelpURL, in.HelpURL), Credit: cmp.Or(w.Credit, in.Credit), Licence: cmp.Or(w.Licence, in.Licence), Contact: cmp.Or(w.Contact, in.Contact), Accent: cmp.Or(w.Accent, in.Accent),
	}
}

// caution is the first caution of the view, unless it is that of a draft.
func (m *Model) caution() string {
	p, _ := m.Page()
	return cmp.Or(m.edits().Caution, m.Draft().Words.Caution, m.stated(p.Caution, m.Answer.NoWords))
}

// stated returns a word of the package, or "" if that says that it is not stated.
func (m *Model) stated(word, said string) string {
	if word == said {
		return ""
	}
	return word
}

// Unstated lists the words that nobody has said and that readers need, by the names of their
// fields.
func (m *Model) Unstated() []string {
	w := m.shown()
	var list []string
	title := w.Title
	if title == m.say("pasted") {
		title = ""
	}
	headline := "written"
	if p, drawn := m.Page(); drawn && strings.HasPrefix(p.Headline, m.draftMark()) {
		headline = ""
	}
	for _, f := range []struct{ name, value string }{{"title", title}, {"headline", headline}, {"source", w.Source}, {"published", draft.Day(w.Published)}, {"help", w.Help}} {
		if f.value == "" {
			list = append(list, f.name)
		}
	}
	return list
}

// Stale reports whether the figures are others than when the headline was written.
func (m *Model) Stale() bool {
	p, _ := m.Page()
	e := m.edits()
	return e.Headline != "" && p.Found != "" && e.Found != p.Found
}

// ToDecide lists the warnings that nobody has answered yet.
func (m *Model) ToDecide() []draft.Warning {
	return slices.DeleteFunc(slices.Clone(m.Answer.Table.Warnings), func(w draft.Warning) bool { return m.Draft().Answers[w.Text] != "" })
}

// ToFix lists the cells that a person has to look at.
func (m *Model) ToFix() []draft.Fault {
	return slices.DeleteFunc(slices.Clone(m.Answer.Table.Faults), func(f draft.Fault) bool { return f.Line == 0 })
}

// capital begins a text with a capital letter.
func capital(s string) string { return text.Capital(s) }

func (m *Model) say(key string) string { return m.Words.Say("maker." + key) }

func (m *Model) fill(key string, places ...string) string {
	return m.Words.Fill("maker."+key, places...)
}

func (m *Model) count(key string, n int, places ...string) string {
	return m.Words.Count("maker."+key, n, append([]string{"count", m.Words.Number(float64(n), 0)}, places...)...)
}
