package read

import (
	"regexp"
	"strings"

	"factframe/data"
	"factframe/data/format"
)

// totalWord matches names of totals.
var totalWord = regexp.MustCompile(`(?i)^(?:[0-9]+ )?(?:grand )?(?:total|totals|all|total [^,:]{1,24}|all (?:ages|persons|people|regions|countries|groups|categories|sexes|areas|households|types|causes)(?: [0-9+ -]+)?|all [0-9]+(?:\+| and over)?|persons|overall|both sexes|sum|together|world|riket|hela riket|insgesamt|gesamt|ensemble|(?:totaal|totale|totaux|totalt|ogółem|razem|łącznie|celkem|suma)(?: [^,:]{1,24})?|alle|tous|i alt|0+\+|[^,:]{1,40} total)(?:$|, .{0,24}$|: .{0,24}$)`)

var (
	yes, no    = ptr(true), ptr(false)
	moneySign  = regexp.MustCompile(`^((?:[A-Z]{1,3})?[$£€¥₹]|EUR|USD|GBP|CHF) ?(million|billion|trillion|thousand|thousands|m|mn|bn|tn|k|000s?|['’]000s?|Mio\.?|Mrd\.?|Tsd\.?)?$`)
	signMoney  = regexp.MustCompile(`(?i)^(?:in )?(million|billion|trillion|thousand|millions|billions|thousands|m|mn|bn|k|Mio\.?|Mrd\.?|Tsd\.?|1[., ]?000) ?(?:of )?((?:[A-Z]{1,3})?[$£€¥₹]|EUR|USD|GBP|CHF|euros?|pounds?|dollars?)$`)
	perPattern = regexp.MustCompile(`(?i)^(.*?)\bper ([0-9][0-9,. ]*(?: ?[\pL ]+)?|[\pL][\pL ]+)$`)
	indexWord  = regexp.MustCompile(`(?i)\b(?:index|indeks|indice|indices)\b|\b(?:19|20)\d\d ?(?:q\d )?= ?100\b`)
	indexBase  = regexp.MustCompile(`\b((?:19|20)\d\d(?:/\d\d|-\d\d)?) ?= ?100\b`)
	scaleWords = regexp.MustCompile(`(?i)^(?:in |en )?(thousands?|millions?|billions?|000s?|'000s?|hundreds|milliers|milliards|tausend|tsd\.?|mio\.?|mrd\.?)(?:\b| |$) ?(?:of |de )?(.*)$`)
	percentish = regexp.MustCompile(`(?i)^(?:%|per ?cent|percent|percentages?|en %|pourcentage|prozent|pct|in %|% of .*|percentage of .*|share(?: of .*)?|proportion(?: of .*)?|anteil.*)$`)
	changeish  = regexp.MustCompile(`(?i)\b(?:change|growth|increase|decrease|variation|veränderung|year[- ]on[- ]year|inflation|annual rate|yoy)\b`)
	countish   = regexp.MustCompile(`(?i)^(?:numbers?|counts?|anzahl|nombre|n|no\.?|headcount|persons?|people|number of .*)$`)
	pointish   = regexp.MustCompile(`(?i)^(?:pp|percentage points?)$`)
)

// bareWord matches general names of a rate, which do not name what is counted.
var bareWord = regexp.MustCompile(`(?i)\b(?:rate|rates|number|numbers|ratio|index|value|values|count|crude|prevalence|incidence)\b`)

func ptr[T any](v T) *T { return &v }

