package read

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"factframe/data"
)

var yearNumber = regexp.MustCompile(`^(?:1[5-9]|20|21)\d\d$`)

// monthNames are the names of months and their common abbreviations in English, German,
// French, Spanish, Dutch, Italian and Swedish.
var monthNames = [12]string{
	"jan january januar januari janvier janv jän jänner enero ene gennaio gen",
	"feb february februar februari février févr fevrier fev febrero febbraio",
	"mar march märz maerz mrz mars maart mrt marzo",
	"apr april avril avr abril abr aprile",
	"may mai mei maj mayo maggio mag",
	"jun june juni juin junio giugno giu",
	"jul july juli juillet juil julio luglio lug",
	"aug august augustus augusti août aout agosto ago",
	"sep sept september septembre septiembre setiembre settembre set",
	"oct october oktober okt octobre octubre ottobre ott",
	"nov november novembre noviembre",
	"dec december dezember dez décembre decembre déc diciembre dicembre dic",
}

// months maps names to the numbers of months.
var months = func() map[string]int {
	numbers := map[string]int{}
	for i, names := range monthNames {
		for _, name := range strings.Fields(names) {
			numbers[name] = i + 1
		}
	}
	return numbers
}()

// month returns the number of a month by its name, or 0.
func month(s string) int { return months[strings.TrimSuffix(strings.ToLower(s), ".")] }

// layout parses periods that are written in one form. A column has one layout.
type layout struct {
	name    string
	pattern *regexp.Regexp
	read    func(m []string, yearBegins int) (data.Period, bool)
}

func days(y1, m1, d1, y2, m2, d2 int) (data.Period, bool) {
	start, ok1 := data.NewDate(y1, m1, d1)
	end, ok2 := data.NewDate(y2, m2, d2)
	return data.Period{Start: start, End: end}, ok1 && ok2 && start <= end
}

