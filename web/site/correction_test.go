package site

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"factframe/app/export"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/check"
	"factframe/data/datatest"
	"factframe/data/table"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// writeTiny builds a tiny package and returns the folder of the site.
func writeTiny(t *testing.T, name, address string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), datatest.TinyJSON(t, name), 0o644))
	require.NoError(t, write(filepath.Join(dir, "dist"), dir, address))
	return filepath.Join(dir, "dist")
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(parts...))
	require.NoError(t, err)
	return string(content)
}

// A correction is wherever its figure is: on the receipt, on panels, in downloads, pictures
// and the feed. A receipt leads to where errors are reported.
func TestACorrectionIsWhereverItsFigureIs(t *testing.T) {
	dir := writeTiny(t, "bar-corrected", "")
	says := "12, not 21. Two digits were exchanged."
	for _, file := range []string{"index.html", "view/index.html", "view/table/index.html", "figure/f1/index.html", "img/view.svg", FeedFile} {
		text := regexp.MustCompile(`</text>\s*<text[^>]*>`).ReplaceAllString(read(t, dir, file), " ") // lines of a picture
		assert.Contains(t, text, says, file)
		assert.Contains(t, text, "1 June 2024", file)
	}
	assert.Contains(t, read(t, dir, "data/view.csv"), ",2024-06-01,21,A,")
	assert.NotContains(t, read(t, dir, "figure/f2/index.html"), says, "of another figure")

	care := parsed(t, read(t, dir, "view/index.html")).one(t, ".view").one(t, ".care")
	assert.True(t, strings.HasPrefix(care.text(), "Corrected 1 June 2024:"), "the newest comes before the caution")
	assert.True(t, strings.HasPrefix(care.all("p")[0].text(), "Take note:"))

	report := parsed(t, template.ReplaceAllString(read(t, dir, "figure/f2/index.html"), "")).one(t, ".report")
	assert.Equal(t, "mailto:figures@example.org?subject=Report%20an%20error%3A%20Homes%2C%20South&body=figure/f2/", report.attr("href"))
}

// A figure that is calculated from a corrected one has its correction too, and the contact may
// be a page.
func TestACorrectionReachesWhatIsCalculatedFromIt(t *testing.T) {
	dir := writeTiny(t, "card-calculated-from-a-corrected-figure", "")
	page := parsed(t, template.ReplaceAllString(read(t, dir, "figure/both/index.html"), ""))
	assert.Contains(t, page.text(), "12, not 14. Two homes were counted twice.")
	assert.Equal(t, "https://example.org/errors?figure=both", page.one(t, ".report").attr("href"))
}

// Pages of a package without corrections and contact do not mention them.
func TestWithoutCorrections(t *testing.T) {
	dir := writeTiny(t, "bar", "")
	assert.NoFileExists(t, filepath.Join(dir, FeedFile))
	for at, page := range pages(t, dir) {
		assert.NotContains(t, page, FeedFile, at)
		assert.NotContains(t, page, "mailto:", at)
		assert.NotContains(t, page, "Corrected", at)
	}
}

// In generated packages the table, the page and the feed have the same corrections.
func TestGeneratedCorrections(t *testing.T) {
	datatest.Check(t, 40, func(t *rapid.T) {
		p := datatest.Package().Draw(t, "package").Package
		content, err := feed(p, "https://figures.example/")
		if err != nil {
			t.Fatal(err)
		}
		if err := wrongFeed(content, p); err != nil {
			t.Fatal(err)
		}
		for _, v := range p.Views {
			shown := table.Select(p, table.Query{View: v.ID, All: true})
			rows, err := csv.NewReader(strings.NewReader(export.CSV(export.Selection{Package: p, State: state.State{View: v.ID}, All: true}))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			marked, corrected := 0, slices.Index(rows[0], "corrected")
			for _, row := range rows[1:] {
				if row[corrected] != "" {
					marked++
				}
			}
			want := 0
			for _, panel := range shown.Panels {
				for _, r := range panel.Rows {
					if len(p.CorrectionsOf(r.Figure)) > 0 {
						want++
					}
				}
			}
			if marked != want {
				t.Fatalf("%s: %d rows are marked as corrected, not %d", v.ID, marked, want)
			}
			if picture := strings.Join(textsOf(export.Picture(export.Selection{Package: p, State: state.State{View: v.ID}}).Document()), " "); want > 0 && !strings.Contains(picture, p.Words.Fill("correction", "date", "")[:4]) {
				t.Fatalf("%s: the picture does not say that a figure was corrected", v.ID)
			}
		}
	})
}

// wrongFeed returns what RFC 4287 requires and a feed lacks.
func wrongFeed(content []byte, p *data.Package) error {
	var f struct {
		ID      string `xml:"http://www.w3.org/2005/Atom id"`
		Title   string `xml:"http://www.w3.org/2005/Atom title"`
		Updated string `xml:"http://www.w3.org/2005/Atom updated"`
		Author  string `xml:"http://www.w3.org/2005/Atom author>name"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Content string `xml:"content"`
		} `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := xml.Unmarshal(content, &f); err != nil {
		return err
	}
	if len(f.Entries) != len(p.Corrections) || f.ID == "" || f.Title == "" || f.Author == "" {
		return fmt.Errorf("%d entries of %d, or no id, title or author", len(f.Entries), len(p.Corrections))
	}
	names := map[string]bool{f.ID: true}
	before := "9999"
	for _, e := range f.Entries {
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil {
			return err
		}
		if names[e.ID] || e.Title == "" || e.Content == "" || e.Updated > before || e.Updated > f.Updated {
			return fmt.Errorf("an entry has the id or the time of another, or no words: %+v", e)
		}
		names[e.ID], before = true, e.Updated
	}
	return nil
}

// The ids of a feed do not depend on where the site is, so that readers of a moved feed do not
// get everything again.
func TestIDsOfAFeedStayTheSame(t *testing.T) {
	p, err := check.Bytes("p.json", datatest.TinyJSON(t, "bar-corrected"))
	require.NoError(t, err)
	ids := regexp.MustCompile(`<id>([^<]*)</id>`)
	here, err := feed(p, "https://here.example/")
	require.NoError(t, err)
	there, err := feed(p, "")
	require.NoError(t, err)
	assert.Equal(t, ids.FindAllString(string(here), -1), ids.FindAllString(string(there), -1))
	assert.Contains(t, string(here), `href="https://here.example/figure/f1/"`)
}