// knownUnit returns the unit that words describe. known is false if that is uncertain.
func knownUnit(words string) (u format.Unit, known bool) {
	w := strings.TrimSpace(words)
	switch {
	case w == "":
		return u, false
	case percentish.MatchString(w):
		return format.Unit{ID: data.Percent.ID}, true
	case pointish.MatchString(w):
		return format.Unit{ID: "points", Kind: data.RateKind, Suffix: " pp", Title: "percentage points"}, true
	case countish.MatchString(w):
		return format.Unit{ID: "number", Kind: data.CountKind, Title: "a number", AddsUp: no}, true
	case indexWord.MatchString(w):
		u := format.Unit{ID: "index", Kind: data.IndexKind, Title: "an index"}
		if m := indexBase.FindStringSubmatch(w); m != nil {
			u.Base = m[1] + " = 100"
		}
		return u, true
	}
	if m := moneySign.FindStringSubmatch(w); m != nil {
		return format.Unit{ID: "money", Kind: data.AmountKind, Prefix: m[1], Suffix: scaleSuffix(m[2]), Title: "money", AddsUp: no}, true
	}
	if m := signMoney.FindStringSubmatch(w); m != nil {
		return format.Unit{ID: "money", Kind: data.AmountKind, Prefix: currency(m[2]), Suffix: scaleSuffix(m[1]), Title: "money", AddsUp: no}, true
	}
	if m := scaleWords.FindStringSubmatch(w); m != nil {
		scale := strings.TrimSuffix(strings.ToLower(m[1]), "s")
		switch {
		case strings.Contains(scale, "000"), scale == "millier", scale == "tausend", strings.HasPrefix(scale, "tsd"):
			scale = "thousand"
		case strings.HasPrefix(scale, "mio"):
			scale = "million"
		case strings.HasPrefix(scale, "mrd"), scale == "milliard":
			scale = "billion"
		}
		return format.Unit{ID: "amount", Kind: data.AmountKind, One: strings.TrimSpace(scale + " " + m[2]), Many: strings.TrimSpace(scale + " " + m[2]), AddsUp: no}, true
	}
	if m := perPattern.FindStringSubmatch(w); m != nil && !strings.HasPrefix(strings.ToLower(m[2]), "cent") {
		words := "per " + strings.TrimSpace(m[2])
		if of := strings.TrimSpace(m[1]); of != "" && !bareWord.MatchString(of) {
			words = of + " " + words // "g per litre", but "per 100,000 people" for a rate
		}
		return format.Unit{ID: "rate", Kind: data.RateKind, Title: w, Many: words, One: words, Per: strings.TrimSpace(m[2]), AddsUp: no}, true
	}
	return u, false
}

func scaleSuffix(s string) string {
	switch strings.TrimSuffix(strings.ToLower(strings.TrimLeft(s, "'’")), "s") {
	case "":
		return ""
	case "million", "m", "mn", "mio", "mio.":
		return " m"
	case "billion", "bn", "mrd", "mrd.":
		return " bn"
	case "trillion", "tn":
		return " tn"
	}
	return " thousand"
}

func currency(s string) string {
	switch strings.TrimSuffix(strings.ToLower(s), "s") {
	case "euro":
		return "€"
	case "pound":
		return "£"
	case "dollar":
		return "$"
	}
	return s
}

var unitWord = regexp.MustCompile(`(?i)^(?:[kmgt]?w?h|[km]?t(?:onnes?)?|kg|g|mg|µg|μg|km[²23]?|sq km|m[²³23]|ha|l|litres?|°c|degrees.*|hours?|minutes?|days?|weeks?|months?|years?|[kmg]?wh?|kt.*|mt.*|ppm|[kmg]?j|cm|mm|mph|km/h|people|persons|households|tonnes.*|hectares|acres|miles|bn|m|million.*|thousand.*|current .*|constant .*|international .*|us\$.*)$`)

// looksLikeUnit reports whether words in brackets after a name are a unit, rather than a remark
// such as "provisional".
func looksLikeUnit(words string) bool { return unitWord.MatchString(strings.TrimSpace(words)) }

