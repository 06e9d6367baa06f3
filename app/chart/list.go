package chart

import "factframe/data"

// A list has everything that a source says.
var listMark = Mark{Name: "list", Traits: data.Traits{Text: true, OfSource: true}}
