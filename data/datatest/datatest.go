// Package datatest loads packages for tests.
package datatest

import (
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"factframe/data"
	"factframe/data/check"
	"factframe/data/load"
	"factframe/data/translation"

	"github.com/stretchr/testify/require"
)

// Default returns the package embedded in the program.
func Default(t testing.TB) *data.Package {
	t.Helper()
	raw, err := translation.Original(data.DefaultFile, data.DefaultJSON)
	require.NoError(t, err)
	p, err := load.Bytes(data.DefaultFile, raw)
	require.NoError(t, err)
	return p
}

// Kinds are small example packages with invented figures: changes from two sources, money
// by quarter, forty countries, survey answers, values with intervals, and a thousand days.
var Kinds = []string{"growth", "money", "countries", "survey", "intervals", "daily"}

// KindPath returns the folder of one of Kinds.
func KindPath(name string) string {
	_, here, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(here), "..", "testdata", "kinds", name)
}

// Kind loads one of Kinds.
func Kind(t testing.TB, name string) *data.Package {
	t.Helper()
	p, _, err := check.File(KindPath(name))
	require.NoError(t, err)
	return p
}

// OwnWords returns words that occur only in the default package: its names, help lines
// and methods.
func OwnWords(t testing.TB) []string {
	t.Helper()
	p := Default(t)
	words := []string{p.Title, p.HelpTitle}
	for _, h := range p.Help {
		words = append(words, h.Name)
	}
	for _, m := range p.Methods {
		words = append(words, m.Label)
	}
	for _, c := range p.Counted {
		if strings.Contains(c.Many, " ") || c.Many == "crimes" {
			words = append(words, c.Many)
		}
	}
	for _, d := range p.Dimensions {
		for _, c := range d.Codes {
			words = append(words, c.Label)
		}
	}
	require.Greater(t, len(words), 30)
	return words
}
