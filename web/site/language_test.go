package site

import (
	"bytes"
	"testing"

	"factframe/app/state"
	"factframe/data/check"
	"factframe/data/datatest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A page says in which language it is, and which way that is read.
func TestLanguageOfAPage(t *testing.T) {
	for language, want := range map[string]string{"en": `<html lang="en-GB" data-`, "de-AT": `<html lang="de" data-`, "ar": `<html lang="ar" dir="rtl" data-`} {
		raw := bytes.Replace(datatest.TinyJSON(t, "bar"), []byte(`"language":"en"`), []byte(`"language":"`+language+`"`), 1)
		p, err := check.Bytes("bar.json", raw)
		require.NoError(t, err, language)
		assert.Contains(t, string(page(p, state.State{View: "view"}, "view/", assets{}, nil, nil)), want, language)
	}
}
