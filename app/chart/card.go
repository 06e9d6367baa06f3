package chart

import "factframe/data"

// cardMark shows each figure as a number with its label, without a chart.
var cardMark = Mark{Name: "card", Traits: data.Traits{Text: true}}
