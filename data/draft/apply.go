package draft

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"regexp"
	"strings"

	"factframe/app/text"
	"factframe/data"
)

var errUnanswered = errors.New("not answered yet")

// Apply returns the files of a package with the words and pictures of a draft. Everything
// else in them stays as it is.
func (d Draft) Apply(files map[string][]byte) (map[string][]byte, error) {
	var p object
	decoder := json.NewDecoder(bytes.NewReader(files[data.DefaultFile]))
	decoder.UseNumber()
	if err := decoder.Decode(&p); err != nil {
		return nil, err
	}
	own := p.object("factframe")
	d.Words.putInto(p, own)
	for i, v := range own.objects("views") {
		d.Views[i].putInto(p, v, d.Words.Caution, own.text("language"))
	}
	p.say("version", d.Version)
	delete(p, "$schema") // the schema is not beside the package
	var pretty bytes.Buffer
	encoder := json.NewEncoder(&pretty)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(p); err != nil {
		return nil, err
	}
	out := maps.Clone(files)
	out[data.DefaultFile] = pretty.Bytes()
	return out, nil
}

// putInto sets what the words say.
func (w Words) putInto(p, own object) {
	p.say("title", w.Title)
	if sources := p.rows("sources"); len(sources) > 0 {
		sources[0].say("publisher", w.Source)
		sources[0].say("published", Day(w.Published))
		sources[0].say("url", Site(w.URL))
	}
	if counted := own.objects("counted"); len(counted) > 0 {
		counted[0].say("one", w.Counted)
		counted[0].say("many", w.Counted)
	}
	series := p.rows("series")
	before := ""
	if len(series) > 0 {
		before = series[0].text("population")
	}
	for _, s := range series {
		if was := s.text("population"); was == "" || was == before { // other series may be about others
			s.say("population", w.Population)
			s.say("coverage_who", w.Population)
		}
	}
	if w.Help != "" || w.HelpURL != "" {
		name, phone := helpLine(w.Help)
		line := own.first("help")
		line.say("name", name)
		line.say("phone", phone)
		line.say("url", Site(w.HelpURL))
	}
	if w.Credit != "" || w.Accent != "" {
		own.object("brand").say("credit", w.Credit)
		own.object("brand").say("accent", w.Accent)
	}
	own.say("contact", w.Contact)
	if w.Licence != "" {
		p.first("licenses").say("name", w.Licence)
	}
}

// number matches a phone number at the end of a text.
var number = regexp.MustCompile(`^(.*?)[\s:,]*(\+?[0-9][0-9 ()/-]{2,})$`)

// helpLine splits "Harbour Line 0300 000 0000" into the name and the number.
func helpLine(s string) (name, phone string) {
	s = strings.TrimSpace(s)
	if found := number.FindStringSubmatch(s); found != nil && found[1] != "" {
		return found[1], found[2]
	}
	return s, ""
}

// putInto sets the words and the picture of a view. Once a person has written its headline, the
// view does not call itself a draft any more.
func (v View) putInto(p, view object, caution, language string) {
	notes, _ := view["notes"].([]any)
	isDraft := len(notes) > 0 && notes[0] == draftNote(language)
	view.say("id", v.ID)
	if len(strings.Fields(v.Headline)) > MostHeadline {
		v.Headline = ""
	}
	view.say("headline", v.Headline)
	view.say("subtitle", v.Subtitle)
	switch caution := cmp.Or(v.Caution, caution); {
	case caution != "" && len(notes) > 0:
		notes[0] = caution
	case caution != "":
		view["notes"] = []any{caution}
	case isDraft && v.Headline != "":
		view["notes"] = notes[1:]
	}
	panel := view.first("panels")
	if v.Picture != nil {
		v.Picture.putInto(p, view, panel)
	}
	if v.Filters != nil {
		view["filters"] = *v.Filters
	}
	if len(v.Orders) > 0 && view["orders"] != nil {
		view["orders"] = v.Orders
	}
	if v.Highlight != nil {
		panel["highlight"] = *v.Highlight
	}
	if len(v.Events) > 0 {
		panel["events"] = v.Events
	}
}

// putInto sets how a panel is drawn. What only other pictures have is removed.
func (p Picture) putInto(of, view, panel object) {
	panel["mark"] = p.Mark
	for _, field := range []string{"channels", "at", "figures", "highlight"} {
		delete(panel, field)
	}
	if p.Channels != nil {
		panel["channels"] = p.Channels
	}
	if len(p.At) > 0 {
		panel["at"] = p.At
	}
	switch {
	case len(p.Figures) > 0:
		panel["figures"] = p.Figures
		for _, field := range []string{"filters", "orders"} {
			delete(view, field)
		}
		delete(panel, "series")
	case panel["series"] == nil:
		if series := of.rows("series"); len(series) > 0 {
			panel["series"] = []any{series[0].text("id")}
		}
	}
	if p.Mark != "bar" && p.Mark != "dot" {
		delete(view, "orders")
	}
	if p.Mark == "stack" || p.Mark == "dumbbell" || p.Mark == "slope" {
		delete(view, "filters")
	}
}

// draftNote is the caution of a view that nobody has read yet.
func draftNote(language string) string { return text.In(language).Plain().Say("draft.note") }
