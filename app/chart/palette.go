package chart

import "strings"

// Palette contains the colours of the page's light scheme, by their names in web/style.css.
// Downloaded files always use it. mark and c2 to c9 remain distinct in shades of grey.
var Palette = map[string]string{
	"ink": "#15191d", "soft": "#57606a", "line": "#e0e5ea", "rule": "#7b8590", "paper": "#fff", "mark": "#0f4f7d", "quiet": "#7a96af", "pale": "#bfcdd9",
	"c2": "#b4490f", "c3": "#12604a", "c4": "#5b2a86", "c5": "#86690a", "c6": "#aab4bd", "c7": "#dfe4e9", "c8": "#57606a", "c9": "#1b1f24",
	"o1": "#0f4f7d", "o2": "#42759d", "o3": "#7a96af", "o4": "#8a929a", "o5": "#a58f6a", "o6": "#8b6d3d", "o7": "#5f4622",
}

// coloured replaces colour names in a style, such as fill:$mark.
func coloured(style string) string {
	var pairs []string
	for name, value := range Palette {
		pairs = append(pairs, "$"+name, value)
	}
	return strings.NewReplacer(pairs...).Replace(style)
}

// documentStyle returns the style sheet of downloaded charts.
func documentStyle() string {
	return coloured(`text{font-family:system-ui,"Segoe UI",Roboto,"DejaVu Sans",Arial,sans-serif;fill:$ink}.title{font-weight:bold}.soft,.tick,.small{fill:$soft}.tick{font-size:12px}.small{font-size:12px}.value{font-weight:bold;font-size:13px}.block{fill:$mark}.doubt,.years{fill:$pale}.years{stroke:$line;stroke-width:5}.span{stroke:$mark;stroke-width:5}.ring{fill:$paper;stroke:$mark;stroke-width:2}.end{fill:none;stroke:$mark;stroke-width:2}.empty{fill:none;stroke:$rule}.whisker{stroke:$ink;stroke-width:1.5;fill:none}.axis{stroke:$rule}.line{stroke:$mark;stroke-width:2}.dashed{stroke-dasharray:6 5}.gap{stroke:$rule;stroke-dasharray:2 4;stroke-width:2}.dot{fill:$mark}.between{stroke:$mark;stroke-width:3}.quiet .block,.quiet .dot,.dot.quiet,.tip.quiet{fill:$quiet}.quiet .between,.quiet .span,.quiet .ring,.quiet .end,.line.quiet{stroke:$quiet}.hatched .block,.hatched .doubt{fill:url(#hatch);stroke:$pale}.upto .block,.unknown .block{fill:none;stroke:$rule;stroke-dasharray:4 3}.hit{fill:none}.grid{stroke:$line}.guide{stroke:$line}.leader{stroke:$rule}.shape .fall{fill:$c2;stroke:$c2}.shape .ring.fall{fill:$paper}.part.fall{fill:$c2}.name{font-weight:bold;font-size:12px}.on{font-weight:bold;font-size:12px;fill:$paper}.part.c1,.tip.c1,.name.c1{fill:$mark}.part.c2,.tip.c2,.name.c2{fill:$c2}.part.c3,.tip.c3,.name.c3{fill:$c3}.part.c4,.tip.c4,.name.c4{fill:$c4}.part.c5,.tip.c5,.name.c5{fill:$c5}.part.c6,.tip.c6{fill:$c6}.part.c7{fill:$c7}.part.c8{fill:$c8}.part.c9{fill:$c9}.name.c6{fill:$soft;font-weight:normal}.on.c6,.on.c7{fill:$ink}.line.c1{stroke:$mark}.line.c2{stroke:$c2}.line.c3{stroke:$c3}.line.c4{stroke:$c4}.line.c5{stroke:$c5}.line.c6{stroke:$c6;stroke-width:1}.name.quiet{fill:$soft}.part.o1{fill:$o1}.part.o2{fill:$o2}.part.o3{fill:$o3}.part.o4{fill:$o4}.part.o5{fill:$o5}.part.o6{fill:$o6}.part.o7{fill:$o7}.on.o3,.on.o4,.on.o5{fill:$ink}.value.accent{fill:$mark}`)
}
