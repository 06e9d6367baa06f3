package site

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"factframe/data"
	"factframe/data/check"
	"factframe/data/datatest"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

const fewAddress = "https://figures.example/a/"

// siteOf returns the files of a site with few files, or with all of them.
func siteOf(t require.TestingT, p *data.Package, raw []byte, few bool) memory {
	p.Few = few
	folder := memory{}
	require.NoError(t, Write(folder, Input{Package: p, JSON: raw, Program: program, URL: fewAddress}))
	return folder
}

// loaded checks a package.
func loaded(t require.TestingT, raw []byte) *data.Package {
	p, err := check.Bytes("package.json", raw)
	require.NoError(t, err)
	return p
}

// handedOut are the addresses in the files of a site, without its public address, and a file
// in which each is: links of pages, and full addresses in pages, tables and descriptions.
func handedOut(t require.TestingT, folder memory) map[string]string {
	list := map[string]string{}
	for name, content := range folder {
		switch path.Ext(name) {
		case ".html", ".csv", ".json", ".jsonld", ".xml":
		default:
			continue
		}
		for _, address := range fullAddress.FindAllString(html.UnescapeString(string(content)), -1) {
			list[strings.TrimPrefix(address, fewAddress)] = name
		}
		if path.Ext(name) != ".html" || path.Base(path.Dir(name)) == "embed" {
			continue
		}
		doc, err := html.Parse(strings.NewReader(string(content)))
		require.NoError(t, err)
		base := fewAddress + name
		for d := range doc.Descendants() {
			for _, a := range d.Attr {
				if a.Key != "href" && a.Key != "src" && a.Key != "data-href" {
					continue
				}
				at := resolved(t, base, a.Val)
				if d.Data == "base" {
					base = at
				}
				if strings.HasPrefix(at, fewAddress) {
					list[strings.TrimPrefix(at, fewAddress)] = name
				}
			}
		}
	}
	return list
}

// fullAddress is an address of the site in any text.
var fullAddress = regexp.MustCompile(regexp.QuoteMeta(fewAddress) + `[A-Za-z0-9/?=&,._#-]*`)

func resolved(t require.TestingT, base, href string) string {
	from, err := url.Parse(base)
	require.NoError(t, err)
	to, err := from.Parse(href)
	require.NoError(t, err)
	return to.String()
}

// dead returns why an address leads nowhere, or "".
func dead(folder memory, address string) string {
	address, fragment, _ := strings.Cut(address, "#")
	name, query, _ := strings.Cut(address, "?")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	content, found := folder[name]
	own := []string{"", "dataset", "observation", "catalogue"} // the names of things in linked data
	switch {
	case !found:
		return "there is no " + name
	case query != "" && fragment != "" && fragment != "choice":
		return "choices end in #choice"
	case slices.Contains(own, fragment) || strings.HasPrefix(address, "embed/") || strings.HasSuffix(address, "/embed/"):
		return ""
	case !strings.Contains(string(content), ` id="`+fragment+`"`):
		return name + " has no " + fragment
	}
	return ""
}

// noneIsDead fails the test unless each address of a site leads to a file, and to a part of it
// if it names one.
func noneIsDead(t require.TestingT, name string, folder memory) {
	for address, from := range handedOut(t, folder) {
		if why := dead(folder, address); why != "" {
			require.Fail(t, fmt.Sprintf("%s: %s leads to %s: %s", name, from, address, why))
		}
	}
}

// Every address that a site of few files hands out leads to a file and to the right part of
// it: in links, tables, feeds and descriptions, for every kind of package.
func TestASiteOfFewFilesHasNoDeadLinks(t *testing.T) {
	noneIsDead(t, "the default package", siteOf(t, loaded(t, data.DefaultJSON), data.DefaultJSON, true))
	for _, name := range []string{"bar", "bar-one-of", "bar-corrected"} {
		raw := datatest.TinyJSON(t, name)
		noneIsDead(t, name, siteOf(t, loaded(t, raw), raw, true))
	}
	datatest.Check(t, 2, func(t *rapid.T) {
		generated := datatest.Package().Draw(t, "package")
		noneIsDead(t, "a generated package", siteOf(t, generated.Package, generated.JSON, true))
	})
}
