package datatest

import (
	"flag"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// seeds are those that every run of the tests tries. make fuzz tries others.
var seeds = []uint64{1, 2, 3}

// Check holds a property for so many values from each of three seeds, or from the
// seed and as many as the flags of rapid ask for.
func Check(t *testing.T, values int, property func(*rapid.T)) {
	t.Helper()
	asked := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { asked[f.Name] = true })
	set := func(name, value string) {
		if err := flag.Set("rapid."+name, value); err != nil {
			t.Fatal(err)
		}
	}
	set("nofailfile", "true")
	if asked["rapid.seed"] || asked["rapid.checks"] {
		rapid.Check(t, property)
		return
	}
	set("shrinktime", "5s")
	set("checks", fmt.Sprint(values))
	for _, seed := range seeds {
		set("seed", fmt.Sprint(seed))
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) { rapid.Check(t, property) })
	}
	set("seed", "0")
}
