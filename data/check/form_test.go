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

// What a JSON parser ignores, and what readers cannot see, gives one error with its
// line.
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
		"a byte-order mark":       {"\ufeff" + p, "x.json: begins with a byte-order mark; save it as UTF-8 without a byte-order mark"},
		"UTF-16":                  {string(utf16), "x.json: is UTF-16; save it as UTF-8"},
		"UTF-16 with its mark":    {"\xff\xfe" + string(utf16), "x.json: is UTF-16; save it as UTF-8"},
		"bytes that are no text":  {title("\xff"), "x.json: is not valid UTF-8"},
		"an override":             {title("\u202e"), "title: has a right-to-left override (U+202E); remove it"},
		"an override, escaped":    {title(`\u202e`), "title: has a right-to-left override (U+202E); remove it"},
		"a space of no width":     {title("\u200b"), "title: has a zero-width space (U+200B)"},
		"a tag":                   {title("\U000e0041"), "title: has a tag character (U+E0041)"},
		"a control":               {title(`\u0007`), "title: has a control character (U+0007)"},
		"a lost character":        {title("\ufffd"), "title: has a replacement character in place of a lost one (U+FFFD)"},
		"a key twice":             {strings.Replace(p, `"title":`, `"title": "a", "title":`, 1), "title: appears twice in one object"},
		"depth":                   {strings.Replace(p, `"title":`, `"keywords": `+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)+`, "title":`, 1), "keywords: is nested more than 64 levels deep"},
		"depth of objects":        {strings.Repeat(`{"a":`, 20_000), "is nested more than 64 levels deep"},
		"more than browsers keep": {value("9007199254740993"), "value: 9007199254740993 has more digits than a browser can keep; write it in thousands"},
		"more than there is":      {value("1e400"), "value: 1e400 is too large for a number"},
		"the largest double":      {value("1e308"), "value: 1e308 has more digits than a browser can keep"},
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

// Letters of every script, joiners and emoji are ordinary text.
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
		strings.Repeat("a", 101): "id: has 101 characters; use at most 100",
	} {
		at := strings.LastIndex(small(t), id) // the id of the view
		spoilt := small(t)[:at] + `"id": "` + new + `", "title": "Outcomes", "headline"` + small(t)[at+len(id):]
		_, err := Bytes("x.json", []byte(spoilt))
		assert.ErrorContains(t, err, want)
	}
}

// A table must be in the package's folder, even if links lead outside.
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
			assert.ErrorContains(t, err, "is outside the package's folder", "%s in %s", path, name)
		}
	}
}

// Cells must not have invisible characters, or numbers that would change when parsed.
func TestCellsThatAreRefused(t *testing.T) {
	for cell, want := range map[string]string{"\u202e12": "has a right-to-left override", "NaN": "has the wrong type", "Inf": "has the wrong type", "0x1p4": "has the wrong type", "1_000": "has the wrong type", "1e999": "has the wrong type", "9007199254740993": "write it in thousands"} {
		rows := csvTable{file: "x.csv", header: []string{"value"}, lines: [][]string{{cell}}}
		_, problems := rows.rows(map[string]string{"value": "number"})
		require.NotEmpty(t, problems, cell)
		assert.ErrorContains(t, problems, want, cell)
		assert.Equal(t, "line 2", problems[0].Record)
	}
}

// Very large inputs are refused in bounded time.
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
	require.ErrorContains(t, err, "there are 200000 figures; give at most 20000")
	assert.Len(t, err, 1)

	_, err = Bytes("x.json", []byte(small(t)+strings.Repeat(" ", 50<<20)))
	assert.ErrorContains(t, err, "use at most 32 MB")
}

// A formula whose inputs lead back to it is an error.
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
