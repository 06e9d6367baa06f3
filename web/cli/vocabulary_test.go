package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// These are how often a phrase that nobody would say aloud may appear in an area.
// They only ever go down: lower them when you have rewritten some.
const (
	mostInDocuments = 0
	mostInComments  = 30
	mostInMessages  = 5
)

// phrase is a way of writing that is hard to read, and what to write instead.
type phrase struct {
	name, instead string
	is            *regexp.Regexp
	not           *regexp.Regexp // an ordinary use of the same words; may be nil
}

// phrases follow one list. An exception covers the whole match of its phrase.
var phrases = []phrase{
	{"stands in, there, alone", "is in, appears, is shown, works by itself", regexp.MustCompile(`(?i)\b(stands?|stood|standing)\b( \w+)?`), regexp.MustCompile(`(?i) (for|out)$`)},
	{"is told, is said", "is reported, the message says", regexp.MustCompile(`(?i)\b(is|are|was|were|be|been|being) (told|said)\b`), nil},
	{"says so", "says what it says, shows", regexp.MustCompile(`(?i)\b(say|says|said|saying) so\b`), nil},
	{"holds", "contains, has", regexp.MustCompile(`(?i)\bholds?\b`), nil},
	{"of its own, of others", "its own, third-party, other people's", regexp.MustCompile(`(?i)\bof (its|their|his|her|our|your|(the |a )?\w+'s) own\b|\bof others\b|\bothers'`), nil},
	{"rooms", "packages, modules", regexp.MustCompile(`(?i)\brooms\b`), nil},
	{"one step away", "one click away", regexp.MustCompile(`(?i)\b(a|one|two) steps? away\b`), nil},
	{"mend", "fix", regexp.MustCompile(`(?i)\bmend(s|ed|ing)?\b`), nil},
	{"cure", "fix, how to fix it", regexp.MustCompile(`(?i)\bcure[sd]?\b`), nil},
	{"is no number, is none", "is not a number, does not exist", regexp.MustCompile(`(?i)\b(\w+ )?(is|are|was|were) (none|no \w+)\b`),
		regexp.MustCompile(`(?i)^there |no (longer|more|less|fewer|better|worse|different|one)$`)},
	{"passed over in silence", "ignored", regexp.MustCompile(`(?i)\bpass(es|ed|ing)? over\b|\bin silence\b`), nil},
	{"what a reader has chosen", "the reader's selection", regexp.MustCompile(`(?i)\bwhat (a|the) reader (has chosen|chose)\b`), nil},
	{"plant a fault", "add a mutation", regexp.MustCompile(`(?i)\bplant(s|ed|ing)?\b`), nil},
	{"rehearse", "warm up", regexp.MustCompile(`(?i)\brehears\w*`), nil},
	{"a word too many", "unexpected argument", regexp.MustCompile(`(?i)\bwords? too many\b|\bwrong words?\b`), nil},
}

// found lists each such phrase in a text.
func found(text string) map[string][]string {
	list := map[string][]string{}
	text = strings.Join(strings.Fields(text), " ")
	for _, p := range phrases {
		for _, at := range p.is.FindAllStringIndex(text, -1) {
			if match := text[at[0]:at[1]]; p.not == nil || !p.not.MatchString(match) {
				list[p.name] = append(list[p.name], strings.ToValidUTF8(text[max(0, at[0]-30):min(len(text), at[1]+30)], ""))
			}
		}
	}
	return list
}

// phraseCount is what the files of one area contain.
type phraseCount struct {
	total   int
	phrases map[string]int
	places  []string
}

func (c *phraseCount) add(path, text string) {
	for name, places := range found(text) {
		if c.phrases == nil {
			c.phrases = map[string]int{}
		}
		c.total += len(places)
		c.phrases[name] += len(places)
		for _, place := range places {
			c.places = append(c.places, path+": "+name+": …"+place+"…")
		}
	}
}

// root is the folder of the repository.
const root = "../.."

// eachFile visits the files that people of this project write, by their path
// from the root of the repository.
func eachFile(t *testing.T, visit func(path string)) {
	t.Helper()
	skipped := []string{".git", ".goapp", "node_modules", "testdata", "dist", "dist-bench", "dist-bench.rows", "release"}
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		switch {
		case d.IsDir() && slices.Contains(skipped, d.Name()) && name != "web/release":
			return fs.SkipDir
		case !d.IsDir():
			visit(name)
		}
		return nil
	}))
}

