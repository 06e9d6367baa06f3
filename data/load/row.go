package load

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"factframe/data"
)

// row reads the fields of one JSON object strictly. Fields of the wrong type and
// fields that nothing reads are reported, and reading continues.
type row struct {
	file, record string
	fields       map[string]any
	seen         map[string]bool
	problems     *Problems
}

func newRow(file, record string, value any, problems *Problems) row {
	r := row{file: file, record: record, seen: map[string]bool{}, problems: problems}
	fields, ok := value.(map[string]any)
	if !ok {
		r.problem("", "is "+kindOf(value), "write an object, { … }")
	}
	r.fields = fields
	return r
}

func (r row) problem(field, wrong, want string) {
	*r.problems = append(*r.problems, Problem{File: r.file, Record: r.record, Field: field, Wrong: wrong, Want: want})
}

func (r row) value(field string) any {
	r.seen[field] = true
	return r.fields[field]
}

func (r row) has(field string) bool { return r.fields[field] != nil }

// typed reads an optional field of type T. It returns the zero value if the field is
// absent.
func typed[T any](r row, field, want string) T {
	v := r.value(field)
	t, ok := v.(T)
	if v != nil && !ok {
		r.problem(field, "is "+kindOf(v), "write "+want)
	}
	return t
}

// text reads a text without surrounding white space, and with single spaces inside.
func (r row) text(field string) string {
	return folded(r.sign(field))
}

// folded collapses white space as HTML does, and trims both ends.
func folded(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(c rune) bool { return strings.ContainsRune(" \t\n\r\f", c) }), " ")
}

// sign reads a text whose spaces matter, such as " m" after a number.
func (r row) sign(field string) string { return typed[string](r, field, "a text in quotes") }
func (r row) flag(field string) bool   { return typed[bool](r, field, "true or false") }

// flagOr reads a flag that has a default.
func (r row) flagOr(field string, otherwise bool) bool {
	if !r.has(field) {
		r.seen[field] = true
		return otherwise
	}
	return r.flag(field)
}

func (r row) objects(field string) []any {
	return typed[[]any](r, field, "a list of objects, [{ … }]")
}

func (r row) required(field string) string {
	s := r.text(field)
	if s == "" && !(r.has(field) && kindOf(r.fields[field]) != "a text") {
		r.problem(field, "is missing", "write a text")
	}
	return s
}

func (r row) number(field string) *float64 {
	if r.value(field) == nil {
		return nil
	}
	n := typed[float64](r, field, "a number without quotes")
	return &n
}

func (r row) integer(field string) *int {
	n := r.number(field)
	if n == nil {
		return nil
	}
	i := int(*n)
	if float64(i) != *n {
		r.problem(field, strconv.FormatFloat(*n, 'g', -1, 64)+" is not a whole number", "write a whole number")
	}
	return &i
}

// mostDeclared is the most decimals that a package may ask for: float64 numbers have
// no more meaningful ones.
const mostDeclared = 10

// decimals reads how many decimals to show; the default is 0.
func (r row) decimals(field string) int {
	n := r.integer(field)
	switch {
	case n == nil:
		return 0
	case *n < 0 || *n > mostDeclared:
		r.problem(field, strconv.Itoa(*n)+" is not a number of decimals", "write 0 to "+strconv.Itoa(mostDeclared))
		return 0
	}
	return *n
}

func (r row) texts(field string) []string {
	var list []string
	for i, v := range typed[[]any](r, field, `a list of texts, ["…"]`) {
		s, ok := v.(string)
		if !ok {
			r.problem(field, "entry "+strconv.Itoa(i+1)+" is "+kindOf(v), "write a text in quotes")
			continue
		}
		if s = folded(s); s == "" {
			r.problem(field, "entry "+strconv.Itoa(i+1)+" is empty", "write a text, or remove the entry")
			continue
		}
		list = append(list, s)
	}
	return list
}

// choice reads one of the allowed words. The first is the default.
func (r row) choice(field string, allowed ...string) string {
	s := r.text(field)
	if s == "" {
		return allowed[0]
	}
	if !slices.Contains(allowed, s) {
		r.problem(field, strconv.Quote(s)+" is not allowed here", "use one of "+quoted(slices.DeleteFunc(slices.Clone(allowed), func(word string) bool { return word == "" })))
	}
	return s
}

func (r row) date(field string) data.Date {
	s := r.text(field)
	if s == "" {
		return 0
	}
	d, ok := data.ParseDate(s)
	if !ok {
		r.problem(field, strconv.Quote(s)+" is not a date", "write it as 2016-03-31")
	}
	return d
}

// done reports the fields that nothing has read.
func (r row) done() {
	for _, field := range slices.Sorted(maps.Keys(r.fields)) {
		if !r.seen[field] {
			known := quoted(slices.Sorted(maps.Keys(r.seen)))
			r.problem(field, "is not a valid field here", "remove it, or use one of "+known)
		}
	}
}

func kindOf(v any) string {
	switch v.(type) {
	case nil:
		return "missing"
	case string:
		return "a text"
	case float64:
		return "a number"
	case bool:
		return "true or false"
	case []any:
		return "a list"
	}
	return "an object"
}
