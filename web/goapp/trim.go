//go:build !js

package goapp

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Trimmed writes a go.work that builds the program with a copy of go-app
// without what a reader's browser never runs: its HTTP handler and site
// generator, encryption and its UUIDs, and routes by regular expression. They
// make a third of the program.
//
// The copy is made of the pinned module at build time by edits that must each
// match exactly once, so that another version of go-app is never cut blindly:
// the build then falls back to the plain program.
func Trimmed(dir string) (workFile string, err error) {
	module, err := goList("-m", "-f", "{{.Dir}}", Module)
	if err != nil {
		return "", err
	}
	main, err := goList("-m", "-f", "{{.Dir}}", "factframe")
	if err != nil {
		return "", err
	}
	version, err := goList("-m", "-f", "{{.GoVersion}}", "factframe")
	if err != nil {
		return "", err
	}
	folder := filepath.Join(dir, "go-app")
	if err := copyModule(module, folder); err != nil {
		return "", err
	}
	for _, e := range cuts {
		if err := e.apply(folder); err != nil {
			return "", err
		}
	}
	// The path of a replacement is recorded in the program, so it is a relative
	// one: the same commit gives the same bytes, wherever it is built.
	work := fmt.Sprintf("go %s\n\nuse %q\n\nreplace %s => ./go-app\n", version, main, Module)
	workFile = filepath.Join(dir, "go.work")
	return workFile, os.WriteFile(workFile, []byte(work), 0o644)
}

func goList(args ...string) (string, error) {
	out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
	if err != nil {
		return "", fmt.Errorf("go list %s: %w", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out)), nil
}

// copyModule copies what a build needs of a module; the module cache is
// read-only and the copy is not.
func copyModule(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(from, path)
		wanted := name == "go.mod" || name == "go.sum" || strings.HasPrefix(filepath.ToSlash(name), "pkg/") && strings.HasSuffix(name, ".go")
		if !wanted || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(to, name)), 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, name), content, 0o644)
	})
}

// cut replaces one passage of a file of go-app; without a passage it writes the
// file, or removes it.
type cut struct{ file, old, new string }

