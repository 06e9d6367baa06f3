package draft

import "github.com/tidwall/gjson"

// Of returns a draft with the words of a package: what its fields show, and what stays when a
// newer table is put under them.
func Of(raw []byte) Draft {
	get := func(path string) string { return gjson.GetBytes(raw, path).String() }
	source := `resources.#(name=="sources").data.0.`
	w := Words{
		Title: get("title"), Source: get(source + "publisher"), Published: get(source + "published"), URL: get(source + "url"),
		Population: get(`resources.#(name=="series").data.0.population`),
		HelpURL:    get("factframe.help.0.url"), Credit: get("factframe.brand.credit"), Accent: get("factframe.brand.accent"),
		Contact: get("factframe.contact"), Licence: get("licenses.0.name"), Help: get("factframe.help.0.name"),
	}
	if phone := get("factframe.help.0.phone"); phone != "" {
		w.Help += " " + phone
	}
	d := Draft{Words: w, Views: map[int]View{}}
	views := gjson.GetBytes(raw, "factframe.views").Array()
	for i, v := range views {
		d.Views[i] = View{ID: v.Get("id").String(), Headline: v.Get("headline").String(), Subtitle: v.Get("subtitle").String(), Found: otherFigures}
	}
	if len(views) == 1 {
		d.Words.Caution = views[0].Get("notes.0").String()
	}
	return d
}

// otherFigures is in place of a finding that is not known: the figures were others.
const otherFigures = "?"
