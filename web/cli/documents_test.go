package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	longestLine   = 120 // characters
	longestReadme = 120 // lines
)

// documents are the project's Markdown files, by their path from the root.
func documents(t *testing.T) map[string]string {
	t.Helper()
	list := map[string]string{}
	eachFile(t, func(path string) {
		if filepath.Ext(path) == ".md" {
			list[path] = contentOf(t, path)
		}
	})
	for _, path := range []string{"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "app/README.md", "data/README.md", "data/FORMAT.md", "web/README.md", "web/e2e/bench/README.md"} {
		require.Contains(t, list, path)
	}
	return list
}

// A line of a document fits a window. A row of a table cannot be broken.
func TestDocumentsHaveShortLines(t *testing.T) {
	for name, content := range documents(t) {
		for i, line := range strings.Split(content, "\n") {
			if !strings.HasPrefix(line, "|") {
				assert.LessOrEqual(t, utf8.RuneCountInString(line), longestLine, "%s: line %d: %s", name, i+1, line)
			}
		}
	}
	assert.LessOrEqual(t, strings.Count(contentOf(t, "README.md"), "\n"), longestReadme, "README.md")
}

var opening = regexp.MustCompile(`^# [^\n]+\n\n[A-Z][^\n]*(\n[^\n#|]+)*[.:]\n`)

// A document has one title, and a paragraph below it that says what it is for.
func TestDocumentsOpenWithAParagraph(t *testing.T) {
	for name, content := range documents(t) {
		assert.Regexp(t, opening, content, name)
		assert.Len(t, regexp.MustCompile(`(?m)^# `).FindAllString(unfenced(content), -1), 1, "%s: titles", name)
		first, _, _ := strings.Cut(content, "\n\n## ")
		assert.Regexp(t, `\b[Ff]or\b`, first, "%s does not say who should read it", name)
	}
}

// unfenced is a document without its code blocks.
func unfenced(document string) string {
	return indented.ReplaceAllString(fenced.ReplaceAllString(document, ""), "")
}

var (
	links      = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	heading    = regexp.MustCompile(`(?m)^#+ (.*)$`)
	notInSlugs = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
	file       = regexp.MustCompile("`((?:app|data|web|\\.ci)/[\\w./-]*\\w)`")
)

// anchors are the headings of a document as GitHub links to them.
func anchors(document string) []string {
	var list []string
	for _, m := range heading.FindAllStringSubmatch(unfenced(document), -1) {
		list = append(list, strings.ReplaceAll(notInSlugs.ReplaceAllString(strings.ToLower(m[1]), ""), " ", "-"))
	}
	return list
}

// Links between documents, and names of files in them, lead to what is there.
func TestDocumentsLinkOnlyToWhatIsThere(t *testing.T) {
	for name, content := range documents(t) {
		for _, m := range links.FindAllStringSubmatch(unfenced(content), -1) {
			to, anchor, _ := strings.Cut(m[1], "#")
			if strings.Contains(to, ":") {
				assert.Regexp(t, `^https://`, to, name)
				continue
			}
			target := name
			if to != "" {
				target = path.Join(path.Dir(name), to)
			}
			if !assert.FileExists(t, filepath.Join(root, filepath.FromSlash(target)), "%s links to %s", name, m[1]) || anchor == "" {
				continue
			}
			assert.Contains(t, anchors(contentOf(t, target)), anchor, "%s links to %s", name, m[1])
		}
		if name == "CHANGELOG.md" {
			continue // what it names may be gone
		}
		for _, m := range file.FindAllStringSubmatch(content, -1) {
			_, err := os.Stat(filepath.Join(root, filepath.FromSlash(m[1])))
			assert.NoError(t, err, "%s names %s", name, m[1])
		}
	}
}

var (
	block     = regexp.MustCompile("(?ms)^ *```\\w*\n(.*?)^ *```|^ {4,}(\\S.*?)$")
	span      = regexp.MustCompile("`([^`\n]+)`")
	shellLine = regexp.MustCompile(`(?:^|or: |\$ )((?:make|factframe|go run|go test) .*)$`)
	target    = regexp.MustCompile(`(?m)^([a-z][\w-]*):`)
	flagName  = regexp.MustCompile(`(?m)^  -([\w-]+)`)
	argument  = regexp.MustCompile(`"([^"]*)"|(\S+)`)
)

// typed lists the commands that a document shows, without their comments.
func typed(document string) (list []string) {
	take := func(line string) {
		for part := range strings.SplitSeq(line, "#") {
			if m := shellLine.FindStringSubmatch(strings.TrimSpace(part)); m != nil {
				list = append(list, m[1])
			}
		}
	}
	for _, m := range block.FindAllStringSubmatch(document, -1) {
		for line := range strings.SplitSeq(m[1]+m[2], "\n") {
			take(line)
		}
	}
	for _, m := range span.FindAllStringSubmatch(fenced.ReplaceAllString(document, ""), -1) {
		take(m[1])
	}
	return list
}

