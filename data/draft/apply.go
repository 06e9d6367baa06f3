package draft

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"regexp"
	"strconv"
	"strings"

	"factframe/app/text"
	"factframe/data"

	"github.com/tidwall/gjson"
	"github.com/tidwall/sjson"
)

var errUnanswered = errors.New("not answered yet")

// Apply returns the files of a package with the words and pictures of a draft. Everything
// else in them stays as it is.
func (d Draft) Apply(files map[string][]byte) (map[string][]byte, error) {
	e := edit{raw: files[data.DefaultFile]}
	e.words(d.Words)
	for i, view := range gjson.GetBytes(e.raw, "factframe.views").Array() {
		e.view("factframe.views."+strconv.Itoa(i)+".", view, d.Views[i], d.Words.Caution)
	}
	if d.Version != "" {
		e.set("version", d.Version)
	}
	e.remove("$schema") // the schema is not beside the package
	if e.err != nil {
		return nil, e.err
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, e.raw, "", "  "); err != nil {
		return nil, err
	}
	pretty.WriteByte('\n')
	out := maps.Clone(files)
	out[data.DefaultFile] = pretty.Bytes()
	return out, nil
}

// edit changes a package's JSON, and keeps the order of its fields and all that it does not
// know.
type edit struct {
	raw []byte
	err error
}

func (e *edit) set(path string, value any) {
	if e.err != nil {
		return
	}
	e.raw, e.err = sjson.SetBytes(e.raw, path, value)
}

// say sets a text, if there is one.
func (e *edit) say(path, words string) {
	if words = strings.TrimSpace(words); words != "" {
		e.set(path, words)
	}
}

func (e *edit) remove(path string) {
	if e.err == nil {
		e.raw, e.err = sjson.DeleteBytes(e.raw, path)
	}
}

// rows calls do with the path of each row of a resource.
func (e *edit) rows(resource string, do func(path string)) {
	for i, r := range gjson.GetBytes(e.raw, "resources").Array() {
		if r.Get("name").String() != resource {
			continue
		}
		for j := range r.Get("data").Array() {
			do("resources." + strconv.Itoa(i) + ".data." + strconv.Itoa(j) + ".")
		}
	}
}

func (e *edit) words(w Words) {
	e.say("title", w.Title)
	e.rows("sources", func(path string) {
		if !strings.HasSuffix(path, ".0.") {
			return
		}
		e.say(path+"publisher", w.Source)
		e.say(path+"published", w.Published)
		e.say(path+"url", w.URL)
	})
	if w.Counted != "" {
		e.say("factframe.counted.0.one", w.Counted)
		e.say("factframe.counted.0.many", w.Counted)
	}
	series := len(gjson.GetBytes(e.raw, `resources.#(name=="series").data`).Array())
	e.rows("series", func(path string) {
		if series == 1 || !gjson.GetBytes(e.raw, path+"population").Exists() { // other series may be about others
			e.say(path+"population", w.Population)
			e.say(path+"coverage_who", w.Population)
		}
	})
	if w.Help != "" {
		name, phone := helpLine(w.Help)
		e.say("factframe.help.0.name", name)
		e.say("factframe.help.0.phone", phone)
	}
	e.say("factframe.help.0.url", w.HelpURL)
	e.say("factframe.brand.credit", w.Credit)
	e.say("factframe.brand.accent", w.Accent)
	e.say("factframe.contact", w.Contact)
	e.say("licenses.0.name", w.Licence)
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

// view sets the words and the picture of a view. A headline that a person wrote is no draft
// any more, and its view does not say that it is one.
func (e *edit) view(path string, drafted gjson.Result, v View, caution string) {
	isDraft := drafted.Get("notes.0").String() == draftNote(gjson.GetBytes(e.raw, "factframe.language").String())
	e.say(path+"id", v.ID)
	e.say(path+"headline", v.Headline)
	e.say(path+"subtitle", v.Subtitle)
	switch {
	case caution != "":
		e.say(path+"notes.0", caution)
	case isDraft && v.Headline != "":
		e.remove(path + "notes.0")
	}
	if v.Filters != nil {
		e.set(path+"filters", *v.Filters)
	}
	if len(v.Orders) > 0 {
		e.set(path+"orders", v.Orders)
	}
	panel := path + "panels.0."
	if v.Picture != nil {
		e.picture(path, panel, *v.Picture)
	}
	if v.Highlight != nil {
		e.set(panel+"highlight", *v.Highlight)
	}
	if len(v.Events) > 0 {
		e.set(panel+"events", v.Events)
	}
}

// picture sets how a panel is drawn. What only other pictures have is removed.
func (e *edit) picture(view, panel string, p Picture) {
	series := gjson.GetBytes(e.raw, panel+"series")
	e.set(panel+"mark", p.Mark)
	for _, field := range []string{"channels", "at", "figures", "highlight"} {
		e.remove(panel + field)
	}
	if p.Channels != nil {
		e.set(panel+"channels", p.Channels)
	}
	if len(p.At) > 0 {
		e.set(panel+"at", p.At)
	}
	switch {
	case len(p.Figures) > 0:
		e.set(panel+"figures", p.Figures)
		e.remove(panel + "series")
		e.remove(view + "filters")
		e.remove(view + "orders")
	case !series.Exists():
		e.set(panel+"series", []string{gjson.GetBytes(e.raw, `resources.#(name=="series").data.0.id`).String()})
	}
	if p.Mark != "bar" && p.Mark != "dot" {
		e.remove(view + "orders")
	}
	if p.Mark == "stack" || p.Mark == "dumbbell" || p.Mark == "slope" {
		e.remove(view + "filters")
	}
}

// draftNote is the caution of a view that nobody has read yet.
func draftNote(language string) string { return text.In(language).Plain().Say("draft.note") }
