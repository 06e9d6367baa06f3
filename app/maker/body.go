package maker

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// Body is the whole page, in the order of the keyboard.
func (m *Model) Body() []app.UI {
	return []app.UI{
		link("skip", "work", m.say("skip")).DataSet("skip", "work"),
		m.top(),
		m.steps(),
		m.interrupted(),
		m.wrong(),
		el("div", m.columns(), m.work(), m.side()).ID("work").TabIndex(-1),
		written("p", "hidden", m.announcement()).Role("status"),
	}
}

// columns is the layout: the step and the panel beside it. Look has the whole width.
func (m *Model) columns() string {
	class := "cols"
	if m.Step == "look" {
		class = "cols looking"
	}
	if m.Aside {
		class += " aside"
	}
	return class
}

func (m *Model) top() app.UI {
	undo, redo := m.History.Undo(), m.History.Redo()
	return el("header", "top",
		link("home", "", m.say("all")).Hidden(m.atStart()),
		written("span", "what", m.heading()),
		el("span", m.keptClass(), written("span", "word", m.kept()), written("span", "short", m.keptShort()).Attr("aria-hidden", "true")).Role("status"),
		m.back("undo", undo).Hidden(m.atStart()),
		m.back("redo", redo).Hidden(m.atStart()),
	)
}

// atStart reports whether the page shows the start: there is no draft, or its list was asked for.
func (m *Model) atStart() bool { return m.Step == "" || !m.Begun() }

func (m *Model) heading() string {
	if !m.atStart() {
		return m.Name()
	}
	return m.say("title")
}

// back is the button that undoes the last change, or does it again.
func (m *Model) back(kind, name string) app.HTMLElem {
	b := el("button", "link", written("span", "sign", m.say(kind+".sign")), written("span", "word", m.say(kind))).
		Attr("type", "button").DataSet("do", kind).DataSet("arg", "").Attr("aria-label", m.fill(kind+".what", "change", m.changeName(name)))
	if name == "" {
		return b.Attr("aria-disabled", "true").Attr("aria-label", m.say(kind+".nothing"))
	}
	return b
}

// changeName names a change for "Undo: …".
func (m *Model) changeName(name string) string {
	if name == "" {
		return ""
	}
	return m.say("change." + name)
}

func (m *Model) keptClass() string {
	if m.Full {
		return "kept care"
	}
	return "kept"
}

// kept says where the work is: in this browser, or nowhere.
func (m *Model) kept() string {
	switch {
	case m.Full:
		return m.say("kept.not")
	case m.Offline:
		return m.say("offline")
	case !m.atStart() && m.Kept != "":
		return m.fill("kept", "time", m.Kept)
	}
	return ""
}

// keptShort is the same where there is little room.
func (m *Model) keptShort() string {
	if !m.atStart() && m.Kept != "" && !m.Full && !m.Offline {
		return "✓ " + m.Kept
	}
	return m.kept()
}

// steps are the steps, each with how far it is.
func (m *Model) steps() app.UI {
	if m.atStart() {
		return nothing()
	}
	var items []app.UI
	for _, step := range Steps {
		how, care := m.state(step)
		class := ""
		if care {
			class = "care"
		}
		a := link("", step, "").Body(written("b", "", m.say("step."+step)), written("small", class, how))
		if step == m.Step {
			a.Attr("aria-current", "step")
		}
		items = append(items, el("li", "", a))
	}
	return el("nav", "steps", el("ol", "", items...)).Attr("aria-label", m.say("steps"))
}

// state says how far a step is, and whether a person should look at it.
func (m *Model) state(step string) (how string, care bool) {
	t := m.Answer.Table
	switch step {
	case "table":
		if n := len(m.ToFix()); n > 0 {
			return m.count("fix", n), true
		}
		if n := len(m.ToDecide()); t.Question != nil || n > 0 {
			return m.count("decide", max(1, n)), true
		}
		if t.Count == 0 {
			return m.say("state.package"), false
		}
		return m.fill("state.rows", "shown", strconv.Itoa(t.Count-t.Totals), "all", strconv.Itoa(t.Count)), false
	case "words":
		if m.Stale() {
			return m.say("state.stale"), true
		}
		if n := len(m.Unstated()); n > 0 {
			return m.count("unstated", n), true
		}
		return m.say("state.stated"), false
	case "picture":
		p, ok := m.Page()
		if !ok {
			return m.say("state.undrawn"), true
		}
		return m.markName(p.Mark), false
	case "look":
		return m.say("state.look"), false
	}
	if m.Taken != "" {
		return m.fill("state.version", "version", m.Answer.Next), false
	}
	return m.say("state.unpublished"), false
}

// markName names a picture, by its mark if the page does not know it.
func (m *Model) markName(mark string) string {
	if name := m.say("mark." + mark); name != "" {
		return name
	}
	return mark
}

// interrupted is what a person has to know before they go on.
func (m *Model) interrupted() app.UI {
	switch {
	case m.Stopped:
		return el("div", "need", el("p", "", written("b", "", m.say("stopped")), app.Text(" "+m.fill("stopped.why", "time", m.Kept))),
			el("div", "row", button("go", "restart", "", m.say("stopped.go")))).Role("alert")
	case m.Other:
		return el("div", "need", written("p", "", m.say("other")), el("div", "row", button("go", "takeover", "", m.say("other.go")))).Role("alert")
	case m.Full:
		return el("div", "need", written("p", "", m.say("full")), el("div", "row", button("do", "download", "package", m.say("full.go")))).Role("alert")
	}
	return nothing()
}

// work is the step.
func (m *Model) work() app.UI {
	switch {
	case m.Doing == "reading" || m.Begun() && m.Step != "" && !m.Read:
		return el("main", "work", m.reading())
	case m.atStart():
		return el("main", "work", m.start()...)
	}
	content := map[string]func() []app.UI{"table": m.table, "words": m.wordsStep, "picture": m.picture, "look": m.look, "publish": m.publish}[m.Step]()
	return el("main", "work", append(content, m.foot())...)
}

func (m *Model) reading() app.UI {
	return el("section", "", written("h1", "", m.fill("reading", "file", m.Draft().File)),
		app.Elem("progress").Attr("aria-label", m.say("reading.bar")),
		button("do", "cancel", "", m.say("cancel")))
}

// foot leads to the next step, and on a narrow page to the panel.
func (m *Model) foot() app.UI {
	class, next := "go", ""
	for i, step := range Steps[:len(Steps)-1] {
		if step == m.Step {
			next = Steps[i+1]
		}
	}
	label := ""
	if next != "" {
		label = m.say("next." + next)
	}
	if m.Step == "table" && len(m.ToFix()) > 0 {
		class, label = "do", m.say("next.without")
	}
	of := "foot"
	if next == "" {
		of = "foot last"
	}
	return el("div", of,
		link(class, next, label).Hidden(next == ""),
		button("do see", "aside", "", m.say("see")).Hidden(m.Step == "look"),
	)
}

// announcement is read aloud when it changes.
func (m *Model) announcement() string {
	switch {
	case m.Doing == "building":
		return m.fill("building", "done", strconv.Itoa(m.Done))
	case m.Copied:
		return m.say("copied")
	case m.Taken != "":
		return m.fill("taken", "time", m.Taken, "version", m.Answer.Next)
	case len(m.ToFix()) > 0:
		return m.count("fix", len(m.ToFix()))
	}
	return ""
}
