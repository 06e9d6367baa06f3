package data_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"factframe/data"
	"factframe/data/datatest"
	"factframe/data/load"
	"factframe/data/translation"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// printed lists the figures in the documents: id, value, qualifier and the quoted
// words. A nil value is unknown.
var printed = []struct {
	id        string
	value     any
	qualifier data.Qualifier
	phrase    string
}{
	{"foi-investigations-per-day", 6.0, data.MoreThan, "launched more than six investigations every DAY"},
	{"foi-crimes", 2287.0, data.Exact, "2,287 crimes of possessing, making or distributing"},
	{"foi-forces-answered", 26.0, data.Exact, "14 forces of the 26 which answered"},
	{"foi-forces-no-response", 15.0, data.Exact, "15 forces did not respond"},
	{"foi-suspects-under-13", 510.0, data.Exact, "510 suspects aged under 13"},
	{"foi-youngest-suspect", 6.0, data.Exact, "one who was just six years old"},
	{"foi-forces-suspects-under-10", 5.0, data.Exact, "Five forces reported suspects under ten-years-old"},
	{"foi-charge-or-caution", nil, "", "six per cent of investigations resulted in either a charge"},
	{"foi-community-resolution", 218.0, data.Exact, "in 10 per cent of cases (218)"},
	{"foi-victim-withdrew", 261.0, data.Exact, "In 11 per cent (261 cases)"},
	{"foi-lack-of-evidence", 370.0, data.Exact, "16 per cent (370) of cases"},
	{"foi-not-public-interest", 493.0, data.Exact, "22 per cent (493) of cases"},
	{"foi-other-agency", 92.0, data.Exact, "four per cent (92) of cases"},
	{"foi-sussex", 329.0, data.Exact, "under-age sexting reports (329)"},
	{"foi-greater-manchester", 291.0, data.Exact, "Greater Manchester Police (291)"},
	{"foi-thames-valley", 230.0, data.Exact, "Thames Valley (230)"},
	{"foi-west-midlands", 201.0, data.Exact, "West Midlands (201)"},
	{"foi-forces-two-years", 14.0, data.Exact, "Just 14 forces of the 26"},
	{"foi-forces-doubled", 9.0, data.Exact, "nine recorded at least double the amount"},
	{"npcc-children-change", 131.0, data.Rounded, "risen by a huge 131% since 2014-15"},
	{"npcc-incidents", 6200.0, data.AsPrinted, "6200 incidents reported this year"},
	{"npcc-committed-by-young", 1.0 / 3, data.About, "A third all of child sexual abuse"},
	{"npcc-youngest-reporting", 10.0, data.AtLeast, "Children as young as 10 are reporting cases"},
	{"npcc-charged-halved", -50.0, data.MoreThan, "children facing charges in these cases has more than halved"},
	{"met-under-14-headline", 350.0, data.AsPrinted, "350 under-14s investigated"},
	{"met-under-14-more-than", 350.0, data.MoreThan, "more than 350 under-14s have been investigated"},
	{"met-suspects-under-14", 353.0, data.Exact, "353 suspects under the age of 14 were reported"},
	{"met-outcome-21-2018", 38.0, data.Exact, "leapt from 38 in 2018"},
	{"met-outcome-21-2019", 90.0, data.Exact, "to 90 last year"},
	{"met-adult-sites", 1.0 / 3, data.About, "a third of illegal images found on such sites"},
	{"ceop-cases-per-day", 1.0, data.AsPrinted, `investigating one case involving "sexting" every day`},
	{"ceop-reports-per-day", 1.0, data.Average, "receives one report a day of a child protection issue"},
	{"ceop-youngest", 13.0, data.AtLeast, "boys and girls aged 13 or above"},
	{"survey-took", 3.0, data.Rounded, "three per cent of 11-16 year olds surveyed"},
	{"survey-shared", 3.0, data.LessThan, "a smaller proportion reporting sharing the image"},
}

func TestEveryPrintedFigureIsThere(t *testing.T) {
	p := datatest.Default(t)
	require.Len(t, printed, 35)
	for _, want := range printed {
		f := p.Figure(want.id)
		require.NotNil(t, f, want.id)
		assert.Contains(t, f.Quote, want.phrase, want.id)
		if want.value == nil {
			assert.Nil(t, f.Value, want.id)
			continue
		}
		assert.InDelta(t, want.value, f.Value.Number, 1e-9, want.id)
		assert.Equal(t, want.qualifier, f.Value.Qualifier, want.id)
	}
	quoted := 0
	for _, f := range p.Figures {
		if f.Quote != "" {
			quoted++
		}
	}
	assert.Equal(t, 35, quoted, "no other figure has a quote from a document")
}

