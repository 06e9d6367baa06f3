package data

import "sync"

// memo keeps answers that every choice of a reader asks for again. They stay
// true, since a package is not changed after Load; they are not to be changed
// by those who get them.
type memo[K comparable, V any] struct {
	lock  sync.Mutex // pages are written by several goroutines
	known map[K]V
}

// get is the answer to a question, worked out the first time.
func (m *memo[K, V]) get(question K, work func() V) V {
	m.lock.Lock()
	defer m.lock.Unlock()
	answer, found := m.known[question]
	if !found {
		answer = work()
		if m.known == nil {
			m.known = map[K]V{}
		}
		m.known[question] = answer
	}
	return answer
}

// ofView asks for what a view has in a dimension.
type ofView struct {
	view      *View
	dimension string
}

// ofPanel asks for the figures of a panel in a measure.
type ofPanel struct {
	panel   *PanelSpec
	measure *Unit
}