func (c cut) apply(folder string) error {
	path := filepath.Join(folder, "pkg", filepath.FromSlash(c.file))
	switch {
	case c.old == "" && c.new == "":
		return os.Remove(path)
	case c.old == "":
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		return os.WriteFile(path, []byte(c.new), 0o644)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if n := strings.Count(string(content), c.old); n != 1 {
		return fmt.Errorf("go-app's %s has %q %d times, not once", c.file, c.old, n)
	}
	return os.WriteFile(path, []byte(strings.Replace(string(content), c.old, c.new, 1)), 0o644)
}

// cuts are made for go-app v9.8.0.
var cuts = []cut{
	// The HTTP handler, the static generator and what resolves resources for them.
	{file: "app/http.go"},
	{file: "app/static.go"},
	{file: "app/resource.go"},
	{"app/wasm.go", "h *Handler", "h any"},
	{"app/app.go", "isRemoteLocation(path) || !isStaticResourcePath(path)", "true"},

	// A change is rendered at once, where it would wait for the next of 120 ticks
	// a second.
	{"app/engine.go", "				e.handleDispatch(d)\n\n			case <-frames.C:", "				e.handleDispatch(d)\n				if len(e.dispatches) == 0 {\n					e.handleFrame()\n				}\n\n			case <-frames.C:"},

	// No tick is needed then, and none begins with a change.
	{"app/engine.go", "				if currentFrameDuration != frameDuration {\n					currentFrameDuration = frameDuration\n					frames.Reset(currentFrameDuration)\n				}\n", ""},

	// Nodes are made and changed through a queue (queue.js), and their attributes
	// are a list.
	{file: "app/attribute.go", new: standIn("attribute.go")},
	{file: "app/queue.go", new: standIn("queue.go")},
	{"app/js_wasm.go", "func (w *browserWindow) createElement(", "func (w *browserWindow) createElementAtOnce("},
	{"app/js_wasm.go", "func (w *browserWindow) createTextNode(", "func (w *browserWindow) createTextNodeAtOnce("},
	{"app/js_wasm.go", "	switch v := v.(type) {\n	case value:\n		return v.Value\n\n	case function:\n		return v.Value\n", "	switch v := v.(type) {\n	case *element:\n		return jsval(v.itself())\n\n	case value:\n		return v.Value\n\n	case function:\n		return v.Value\n"},
	{"app/engine.go", "	e.handleComponentUpdates()\n", "	e.handleComponentUpdates()\n	flush()\n"},
	{"app/html.go", "	e.contextCancel()\n", "	e.contextCancel()\n	release(e.jsElement)\n"},
	{"app/text.go", "	t.jsvalue = nil\n", "	release(t.jsvalue)\n	t.jsvalue = nil\n"},
	{"app/html.go", "	if e.attributes == nil {\n		e.attributes = make(attributes)\n	}\n", ""},
	{"app/html.go", "func (e *htmlElement) html(w io.Writer) {\n	io.WriteString(w, \"<\")\n	io.WriteString(w, e.tag)\n\n	for k, v := range e.attributes {\n		e.writeHTMLAttribute(w, k, v)\n	}\n", "func (e *htmlElement) html(w io.Writer) {\n"},
	{"app/html.go", "	writeIndent(w, indent)\n	io.WriteString(w, \"<\")\n	io.WriteString(w, e.tag)\n\n	for k, v := range e.attributes {\n		e.writeHTMLAttribute(w, k, v)\n	}\n", ""},
	{file: "app/testing.go"},
	{file: "app/raw.go"},

	// Encryption of what is kept in storage; the widget keeps nothing.
	{file: "app/crypto.go"},
	{"app/context.go", "encrypt(ctx.cryptoKey(), b)", "b, error(errors.New(\"cut from this build\"))"},
	{"app/context.go", "decrypt(ctx.cryptoKey(), crypted)", "crypted, error(errors.New(\"cut from this build\"))"},
	{"app/context.go", "uuid.NewString()", "\"\""},
	{"app/context.go", "\t\"github.com/google/uuid\"\n", ""},

	// State that is kept, watched and told to other tabs; the widget's is a value.
	{"app/state.go", "", stateStandIn},

	// What asks for a page by an address: the boot script keeps go-app from
	// following links and the history, there is one route, and so no page that is
	// not found. With it goes the parser of addresses.
	{"app/app.go", "	onAchorClick := FuncOf(onAchorClick(&disp))\n	defer onAchorClick.Release()\n	Window().Set(\"onclick\", onAchorClick)\n", ""},
	{"app/app.go", "	onPopState := FuncOf(onPopState(&disp))\n	defer onPopState.Release()\n	Window().Set(\"onpopstate\", onPopState)\n", ""},
	{"app/app.go", "	goappNav := FuncOf(goappNav(&disp))\n	defer goappNav.Release()\n	Window().Set(\"goappNav\", goappNav)\n", ""},
	{"app/app.go", "	onAppUpdate := FuncOf(onAppUpdate(&disp))\n	defer onAppUpdate.Release()\n	Window().Set(\"goappOnUpdate\", onAppUpdate)\n", ""},
	{"app/app.go", "	onAppInstallChange := FuncOf(onAppInstallChange(&disp))\n	defer onAppInstallChange.Release()\n	Window().Set(\"goappOnAppInstallChange\", onAppInstallChange)\n", ""},
	{"app/app.go", "	path := strings.TrimPrefix(u.Path, rootPrefix)\n	if path == \"\" {\n		path = \"/\"\n	}\n", "	path := \"/\"\n"},
	{"app/app.go", "compo = &notFound{}", "return"},
	{file: "url/url.go", new: urlStandIn},
	{"app/app.go", "\"net/url\"", standInURL},
	{"app/context.go", "\"net/url\"", standInURL},
	{"app/dispatcher.go", "\"net/url\"", standInURL},
	{"app/engine.go", "\"net/url\"", standInURL},
	{"app/js.go", "\"net/url\"", standInURL},
	{"app/js_wasm.go", "\"net/url\"", standInURL},
	{"app/page.go", "\"net/url\"", standInURL},

	// Routes by regular expression; the widget has one route.
	{"app/route.go", "\t\"regexp\"\n", ""},
	{"app/route.go", "regexp.MustCompile(pattern)", "nil"},
	{"app/route.go", "rwr.regexp.MatchString(path)", "rwr.regexp != nil"},
	{"app/route.go", "*regexp.Regexp", "any"},

	// Printing as HTML, with its table of entities; the widget is printed by Print.
	{"app/text.go", "\t\"html\"\n", ""},
	{"app/text.go", "func (t *text) html(w io.Writer) {\n\tw.Write([]byte(html.EscapeString(t.value)))", "func (t *text) html(w io.Writer) {\n\tw.Write([]byte(t.value))"},
	{"app/text.go", "\twriteIndent(w, indent)\n\tw.Write([]byte(html.EscapeString(t.value)))", "\twriteIndent(w, indent)\n\tw.Write([]byte(t.value))"},

	// JSON, which go-app needs for its storage and its errors alone; data has the
	// browser parse the package.
	{"app/json.go", "", jsonStandIn},
	{"app/app.go", "\t\"encoding/json\"\n", ""},
	{"app/context.go", "\t\"encoding/json\"\n", ""},
	{"app/notification.go", "\t\"encoding/json\"\n", ""},
	{"app/storage.go", "\t\"encoding/json\"\n", ""},
	{"app/strings.go", "\t\"encoding/json\"\n", ""},
	{"errors/errors.go", "\t\"encoding/json\"\n", ""},
	{"errors/errors.go", "Encoder = json.Marshal", "Encoder = func(v any) ([]byte, error) { return []byte(fmt.Sprint(v)), nil }"},
	{"errors/errors.go", "json.MarshalIndent(v, \"\", \"  \")", "[]byte(fmt.Sprint(v)), nil"},
}

// jsonStandIn has the names that go-app uses of encoding/json. Nothing in a
// widget calls them: it keeps no state in storage and sends no notification.
const jsonStandIn = `package app

import "errors"

var errCut = errors.New("JSON is cut from this build")

var json struct {
	jsonCut
}

type jsonCut struct{}

func (jsonCut) Marshal(any) ([]byte, error)   { return nil, errCut }
func (jsonCut) Unmarshal([]byte, any) error   { return errCut }
`

// standInURL is what go-app imports in place of net/url.
const standInURL = `"` + Module + `/pkg/url"`

// urlStandIn has what go-app uses of net/url. It takes addresses as they are:
// the widget reads its own.
const urlStandIn = `package url

type URL struct{ Scheme, Host, Path, Fragment, raw string }

func Parse(raw string) (*URL, error) { return &URL{raw: raw}, nil }
func (u *URL) String() string        { return u.raw }
`

// stateStandIn has the names that go-app uses of its state. Nothing in a widget
// calls them.
const stateStandIn = `package app

type Observer interface {
	While(condition func() bool) Observer
	OnChange(do func()) Observer
	Value(recv any)
}

type StateOption func(*struct{})

type store struct{}

func newStore(Dispatcher) *store                 { return &store{} }
func (*store) Set(string, any, ...StateOption)   {}
func (*store) Get(string, any)                   {}
func (*store) Del(string)                        {}
func (*store) Observe(string, UI) Observer       { return nil }
func (*store) Cleanup()                          {}
func (*store) Close()                            {}
`

// standIn is a file that takes the place of one of go-app's.
func standIn(name string) string {
	content, err := standIns.ReadFile("_standin/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	return string(content)
}
