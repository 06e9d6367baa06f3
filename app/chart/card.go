package chart

import "factframe/data"

// A card is a number in words.
var cardMark = Mark{Name: "card", Traits: data.Traits{Text: true}}
