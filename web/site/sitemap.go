package site

import (
	"encoding/xml"

	"factframe/app/state"
	"factframe/data"
)

// SitemapFile lists the pages of a site for search engines (sitemaps.org, 0.9).
const SitemapFile = "sitemap.xml"

// mostListed is the most addresses that a sitemap may have.
const mostListed = 50_000

type sitemapPage struct {
	Address string        `xml:"loc"`
	Others  []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Relation string `xml:"rel,attr"`
	Language string `xml:"hreflang,attr"`
	Address  string `xml:"href,attr"`
}

// sitemap returns the sitemap of one language, with the same pages in the others.
func sitemap(p *data.Package, public string) ([]byte, error) {
	var list struct {
		XMLName xml.Name      `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		XHTML   string        `xml:"xmlns:xhtml,attr"`
		Pages   []sitemapPage `xml:"url"`
	}
	list.XHTML = "http://www.w3.org/1999/xhtml"
	for i, s := range state.Prerendered(p) {
		if i == mostListed {
			break
		}
		page := sitemapPage{Address: public + s.Address()}
		for _, l := range p.Languages {
			page.Others = append(page.Others, sitemapLink{"alternate", l.Tag, folderOf(public, l) + s.Address()})
		}
		list.Pages = append(list.Pages, page)
	}
	content, err := xml.MarshalIndent(list, "", "  ")
	return []byte(xml.Header + string(content) + "\n"), err
}
