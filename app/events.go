package app

import (
	"maps"
	"slices"
	"strconv"

	"factframe/app/page"
	"factframe/app/state"
	"factframe/data"
	"factframe/data/load"
	"factframe/data/table"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// All controls are links, checkboxes or sliders with data attributes, so a few handlers on
// the root serve them all and cannot become stale.

// onClick follows links to states without loading a page.
func (w *Widget) onClick(ctx app.Context, e app.Event) {
	if e.Get("defaultPrevented").Bool() || modified(e) {
		return
	}
	link := e.Get("target").Call("closest", "a[href]")
	if !link.Truthy() || link.Call("hasAttribute", "download").Bool() || link.Call("hasAttribute", "target").Bool() {
		return
	}
	if id := link.Call("getAttribute", "data-figure"); id.Truthy() && w.model.State.View != "" {
		e.PreventDefault()
		w.toggleReceipt(ctx, id.String())
		return
	}
	if _, ok := w.leadsTo(link); !ok {
		return
	}
	e.PreventDefault()
	w.caughtUp(ctx, func(ctx app.Context) {
		if s, ok := w.leadsTo(link); ok {
			w.Go(ctx, s)
		}
	})
}

// leadsTo returns the state that a link leads to, if any.
func (w *Widget) leadsTo(link app.Value) (state.State, bool) {
	absolute := app.Window().Get("URL").New(link.Call("getAttribute", "href").String(), app.Window().Get("document").Get("baseURI"))
	s, ignored, ok := w.stateAt(absolute.Get("href").String())
	return s, ok && len(ignored) == 0
}

// modified reports whether the reader wants a new tab or a download.
func modified(e app.Event) bool {
	return e.Get("button").Int() != 0 || slices.ContainsFunc([]string{"ctrlKey", "metaKey", "shiftKey", "altKey"},
		func(key string) bool { return e.Get(key).Bool() })
}

// toggleReceipt opens the receipt of a mark, or closes it if it is open.
func (w *Widget) toggleReceipt(ctx app.Context, id string) {
	if w.model.State.Figure == id {
		id = ""
	}
	w.Go(ctx, w.model.State.WithFigure(id))
}

// onChange handles checkboxes and the sliders of the period filter.
func (w *Widget) onChange(ctx app.Context, e app.Event) {
	box := e.Get("target")
	if end := box.Call("getAttribute", "data-span"); end.Truthy() {
		w.toSpan(ctx, end.String(), box.Get("value").String())
		return
	}
	if box.Get("type").String() != "checkbox" {
		return
	}
	dimension, code := box.Call("getAttribute", "data-choice").String(), box.Get("value").String()
	if w.model.State.View == state.CompareView && dimension == "figures" {
		w.Go(ctx, w.model.State.WithPicked(code))
		return
	}
	v := w.pkg.View(w.model.State.View)
	if v == nil || !slices.Contains(v.Filters, dimension) {
		return
	}
	w.Toggle(ctx, state.Choice{Dimension: dimension, Code: code})
}

// toSpan moves one end of the period filter. It also moves the other end if the two would
// cross.
func (w *Widget) toSpan(ctx app.Context, end, value string) {
	at, _ := strconv.Atoi(value)
	first, last := table.Ends(w.pkg, table.Periods(w.pkg, w.model.View), w.model.State.From, w.model.State.To)
	if end == "from" {
		first, last = at, max(at, last)
	} else {
		first, last = min(at, first), at
	}
	w.search(data.Span, "")
	w.Go(ctx, w.model.State.WithSpan(w.pkg, first, last))
}

// onInput handles search fields, and sliders while they move.
func (w *Widget) onInput(ctx app.Context, e app.Event) {
	field := e.Get("target")
	if list := field.Call("getAttribute", "data-find"); list.Truthy() {
		w.search(list.String(), field.Get("value").String())
	} else if plot := field.Call("getAttribute", "data-read"); plot.Truthy() {
		w.search(page.ReadPart, plot.String()+" "+field.Get("value").String())
	} else if end := field.Call("getAttribute", "data-span"); end.Truthy() {
		w.search(data.Span, end.String()+" "+field.Get("value").String())
	}
}

// onPointer reads the line under a pointer.
func (w *Widget) onPointer(ctx app.Context, e app.Event) {
	plot := e.Get("target").Call("getAttribute", "data-read")
	if !plot.Truthy() {
		return
	}
	box := e.Get("target").Call("getBoundingClientRect")
	x := (e.Get("clientX").Float() - box.Get("left").Float()) / max(1, box.Get("width").Float())
	if w.pkg.Words.RightToLeft() {
		x = 1 - x
	}
	w.search(page.ReadPart, plot.String()+" "+strconv.Itoa(w.model.MomentAt(plot.String(), x)))
}

// search stores a search term, or the position of a slider or pointer.
func (w *Widget) search(list, typed string) {
	if w.model.Search[list] == typed {
		return
	}
	search := maps.Clone(w.model.Search)
	if search == nil {
		search = map[string]string{}
	}
	search[list] = typed
	w.model.Search, w.changed = search, true
}

// Toggle keeps a code or leaves it out.
func (w *Widget) Toggle(ctx app.Context, c state.Choice) {
	w.Go(ctx, w.model.State.WithToggled(w.pkg, c))
}

// onKey moves between marks or checkboxes with the arrow keys, and closes a receipt with
// Escape.
func (w *Widget) onKey(ctx app.Context, e app.Event) {
	key := e.Get("key").String()
	if key == "Escape" && w.model.State.View != "" && w.model.State.Figure != "" {
		w.Go(ctx, w.model.State.WithFigure(""))
		return
	}
	forward := 1
	if w.pkg.Words.RightToLeft() {
		forward = -1
	}
	step := map[string]int{"ArrowDown": 1, "ArrowRight": forward, "ArrowUp": -1, "ArrowLeft": -forward}[key]
	kind := "a[data-figure]"
	if e.Get("target").Get("type").String() == "checkbox" {
		kind = ".box input"
	}
	mark := e.Get("target").Call("closest", ".picture :is("+kind+")")
	if step == 0 || !mark.Truthy() {
		return
	}
	marks := mark.Call("closest", ".picture").Call("querySelectorAll", kind)
	n := marks.Get("length").Int()
	for i := range n {
		next := i + step
		if !marks.Index(i).Equal(mark) || next < 0 || next >= n {
			continue
		}
		e.PreventDefault()
		if list := marks.Index(next).Call("closest", "details"); list.Truthy() {
			list.Set("open", true) // folded marks cannot be focused
		}
		marks.Index(next).Call("focus")
	}
}

// Mount runs the widget in a browser. The boot script passes the root of the site, the
// prerendered page, and the JSON of another package.
func Mount() {
	app.RouteFunc("/", func() app.Composer {
		p, err := load.Bytes("package", packageJSON())
		if err != nil {
			panic(err) // the boot script shows that the program ended, and the page stays readable
		}
		s, _ := state.Parse(p, app.Getenv("FACTFRAME_AT"))
		return NewWidget(p, s)
	})
	app.RunWhenOnBrowser()
}

func packageJSON() []byte {
	if other := app.Getenv("FACTFRAME_PACKAGE"); other != "" {
		return []byte(other)
	}
	return data.DefaultJSON
}
