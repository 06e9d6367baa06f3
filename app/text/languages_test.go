package text

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

var (
	form  = regexp.MustCompile(`\[(\w+)\]$`)
	place = regexp.MustCompile(`\{(\w+)\}`)
	name  = regexp.MustCompile(`\p{L}{2,}`)
)

// placesOf returns the placeholders of an entry, without duplicates.
func placesOf(words string) []string {
	var list []string
	for _, m := range place.FindAllStringSubmatch(words, -1) {
		list = append(list, m[1])
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// Every language has all sentences, so that pages never mix languages.
func TestEveryLanguageHasEveryEntry(t *testing.T) {
	for _, l := range languages()[1:] {
		t.Run(l.Tag, func(t *testing.T) {
			var forms []string // the forms of the language
			for n := range 200 {
				forms = append(forms, l.Plural(n))
			}
			slices.Sort(forms)
			forms = slices.Compact(append(forms, "other"))
			var missing, foreign []string
			for _, key := range English.Keys() {
				m := form.FindStringSubmatch(key)
				keys := []string{key}
				switch {
				case key == "signed" || key == "spelt" || key == "direction" || key == "language":
					continue
				case m != nil && m[1] != "other":
					continue // checked with [other]
				case m != nil:
					for _, form := range forms {
						keys = append(keys, strings.TrimSuffix(key, "[other]")+"["+form+"]")
					}
				}
				for _, k := range keys {
					words, found := l.words[k]
					if !found {
						missing = append(missing, k)
						continue
					}
					assert.Subset(t, placesOf(English.words[key]), placesOf(words), k)
					singular := English.words[strings.Replace(key, "[other]", "[one]", 1)]
					for _, p := range placesOf(English.words[key]) {
						if p != "n" && strings.Contains(singular, "{"+p+"}") { // a form for one number may leave out the number
							assert.Contains(t, placesOf(words), p, k)
						}
					}
					letters := name.MatchString(place.ReplaceAllString(words, ""))
					if words == English.words[key] && letters && !slices.Contains(sameInEnglish[l.Tag], k) && !strings.HasPrefix(k, "cldr.") {
						foreign = append(foreign, k)
					}
				}
			}
			assert.Empty(t, missing, "%s: these entries are missing", l.Tag)
			assert.Empty(t, foreign, "%s: these entries are English", l.Tag)
			for _, key := range l.Keys() {
				base := form.ReplaceAllString(key, "[other]")
				_, known := English.words[base]
				assert.True(t, known || key == "spelt", "%s: %s is not an entry", l.Tag, key)
			}
		})
	}
}

// sameInEnglish lists entries that are the same in English.
var sameInEnglish = map[string][]string{
	"ar": {"embed.markdown"},
	"cy": {"share.data", "embed.markdown", "scale.billion", "scale.trillion"},
	"de": {"embed.markdown", "embed.version", "frozen", "receipt.status"},
	"es": {"embed.markdown", "status.A", "status.P", "verdict.comparable", "verdict.not-comparable.answer"},
	"fr": {"attribute.source", "document.hash", "embed.markdown", "embed.version", "frozen", "receipt.source", "sources.link", "verdict.comparable"},
	"pl": {"embed.markdown", "receipt.status"},
}

// Missing entries fall back to English.
func TestEntriesThatALanguageLacks(t *testing.T) {
	l := Parse("xx", "range = {low}/{high}")
	assert.Equal(t, "1/2", l.Fill("range", "low", "1", "high", "2"))
	assert.Equal(t, "not printed", l.Say("amount.missing"))
	assert.Equal(t, "two figures", l.Count("figures", 2))
}

// Only translations that a native speaker has checked are not drafts.
func TestTranslationsAreDrafts(t *testing.T) {
	for _, l := range languages() {
		assert.Equal(t, l != English, l.Draft(), l.Tag)
		assert.Equal(t, l.Tag == "ar", l.RightToLeft(), l.Tag)
	}
}

// Node's Intl, which cldr/ comes from, and golang.org/x/text agree about numbers and
// plurals.
func TestFormatsAreThoseOfCLDR(t *testing.T) {
	categories := map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other"}
	for _, l := range languages() {
		tag := language.Make(l.Tag)
		for _, n := range []int{0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 15, 19, 20, 21, 22, 25, 31, 99, 100, 101, 102, 103, 110, 111, 112, 122, 199, 200, 201, 1000, 1001, 1002, 1005} {
			assert.Equal(t, categories[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)], l.Plural(n), "%s: %d", l.Tag, n)
		}
		print := message.NewPrinter(language.Make(l.Tag + "-u-nu-latn"))
		for _, n := range []float64{0.5, 12345.6, 1234567} {
			decimals := len(strings.TrimLeft(strings.TrimLeft(strconv.FormatFloat(n, 'f', -1, 64), "0123456789"), "."))
			want := print.Sprint(number.Decimal(n, number.MaxFractionDigits(decimals)))
			spaces := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
			assert.Equal(t, spaces.Replace(want), spaces.Replace(l.Number(n, decimals)), "%s: %v", l.Tag, n)
		}
	}
}

// Numbers follow the conventions of each language, such as German and American separators.
func TestNumbersInEachLanguage(t *testing.T) {
	tests := []struct{ tag, number, small, day, month, list string }{
		{"en-GB", "2,287.5", "−1,234", "5 March 2020", "March 2020", "a, b and c"},
		{"cy", "2,287.5", "−1,234", "5 Mawrth 2020", "Mawrth 2020", "a, b, a(c) c"},
		{"de", "2.287,5", "−1.234", "5. März 2020", "März 2020", "a, b und c"},
		{"fr", "2\u202f287,5", "−1\u202f234", "5 mars 2020", "mars 2020", "a, b et c"},
		{"es", "2287,5", "−1234", "5 de marzo de 2020", "marzo de 2020", "a, b y c"},
		{"pl", "2287,5", "−1234", "5 marca 2020", "marzec 2020", "a, b i c"},
		{"ar", "2,287.5", "\u200e−1,234", "5 مارس 2020", "مارس 2020", "\u2068a\u2069 و\u2068b\u2069 و\u2068c\u2069"},
	}
	for _, test := range tests {
		l := In(test.tag)
		require.NotNil(t, l, test.tag)
		assert.Equal(t, []string{test.number, test.small, test.day, test.month, test.list},
			[]string{l.Number(2287.5, 1), l.Number(-1234, 0), l.Day(Day{2020, 3, 5}), l.Month(Day{2020, 3, 5}), l.List([]string{"a", "b", "c"})}, test.tag)
	}
}

func TestLanguageOfATag(t *testing.T) {
	for tag, want := range map[string]string{"en": "en-GB", "en-US": "en-GB", "EN-gb": "en-GB", "de-AT": "de", "ar": "ar", "pl-PL": "pl"} {
		require.NotNil(t, In(tag), tag)
		assert.Equal(t, want, In(tag).Tag, tag)
	}
	for _, tag := range []string{"", "nl", "dea", "e"} {
		assert.Nil(t, In(tag), tag)
	}
}

// Units written in words use the plural form for the number.
func TestPluralFormsOfUnits(t *testing.T) {
	years := func(l *Language, n float64, decimals int) string {
		forms := l.Suffixes("unit.years.number")
		suffix := Signs{Suffix: forms.in("other")}
		return (&Amount{In: l, Number: n, Decimals: decimals, Unit: Unit{Beside: suffix, InWords: suffix, BeforeLabel: suffix, Forms: forms}}).Short()
	}
	plain := strings.NewReplacer("\u00a0", " ")
	for _, test := range []struct {
		tag  string
		n    float64
		want string
	}{{"en-GB", 1, "1 year"}, {"en-GB", 2, "2 years"}, {"de", 1, "1 Jahr"}, {"pl", 1, "1 rok"}, {"pl", 3, "3 lata"}, {"pl", 5, "5 lat"}, {"pl", 12, "12 lat"}, {"pl", 22, "22 lata"}, {"ar", 5, "5 سنوات"}, {"ar", 20, "20 سنة"}} {
		assert.Equal(t, test.want, plain.Replace(years(In(test.tag), test.n, 0)), test.tag)
	}
	assert.Equal(t, "2,5 roku", plain.Replace(years(In("pl"), 2.5, 1)), "a decimal")
}