// arguments splits a line as a shell would.
func arguments(line string) (list []string) {
	for _, m := range argument.FindAllStringSubmatch(line, -1) {
		list = append(list, m[1]+m[2])
	}
	return list
}

// ours takes what comes before the name of a command away; ok is false for
// other programs.
func ours(line string) (args []string, ok bool) {
	for _, prefix := range []string{"factframe ", "go run . "} {
		if rest, found := strings.CutPrefix(line, prefix); found {
			return arguments(rest), true
		}
	}
	return nil, false
}

// Every command in a document can be typed: there is such a target of make with
// such a variable, such a command with such a flag, such a folder of Go code.
func TestDocumentsNameCommandsThatExist(t *testing.T) {
	makefile := contentOf(t, "Makefile")
	var targets []string
	for _, m := range target.FindAllStringSubmatch(makefile, -1) {
		targets = append(targets, m[1])
	}
	checked := 0
	for name, content := range documents(t) {
		for _, line := range typed(content) {
			checked++
			if rest, is := strings.CutPrefix(line, "make "); is {
				words := arguments(rest)
				assert.Contains(t, targets, words[0], "%s: %s", name, line)
				for _, word := range words[1:] {
					variable, _, given := strings.Cut(word, "=")
					assert.True(t, given && strings.Contains(makefile, "$("+variable+")"), "%s: %s: make has no variable %s", name, line, variable)
				}
			} else if args, is := ours(line); is {
				c, known := find(args[0])
				require.True(t, known, "%s: %s", name, line)
				var help bytes.Buffer
				Main([]string{"help", c.name}, &help, &help)
				var flags []string
				for _, m := range flagName.FindAllStringSubmatch(help.String(), -1) {
					flags = append(flags, m[1])
				}
				for _, arg := range args[1:] {
					if flag, is := strings.CutPrefix(arg, "-"); is {
						assert.Contains(t, flags, flag, "%s: %s", name, line)
					}
				}
				if c.name == "help" && len(args) > 1 {
					_, known := find(args[1])
					assert.True(t, known, "%s: %s", name, line)
				}
			} else {
				for _, arg := range arguments(line) {
					if strings.HasPrefix(arg, "./") && arg != "./..." {
						assert.DirExists(t, filepath.Join(root, arg), "%s: %s", name, line)
					}
				}
			}
		}
	}
	assert.Greater(t, checked, 40, "commands were found at all")
}

// section is what a document has below a heading, up to the next one.
func section(t *testing.T, document, title string) string {
	t.Helper()
	_, rest, found := strings.Cut(contentOf(t, document), "\n## "+title+"\n")
	require.True(t, found, "%s: %s", document, title)
	text, _, _ := strings.Cut(rest, "\n##")
	return text
}

// The commands that make a site from a table do so, as they are written.
func TestMyOwnTable(t *testing.T) {
	table := contentOf(t, "data/read/testdata/tables/emissions.csv")
	for document, title := range map[string]string{"README.md": "My own table", "data/README.md": "From a table to a site"} {
		t.Run(document, func(t *testing.T) {
			lines := typed(section(t, document, title))
			sources, err := os.Getwd()
			require.NoError(t, err)
			dir := t.TempDir()
			t.Chdir(dir)
			require.NoError(t, os.WriteFile("table.csv", []byte(table), 0o644))
			require.NoError(t, os.WriteFile("app.wasm", []byte("\x00asm\x01\x00\x00\x00"), 0o644))
			var ran []string
			for _, line := range append(lines, "factframe check figures") {
				args, is := ours(line)
				if !is {
					continue
				}
				switch args[0] {
				case "help", "schema", "make": // make has tests in a browser
					continue
				case "dev": // does not end by itself
					assert.Equal(t, []string{"dev", "-package", "figures"}, args)
					assert.Empty(t, followable(args[2]))
					continue
				case "build": // the program takes a while to build, and the sources are needed for it
					assert.Equal(t, []string{"build", "-package", "figures"}, args)
					if document != "README.md" { // once is enough
						continue
					}
					t.Chdir(sources)
					args = []string{"build", "-package", filepath.Join(dir, "figures"), "-out", filepath.Join(dir, "dist"), "-wasm", filepath.Join(dir, "app.wasm")}
				}
				var stdout, stderr bytes.Buffer
				require.Equal(t, ok, Main(args, &stdout, &stderr), "%s: %s", line, stderr.String())
				t.Chdir(dir)
				ran = append(ran, args[0])
			}
			assert.Contains(t, ran, "new")
			assert.Contains(t, ran, "check")
			if document == "README.md" {
				assert.Contains(t, ran, "build")
				assert.FileExists(t, filepath.Join("dist", "embed", "index.html"))
			}
		})
	}
}

