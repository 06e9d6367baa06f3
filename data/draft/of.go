package draft

import (
	"encoding/json"
	"strings"

	"factframe/app/text"
)

// Of returns a draft with the words of a package: what its fields show, and what stays when a
// newer table is put under them.
func Of(raw []byte) (Draft, error) {
	var p object
	if err := json.Unmarshal(raw, &p); err != nil {
		return Draft{}, err
	}
	own := p.object("factframe")
	words := text.In(own.text("language")).Plain() // what the texts of a draft say
	stated := func(said, notStated string) string {
		if said == words.Say(notStated) {
			return ""
		}
		return said
	}
	w := Words{Title: p.text("title"), Contact: own.text("contact"), Credit: own.object("brand").text("credit"), Accent: own.object("brand").text("accent"), Licence: p.first("licenses").text("name")}
	if sources := p.rows("sources"); len(sources) > 0 {
		w.Source, w.Published, w.URL = stated(sources[0].text("publisher"), "draft.not_stated"), stated(sources[0].text("published"), "draft.date"), sources[0].text("url")
	}
	if series := p.rows("series"); len(series) > 0 {
		w.Population = series[0].text("population")
	}
	help := own.first("help")
	w.Help, w.HelpURL = help.text("name"), help.text("url")
	if phone := help.text("phone"); phone != "" {
		w.Help += " " + phone
	}
	d := Draft{Words: w, Views: map[int]View{}, Named: w.Title}
	d.Options.Language = own.text("language")
	views := own.objects("views")
	for i, v := range views {
		each := View{ID: v.text("id"), Headline: v.text("headline"), Subtitle: v.text("subtitle"), Caution: stated(note(v), "draft.note"), Found: otherFigures}
		if strings.HasPrefix(each.Headline, strings.TrimSpace(words.Fill("draft.headline", "finding", ""))) {
			each.Headline = "" // nobody has written it
		}
		d.Views[i] = each
	}
	return d, nil
}

// note is the first caution of a view.
func note(view object) string {
	if notes, _ := view["notes"].([]any); len(notes) > 0 {
		s, _ := notes[0].(string)
		return s
	}
	return ""
}

// otherFigures is in place of a finding that is not known: the figures were others.
const otherFigures = "?"

// Written is a view as its package has it, with the ids of figures in its texts.
type Written struct {
	Headline, Subtitle, Caution, Mark, X string
	Highlight, Orders                    []string
}

// Views returns the views of a package as they are written.
func Views(raw []byte) (list []Written) {
	var p object
	if json.Unmarshal(raw, &p) != nil {
		return nil
	}
	for _, v := range p.object("factframe").objects("views") {
		panel := v.first("panels")
		list = append(list, Written{Headline: v.text("headline"), Subtitle: v.text("subtitle"), Caution: note(v), Mark: panel.text("mark"), X: panel.object("channels").text("x"),
			Highlight: texts(panel["highlight"]), Orders: texts(v["orders"])})
	}
	return list
}

func texts(list any) (all []string) {
	values, _ := list.([]any)
	for _, v := range values {
		if s, ok := v.(string); ok {
			all = append(all, s)
		}
	}
	return all
}
