package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"factframe/data"
)

// mailAddress matches what browsers accept as a mail address (HTML, section 4.10.5.1.5). Package
// net/mail would add the network to the page that makes panels.
var mailAddress = regexp.MustCompile(`^[a-zA-Z0-9.!#$%&'*+/=?^_{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$`)

// contact checks that readers can reach the contact.
func contact(p *data.Package, r *report) {
	if p.Contact == "" || isSafe(p.Contact) {
		return
	}
	if !mailAddress.MatchString(p.Contact) || strings.ContainsAny(p.Contact, "?&%") {
		r.add("factframe", "contact", "write a mail address, or an address that begins with https://", "%q is neither", p.Contact)
	}
}

// corrections checks that each correction ends at the figure as it is published now.
func corrections(p *data.Package, r *report) {
	newer := map[*data.Figure]bool{} // figures with a newer correction
	listed := map[data.Correction]bool{}
	for _, c := range p.Corrections {
		record := fmt.Sprintf("corrections of %s, %s", c.Figure.ID, c.Date)
		switch now := valueNow(c.Figure); {
		case listed[*c]:
			r.add(record, "", "remove one of them", "is listed twice")
		case c.Before == c.After:
			r.add(record, "after", "write what is published now", "is the same as before")
		case !newer[c.Figure] && !agrees(p, c.Figure):
			r.add(record, "after", fmt.Sprintf("write the value as it is now, %s, or add the later correction", now), "%q has other digits than the figure", c.After)
		}
		newer[c.Figure], listed[*c] = true, true
	}
}

// agrees reports whether a figure has the value that its newest correction says, one of them
// if there are several on one day.
func agrees(p *data.Package, f *data.Figure) bool {
	var newest data.Date
	for _, c := range p.Corrections {
		if c.Figure != f || newest != 0 && c.Date != newest {
			continue
		}
		newest = c.Date
		if hasDigits(c.After, valueNow(f)) || hasDigits(c.After, percentNow(f)) {
			return true
		}
	}
	return newest == 0
}

// percentNow is a share's number in per cent, or the same as valueNow.
func percentNow(f *data.Figure) string {
	if a, unit := f.Natural(); a != nil && unit == data.Fraction {
		shown := f.Rounded(*a, unit)
		return f.Words().Number(shown.Number*100, max(0, shown.Decimals-2))
	}
	return valueNow(f)
}

// valueNow is a figure's number as it is published now, or "" if it is missing.
func valueNow(f *data.Figure) string {
	a, unit := f.Natural()
	if a == nil {
		return ""
	}
	shown := f.Rounded(*a, unit)
	return f.Words().Number(shown.Number, shown.Decimals)
}

// hasDigits reports whether a text has the digits of a number among its own, whatever marks
// are between them. Zeros at the end may be written as a word, as in 3.2 million.
func hasDigits(text, number string) bool {
	wanted := digits(number)
	if short := strings.TrimRight(wanted, "0"); short != "" {
		wanted = short
	}
	return strings.Contains(digits(text), wanted)
}

func digits(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return c
		}
		return -1
	}, s)
}
