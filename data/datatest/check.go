package datatest

import (
	"flag"
	"fmt"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

// seeds are used in every test run. make fuzz tries others.
var seeds = []uint64{1, 2, 3}

// asked reports whether a flag sets the seed or the number of values.
var asked = sync.OnceValue(func() (chosen bool) {
	flag.Visit(func(f *flag.Flag) { chosen = chosen || f.Name == "rapid.seed" || f.Name == "rapid.checks" })
	return chosen
})

// Check tests a property with this many values from each of three seeds. The flags
// -rapid.seed and -rapid.checks override these numbers.
func Check(t *testing.T, values int, property func(*rapid.T)) {
	t.Helper()
	chosen := asked() // before the flags are set here
	set := func(name, value string) {
		if err := flag.Set("rapid."+name, value); err != nil {
			t.Fatal(err)
		}
	}
	set("nofailfile", "true")
	if chosen {
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
