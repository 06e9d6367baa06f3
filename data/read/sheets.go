//go:build !maker

package read

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/net/html/charset"
)

const (
	workbookPart  = "xl/workbook.xml"
	relationsPart = "xl/_rels/workbook.xml.rels"
)

// bookSheet is a sheet of a workbook.
type bookSheet struct {
	name   string
	alias  string // the name given to excelize v2.11, which rejects names that Excel does not allow
	part   string // its file in the archive
	hidden bool
}

// sheetsOf lists the sheets of a workbook.
func sheetsOf(archive *zip.Reader) ([]bookSheet, error) {
	var book struct {
		Sheets []struct {
			Attributes []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := unmarshal(archive, workbookPart, &book); err != nil {
		return nil, err
	}
	if err := unmarshal(archive, relationsPart, &relations); err != nil {
		return nil, err
	}
	parts := map[string]string{}
	for _, r := range relations.All {
		part := path.Join("xl", r.Target)
		if strings.HasPrefix(r.Target, "/") {
			part = r.Target[1:]
		}
		if strings.HasSuffix(r.Type, "/worksheet") { // others are charts
			parts[r.ID] = part
		}
	}
	var list []bookSheet
	for _, each := range book.Sheets {
		s := bookSheet{}
		for _, a := range each.Attributes {
			switch {
			case a.Name.Local == "name":
				s.name, s.alias = a.Value, a.Value
			case a.Name.Local == "state":
				s.hidden = a.Value != "visible" && a.Value != ""
			case a.Name.Local == "id" && a.Name.Space != "":
				s.part = parts[a.Value]
			}
		}
		list = append(list, s)
	}
	if !excelNames(list) {
		for i := range list {
			list[i].alias = strconv.Itoa(i + 1)
		}
	}
	return list, nil
}

// excelNames reports whether Excel accepts this combination of sheet names.
func excelNames(list []bookSheet) bool {
	seen := map[string]bool{}
	for _, s := range list {
		folded := strings.ToLower(s.name)
		if !isSheetName(s.name) || seen[folded] {
			return false
		}
		seen[folded] = true
	}
	return true
}

func unmarshal(archive *zip.Reader, name string, into any) error {
	part, err := archive.Open(name)
	if err != nil {
		return err
	}
	defer part.Close()
	return decoderOf(io.LimitReader(part, mostOfPart)).Decode(into)
}

// decoderOf returns an XML decoder for any declared encoding.
func decoderOf(part io.Reader) *xml.Decoder {
	d := xml.NewDecoder(part)
	d.CharsetReader = charset.NewReaderLabel
	return d
}

// isSheetName reports whether Excel accepts a sheet name. Other programs allow more.
func isSheetName(name string) bool {
	const longest = 31 // in UTF-16
	return name != "" && len(utf16.Encode([]rune(name))) <= longest && !strings.ContainsAny(name, `:\/?*[]`) && !strings.HasPrefix(name, "'") && !strings.HasSuffix(name, "'")
}

var sheetTag = regexp.MustCompile(`<(?:\w+:)?sheet\s[^>]*>`)
var nameInTag = regexp.MustCompile(`\sname\s*=\s*(?:"[^"]*"|'[^']*')`)

// renamed returns the workbook with its sheets renamed to their aliases.
func renamed(archive *zip.Reader, raw []byte, list []bookSheet) ([]byte, error) {
	if excelNames(list) {
		return raw, nil
	}
	var b bytes.Buffer
	to := zip.NewWriter(&b)
	for _, f := range archive.File {
		if f.Name != workbookPart {
			if err := to.Copy(f); err != nil {
				return nil, err
			}
			continue
		}
		from, err := f.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(io.LimitReader(from, mostOfPart))
		from.Close()
		if err != nil {
			return nil, err
		}
		i := -1
		content = sheetTag.ReplaceAllFunc(content, func(tag []byte) []byte {
			if i++; i >= len(list) {
				return tag
			}
			return nameInTag.ReplaceAllLiteral(tag, fmt.Appendf(nil, ` name="%s"`, list[i].alias))
		})
		w, err := to.Create(f.Name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(content); err != nil {
			return nil, err
		}
	}
	err := to.Close()
	return b.Bytes(), err
}