// unitFor returns the unit of a series: by its words, or otherwise by whether its values can be
// counts.
func unitFor(said, words, measure string, points []point, o Options) format.Unit {
	decimals, negative, above := false, false, false
	for _, p := range points {
		if !p.value.missing {
			decimals = decimals || strings.Contains(p.value.plain, ".")
			negative = negative || p.value.number < 0
			above = above || p.value.number > 100
		}
	}
	var u format.Unit
	known := false
	if strings.EqualFold(words, "years") && ageWord.MatchString(measure) {
		return format.Unit{ID: data.Years.ID}
	}
	if _, stated := knownUnit(words); said != "" && stated {
		o.guess("", "The table states %q%s, which -unit does not replace", words, of(measure))
		said = ""
	}
	if u, known = knownUnit(said); said != "" && !known {
		return format.Unit{ID: "unit", Kind: data.AmountKind, One: said, Many: said, AddsUp: no}
	}
	for _, w := range []string{words, measure} {
		if !known {
			u, known = knownUnit(w)
		}
		if !known {
			u, known = unitWithin(w)
		}
	}
	switch {
	case known && u.ID == data.Percent.ID && decimals && !negative && ofOne(points):
		o.guess(perUnit(measure), "Values%s are at most 1, although they are called percentages, so they have no unit", of(measure))
		return format.Unit{ID: "unit", Kind: data.AmountKind, Title: "unit not stated", AddsUp: no}
	case known && u.ID == data.Percent.ID && negative && !changeish.MatchString(measure+" "+words) && words != "":
		return format.Unit{ID: "ratio", Kind: data.RateKind, Suffix: "%", Title: "per cent", AddsUp: no}
	case known && u.ID == data.Percent.ID && (negative || changeish.MatchString(measure+" "+words)):
		return format.Unit{ID: "change", Kind: data.ChangeKind, Suffix: "%", Title: "change, per cent"}
	case known && u.ID == data.Percent.ID && above:
		o.guess(perUnit(measure), "Percentages above 100 are read as a rate, not as parts of a whole")
		return format.Unit{ID: "ratio", Kind: data.RateKind, Suffix: "%", Title: "per cent", AddsUp: no}
	case known && u.Kind == data.CountKind && (negative || decimals):
		u.Kind = data.AmountKind
		return u
	case known:
		return u
	}
	if w := strings.TrimSpace(words); w != "" {
		return format.Unit{ID: "unit", Kind: data.AmountKind, One: w, Many: w, AddsUp: no}
	}
	if decimals || negative {
		o.guess(perUnit(measure), "No unit is stated%s, so numbers are shown without one", of(measure))
		return format.Unit{ID: "unit", Kind: data.AmountKind, Title: "unit not stated", AddsUp: no}
	}
	o.guess(perUnit(measure), "No unit is stated%s. Whole numbers without negative values are read as counts", of(measure))
	return format.Unit{ID: "number", Kind: data.CountKind, Title: "a number", AddsUp: no}
}

// ofOne reports whether several values look like shares of one: between 0 and 1, and not all
// small.
func ofOne(points []point) bool {
	most, n := 0.0, 0
	for _, p := range points {
		if !p.value.missing && p.value.sign.after == "" {
			most = max(most, p.value.number)
			n++
		}
	}
	return n > 2 && most > 0.1 && most <= 1
}

var ageWord = regexp.MustCompile(`(?i)\b(?:age|aged|alter)\b`)

func of(measure string) string {
	if measure == "" {
		return ""
	}
	return " for " + measure
}

var perWithin = regexp.MustCompile(`(?i)\bper (100,?000|1,?000|10,?000|thousand|million|billion|head|capita)\b.*$`)

var percentWithin = regexp.MustCompile(`(?i)%|\bper ?cent\b|\bpercent(?:age)?\b`)

// unitWithin returns a unit that is part of a longer text, such as a title or the name of an
// indicator.
func unitWithin(words string) (format.Unit, bool) {
	switch {
	case indexWord.MatchString(words):
		return knownUnit(words)
	case percentWithin.MatchString(words):
		return knownUnit("%")
	}
	if m := headUnit.FindStringSubmatch(words); m != nil {
		if u, known := knownUnit(m[2]); known {
			return u, true
		}
	}
	if m := perWithin.FindString(words); m != "" {
		return format.Unit{ID: "rate", Kind: data.RateKind, Title: m, One: m, Many: m, Per: strings.TrimPrefix(strings.ToLower(m), "per "), AddsUp: no}, true
	}
	return format.Unit{}, false
}