// spanOfMonths returns the period of n months that starts with this month.
func spanOfMonths(year, month, n int) (data.Period, bool) {
	start, ok := data.NewDate(year, month, 1)
	next := year*12 + month - 1 + n
	after, ok2 := data.NewDate(next/12, next%12+1, 1)
	return data.Period{Start: start, End: after - 1}, ok && ok2 && n > 0
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

// pivot is the first two-digit year in the last century.
const pivot = 40

// year converts a two-digit year to four digits.
func year(s string) int {
	n := atoi(s)
	if len(s) == 2 {
		n += 2000
		if n >= 2000+pivot {
			n -= 100
		}
	}
	return n
}

// within returns the quarter that starts in this month, counted from year 0. It returns false
// unless the year is written as two consecutive ones, such as 2018/19.
func within(first, last string, month int) (data.Period, bool) {
	if (atoi(first)+1)%100 != atoi(last)%100 {
		return data.Period{}, false
	}
	return spanOfMonths(month/12, month%12+1, 3)
}

const y4 = `((?:1[5-9]|20|21)\d\d)`

var layouts = []layout{
	{"years", regexp.MustCompile(`^(?:[XYFxy])?` + y4 + `(?:\.0)?$`), func(m []string, _ int) (data.Period, bool) { return spanOfMonths(atoi(m[1]), 1, 12) }},
	{financialYears, regexp.MustCompile(`^(?:FY ?)?` + y4 + ` ?[-/–‑] ?(\d\d|\d{4})$`), func(m []string, begins int) (data.Period, bool) {
		first, last := atoi(m[1]), atoi(m[2])
		if (first+1)%100 != last%100 || last > 99 && last != first+1 {
			return data.Period{}, false
		}
		return spanOfMonths(first, begins, 12)
	}},
	{financialQuarters, regexp.MustCompile(`^(?:FY ?)?` + y4 + ` ?[-/–] ?(\d\d|\d{4}),? ?Q([1-4])$`), func(m []string, begins int) (data.Period, bool) {
		next := 12*atoi(m[1]) + begins - 1 + 3*(atoi(m[3])-1)
		return within(m[1], m[2], next)
	}},
	{"months", regexp.MustCompile(`^` + y4 + `[-/](\d\d?)$`), func(m []string, _ int) (data.Period, bool) { return spanOfMonths(atoi(m[1]), atoi(m[2]), 1) }},
	{"months", regexp.MustCompile(`^(\d\d?)[-/]` + y4 + `$`), func(m []string, _ int) (data.Period, bool) { return spanOfMonths(atoi(m[2]), atoi(m[1]), 1) }},
	{"months", regexp.MustCompile(`^` + y4 + ` ?-?M(\d\d?)$`), func(m []string, _ int) (data.Period, bool) { return spanOfMonths(atoi(m[1]), atoi(m[2]), 1) }},
	{"months", regexp.MustCompile(`^([\pL]{3,10}\.?)[- ]'?(\d{4}|\d\d)$`), func(m []string, _ int) (data.Period, bool) { return spanOfMonths(year(m[2]), month(m[1]), 1) }},
	{"months", regexp.MustCompile(`^` + y4 + `[- ]([\pL]{3,10}\.?)$`), func(m []string, _ int) (data.Period, bool) { return spanOfMonths(atoi(m[1]), month(m[2]), 1) }},
	{"quarters", regexp.MustCompile(`^` + y4 + `[- ]?(?:Q|T|K|Quarter )([1-4])$`), func(m []string, _ int) (data.Period, bool) { return spanOfMonths(atoi(m[1]), 3*atoi(m[2])-2, 3) }},
	{"quarters", regexp.MustCompile(`^(?:Q|T|Quarter )([1-4])[-/ ,]*` + y4 + `$`), func(m []string, _ int) (data.Period, bool) { return spanOfMonths(atoi(m[2]), 3*atoi(m[1])-2, 3) }},
	{"half years", regexp.MustCompile(`^` + y4 + `[- ]?[HS]([12])$`), func(m []string, _ int) (data.Period, bool) { return spanOfMonths(atoi(m[1]), 6*atoi(m[2])-5, 6) }},
	{"spans of months", regexp.MustCompile(`^([\pL]{3,10})\.? ?(?:-|–|to) ?([\pL]{3,10})\.? ` + y4 + `$`), func(m []string, _ int) (data.Period, bool) {
		first, last := month(m[1]), month(m[2])
		if first == 0 || last == 0 {
			return data.Period{}, false
		}
		if first > last {
			return spanOfMonths(atoi(m[3])-1, first, last-first+13)
		}
		return spanOfMonths(atoi(m[3]), first, last-first+1)
	}},
	{"spans of months", regexp.MustCompile(`^([\pL]{3,10})\.? ` + y4 + ` ?(?:-|–|to) ?([\pL]{3,10})\.? ` + y4 + `$`), func(m []string, _ int) (data.Period, bool) {
		first, last := month(m[1]), month(m[3])
		if first == 0 || last == 0 {
			return data.Period{}, false
		}
		return spanOfMonths(atoi(m[2]), first, 12*(atoi(m[4])-atoi(m[2]))+last-first+1)
	}},
	{"years that end in a month", regexp.MustCompile(`^(?i:(?:12 months|year|y/?e) (?:ending|ended|to)(?: in)?|ye) (?:\d\d? )?([\pL]{3,10}) (\d{4}|\d\d)$`), func(m []string, _ int) (data.Period, bool) {
		last := year(m[2])*12 + month(m[1]) - 12
		if month(m[1]) == 0 {
			return data.Period{}, false
		}
		return spanOfMonths(last/12, last%12+1, 12)
	}},
	{"several years", regexp.MustCompile(`^` + y4 + ` ?(?:-|–|to|/) ?` + y4 + `$`), func(m []string, _ int) (data.Period, bool) {
		return spanOfMonths(atoi(m[1]), 1, 12*(atoi(m[2])-atoi(m[1])+1))
	}},
	{"decades", regexp.MustCompile(`^` + y4 + `s$`), func(m []string, _ int) (data.Period, bool) {
		p, ok := spanOfMonths(atoi(m[1]), 1, 120)
		return p, ok && atoi(m[1])%10 == 0
	}},
	{"days", regexp.MustCompile(`^` + y4 + `[-/.](\d\d?)[-/.](\d\d?)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$`), func(m []string, _ int) (data.Period, bool) {
		return days(atoi(m[1]), atoi(m[2]), atoi(m[3]), atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}},
	{packedDays, packedDay, func(m []string, _ int) (data.Period, bool) {
		return days(atoi(m[1]), atoi(m[2]), atoi(m[3]), atoi(m[1]), atoi(m[2]), atoi(m[3]))
	}},
	{dayFirst, regexp.MustCompile(`^(\d\d?)[-/.](\d\d?)[-/.](\d{4}|\d\d)$`), func(m []string, _ int) (data.Period, bool) {
		return days(year(m[3]), atoi(m[2]), atoi(m[1]), year(m[3]), atoi(m[2]), atoi(m[1]))
	}},
	{monthFirst, regexp.MustCompile(`^(\d\d?)[-/](\d\d?)[-/](\d{4}|\d\d)$`), func(m []string, _ int) (data.Period, bool) {
		return days(year(m[3]), atoi(m[1]), atoi(m[2]), year(m[3]), atoi(m[1]), atoi(m[2]))
	}},
	{"days", regexp.MustCompile(`^(\d\d?)[- ]([\pL]{3,10})[-., ]+(\d{4}|\d\d)$`), func(m []string, _ int) (data.Period, bool) {
		return days(year(m[3]), month(m[2]), atoi(m[1]), year(m[3]), month(m[2]), atoi(m[1]))
	}},
	{"days", regexp.MustCompile(`^([\pL]{3,10})\.? (\d\d?), ?(\d{4})$`), func(m []string, _ int) (data.Period, bool) {
		return days(year(m[3]), month(m[1]), atoi(m[2]), year(m[3]), month(m[1]), atoi(m[2]))
	}},
	{packedYears, packedYear, func(m []string, begins int) (data.Period, bool) {
		if (atoi(m[1])+1)%100 != atoi(m[2]) {
			return data.Period{}, false
		}
		return spanOfMonths(atoi(m[1]), begins, 12)
	}},
	{packedMonths, packedMonth, func(m []string, _ int) (data.Period, bool) { return spanOfMonths(atoi(m[1]), atoi(m[2]), 1) }},
	{"weeks", regexp.MustCompile(`^` + y4 + `-?W(\d\d)$`), func(m []string, _ int) (data.Period, bool) {
		fourth, _ := data.NewDate(atoi(m[1]), 1, 4) // 4 January is always in the first week
		monday := fourth - (fourth-1)%7 + data.Date(7*(atoi(m[2])-1))
		return data.Period{Start: monday, End: monday + 6}, atoi(m[2]) >= 1 && (monday+3).Year() == atoi(m[1]) // a week belongs to the year of its Thursday
	}},
}

const (
	dayFirst   = "days, day first"
	monthFirst = "days, month first"
)

// yearMark matches marks that publishers put next to a year. They are not part of it.
var yearMark = regexp.MustCompile(`^(.*?)[ ]?(\[[^\]]*\]|\([a-z0-9]{1,3}\)|\([0-9](?:, ?[0-9])+\)|\((?:provisional|revised|estimate|estimated|forecast)\)|[*†‡¹²³]+)$|^(.*[0-9]) ?([pref])$`)

// unmarked splits a mark from a period.
func unmarked(s string) (text, mark string) {
	if last, _ := utf8.DecodeLastRuneInString(s); !strings.ContainsRune("])*†‡¹²³pref", last) {
		return s, "" // true of most cells, and quick to check
	}
	if m := yearMark.FindStringSubmatch(s); m != nil && strings.ContainsAny(m[1]+m[3], "0123456789") {
		return strings.TrimSpace(m[1] + m[3]), m[2] + m[4]
	}
	return s, ""
}

// periodIn parses a cell with this layout.
func (l layout) periodIn(cell string, yearBegins int) (data.Period, bool) {
	text, _ := unmarked(cell)
	return l.unmarkedPeriod(text, yearBegins)
}

func (l layout) unmarkedPeriod(text string, yearBegins int) (data.Period, bool) {
	m := l.pattern.FindStringSubmatch(text)
	if m == nil {
		return data.Period{}, false
	}
	return l.read(m, yearBegins)
}

// longestPeriod is longer than anything a layout can parse.
const longestPeriod = 100

// isPeriod reports whether any layout can parse a cell. It is called for every cell, so it
// first rules out cells that no layout can parse.
func isPeriod(cell string) bool {
	if len(cell) > longestPeriod || !strings.ContainsAny(cell, "0123456789") {
		return false
	}
	text, _ := unmarked(cell)
	for _, l := range layouts {
		if _, ok := l.unmarkedPeriod(text, 1); ok && l.name != packedYears && l.name != packedMonths && l.name != packedDays {
			return true
		}
	}
	return false
}

// isPackedYear reports whether a cell may be a year such as 200910.
func isPackedYear(cell string) bool {
	m := packedYear.FindStringSubmatch(cell)
	return m != nil && (atoi(m[1])+1)%100 == atoi(m[2])
}

// packedYears, packedMonths and packedDays look like ordinary numbers, so they are only parsed under a
// heading about time.
const (
	packedYears  = "years such as 200910"
	packedMonths = "months without a mark"
	packedDays   = "days without a mark"
)

var (
	packedYear  = regexp.MustCompile(`^` + y4 + `(\d\d)$`)
	packedMonth = regexp.MustCompile(`^` + y4 + `(0[1-9]|1[0-2])$`)
	packedDay   = regexp.MustCompile(`^` + y4 + `(0[1-9]|1[0-2])([0-3][0-9])$`)
)
