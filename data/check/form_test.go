package check

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/data"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func small(t testing.TB) string {
	t.Helper()
	raw, err := os.ReadFile("../testdata/small.json")
	require.NoError(t, err)
	return string(raw)
}

// What a JSON reader passes over, and what readers of a page cannot see, is one
// error with its line.
func TestWhatIsWrongWithTheText(t *testing.T) {
	p := small(t)
	title := func(s string) string { return strings.Replace(p, `"title": "`, `"title": "`+s, 1) }
	require.NotEqual(t, p, title("x"))
	utf16 := []byte{}
	for _, c := range p {
		utf16 = append(utf16, byte(c), 0)
	}
	value := func(n string) string {
		i := strings.Index(p, `"value": `) + len(`"value": `)
		return p[:i] + n + p[i+strings.IndexAny(p[i:], ",}\n"):]
	}
	for name, test := range map[string]struct{ text, want string }{
		"a byte-order mark":       {"\ufeff" + p, "x.json: begins with a byte-order mark; save it as UTF-8 without one"},
		"UTF-16":                  {string(utf16), "x.json: is UTF-16; save it as UTF-8"},
		"UTF-16 with its mark":    {"\xff\xfe" + string(utf16), "x.json: is UTF-16; save it as UTF-8"},
		"bytes that are no text":  {title("\xff"), "x.json: has bytes that are no UTF-8"},
		"an override":             {title("\u202e"), "title: has a right-to-left override (U+202E); take it out"},
		"an override, escaped":    {title(`\u202e`), "title: has a right-to-left override (U+202E); take it out"},
		"a space of no width":     {title("\u200b"), "title: has a zero-width space (U+200B)"},
		"a tag":                   {title("\U000e0041"), "title: has a tag character (U+E0041)"},
		"a control":               {title(`\u0007`), "title: has a control character (U+0007)"},
		"a lost character":        {title("\ufffd"), "title: has a replacement character, where another was lost (U+FFFD)"},
		"a key twice":             {strings.Replace(p, `"title":`, `"title": "a", "title":`, 1), "title: stands twice in one record"},
		"depth":                   {strings.Replace(p, `"title":`, `"keywords": `+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)+`, "title":`, 1), "keywords: is the 65th list or object within another"},
		"depth of objects":        {strings.Repeat(`{"a":`, 20_000), "is the 65th list or object"},
		"more than browsers keep": {value("9007199254740993"), "value: 9007199254740993 has more digits than a browser keeps; write it in thousands"},
		"more than there is":      {value("1e400"), "value: 1e400 is larger than any number"},
		"the largest double":      {value("1e308"), "value: 1e308 has more digits than a browser keeps"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Bytes("x.json", []byte(test.text))
			require.ErrorContains(t, err, test.want)
			assert.Len(t, err, 1)
		})
	}
}

func TestSpacesAreNoUTF16(t *testing.T) {
	_, err := Bytes("x.json", []byte("  "+small(t)))
	assert.NoError(t, err)
}

// Letters of every script, joiners and emoji are text like any other.
func TestLettersOfEveryScript(t *testing.T) {
	for _, words := range []string{"می\u200cخواهم", "שלום", "क्\u200dष", "日本", "👩\u200d👧", "naïve – “quoted”"} {
		_, err := Bytes("x.json", []byte(strings.Replace(small(t), `"title": "`, `"title": "`+words, 1)))
		assert.NoError(t, err, words)
	}
}

func TestAddressesAreFoldersEverywhere(t *testing.T) {
	const id = `"id": "outcomes", "title": "Outcomes", "headline"`
	for new, want := range map[string]string{
		"con":                    `views con: id: Windows does not allow a folder called "con"; choose another id`,
		strings.Repeat("a", 101): "id: has 101 characters; keep to 100",
	} {
		at := strings.LastIndex(small(t), id) // that of the view
		spoilt := small(t)[:at] + `"id": "` + new + `", "title": "Outcomes", "headline"` + small(t)[at+len(id):]
		_, err := Bytes("x.json", []byte(spoilt))
		assert.ErrorContains(t, err, want)
	}
}