var transcript = regexp.MustCompile(`(?m)^    \$ (factframe .*)\n((?:    [^$\s].*\n)+)`)

// What a document shows below a command is what the command prints.
func TestDocumentsShowWhatCommandsPrint(t *testing.T) {
	all := documents(t)
	t.Chdir(root)
	shown := 0
	for name, content := range all {
		for _, m := range transcript.FindAllStringSubmatch(content, -1) {
			args, is := ours(m[1])
			require.True(t, is)
			var out bytes.Buffer
			Main(args, &out, &out)
			assert.Equal(t, strings.ReplaceAll(m[2], "    ", ""), out.String(), name)
			shown++
		}
	}
	assert.NotZero(t, shown)
}

var decimal = regexp.MustCompile(`\d+\.\d+`)

// The README has no measurement that the tables of measurements do not have.
func TestReadmeHasNumbersThatWereMeasured(t *testing.T) {
	measured := contentOf(t, "web/e2e/bench/README.md")
	numbers := decimal.FindAllString(section(t, "README.md", "How fast it is"), -1)
	assert.Greater(t, len(numbers), 10)
	for _, n := range numbers {
		assert.Regexp(t, `\| `+regexp.QuoteMeta(n)+`[ (]`, measured, "%s was not measured", n)
	}
}

// Two commands write their tables between marks.
func TestDocumentsKeepTheirMarks(t *testing.T) {
	assert.Regexp(t, `(?s)\n<!-- peers -->\n.*\n<!-- end -->`, contentOf(t, "web/e2e/bench/README.md"))
	assert.Regexp(t, `(?s)\n<!-- sizes -->\n.*\n<!-- end of sizes -->`, contentOf(t, "data/README.md"))
}

var (
	required = regexp.MustCompile(`(?m)^\t(\S+) (v\S+)$`)
	major    = regexp.MustCompile(`/v\d+$`)
	pinned   = regexp.MustCompile(`([\w./-]+) (v\d+\.\d+\.\d+)`)
)

// Every dependency has its reason in CONTRIBUTING.md, and its name in the README.
func TestDependenciesHaveAReason(t *testing.T) {
	reasons := section(t, "CONTRIBUTING.md", "Dependencies")
	readme := contentOf(t, "README.md")
	versions := map[string]string{}
	for _, m := range required.FindAllStringSubmatch(contentOf(t, "go.mod"), -1) {
		module := strings.TrimPrefix(major.ReplaceAllString(m[1], ""), "github.com/")
		versions[module] = m[2]
		assert.True(t, strings.Contains(reasons, module), "no reason for %s", module)
		name := path.Base(module)
		if rest, short := strings.CutPrefix(module, "golang.org/"); short {
			name = rest
		}
		assert.True(t, strings.Contains(readme, name), "the README does not name %s", name)
	}
	assert.Greater(t, len(versions), 10)
	for _, m := range pinned.FindAllStringSubmatch(reasons, -1) {
		assert.Equal(t, versions[m[1]], m[2], m[1])
	}
	var npm struct{ DevDependencies map[string]string }
	require.NoError(t, json.Unmarshal([]byte(contentOf(t, "web/e2e/package.json")), &npm))
	assert.NotEmpty(t, npm.DevDependencies)
	for name := range npm.DevDependencies {
		assert.True(t, strings.Contains(reasons, name), "no reason for %s", name)
	}
	for _, tool := range []string{"google/go-licenses", "golang.org/x/vuln", "honnef.co/go/tools"} {
		assert.True(t, strings.Contains(contentOf(t, ".ci/tools.mod"), tool), "no tool %s", tool)
		assert.True(t, strings.Contains(reasons, tool), "no reason for %s", tool)
	}
}

// The changelog has the version that the command line prints, with its day.
func TestChangelog(t *testing.T) {
	changelog := contentOf(t, "CHANGELOG.md")
	assert.Contains(t, changelog, "\n## [Unreleased]\n")
	assert.Regexp(t, `\n## `+regexp.QuoteMeta(Version)+` - \d{4}-\d\d-\d\d\n`, changelog)
	for _, m := range regexp.MustCompile(`(?m)^### (.*)$`).FindAllStringSubmatch(changelog, -1) {
		assert.Contains(t, []string{"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}, m[1])
	}
}
