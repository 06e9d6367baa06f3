package maker

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"factframe/data"
	"factframe/data/check"
	"factframe/data/draft"
	"factframe/data/load"
	"factframe/data/read"
)

// packageFile is the name of the file that describes a package.
const packageFile = data.DefaultFile

// Opened is what a file is: a table, a workbook that another program has to read first, or a
// package with which work goes on.
type Opened struct {
	Draft    draft.Draft    `json:"draft"`
	Table    bool           `json:"table"`    // the file is the table of the draft
	Workbook bool           `json:"workbook"` // its tables have to be read first
	Problems []load.Problem `json:"problems"`
}

// mostUnpacked is the largest size of an unpacked file of an archive.
const mostUnpacked = 64 << 20

// Open finds out what a file is. Of an archive only its package is used.
func Open(name string, content []byte) Opened {
	switch {
	case bytes.HasPrefix(content, []byte("PK\x03\x04")):
		return openArchive(name, content)
	case isPackage(content):
		return openPackage(name, map[string][]byte{packageFile: content})
	}
	return Opened{Draft: draft.Draft{File: name}, Table: true}
}

func isPackage(content []byte) bool {
	var of struct{ Factframe json.RawMessage }
	return bytes.HasPrefix(bytes.TrimSpace(content), []byte("{")) && json.Unmarshal(content, &of) == nil && of.Factframe != nil
}

// openArchive opens the package in a site or in a folder, packed as a zip; or a workbook,
// which is an archive too.
func openArchive(name string, content []byte) Opened {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return Opened{Problems: wrong(name, "is damaged: "+err.Error(), "download it again")}
	}
	folder, found := "", false
	for _, f := range archive.File {
		at := path.Dir(f.Name)
		if path.Base(f.Name) != packageFile || found && len(at) >= len(folder) {
			continue
		}
		folder, found = at, true
	}
	if !found {
		return Opened{Draft: draft.Draft{File: name}, Table: true, Workbook: true}
	}
	files := map[string][]byte{}
	var all uint64
	for _, f := range archive.File {
		if all += f.UncompressedSize64; path.Dir(f.Name) == folder && all > 4*mostUnpacked {
			return Opened{Problems: wrong(name, "unpacks to too much", "open the datapackage.json in it")}
		}
		if path.Dir(f.Name) != folder || strings.HasSuffix(f.Name, "/") {
			continue
		}
		raw, err := unpacked(f)
		if err != nil {
			return Opened{Problems: wrong(name, fmt.Sprintf("is damaged: %s: %v", f.Name, err), "download it again")}
		}
		files[path.Base(f.Name)] = raw
	}
	opened := openPackage(name, files)
	opened.Draft.Many = slices.ContainsFunc(archive.File, func(f *zip.File) bool { return strings.Contains("/"+f.Name, "/figure/") }) // as it was published
	return opened
}

func unpacked(f *zip.File) ([]byte, error) {
	from, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer from.Close()
	raw, err := io.ReadAll(io.LimitReader(from, mostUnpacked+1))
	if err == nil && len(raw) > mostUnpacked {
		err = fmt.Errorf("more than %d MB", mostUnpacked>>20)
	}
	return raw, err
}

// openPackage goes on with a package that was published. It is also what changes are compared
// with.
func openPackage(name string, files map[string][]byte) Opened {
	p, raw, err := check.Files(files)
	if err != nil {
		return Opened{Problems: problemsOf(err)}
	}
	if len(p.Translations) > 0 {
		return Opened{Problems: wrong(name, "has texts in several languages, which this page cannot edit", "edit the package, and use factframe dev")}
	}
	var pretty bytes.Buffer
	if json.Indent(&pretty, raw, "", "  ") != nil {
		return Opened{Problems: wrong(name, "is not valid JSON", "download it again")}
	}
	own := draft.Draft{File: p.Title, Named: p.Title, Package: pretty.String(), Before: pretty.String()}
	own.Options.Language = p.Language
	return Opened{Draft: own}
}

// Workbook reads the tables of a workbook, for the program that has excelize.
func Workbook(name string, content []byte) ([]*read.Table, []load.Problem) {
	tables, err := read.Workbook(name, content)
	if err != nil {
		return nil, problemsOf(err)
	}
	return tables, nil
}

func wrong(file, what, want string) []load.Problem {
	return []load.Problem{{File: file, Wrong: what, Want: want}}
}
