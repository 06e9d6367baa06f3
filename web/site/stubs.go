package site

import (
	"html"
	"strings"

	"factframe/app/say"
	"factframe/app/state"
	"factframe/data"
)

// hasStubs reports whether the receipts are on shared pages, but not their addresses.
func hasStubs(p *data.Package) bool { return state.ManyFigures(p) && !p.Few }

// writeStubs writes a small page at the address of each figure of a large package. It
// redirects to the page that contains the figure's receipt.
func writeStubs(to *files, p *data.Package, a assets) error {
	if !hasStubs(p) {
		return nil
	}
	for i, f := range p.Figures {
		s := state.Receipt(p, f.ID)
		opened, err := inPlace(p, f, a)
		if err != nil {
			return err
		}
		receipt := "../../" + state.ReceiptAt(p, i)
		var b strings.Builder
		b.WriteString("<!DOCTYPE html>\n" + tag("html", htmlAttributes(p)...) + `<meta charset="utf-8">` + tag("meta", "http-equiv", "refresh", "content", "0; url="+receipt) +
			tag("link", "rel", "canonical", "href", receipt) + "<title>" + html.EscapeString(say.Title(p, s)) + "</title>\n" +
			"<p>" + tag("a", "href", receipt) + html.EscapeString(say.Heading(p, s)) + "</a></p>\n")
		b.Write(opened)
		if err := to.to.Write(to.below+s.Address()+"index.html", []byte(b.String())); err != nil { // not stored offline, unlike the receipts
			return err
		}
	}
	return nil
}