// A table beside a package is in its folder, by links too.
func TestTablesStayInTheFolder(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(outside, "secret.csv"), []byte("id\na\n"), 0o644))
	require.NoError(t, os.Symlink(outside, filepath.Join(dir, "link")))
	require.NoError(t, os.Symlink(filepath.Join(outside, "secret.csv"), filepath.Join(dir, "file.csv")))
	for _, path := range []string{"link/secret.csv", "file.csv", "../secret.csv", filepath.Join(outside, "secret.csv")} {
		for _, name := range []string{"sources", "cases"} {
			top := fmt.Sprintf(`{"resources":[{"name":%q,"path":%q}]}`, name, path)
			require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(top), 0o644))
			_, _, err := File(dir)
			assert.ErrorContains(t, err, "leaves the package's folder", "%s in %s", path, name)
		}
	}
}

// Cells of a table have no unseen characters, and numbers that stay what they are.
func TestCellsThatAreRefused(t *testing.T) {
	for cell, want := range map[string]string{"\u202e12": "has a right-to-left override", "NaN": "does not fit", "Inf": "does not fit", "0x1p4": "does not fit", "1_000": "does not fit", "1e999": "does not fit", "9007199254740993": "write it in thousands"} {
		rows := csvTable{file: "x.csv", header: []string{"value"}, lines: [][]string{{cell}}}
		_, problems := rows.rows(map[string]string{"value": "number"})
		require.NotEmpty(t, problems, cell)
		assert.ErrorContains(t, problems, want, cell)
		assert.Equal(t, "line 2", problems[0].Record)
	}
}

// Much of anything is an answer in bounded time, not a wait without end.
func TestMuchOfAnything(t *testing.T) {
	var many strings.Builder
	many.WriteString("id,series,period_start,period_end,value\n")
	for i := range 200_000 {
		fmt.Fprintf(&many, "a%d,crimes,2015-04-01,2016-03-31,%d\n", i, i)
	}
	dir := t.TempDir()
	top := `{"name":"a","title":"b","version":"1","resources":[{"name":"sources","data":[{"id":"paper","title":"x","publisher":"x","published":"2016"}]},
		{"name":"series","data":[{"id":"crimes","title":"x","counted":"crime","source":"paper"}]},
		{"name":"observations","path":"o.csv","schema":{"fields":[{"name":"value","type":"number"}]}}],
		"factframe":{"language":"en","counted":[{"id":"crime","one":"crime","many":"crimes"}],
		"views":[{"id":"v","title":"v","headline":"h","subtitle":"s","panels":[{"id":"p","mark":"card","figures":["a1"]}]}]}}`
	require.NoError(t, os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(top), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "o.csv"), []byte(many.String()), 0o644))
	_, _, err := File(dir)
	require.ErrorContains(t, err, "there are 200000 figures; keep to 20000")
	assert.Len(t, err, 1)

	_, err = Bytes("x.json", []byte(small(t)+strings.Repeat(" ", 50<<20)))
	assert.ErrorContains(t, err, "keep to 32 MB")
}

// A formula whose inputs lead back to it is told, and computed never.
func TestAFormulaInACircle(t *testing.T) {
	p := string(data.DefaultJSON)
	i := strings.Index(p, `"inputs": ["`)
	require.Positive(t, i)
	id := p[:i]
	id = id[strings.LastIndex(id, `"id": "`)+len(`"id": "`):]
	id = id[:strings.IndexByte(id, '"')]
	spoilt := p[:i] + `"inputs": ["` + id + `", "` + p[i+len(`"inputs": ["`):]
	_, err := Bytes("x.json", []byte(spoilt))
	assert.ErrorContains(t, err, fmt.Sprintf("derived %s: inputs: there is no figure %q", id, id))
}
