package site

import (
	"crypto/sha1"
	"encoding/xml"
	"fmt"
	"strings"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
)

// FeedFile is the Atom feed of the corrections of a package.
const FeedFile = "corrections.xml"

const feedMediaType = "application/atom+xml; charset=utf-8"

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Language string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Content string   `xml:"content"`
}

type atomLink struct {
	Relation string `xml:"rel,attr,omitempty"`
	Address  string `xml:"href,attr"`
}

// feed returns the corrections of a package, newest first, as Atom 1.0 (RFC 4287). Links are
// relative to the feed if the public address is not known. Names are UUIDs made from the
// texts (RFC 9562, version 5), so that they stay the same wherever the site is.
func feed(p *data.Package, public string) ([]byte, error) {
	f := atomFeed{
		Language: p.Language, ID: uuid("feed", p.Name, p.Language), Title: p.Words.Fill("feed.title", "site", p.Title),
		Author: creatorOf(p), Links: []atomLink{{Address: public + "./"}}, Updated: noon(data.Date(1)),
	}
	if public != "" {
		f.Links = []atomLink{{Address: public}, {Relation: "self", Address: public + FeedFile}}
	}
	for i, c := range p.Corrections {
		if i == 0 {
			f.Updated = noon(c.Date)
		}
		f.Entries = append(f.Entries, atomEntry{
			ID: uuid("correction", p.Name, p.Language, c.Figure.ID, c.Date.String(), c.Before, c.After), Title: say.Name(c.Figure), Updated: noon(c.Date),
			Link: atomLink{Address: public + state.FigureLink(p, c.Figure.ID)}, Content: say.CorrectionLine(p.Words, c),
		})
	}
	content, err := xml.MarshalIndent(f, "", "  ")
	return []byte(xml.Header + string(content) + "\n"), err
}

// noon writes a day as a time, which is on the same day nearly everywhere.
func noon(d data.Date) string { return d.String() + "T12:00:00Z" }

// namespace is the UUID namespace of feeds.
const namespace = "factframe/corrections"

func uuid(of ...string) string {
	sum := sha1.Sum([]byte(namespace + "\x00" + strings.Join(of, "\x00")))
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
