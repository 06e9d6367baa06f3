package text

import _ "embed"

//go:embed words/en-GB.txt
var englishWords string

//go:embed cldr/en-GB.txt
var englishFormats string

// English is the language of the widget's own words where it has no translation.
var English = Parse("en-GB", englishWords, englishFormats, siteWords("en-GB"))
