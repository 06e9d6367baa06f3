package chart

import "factframe/data"

// listMark lists all figures of a source.
var listMark = Mark{Name: "list", Traits: data.Traits{Text: true, OfSource: true}}
