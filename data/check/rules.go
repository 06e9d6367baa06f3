package check

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"factframe/data"
)

// rules are the checks of a well-formed package. Each reports all its problems.
var rules = []func(*data.Package, *report){
	ids, addresses, languageTag, broughtWords, help, contact, corrections, brand, sources, seriesRanges, values, printed, shares, percentages, periods, quotes, cells, restated, statements, views, templates, joins,
}

// longestID is the longest id, in characters, that every system allows as a folder
// name.
const longestID = 100

// DeviceNames returns the names that Windows reserves for devices. No file or folder
// there may have one of them, with any extension.
func DeviceNames() []string {
	names := []string{"con", "prn", "aux", "nul"}
	for n := range 10 {
		names = append(names, fmt.Sprintf("com%d", n), fmt.Sprintf("lpt%d", n))
	}
	return names
}

// addresses checks ids that become folder names, for every operating system.
func addresses(p *data.Package, r *report) {
	devices := DeviceNames()
	check := func(record, id string) {
		switch {
		case len(id) > longestID:
			r.add(record, "id", fmt.Sprintf("use at most %d", longestID), "has %d characters", len(id))
		case slices.Contains(devices, strings.ToLower(id)):
			r.add(record, "id", "choose another id", "Windows does not allow a folder called %q", id)
		}
	}
	for _, v := range p.Views {
		check("views "+v.ID, v.ID)
		for _, u := range v.Units {
			check("units "+u.ID, u.ID)
		}
	}
	for _, f := range p.Figures {
		check(tableOf(f)+f.ID, f.ID)
	}
	for _, d := range p.Dimensions {
		for _, c := range d.Codes {
			check("dimensions "+d.ID+" codes "+c.ID, d.ID+"-"+c.ID)
		}
	}
}

// Day matches the date of a source: a year, a month or a day.
var Day = regexp.MustCompile(`^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$`)

var hash = regexp.MustCompile(`^[0-9a-f]{64}$`)

func sources(p *data.Package, r *report) {
	for _, s := range p.Sources {
		if s.SHA256 != "" && !hash.MatchString(s.SHA256) {
			r.add("sources "+s.ID, "sha256", "write the 64 hexadecimal digits of the document's SHA-256", "%q is not a SHA-256", s.SHA256)
		}
		if strings.ContainsAny(s.Published, "0123456789") && !Day.MatchString(s.Published) {
			r.add("sources "+s.ID, "published", "write it as 2024, 2024-09 or 2024-09-12", "%q is not a date", s.Published)
		}
		if s.URL != "" && !isSafe(s.URL) {
			r.add("sources "+s.ID, "url", "write an address that begins with https://", "%q is not a safe address", s.URL)
		}
	}
}

func seriesRanges(p *data.Package, r *report) {
	for _, s := range p.Series {
		if s.AgeMin != nil && s.AgeMax != nil && *s.AgeMin > *s.AgeMax {
			r.add("series "+s.ID, "age_min", "write the youngest age", "%d is older than age_max, %d", *s.AgeMin, *s.AgeMax)
		}
		if s.CoverageN != nil && s.CoverageM != nil && *s.CoverageN > *s.CoverageM {
			r.add("series "+s.ID, "coverage_n", "write how many of them are covered", "%d is more than coverage_m, %d", *s.CoverageN, *s.CoverageM)
		}
	}
}

func values(p *data.Package, r *report) {
	for _, f := range p.Figures {
		if f.Calculated() {
			continue
		}
		switch {
		case f.Value == nil && f.Status == data.Normal:
			r.figure(f, "status", "give the reason: O missing, L not collected, M cannot exist or Q suppressed", "is missing, but the value is null")
		case f.Value != nil && strings.Contains("OLMQ", string(f.Status)):
			r.figure(f, "status", "remove the value or the status", "%q means that there is no value, but there is one", f.Status)
		}
		if f.Value == nil {
			continue
		}
		if _, decimals, _ := strings.Cut(strconv.FormatFloat(f.Value.Number, 'f', -1, 64), "."); len(decimals) > data.MostDecimals {
			r.figure(f, "value", "write it in a smaller unit", "%v has more than %d decimals", f.Value.Number, data.MostDecimals)
		}
		if f.Value.High < f.Value.Low && f.Value.Qualifier == data.Rounded {
			r.figure(f, "rounded_to", "write the rounding step, such as 1 or 100", "is negative")
		}
		if f.Value.Number < 0 && !f.Unit.MayBeNegative() {
			r.figure(f, "value", "write a value of zero or more, or give the series another unit", "%v is negative, but a value in the unit %q cannot be", f.Value.Number, f.Unit.ID)
		}
		if f.Value.Number < f.Value.Low || f.Value.Number > f.Value.High {
			r.figure(f, "low", "write an interval that contains the value", "%v is not between %v and %v", f.Value.Number, f.Value.Low, f.Value.High)
		}
		if f.Unit == data.Fraction && f.Value.Number > 1 || f.Unit.Kind.Traits().Part && f.Value.Number > 100 {
			r.figure(f, "value", "write a part of the whole", "%v is more than the whole", f.Value.Number)
		}
	}
}

// numeral matches a printed number with nothing but signs around it.
var numeral = regexp.MustCompile(`^[-−–+]?[£$€]?[-−–+]?[0-9][0-9.,' \x{a0}\x{202f}]*%?$`)

