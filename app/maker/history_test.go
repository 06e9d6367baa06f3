package maker

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"factframe/data/draft"
)

var now = time.Date(2026, 3, 2, 10, 42, 0, 0, time.UTC)

// Typing is one change until it pauses; undo and redo go back and forth, and a new change
// replaces what was undone.
func TestHistory(t *testing.T) {
	titled := func(title string) draft.Draft { return draft.Draft{Words: draft.Words{Title: title}} }
	h := History{}.With("opened", draft.Draft{}, now)
	h = h.With("field title", titled("C"), now.Add(time.Second/2))
	h = h.With("field title", titled("Ca"), now.Add(time.Second))
	h = h.With("field title", titled("Calls"), now.Add(5*time.Second))
	assert.Len(t, h.Changes, 3)
	assert.Equal(t, "field title", h.Undo())
	h = h.Moved(-1)
	assert.Equal(t, "Ca", h.Draft().Words.Title)
	h = h.Moved(-1)
	assert.Empty(t, h.Undo())
	assert.Equal(t, "field title", h.Redo())
	h = h.Moved(-1).Moved(1).With("picture", titled("Bars"), now.Add(9*time.Second))
	assert.Empty(t, h.Redo())
	assert.Equal(t, "Bars", h.Draft().Words.Title)
	for range 2 * mostChanges {
		h = h.With("picture", draft.Draft{}, now)
	}
	assert.Len(t, h.Changes, mostChanges)
}

// What is kept of a history has each package once, and is the same history when it is opened.
func TestAStoredHistory(t *testing.T) {
	h := History{}.With("opened", draft.Draft{Package: "large", Before: "large"}, now).With("picture", draft.Draft{Package: "large", Before: "other"}, now)
	s := h.stored()
	assert.Equal(t, []string{"large", "other"}, s.Packages)
	assert.Equal(t, h, s.history())
	assert.Empty(t, storedHistory{Changes: []storedChange{{Package: 3}}}.history().Changes, "a damaged one")
	published := h.Published(draft.Answer{Views: []draft.Page{{ID: "calls"}}}, "raw").Moved(-1)
	assert.Equal(t, "raw", published.Draft().Before, "undo does not forget that it was published")
	assert.Equal(t, "calls", published.Draft().Views[0].ID)
}
