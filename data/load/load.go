package load

import (
	"errors"
	"maps"
	"slices"
	"strconv"

	"factframe/data"
)

// Bytes reads a package from JSON and computes its derived figures. All rows must
// be inline. An error is usually a Problems, which lists everything that is wrong;
// file is the file name used in it.
func Bytes(file string, raw []byte) (*data.Package, error) {
	if len(data.Marks()) == 0 {
		return nil, errors.New("no marks are defined; import factframe/app/chart, which defines the standard ones")
	}
	var problems Problems
	top, err := parse(raw)
	if err != nil {
		return nil, Problems{{File: file, Wrong: err.Error(), Want: "fix the JSON there"}}
	}
	l := loader{p: &data.Package{}, file: file, texts: map[string]string{}, misnamed: map[*data.Series]bool{}, problems: &problems}
	l.load(newRow(file, "", top, &problems))
	if len(problems) > 0 {
		return nil, problems
	}
	return l.p, nil
}

// loader reads a package, each part after those that it refers to.
type loader struct {
	p        *data.Package
	file     string
	texts    map[string]string     // text resources that no series has used yet
	misnamed map[*data.Series]bool // series with an unknown dimension
	problems *Problems
}

func (l *loader) load(top row) {
	for _, standard := range []string{"$schema", "profile", "id", "created", "homepage", "keywords", "sources", "image"} {
		top.value(standard)
	}
	own := l.row("factframe", top.value("factframe"))
	l.language(own)
	l.p.Name, l.p.Title = top.required("name"), top.required("title")
	l.p.Description, l.p.Version = top.text("description"), top.required("version")
	for i, v := range top.objects("licenses") {
		licence := l.entry("licenses", i, v)
		l.p.Licence = licence.text("name")
	}
	for i, v := range top.objects("contributors") {
		if title := l.entry("contributors", i, v).text("title"); title != "" {
			l.p.Contributors = append(l.p.Contributors, title)
		}
	}
	rows := l.resources(top)
	top.done()

	l.vocabulary(own)
	each(l, rows, "sources", l.source)
	each(l, rows, "series", l.series)
	for _, name := range slices.Sorted(maps.Keys(l.texts)) {
		top.problem("resources", "no series uses "+strconv.Quote(name)+" as its records", `write "records": { "resource": … } in its series`)
	}
	each(l, rows, "observations", l.observation)
	l.link(rows["observations"])
	l.derived(rows["derived"])
	l.words(own)
	l.corrections(own)
	l.views(own)
	own.done()
}

func (l *loader) row(record string, v any) row { return newRow(l.file, record, v, l.problems) }

// entry is an object of a list, named by its place.
func (l *loader) entry(list string, i int, v any) row {
	return l.row(list+" entry "+strconv.Itoa(i+1), v)
}

// Tables are the resources whose rows are objects, each after those that it refers
// to. A resource with any other name contains records.
var Tables = []string{"sources", "series", "observations", "derived"}

func (l *loader) resources(top row) map[string][]row {
	rows := map[string][]row{}
	for i, v := range top.objects("resources") {
		r := l.entry("resources", i, v)
		if text, ok := r.value("data").(string); ok {
			l.texts[r.required("name")] = text
			continue
		}
		name := r.choice("name", append([]string{""}, Tables...)...)
		if r.has("path") {
			r.problem("path", "rows in a separate file cannot be read here", "build the package first: the build writes them inline")
			continue
		}
		for j, value := range r.objects("data") {
			record := l.row("", value)
			id, _ := record.fields["id"].(string)
			record.record = name + " " + id
			if !isID(id) {
				record.record = name + " row " + strconv.Itoa(j+1)
				record.problem("id", strconv.Quote(id)+" is not an id", "use lower-case letters, digits and hyphens, starting with a letter")
			}
			rows[name] = append(rows[name], record)
		}
	}
	for _, name := range Tables[:3] {
		if len(rows[name]) == 0 && (name != "observations" || len(l.texts) == 0) {
			top.problem("resources", "there is no resource "+strconv.Quote(name)+" with rows", "add it")
		}
	}
	l.unique(rows)
	return rows
}

// unique reports duplicate ids. Observations and derived figures share their ids,
// because each figure has its own address.
func (l *loader) unique(rows map[string][]row) {
	for _, group := range [][]string{{"sources"}, {"series"}, {"observations", "derived"}} {
		first := map[string]string{}
		for _, name := range group {
			for _, r := range rows[name] {
				id, _ := r.fields["id"].(string)
				if other := first[id]; other != "" && id != "" {
					r.problem("id", strconv.Quote(id)+" is already the id of another record in "+other, "give each record a unique id")
				}
				first[id] = name
			}
		}
	}
}

func each(l *loader, rows map[string][]row, name string, read func(row)) {
	for _, r := range rows[name] {
		read(r)
		r.done()
	}
}

// isID reports whether an id can be used in an address without escaping.
func isID(id string) bool {
	for i, c := range id {
		letter := c >= 'a' && c <= 'z'
		if !letter && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return id != ""
}

// reference finds what a field refers to. kind names it in error messages.
func reference[P comparable](r row, field, id, kind string, list []P, of func(P) string) (x P) {
	var none P
	if id == "" {
		return none
	}
	if i := slices.IndexFunc(list, func(each P) bool { return of(each) == id }); i >= 0 {
		x = list[i]
	}
	if x == none {
		r.problem(field, "there is no "+kind+" "+strconv.Quote(id), "write the id of a "+kind+" in the package")
	}
	return x
}

// references reads a list of ids. Unknown ids are reported and left out.
func references[P comparable](r row, field string, of func(r row, field, id string) P) (list []P) {
	var none P
	for _, id := range r.texts(field) {
		if x := of(r, field, id); x != none {
			list = append(list, x)
		}
	}
	return list
}