func contentOf(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path)))
	require.NoError(t, err)
	return string(content)
}

var (
	fenced   = regexp.MustCompile("(?ms)^ *```.*?^ *```")
	indented = regexp.MustCompile(`(?m)^ {4,}\S.*$`)
	code     = regexp.MustCompile("`[^`\n]*`")
	comment  = regexp.MustCompile(`(?s)/\*.*?\*/|(?m-s:(?:^|\s)//.*$)`)
)

// prose is what a document says outside code.
func prose(document string) string {
	document = fenced.ReplaceAllString(document, "")
	document = indented.ReplaceAllStringFunc(document, func(line string) string {
		if strings.HasPrefix(strings.TrimLeft(line, " "), "- ") {
			return line
		}
		return ""
	})
	return code.ReplaceAllString(document, "`…`")
}

// messages are the texts of a Go file that are not names of packages.
func messages(file *ast.File) (list []string) {
	ast.Inspect(file, func(n ast.Node) bool {
		if _, imported := n.(*ast.ImportSpec); imported {
			return false
		}
		if literal, is := n.(*ast.BasicLit); is && literal.Kind == token.STRING {
			if text, err := strconv.Unquote(literal.Value); err == nil {
				list = append(list, text)
			}
		}
		return true
	})
	return list
}

// Documents, comments and messages use words that a colleague would use.
func TestWords(t *testing.T) {
	var documents, comments, said phraseCount
	eachFile(t, func(path string) {
		switch filepath.Ext(path) {
		case ".md":
			documents.add(path, prose(contentOf(t, path)))
		case ".js", ".mjs", ".css":
			for _, text := range comment.FindAllString(contentOf(t, path), -1) {
				comments.add(path, text)
			}
		case ".go":
			file, err := parser.ParseFile(token.NewFileSet(), path, contentOf(t, path), parser.ParseComments)
			require.NoError(t, err)
			for _, group := range file.Comments {
				comments.add(path, group.Text())
			}
			if !strings.HasSuffix(path, "_test.go") {
				for _, text := range messages(file) {
					said.add(path, text)
				}
			}
		}
	})
	for _, area := range []struct {
		name string
		most int
		phraseCount
	}{{"documents", mostInDocuments, documents}, {"comments", mostInComments, comments}, {"messages", mostInMessages, said}} {
		t.Logf("%s: %d of at most %d", area.name, area.total, area.most)
		for _, name := range slices.Sorted(maps.Keys(area.phrases)) {
			t.Logf("  %4d  %s", area.phrases[name], name)
		}
		if testing.Verbose() || area.total > area.most {
			slices.Sort(area.places)
			t.Log(strings.Join(area.places, "\n"))
		}
		assert.LessOrEqual(t, area.total, area.most, "%s have more phrases that nobody would say aloud; the log lists them all, and phrases says what to write instead", area.name)
	}
}

// The list finds what it is for, and leaves ordinary English alone.
func TestWordsAreFound(t *testing.T) {
	for text, want := range map[string]string{
		"This page stands in the preview alone.":   "stands in, there, alone",
		"A mistake is told with its place.":        "is told, is said",
		"and then the message\nsays so":            "says so",
		"The package holds figures.":               "holds",
		"units of the package's own":               "of its own, of others",
		"the tools of others":                      "of its own, of others",
		"app has rooms":                            "rooms",
		"All else is one step away.":               "one step away",
		"before you mend it":                       "mend",
		"with its place and its cure":              "cure",
		"a value that is no number":                "is no number, is none",
		"A date that is none":                      "is no number, is none",
		"It is passed over in silence.":            "passed over in silence",
		"what a reader has chosen":                 "what a reader has chosen",
		"It plants faults.":                        "plant a fault",
		"A worker rehearses it.":                   "rehearse",
		"that is one word too many":                "a word too many",
		"there is no command, and there are none":  "",
		"It is no longer needed and stands out.":   "",
		"Everyone understands that a mark is new.": "",
		"Show more than one house in its own way.": "",
	} {
		got := slices.Sorted(maps.Keys(found(text)))
		if want == "" {
			assert.Empty(t, got, text)
		} else {
			assert.Contains(t, got, want, text)
		}
	}
}
