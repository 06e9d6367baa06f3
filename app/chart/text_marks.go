package chart

import "factframe/data"

// A card is a number in words.
var cardMark = Mark{Name: "card", Traits: data.Traits{Text: true}}

// A list has everything that a source says.
var listMark = Mark{Name: "list", Traits: data.Traits{Text: true, OfSource: true}}
