package data

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// No case is counted twice or lost, whatever the filters.
func TestTotalsAddUpToTheWhole(t *testing.T) {
	force, outcome := &Dimension{ID: "force"}, &Dimension{ID: "outcome"}
	for _, id := range []string{"north", "south"} {
		force.Add(&Code{ID: id})
	}
	for _, id := range []string{"charged", "dropped", "unknown"} {
		outcome.Add(&Code{ID: id})
	}
	r := NewRecords(Period{}, []*Dimension{force, outcome})
	for _, line := range []Record{{[]int{0, 0}, 20, 0}, {[]int{0, 1}, 25, 0}, {[]int{0, 1}, 5, 0}, {[]int{1, 0}, 17, 0}, {[]int{1, 2}, 13, 0}} {
		r.Add(line)
	}
	for _, by := range [][]*Dimension{nil, {force}, {outcome}, {force, outcome}} {
		for _, kept := range [][]string{nil, {"north"}, {"south"}, {"north", "south"}} {
			sum := 0
			for _, total := range r.Totals(Keep{"force": kept}, by) {
				sum += total.Count
			}
			assert.Equal(t, map[string]int{"": 80, "north": 50, "south": 30, "north south": 80}[strings.Join(kept, " ")], sum)
		}
	}
}

// BenchmarkTotals adds up a hundred thousand records, with a filter.
func BenchmarkTotals(b *testing.B) {
	force := &Dimension{ID: "force"}
	outcome := &Dimension{ID: "outcome"}
	for i := range 40 {
		force.Codes = append(force.Codes, &Code{ID: fmt.Sprint("force-", i)})
		outcome.Codes = append(outcome.Codes, &Code{ID: fmt.Sprint("outcome-", i)})
	}
	r := NewRecords(Period{}, []*Dimension{force, outcome})
	for i := range 100_000 {
		r.Add(Record{Codes: []int{i % 40, i / 40 % 40}, Count: uint64(i % 5)})
	}
	for b.Loop() {
		r.Totals(Keep{"force": {"force-3"}}, []*Dimension{outcome})
	}
}
