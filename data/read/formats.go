package read

import (
	"bytes"
	"strings"
)

// others are file formats without a readable table, recognised by their first bytes, and
// what to do instead.
var others = []struct{ begin, is, want string }{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old .xls workbook, or protected by a password", "save it as .xlsx without a password, or as CSV"},
	{"%PDF", "is a PDF", "ask its publisher for the table as CSV or XLSX"},
	{"\x1f\x8b", "is compressed", "unpack it first"},
	{"Rar!", "is an archive", "unpack it first"},
	{"7z\xbc\xaf", "is an archive", "unpack it first"},
	{"SQLite format 3", "is a database", "export the table as CSV"},
	{"PAR1", "is a Parquet file", "export the table as CSV"},
	{"\x89PNG", "is a picture", "ask its publisher for the table as CSV or XLSX"},
	{"\xff\xd8\xff", "is a picture", "ask its publisher for the table as CSV or XLSX"},
	{"{\\rtf", "is a text document", "save the table as CSV"},
}

// Workbook reads the tables of an XLSX file.
func Workbook(file string, content []byte) ([]*Table, error) { return workbook(file, content) }

// tablesOf reads the tables of a file. Its contents decide the format, not its name.
func tablesOf(from Source, o Options) ([]*Table, error) {
	if from.Tables != nil {
		return from.copied(), nil
	}
	path, raw := from.Name, from.Content
	if len(bytes.TrimSpace(raw)) == 0 {
		return nil, wrong(path, "is empty", "use a file with a table")
	}
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) || bytes.HasPrefix(raw, []byte("PK\x05\x06")) {
		return workbook(path, raw)
	}
	for _, other := range others {
		if bytes.HasPrefix(raw, []byte(other.begin)) {
			return nil, wrong(path, other.is, other.want)
		}
	}
	text, encoding, err := decode(path, raw)
	if err != nil {
		return nil, err
	}
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), 1000)]))
	switch {
	case strings.HasPrefix(start, "<?xml"), strings.HasPrefix(start, "<!doctype"), strings.HasPrefix(start, "<html"), strings.HasPrefix(start, "<table"), strings.HasPrefix(start, "<div"), strings.Contains(start, "<html"):
		return nil, wrong(path, "is a web page or XML, despite its name", "open it in a spreadsheet and save it as CSV or XLSX")
	case strings.HasPrefix(start, "{"), strings.HasPrefix(start, "[{"), strings.HasPrefix(start, "[["):
		return frictionless(from, text, o)
	}
	table, err := delimited(path, text)
	if err != nil {
		return nil, err
	}
	if encoding != "" {
		o.guess("", "The text is read as %s", encoding)
	}
	return []*Table{table}, nil
}
