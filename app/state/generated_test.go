package state_test

import (
	"reflect"
	"strings"
	"testing"

	"factframe/app/state"
	"factframe/app/state/statetest"
	"factframe/data/datatest"

	"pgregory.net/rapid"
)

// An address leads back to the state that it was made from, whatever the reader selected
// before, and each state has one address.
func TestAnAddressBringsBackItsState(t *testing.T) {
	datatest.Check(t, 150, func(t *rapid.T) {
		p := datatest.Package().Draw(t, "package").Package
		p.Few = rapid.Bool().Draw(t, "few files")
		for _, s := range append(statetest.Walk(t, p, 12), state.Prerendered(p)...) {
			got, ignored := state.Parse(p, s.Address())
			if len(ignored) > 0 {
				t.Fatalf("%s: %v is not understood", s.Address(), ignored)
			}
			if !same(got, s) {
				t.Fatalf("%s brings back %+v, not %+v", s.Address(), got, s)
			}
			if again := got.Address(); again != s.Address() {
				t.Fatalf("%s becomes %s", s.Address(), again)
			}
		}
	})
}

// same compares states. A nil list equals an empty one.
func same(a, b state.State) bool {
	if len(a.Keep) == 0 && len(b.Keep) == 0 {
		a.Keep, b.Keep = nil, nil
	}
	return reflect.DeepEqual(a, b)
}

// Prerendered states have different pages.
func TestEachStateHasAPageOfItsOwn(t *testing.T) {
	datatest.Check(t, 100, func(t *rapid.T) {
		p := datatest.Package().Draw(t, "package").Package
		p.Few = rapid.Bool().Draw(t, "few files")
		seen := map[string]bool{}
		for _, s := range state.Prerendered(p) {
			if at := strings.ToLower(s.Address()); seen[at] || strings.Contains(at, "?") {
				t.Fatalf("%s is the page of two states, or of none", s.Address())
			} else {
				seen[at] = true
			}
		}
	})
}
