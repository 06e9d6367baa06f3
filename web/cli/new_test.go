package cli

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/app/text"
	"factframe/data/check"
	"factframe/data/read"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const tables = "../../data/read/testdata/"

func TestNewWritesAPackageThatIsAccepted(t *testing.T) {
	out := filepath.Join(t.TempDir(), "deep", "figures")
	var stdout, stderr bytes.Buffer
	require.Equal(t, ok, Main([]string{"new", "-from", tables + "tables/emissions.csv", "-out", out, "-title", "Emissions", "-source", "An office"}, &stdout, &stderr), stderr.String())
	assert.Contains(t, stdout.String(), "Not stated: -published")
	assert.NotContains(t, stdout.String(), "Not stated: -source")
	assert.Contains(t, stdout.String(), "Next:  factframe dev -package "+out)
	p, _, err := check.File(out)
	require.NoError(t, err)
	assert.Equal(t, "Emissions", p.Title)
	assert.FileExists(t, filepath.Join(out, "datapackage.schema.json"))
}

// A draft is accepted in every language.
func TestNewInEveryLanguage(t *testing.T) {
	for _, tag := range text.Tags() {
		out := filepath.Join(t.TempDir(), "figures")
		var stdout, stderr bytes.Buffer
		require.Equal(t, ok, Main([]string{"new", "-from", tables + "tables/emissions.csv", "-out", out, "-title", "Emissions", "-language", tag}, &stdout, &stderr), "%s: %s", tag, stderr.String())
		p, _, err := check.File(out)
		require.NoError(t, err, tag)
		assert.Equal(t, tag, p.Language)
	}
}

// A failure is reported once, with how to fix it, and writes nothing: neither the
// folder nor temporary files.
func TestNewWritesNothingOnFailure(t *testing.T) {
	full := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(full, "mine.txt"), nil, 0o644))
	for name, test := range map[string]struct {
		args []string
		code int
		want string
	}{
		"a broken table":       {[]string{"-from", tables + "malformed/words.csv", "-out", "OUT"}, failed, `line 3: column 2: "about twelve"`},
		"a missing file":       {[]string{"-from", "nowhere.csv", "-out", "OUT"}, failed, "nowhere.csv: cannot be read"},
		"no file":              {[]string{"-out", "OUT"}, badUsage, "-from is missing"},
		"no folder":            {[]string{"-from", tables + "tables/emissions.csv"}, badUsage, "-out is missing"},
		"a folder with files":  {[]string{"-from", tables + "tables/emissions.csv", "-out", full}, failed, "is not empty"},
		"a file as a folder":   {[]string{"-from", tables + "tables/emissions.csv", "-out", filepath.Join(full, "mine.txt")}, failed, "choose another folder"},
		"an invalid date":      {[]string{"-from", tables + "tables/emissions.csv", "-out", "OUT", "-published", "January 2025"}, badUsage, "write it as 2024"},
		"an invalid separator": {[]string{"-from", tables + "tables/emissions.csv", "-out", "OUT", "-decimal", "dot"}, badUsage, `-decimal is "dot"; write point or comma`},
		"an invalid month":     {[]string{"-from", tables + "tables/emissions.csv", "-out", "OUT", "-year-begins", "13"}, badUsage, "1 to 12"},
		"an unsafe address":    {[]string{"-from", tables + "tables/emissions.csv", "-out", "OUT", "-url", "http://office.example/"}, badUsage, "https://"},
		"a value without rows": {[]string{"-from", tables + "tables/emissions.csv", "-out", "OUT", "-where", "Country=Nowhere"}, failed, "no line that matches -where"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for i, a := range test.args {
				if a == "OUT" {
					test.args[i] = filepath.Join(dir, "figures")
				}
			}
			var stdout, stderr bytes.Buffer
			assert.Equal(t, test.code, Main(append([]string{"new"}, test.args...), &stdout, &stderr))
			assert.Contains(t, stderr.String(), test.want)
			assert.Empty(t, stdout.String())
			entries, err := os.ReadDir(dir)
			require.NoError(t, err)
			assert.Empty(t, entries)
		})
	}
	assert.Len(t, contents(t, full), 1, "the files in the folder are unchanged")
}

func TestAskingUntilThereIsAnAnswer(t *testing.T) {
	var said strings.Builder
	answer, err := ask(&said, bufio.NewScanner(strings.NewReader("perhaps\n day \n")), "Which", []string{"day", "month"})
	require.NoError(t, err)
	assert.Equal(t, "day", answer)
	assert.Equal(t, "Which (day, month)? Type one of these: day, month\nWhich (day, month)? ", said.String())
	_, err = ask(&said, bufio.NewScanner(strings.NewReader("")), "Which", nil)
	assert.Error(t, err, "end of input")
}

