//go:build !js

package cli

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"factframe/data/read"
)

// askForColumns shows what the columns of a table are taken for, and asks for changes until
// there are none.
func askForColumns(to io.Writer, source read.Source, o *read.Options) error {
	before := *o
	for asked := false; ; asked = true {
		columns, err := read.Columns(source, *o)
		if err != nil && !asked {
			return err
		}
		if err != nil {
			fmt.Fprintln(to, firstOf(err))
			*o = before
			continue
		}
		before = *o
		fmt.Fprintln(to, "These are the columns:")
		for _, c := range columns {
			fmt.Fprintf(to, "  %-24s %-9s %s\n", c.Name, c.Role, strings.Join(c.Examples, ", "))
		}
		for {
			answer, err := o.Ask(`Type a change, such as "values=Price,Sales" or "drop=Code" (also period=, category=, note=), or Enter if they are right`)
			if err != nil || answer == "" {
				return nil
			}
			if wrong := changeRole(o, answer); wrong != "" {
				fmt.Fprintln(to, wrong)
				continue
			}
			break
		}
	}
}

// changeRole adds what an answer says about columns. It returns what is wrong with it, or "".
func changeRole(o *read.Options, answer string) string {
	role, names, _ := strings.Cut(answer, "=")
	lists := map[string]*[]string{"values": &o.Values, "period": &o.Periods, "category": &o.Categories, "note": &o.Notes, "drop": &o.Drop}
	list := lists[strings.TrimSpace(role)]
	if list == nil || strings.TrimSpace(names) == "" {
		return `Write it as "values=…", "period=…", "category=…", "note=…" or "drop=…", with the names of columns.`
	}
	var changed []string
	if err := read.AddNames(&changed, names); err != nil {
		return err.Error()
	}
	for _, other := range lists {
		*other = slices.DeleteFunc(slices.Clone(*other), func(name string) bool { return slices.Contains(changed, name) })
	}
	*list = append(slices.Clone(*list), changed...)
	return ""
}

// askForWords asks for the details that a table does not contain.
func askForWords(o *read.Options) {
	unit := strings.Join(o.Units, ", ")
	for _, each := range []struct {
		to       *string
		question string
	}{
		{&o.Title, "What are the figures about (a title)"}, {&o.Source, "Who published the table"}, {&o.Published, "When (2024, 2024-09 or 2024-09-12)"},
		{&o.URL, "At which address (https://…)"}, {&o.Counted, "What is counted, in a word or two"}, {&unit, "In which unit, if the table does not say"},
	} {
		for *each.to == "" {
			answer, err := o.Ask(each.question + ", or Enter if you do not know")
			if *each.to = answer; err != nil || answer == "" || o.Wrong() == "" {
				break
			}
			*each.to = ""
		}
	}
	if len(o.Units) == 0 && unit != "" {
		o.Units = []string{unit}
	}
}

// once asks a question with choices only the first time, because a table is read again after
// each change.
func once(ask func(string, ...string) (string, error)) func(string, ...string) (string, error) {
	given := map[string]string{}
	return func(question string, choices ...string) (string, error) {
		if answer, has := given[question]; has {
			return answer, nil
		}
		answer, err := ask(question, choices...)
		if err == nil && len(choices) > 0 {
			given[question] = answer
		}
		return answer, err
	}
}

// ask repeats a question until the answer is one of the choices. Without choices it
// accepts any answer.
func ask(to io.Writer, answers *bufio.Scanner, question string, choices []string) (string, error) {
	for {
		fmt.Fprint(to, question)
		if len(choices) > 0 {
			fmt.Fprintf(to, " (%s)", strings.Join(choices, ", "))
		}
		fmt.Fprint(to, "? ")
		if !answers.Scan() {
			return "", io.EOF
		}
		answer := strings.TrimSpace(answers.Text())
		if len(choices) == 0 || slices.Contains(choices, answer) {
			return answer, nil
		}
		fmt.Fprintf(to, "Type one of these: %s\n", strings.Join(choices, ", "))
	}
}