// plainText normalises quotes and documents for comparison: it ignores no-break
// spaces, curly quotes and runs of white space.
func plainText(s string) string {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "‘", "'", "’", "'", "“", `"`, "”", `"`, "–", "-", "—", "-", "\u2011", "-").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

func TestQuotesStandInTheDocuments(t *testing.T) {
	folder := os.Getenv("FACTFRAME_SOURCES")
	if folder == "" {
		t.Skip("FACTFRAME_SOURCES does not name the folder with the documents, so quotes were not compared with them")
	}
	documents := map[string]string{}
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	require.NoError(t, err)
	for _, file := range files {
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		sum := sha256.Sum256(raw)
		documents[hex.EncodeToString(sum[:])] = plainText(string(raw))
	}
	p := datatest.Default(t)
	for _, f := range p.Figures {
		if f.Quote != "" {
			text, ok := documents[f.Series.Source.SHA256]
			require.True(t, ok, "no document has the SHA-256 of source %s", f.Series.Source.ID)
			assert.Contains(t, text, plainText(f.Quote), f.ID)
		}
	}
	for _, s := range p.Statements {
		assert.Contains(t, documents[s.Source.SHA256], plainText(s.Quote), s.ID)
	}
}

func TestCalculatedFigures(t *testing.T) {
	p := datatest.Default(t)
	tests := []struct {
		id        string
		number    float64
		low, high float64
		delta     float64
		qualifier data.Qualifier
	}{
		{"foi-crimes-per-day", 6.2, 6.2, 6.2, 0.05, data.Exact}, // 366 days: 2016 is a leap year
		{"foi-outcomes-counted", 1434, 1434, 1434, 0, data.Exact},
		{"foi-outcomes-counted-share", 62.7, 62.7, 62.7, 0.05, data.Exact},
		{"foi-outcomes-percent-total", 69, 66, 72, 0, data.About},
		{"foi-charge-or-caution-estimate", 137, 126, 148, 0, data.About},
		{"foi-outcome-not-reported", 716, 705, 727, 0, data.About},
		{"foi-forces-doubled-share", 64, 64, 64, 0.5, data.Exact},
		{"foi-forces-two-years-share", 54, 54, 54, 0.5, data.Exact},
		{"foi-four-forces", 1051, 1051, 1051, 0, data.Exact},
		{"foi-four-forces-share", 46, 46, 46, 0.5, data.Exact},
		{"foi-other-forces", 1236, 1236, 1236, 0, data.Exact},
		{"npcc-incidents-2014-15", 2684, 2657, 2711, 0, data.About},
		{"met-outcome-21-change", 52, 52, 52, 0, data.Exact},
		{"met-outcome-21-ratio", 2.4, 2.4, 2.4, 0.05, data.Exact},
	}
	for _, test := range tests {
		f := p.Figure(test.id)
		require.NotNil(t, f, test.id)
		assert.True(t, f.Calculated())
		assert.InDelta(t, test.number, f.Value.Number, test.delta, test.id)
		assert.InDelta(t, test.low, f.Value.Low, test.delta, test.id)
		assert.InDelta(t, test.high, f.Value.High, test.delta, test.id)
		assert.Equal(t, test.qualifier, f.Value.Qualifier, test.id)
	}
}

// The five pairs of count and percentage all imply a base near 2,287, so the
// package may treat them as shares of it.
func TestPrintedPercentagesImplyOneBase(t *testing.T) {
	p := datatest.Default(t)
	for _, f := range p.Figures {
		if f.Series.ID == "foi-outcomes" && f.PercentPrinted && f.Value != nil && !f.Calculated() {
			low, high := 100*f.Value.Number/f.Percent.High, 100*f.Value.Number/f.Percent.Low
			assert.True(t, low <= 2287 && 2287 <= high, fmt.Sprintf("%s implies %.0f to %.0f", f.ID, low, high))
		}
	}
}

// A share whose total is not printed must not be used in a calculation.
func TestSharesOfUnprintedTotalsAreNotComputedWith(t *testing.T) {
	for _, formula := range []string{
		`"formula": "percent_of", "inputs": ["survey-took", "foi-crimes"]`,
		`"formula": "ratio", "inputs": ["npcc-committed-by-young", "met-adult-sites"]`,
		`"formula": "sum", "inputs": ["npcc-committed-by-young", "met-adult-sites"]`,
	} {
		planted := strings.Replace(string(data.DefaultJSON), `{"id": "foi-crimes-per-day",`, `{"id": "planted", "label": "planted", `+formula+`}, {"id": "foi-crimes-per-day",`, 1)
		raw, err := translation.Original(data.DefaultFile, []byte(planted))
		require.NoError(t, err)
		_, err = load.Bytes(data.DefaultFile, raw)
		assert.ErrorContains(t, err, "derived planted: formula: ", formula)
		assert.ErrorContains(t, err, "is a share whose base is not printed", formula)
	}
}
