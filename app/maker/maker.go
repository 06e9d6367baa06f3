package maker

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Maker is the page as it runs: a model, and what connects it to the browser. It asks the page's
// script (web/maker/page/page.js) for what only that can do; hear.go has what the script tells it.
type Maker struct {
	app.Compo
	model Model
}

// NewMaker returns the page as it opens.
func NewMaker(m Model) *Maker { return &Maker{model: m} }

// Render implements app.Composer.
func (k *Maker) Render() app.UI {
	return app.Elem("div").ID("maker").Class("make").
		OnClick(k.onClick).OnChange(k.onChange).OnInput(k.onInput).OnKeyDown(k.onKey).
		Body(k.model.Body()...)
}

// OnMount implements app.Mounter.
func (k *Maker) OnMount(ctx app.Context) {
	app.Window().Set("makerTell", app.FuncOf(func(_ app.Value, args []app.Value) any {
		kind, raw := args[0].String(), args[1].String()
		ctx.Dispatch(func(ctx app.Context) { k.hear(ctx, kind, raw) })
		return nil
	}))
	app.Window().Set("makerHistory", app.FuncOf(func(app.Value, []app.Value) any {
		raw, err := json.Marshal(k.model.History.stored())
		if err != nil {
			app.Log(err)
		}
		return string(raw)
	}))
	ctx.Dispatch(func(app.Context) {
		k.ask("started", map[string]string{"pasted": k.model.say("pasted"), "example": k.model.say("example.name")})
		k.toStep(app.Window().Get("location").Get("hash").String())
	})
}

// onClick does what a button says, and follows links to steps.
func (k *Maker) onClick(ctx app.Context, e app.Event) {
	of := e.Get("target").Call("closest", "[data-do]")
	if !of.Truthy() {
		return
	}
	if of.Get("localName").String() == "a" {
		e.PreventDefault()
	}
	if of.Call("getAttribute", "aria-disabled").Truthy() {
		return
	}
	k.do(of.Call("getAttribute", "data-do").String(), of.Call("getAttribute", "data-arg").String())
}

// do does an action on the model, or asks the page's script to do it.
func (k *Maker) do(action, arg string) {
	before := k.model
	if !k.model.Do(action, arg, time.Now()) {
		k.ask(action, arg)
		return
	}
	k.changed(&before)
	k.focusAfter(action)
}

// onChange handles choices in lists and boxes.
func (k *Maker) onChange(ctx app.Context, e app.Event) {
	field := e.Get("target")
	if name := field.Call("getAttribute", "data-set"); name.Truthy() {
		k.set(name.String(), field.Get("value").String())
	} else if action := field.Call("getAttribute", "data-pick"); action.Truthy() {
		k.do(action.String(), field.Get("value").String())
	}
}

// onInput handles typing.
func (k *Maker) onInput(ctx app.Context, e app.Event) {
	field := e.Get("target")
	if name := field.Call("getAttribute", "data-type"); name.Truthy() {
		k.set(name.String(), field.Get("value").String())
	}
}

func (k *Maker) set(field, value string) {
	before := k.model
	k.model.Set(field, value, time.Now())
	k.changed(&before)
}

// changed asks for what a changed model needs: an answer, marks, or that it is kept.
func (k *Maker) changed(before *Model) {
	m := &k.model
	if m.Step != before.Step {
		m.Open, m.Aside = "", false
	}
	if m.History.At != before.History.At || len(m.History.Changes) != len(before.History.Changes) || m.typedOn(before) {
		k.ask("draft", k.work())
	}
	if p, drawn := m.Page(); drawn && m.Step == "picture" && m.Marks == nil {
		k.ask("marks", p.ID)
	}
	if m.Width != before.Width || m.As != before.As || m.Seen != before.Seen || m.Step != before.Step || m.View != before.View {
		k.show()
	}
}

// typedOn reports whether the last change has gone on, as typing does.
func (m *Model) typedOn(before *Model) bool {
	at := m.History.At
	return len(m.History.Changes) > 0 && len(before.History.Changes) > at && !m.History.Changes[at].When.Equal(before.History.Changes[at].When)
}

// work is what is kept of a draft, and what the worker makes its package from.
func (k *Maker) work() any {
	m := &k.model
	return map[string]any{"id": m.ID, "name": m.Name(), "draft": m.Draft(), "view": m.View, "step": m.Step}
}

// toStep goes to a step, as the address says.
func (k *Maker) toStep(hash string) {
	before := k.model
	step := strings.TrimPrefix(hash, "#")
	k.model.Step = ""
	for _, each := range Steps {
		if each == step {
			k.model.Step = step
		}
	}
	k.changed(&before)
}

// ask asks the page's script for something. The script answers with makerTell.
func (k *Maker) ask(kind string, about any) {
	raw, err := json.Marshal(about)
	if err != nil {
		app.Log(err)
		return
	}
	app.Window().Call("makerAsk", kind, string(raw))
}

// focusAfter moves the focus to what an action leads to.
func (k *Maker) focusAfter(action string) {
	to := map[string]string{"cell": ".need button, .count", "leave": ".need button, .count", "event": "[data-do=open][data-arg=event]", "forget": "[data-do=open][data-arg=event]", "open": "input[data-opened], [data-opened] input, [data-opened] button, [data-opened] select"}[action]
	if to != "" {
		app.Window().Call("makerFocus", to)
	}
}

// show shows the preview as the model says.
func (k *Maker) show() {
	m := &k.model
	p, _ := m.Page()
	k.ask("show", map[string]any{"view": p.ID, "width": m.width(), "as": m.as(), "seen": m.seen(), "beside": m.Step != "look"})
}

// width, as and seen are how the panel is shown: Look decides, and beside other steps it is
// as most readers see it.
func (m *Model) width() string {
	if m.Step == "look" {
		return m.Width
	}
	return "360"
}

func (m *Model) as() string {
	if m.Step == "look" {
		return m.As
	}
	return "panel"
}

func (m *Model) seen() string {
	if m.Step == "look" {
		return m.Seen
	}
	return ""
}

// moves are the keys that move in the table.
var moves = map[string]bool{"arrowup": true, "arrowdown": true, "arrowleft": true, "arrowright": true, "home": true, "end": true, "pageup": true, "pagedown": true}

// onKey closes what is open, applies what was typed, and moves in the table.
func (k *Maker) onKey(ctx app.Context, e app.Event) {
	key := strings.ToLower(e.Get("key").String())
	target := e.Get("target")
	switch {
	case key == "escape" && k.model.Open != "":
		open := k.model.Open
		k.do("close", "")
		app.Window().Call("makerFocus", `[data-do="open"][data-arg="`+open+`"]`)
	case key == "enter" && target.Call("matches", "[data-type=typed]").Bool():
		if done := target.Call("closest", "div").Call("querySelector", "input ~ [data-do], input ~ .row [data-do]"); done.Truthy() {
			e.PreventDefault()
			done.Call("click")
		}
	case moves[key] && target.Call("closest", ".sheet").Truthy() && !target.Call("matches", "input, select, textarea").Bool():
		app.Window().Call("makerMove", e.Value)
	}
}
