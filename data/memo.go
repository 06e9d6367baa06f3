package data

import "sync"

// memo keeps answers about a package that every choice of a reader asks for again.
type memo struct {
	lock  sync.Mutex // pages are written by several goroutines
	known map[any]any
}

// Remember is the answer to a question about a package, worked out the first time.
// Questions are told apart by their type and value, so that each kind needs a type of
// its own. Answers stay true, since a package is not changed after it is loaded; those
// who get them are not to change them.
func Remember[V any](p *Package, question any, work func() V) V {
	p.memo.lock.Lock()
	answer, found := p.memo.known[question]
	p.memo.lock.Unlock()
	if found {
		return answer.(V)
	}
	worked := work() // without the lock: an answer may ask for others
	p.memo.lock.Lock()
	defer p.memo.lock.Unlock()
	if p.memo.known == nil {
		p.memo.known = map[any]any{}
	}
	p.memo.known[question] = worked
	return worked
}
