package maker

import (
	"encoding/json"
	"strings"
	"time"

	"factframe/data/draft"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// hear takes what the page's script tells.
func (k *Maker) hear(ctx app.Context, kind, raw string) {
	m := &k.model
	read := func(to any) bool {
		if err := json.Unmarshal([]byte(raw), to); err != nil {
			app.Log(err)
			return false
		}
		return true
	}
	switch kind {
	case "step":
		k.toStep(raw)
		return
	case "answer":
		var a draft.Answer
		if read(&a) {
			if len(a.Views) == 0 { // it cannot be drawn: the last panel stays
				a.Views, a.Words = m.Answer.Views, m.Answer.Words
			}
			m.Answer, m.Read, m.More, m.Stopped = a, true, nil, false
		}
	case "marks":
		read(&m.Marks)
	case "lines":
		var more struct {
			From  int
			Lines []draft.Line
		}
		if read(&more) {
			m.From, m.More = more.From, more.Lines
		}
	case "opened": // a draft that begins, or was kept
		var of struct {
			ID, Step string
			View     int
			Draft    draft.Draft
			History  storedHistory
		}
		if !read(&of) {
			return
		}
		drafts, other := m.Drafts, m.Other
		*m = New(m.Words, m.Names)
		m.Other = other
		m.ID, m.Step, m.View, m.Drafts = of.ID, of.Step, of.View, drafts
		if m.History = of.History.history(); len(m.History.Changes) == 0 {
			m.History = History{}.With("opened", of.Draft, time.Now())
		}
		k.ask("go", of.Step)
		k.ask("draft", k.work())
	case "closed": // the draft was deleted
		drafts := m.Drafts
		*m = New(m.Words, m.Names)
		m.Drafts = drafts
	case "under": // a newer table under the same words
		var name string
		if read(&name) {
			k.under(name)
		}
	case "status":
		var s struct {
			Kept, Doing, Wrong, Want      *string
			Full, Offline, Other, Stopped *bool
			Done, Height                  *int
			Drafts                        *[]Saved
			Deleted                       *string
			Taken                         *string
			Files, Bytes                  *int
			Copied                        *bool
			Published                     *string // the package of the site that was just taken
		}
		if !read(&s) {
			return
		}
		put(&m.Kept, s.Kept)
		put(&m.Doing, s.Doing)
		put(&m.Wrong, s.Wrong)
		put(&m.Want, s.Want)
		put(&m.Full, s.Full)
		put(&m.Offline, s.Offline)
		put(&m.Other, s.Other)
		put(&m.Stopped, s.Stopped)
		put(&m.Done, s.Done)
		put(&m.Height, s.Height)
		put(&m.Drafts, s.Drafts)
		put(&m.Deleted, s.Deleted)
		put(&m.Taken, s.Taken)
		put(&m.Files, s.Files)
		put(&m.Bytes, s.Bytes)
		put(&m.Copied, s.Copied)
		if s.Published != nil {
			m.History = m.History.Published(m.Answer, *s.Published)
			k.ask("draft", k.work())
		}
	}
	if kind == "answer" {
		k.show()
		if p, drawn := m.Page(); drawn && m.Step == "picture" {
			k.ask("marks", p.ID)
		}
	}
}

// under puts a newer table under the words of the draft.
func (k *Maker) under(name string) {
	m := &k.model
	d := m.Draft()
	if d.Package != "" {
		of, err := draft.Of([]byte(d.Package))
		if err != nil {
			app.Log(err) // it was opened, so it can be read
			return
		}
		of.Before, of.Many, of.Address = d.Before, d.Many, d.Address
		of = of.With(d)
		for place, e := range of.Views {
			if strings.ContainsAny(e.Subtitle, "0123456789") {
				e.Subtitle = "" // it names times, so it follows the table
				of = withView(of, place, e)
			}
		}
		d = of
	}
	d.File, d.Options.Cells, d.Options.Leave, d.Answers = name, nil, nil, nil
	m.change("under", d, time.Now())
	k.ask("draft", k.work())
}

// put sets a value, if there is one.
func put[T any](to *T, told *T) {
	if told != nil {
		*to = *told
	}
}
