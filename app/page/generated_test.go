package page_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"factframe/app/page"
	"factframe/app/say"
	"factframe/app/state"
	"factframe/app/state/statetest"
	"factframe/data/datatest"
	"factframe/web/goapp"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// element is an element of a parsed page.
type element struct{ *html.Node }

func (e element) attr(name string) string {
	for _, a := range e.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func (e element) has(name string) bool {
	return slices.ContainsFunc(e.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// all returns the descendants with a tag, or with a class if what begins with a dot.
func (e element) all(what string) (list []element) {
	for d := range e.Descendants() {
		class := " " + element{d}.attr("class") + " "
		if d.Type == html.ElementNode && (d.Data == what || strings.HasPrefix(what, ".") && strings.Contains(class, " "+what[1:]+" ")) {
			list = append(list, element{d})
		}
	}
	return list
}

func (e element) text() string {
	var b strings.Builder
	for d := range e.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return datatest.Squeezed(b.String())
}

// The page always shows the current choice, whatever was chosen before. Everything that is
// left out looks so, every checkbox and link reflects the state, and at most one receipt is
// open.
func TestGeneratedPagesShowWhatIsChosen(t *testing.T) {
	datatest.Check(t, 60, func(t *rapid.T) {
		p := datatest.Package().Draw(t, "package").Package
		for _, s := range statetest.Walk(t, p, 8) {
			m := page.New(p, s)
			var b bytes.Buffer
			if err := goapp.Print(&b, app.Elem("main").Body(m.Body()...)); err != nil {
				t.Fatal(err)
			}
			doc, err := html.Parse(&b)
			if err != nil {
				t.Fatal(err)
			}
			at := s.Address()
			shows(t, at, m, element{doc})
			boxes(t, at, m, element{doc})
			for _, text := range []string{m.Announcement(), say.Heading(p, s), say.Title(p, s), say.Sentence(p.Words, m.Table)} {
				if part := datatest.Broken(text); part != "" {
					t.Fatalf("%s: …%s… in %q", at, part, text)
				}
			}
		}
	})
}

// shows checks that the picture or the table has the rows of the state, and marks those
// that are left out.
func shows(t *rapid.T, at string, m page.Model, doc element) {
	out := 0
	for _, panel := range m.Table.Panels {
		if m.State.Show == "" && panel.Spec.Mark == "bar" {
			for _, r := range panel.Drawn {
				if r.Out {
					out++
				}
			}
		}
	}
	if got := len(doc.all(".out")); got != out {
		t.Fatalf("%s: %d rows look left out, and %d are", at, got, out)
	}
	if pictures, tables := len(doc.all(".picture")), len(doc.all("table")); pictures > 0 && tables > 0 {
		t.Fatalf("%s: the picture and the table are both there", at)
	}
	open := len(doc.all(".receipt"))
	if m.State.Figure == "" && open != 0 || m.State.Figure != "" && open != 1 {
		t.Fatalf("%s: %d receipts are open", at, open)
	}
	if rows := len(doc.all("table")); m.State.Show == state.ShowTable && m.Table.Shown > 0 && rows == 0 {
		t.Fatalf("%s: there is no table", at)
	}
	if filtered := m.State.FiltersIn(m.View); filtered == doc.all(".shown")[0].has("hidden") {
		t.Fatalf("%s: the line that counts what is shown is wrong", at)
	}
}

// boxes checks that the controls show the current selection.
func boxes(t *rapid.T, at string, m page.Model, doc element) {
	for _, box := range doc.all("input") {
		if box.attr("type") != "checkbox" {
			continue
		}
		c := state.Choice{Dimension: box.attr("data-choice"), Code: box.attr("value")}
		if box.has("checked") != m.State.Keeps(c) {
			t.Fatalf("%s: the box of %s is ticked: %v", at, c.Code, box.has("checked"))
		}
	}
	for _, group := range doc.all(".seg") {
		current := 0
		for _, a := range group.all("a") {
			if a.attr("aria-current") == "true" {
				current++
			}
		}
		if current != 1 {
			t.Fatalf("%s: %d choices of %q are current", at, current, group.attr("aria-label"))
		}
	}
}
