package data

// Mark is the form in which a panel draws its figures.
type Mark string

const (
	Card     Mark = "card"
	Bar      Mark = "bar"
	Line     Mark = "line"
	Stack    Mark = "stack"    // the parts of a whole in one bar
	Dot      Mark = "dot"      // a dot in its interval
	Dumbbell Mark = "dumbbell" // two dots, of two times or two codes
	Tally    Mark = "tally"    // one square for each thing counted
	Age      Mark = "age"      // a span of years of age
	List     Mark = "list"
)

// Traits are what the package has to know of a mark; its drawing is in
// app/chart, in a file of its name.
type Traits struct {
	SharesAxis bool     // so that what it draws has to be comparable
	FromZero   bool     // its lengths do, so that zero has to mean nothing
	Parts      bool     // each of its groups is one whole
	Timed      bool     // its rows run through time
	Text       bool     // it is none of a chart's
	Needs      []string // channels
	Group      []string // the first of these channels that is given names groups of rows
	Label      []string // and the first of these the rows within them
}

// traits has a line for each mark.
var traits = [...]struct {
	mark Mark
	Traits
}{
	{Bar, Traits{SharesAxis: true, FromZero: true, Needs: []string{"x", "y"}, Group: []string{"facet"}, Label: []string{"y", "x"}}},
	{Line, Traits{SharesAxis: true, Timed: true, Needs: []string{"x", "y"}, Group: []string{"colour"}, Label: []string{"x"}}},
	{Stack, Traits{SharesAxis: true, FromZero: true, Parts: true, Needs: []string{"y", "colour"}, Group: []string{"y"}, Label: []string{"colour"}}},
	{Dot, Traits{SharesAxis: true, Needs: []string{"x", "y"}, Group: []string{"facet"}, Label: []string{"y", "x"}}},
	{Dumbbell, Traits{SharesAxis: true, Needs: []string{"y", "colour"}, Group: []string{"y"}, Label: []string{"colour"}}},
	{Tally, Traits{SharesAxis: true, FromZero: true, Needs: []string{"x", "y"}, Group: []string{"facet"}, Label: []string{"y", "x"}}},
	{Age, Traits{}},
	{Card, Traits{Text: true}},
	{List, Traits{Text: true}},
}

// Traits are those of a mark; one that there is none of has none.
func (m Mark) Traits() Traits {
	for _, each := range traits {
		if each.mark == m {
			return each.Traits
		}
	}
	return Traits{}
}

// Marks are all of them, in the order of the reference.
func Marks() []string {
	var list []string
	for _, each := range traits {
		list = append(list, string(each.mark))
	}
	return list
}

// Channels are what a panel says of its picture.
var Channels = []string{"x", "y", "colour", "facet"}