// On a terminal the columns are shown with what they are taken for, and can be changed.
func TestAskingForColumns(t *testing.T) {
	var said strings.Builder
	answers := bufio.NewScanner(strings.NewReader("what\nvalues=Nothing\ndrop=Extra, Code\n\n"))
	var o read.Options
	o.Ask = func(question string, choices ...string) (string, error) {
		return ask(&said, answers, question, choices)
	}
	source := read.Source{Name: "homes.csv", Content: []byte("Code,Area,Homes,Extra\n011,North,31,5\n012,South,52,7\n")}
	require.NoError(t, askForColumns(&said, source, &o))
	assert.Equal(t, []string{"Extra", "Code"}, o.Drop)
	assert.Empty(t, o.Values, "there is no such column")
	for _, want := range []string{
		"  Code                     category  011, 012\n", "  Homes                    values    31, 52\n",
		`Write it as "values=…"`, `has no column "Nothing"`, "  Extra                    left out  5, 7\n",
	} {
		assert.Contains(t, said.String(), want)
	}
}

// A table comes from standard input too, and a name with a comma is written in quotes.
func TestNewReadsStandardInput(t *testing.T) {
	in, err := os.Open(tables + "tables/emissions.csv")
	require.NoError(t, err)
	defer in.Close()
	before := os.Stdin
	os.Stdin = in
	defer func() { os.Stdin = before }()
	var stdout, stderr bytes.Buffer
	out := filepath.Join(t.TempDir(), "figures")
	require.Equal(t, ok, Main([]string{"new", "-from", "-", "-out", out, "-values", `"Emissions (Mt)"`, "-title", "Emissions"}, &stdout, &stderr), stderr.String())
	_, _, err = check.File(out)
	assert.NoError(t, err)
}

// Of many problems, the first ten are printed.
func TestNewPrintsTheFirstProblems(t *testing.T) {
	file := filepath.Join(t.TempDir(), "homes.csv")
	table := "Area,Homes\n"
	for i := range 60 {
		table += fmt.Sprintf("A%d,%d\n", i, i)
	}
	require.NoError(t, os.WriteFile(file, []byte(table+strings.Repeat("B,many\n", 15)), 0o644))
	var stdout, stderr bytes.Buffer
	assert.Equal(t, failed, Main([]string{"new", "-from", file, "-out", filepath.Join(t.TempDir(), "figures")}, &stdout, &stderr))
	assert.Equal(t, 10, strings.Count(stderr.String(), `"many" is not a number`))
	assert.Contains(t, stderr.String(), "There are 15 problems; these are the first 10.")
}

// new writes into an existing folder and keeps it: an open shell, the permissions
// and a symbolic link to it stay valid.
func TestNewKeepsTheFolderItWritesInto(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "mine")
	require.NoError(t, os.Mkdir(in, 0o700))
	require.NoError(t, os.Symlink(in, filepath.Join(dir, "link")))
	before, err := os.Stat(in)
	require.NoError(t, err)
	table, err := filepath.Abs(tables + "tables/emissions.csv")
	require.NoError(t, err)
	t.Chdir(in)
	var stdout, stderr bytes.Buffer
	require.Equal(t, ok, Main([]string{"new", "-from", table, "-out", "."}, &stdout, &stderr), stderr.String())
	after, err := os.Stat(in)
	require.NoError(t, err)
	assert.True(t, os.SameFile(before, after), "the same folder")
	assert.Equal(t, os.FileMode(0o700), after.Mode().Perm())
	assert.Equal(t, []string{"datapackage.json", "datapackage.schema.json", "figures.csv"}, names(t, "."))

	for _, name := range names(t, ".") {
		require.NoError(t, os.Remove(name))
	}
	require.Equal(t, ok, Main([]string{"new", "-from", table, "-out", filepath.Join(dir, "link")}, &stdout, &stderr), stderr.String())
	info, err := os.Lstat(filepath.Join(dir, "link"))
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink, "still a link")
	assert.Len(t, names(t, in), 3)
}

func names(t *testing.T, dir string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// check and build warn about drafts of headlines.
func TestADraftIsWarnedOf(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "figures")
	var stdout, stderr bytes.Buffer
	require.Equal(t, ok, Main([]string{"new", "-from", tables + "tables/emissions.csv", "-out", dir}, &stdout, &stderr), stderr.String())
	require.Equal(t, ok, Main([]string{"check", dir}, &stdout, &stderr))
	assert.Contains(t, stderr.String(), `warning: views `)
	assert.Contains(t, stderr.String(), `headline: still begins with "Draft:"`)
}
