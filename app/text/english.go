package text

import _ "embed"

//go:embed words/en-GB.txt
var englishWords string

//go:embed cldr/en-GB.txt
var englishFormats string

// English is the language for texts that have no translation.
var English = Parse("en-GB", englishWords, englishFormats, siteWords("en-GB"))
