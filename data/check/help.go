package check

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"

	"factframe/data"
	"factframe/data/colour"
)

// phoneNumber matches digits, with the spaces, brackets and hyphens that people put
// between them.
var phoneNumber = regexp.MustCompile(`^[+(]?[0-9][0-9 ()-]{1,30}$`)

// help checks that every link works as an address and every number can be dialled:
// people in need use them.
func help(p *data.Package, r *report) {
	for i, h := range p.Help {
		record := fmt.Sprintf("help entry %d", i+1)
		if h.URL == "" && h.Phone == "" {
			r.add(record, "url", "write a url, a phone number or both", "there is neither url nor phone")
		}
		if h.URL != "" && !isSafe(h.URL) {
			r.add(record, "url", "write an address that begins with https://", "%q is not a safe address", h.URL)
		}
		if h.Phone != "" && !phoneNumber.MatchString(h.Phone) {
			r.add(record, "phone", "write the digits, such as 0800 1111", "%q is not a telephone number", h.Phone)
		}
	}
}

// isSafe reports whether an address starts with https:// and has a host.
func isSafe(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "https" && strings.Contains(u.Host, ".")
}

// Warnings lists problems that do not prevent a build, but should be fixed before
// publication.
func Warnings(p *data.Package) []string {
	list := languageWarnings(p)
	for _, moved := range colour.Moved(p.Brand.Accent, p.Brand.AccentDark) {
		list = append(list, fmt.Sprintf("brand: the accent %s has too little contrast on a %s page (%.1f:1), so it is %s there", moved.Asked, moved.Paper, moved.Contrast, moved.Used))
	}
	for _, v := range p.Views {
		if draft, _, ok := strings.Cut(v.Headline, ":"); ok && strings.EqualFold(strings.TrimSpace(draft), p.Words.Say("draft")) {
			list = append(list, fmt.Sprintf("views %s: headline: still begins with %q; replace it with the finding before publishing", v.ID, draft+":"))
		}
	}
	return append(list, revealed(p)...)
}