// printed reports values that differ from the number in value_text, however that
// number is written.
func printed(p *data.Package, r *report) {
	for _, f := range p.Figures {
		if f.Calculated() || f.Value == nil || !numeral.MatchString(f.Printed) {
			continue
		}
		same := false
		for _, decimal := range ".,'" {
			n, err := strconv.ParseFloat(data.WithPoint(f.Printed, decimal), 64)
			if f.Unit == data.Fraction && strings.HasSuffix(f.Printed, "%") {
				n /= 100
			}
			same = same || err == nil && math.Abs(n-math.Abs(f.Value.Number)) <= 1e-9*math.Abs(n)
		}
		if strings.ContainsAny(f.Printed, "-−–") && f.Value.Number > 0 {
			same = false // a fall may be printed without a minus sign, but a rise never has one
		}
		if !same {
			r.figure(f, "value_text", "write value_text as the document prints it, and the same number as the value", "is %q, but the value is %v", f.Printed, f.Value.Number)
		}
	}
}

func shares(p *data.Package, r *report) {
	for _, f := range p.Figures {
		share := f.Unit.Kind.Traits().Part || f.PercentPrinted
		if share && !f.Calculated() && f.Base == nil && !f.BaseNotPrinted {
			r.figure(f, "base", `write the id of the total, or "not_printed"`, "is missing, but the figure is a share")
		}
		if f.Base != nil && f.Base.Value != nil && f.Value != nil && f.Unit == f.Base.Unit && f.Value.Low > f.Base.Value.High {
			r.figure(f, "base", "write the id of the total that it is a part of", "%q is smaller than its part", f.Base.ID)
		}
	}
}

func percentages(p *data.Package, r *report) {
	for _, f := range p.Figures {
		if f.Calculated() || !f.PercentPrinted || f.Value == nil || f.Base == nil || f.Base.Value == nil {
			continue
		}
		true100 := 100 * f.Value.Number / f.Base.Value.Number
		if true100 < f.Percent.Low || true100 > f.Percent.High {
			r.figure(f, "percent", "check the value, the base and the percentage against the document",
				"%v is not %v of %v, which is %v", f.Percent.Number, f.Value.Number, f.Base.Value.Number, math.Round(true100*10)/10)
		}
	}
}

func periods(p *data.Package, r *report) {
	named := map[string]*data.Figure{}
	for _, f := range p.Figures {
		name := p.NameOf(f.Period).ID
		switch other := named[name]; {
		case other != nil && !other.Period.Same(f.Period):
			r.figure(f, "period_start", "write the same dates as there, or dates with a different name", "is called %q, like the different period of %q", name, other.ID)
		case other == nil:
			named[name] = f
		}
		switch {
		case f.Period.Start.IsZero() != f.Period.End.IsZero():
			r.figure(f, "period_end", "write both dates or neither", "one end of the period is not given")
		case f.Period.End < f.Period.Start:
			r.figure(f, "period_end", "write the first day before the last", "%s is before period_start, %s", f.Period.End, f.Period.Start)
		}
	}
}

// maxQuote is the most words that one quote may have.
const maxQuote = 12

func quotes(p *data.Package, r *report) {
	for _, f := range p.Figures {
		if n := len(strings.Fields(f.Quote)); n > maxQuote {
			r.figure(f, "quote", "use at most 12 words", "has %d words", n)
		}
		if f.Quote == "" && !f.Calculated() && f.Value != nil && f.Series.Source.SHA256 != "" {
			r.figure(f, "quote", "quote the words in which the document states the figure", "is missing, but the source is a document")
		}
	}
}

func statements(p *data.Package, r *report) {
	for _, s := range p.Statements {
		if n := len(strings.Fields(s.Quote)); n > maxQuote {
			r.add("statements "+s.ID, "quote", "use at most 12 words", "has %d words", n)
		}
	}
}

// cells reports printed figures that would be drawn in the same place.
func cells(p *data.Package, r *report) {
	seen := map[string]string{}
	for _, f := range p.Figures {
		if f.Calculated() || f.Restates != nil {
			continue
		}
		if other := seen[f.Cell()]; other != "" {
			r.figure(f, "", "distinguish them by a dimension, or write that one restates the other", "has the same series, period and codes as %q", other)
		}
		seen[f.Cell()] = f.ID
	}
}

// partOfItself reports whether the bases of a figure lead back to it.
func partOfItself(f *data.Figure) bool {
	seen := map[*data.Figure]bool{}
	for base := f.Base; base != nil && !seen[base]; base = base.Base {
		if base == f {
			return true
		}
		seen[base] = true
	}
	return false
}

func restated(p *data.Package, r *report) {
	for _, f := range p.Figures {
		if f.Restates == f || f.MayRestate == f {
			r.figure(f, "restates", "write the id of another figure", "is the figure itself")
		}
		if f.Restates != nil && f.Restates != f && f.Restates.Restates != nil {
			r.figure(f, "restates", "write the id of the original figure", "%q itself restates %q", f.Restates.ID, f.Restates.Restates.ID)
		}
		if partOfItself(f) {
			r.figure(f, "base", "write the id of the total that it is a part of", "makes the figure a part of itself")
		}
	}
}
