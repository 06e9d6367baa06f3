package check

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"factframe/data"
	"factframe/data/colour"

	"golang.org/x/text/language"
)

// phoneNumber is what a telephone can dial: digits, with the spaces, brackets and
// hyphens that people read them by.
var phoneNumber = regexp.MustCompile(`^[+(]?[0-9][0-9 ()-]{1,30}$`)

// help checks where readers are sent: a link that leads nowhere, or a number that
// cannot be dialled, is worst here.
func help(p *data.Package, r *report) {
	for i, h := range p.Help {
		record := fmt.Sprintf("help entry %d", i+1)
		if h.URL == "" && h.Phone == "" {
			r.add(record, "url", "write where to turn: a url, a phone number or both", "the line has neither url nor phone")
		}
		if h.URL != "" && !isSafe(h.URL) {
			r.add(record, "url", "write an address that begins with https://", "%q is not a safe address", h.URL)
		}
		if h.Phone != "" && !phoneNumber.MatchString(h.Phone) {
			r.add(record, "phone", "write the digits, such as 0800 1111", "%q is not a telephone number", h.Phone)
		}
	}
}

// isSafe reports whether an address is on the web, encrypted, and names a host.
func isSafe(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "https" && strings.Contains(u.Host, ".")
}

// languageTag checks the language of the package's words by the registry of BCP 47.
func languageTag(p *data.Package, r *report) {
	if _, err := language.Parse(p.Language); err != nil {
		r.add("factframe", "language", "write a BCP 47 tag, such as en-GB, cy or de", "%q is not a language", p.Language)
	}
}

// Warnings lists what a package may have and a published one should not.
func Warnings(p *data.Package) []string {
	var list []string
	for _, moved := range colour.Moved(p.Brand.Accent, p.Brand.AccentDark) {
		list = append(list, "brand: "+moved)
	}
	for _, v := range p.Views {
		if draft, _, ok := strings.Cut(v.Headline, ":"); ok && strings.EqualFold(draft, "draft") {
			list = append(list, fmt.Sprintf("views %s: headline: still begins with %q; write the finding before you publish it", v.ID, draft+":"))
		}
	}
	return list
}
