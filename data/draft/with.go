package draft

import "maps"

// With returns a draft with what another one says. What the other leaves empty stays.
func (d Draft) With(other Draft) Draft {
	for i, to := range d.Words.all() {
		if said := *other.Words.all()[i]; said != "" {
			*to = said
		}
	}
	d.Views = maps.Clone(d.Views)
	for place, said := range other.Views {
		v := d.Views[place]
		for to, word := range map[*string]string{&v.Headline: said.Headline, &v.Found: said.Found, &v.Subtitle: said.Subtitle, &v.Caution: said.Caution} {
			if word != "" {
				*to = word
			}
		}
		d.Views[place] = v
	}
	return d
}

// all lists the places of the words, in one order.
func (w *Words) all() []*string {
	return []*string{&w.Title, &w.Source, &w.Published, &w.URL, &w.Counted, &w.Population, &w.Caution, &w.Help, &w.HelpURL, &w.Credit, &w.Licence, &w.Contact, &w.Accent}
}
