package data

import "sync"

// memo caches results about a package that every click would otherwise recompute.
type memo struct {
	lock  sync.Mutex // several goroutines write pages
	known map[any]any
}

// Remember returns the cached result for a question about a package, and calls work
// the first time. A question is identified by its type and value, so each kind of
// question needs its own type. Results are shared: callers must not change them.
func Remember[V any](p *Package, question any, work func() V) V {
	p.memo.lock.Lock()
	answer, found := p.memo.known[question]
	p.memo.lock.Unlock()
	if found {
		return answer.(V)
	}
	worked := work() // not under the lock, because work may call Remember
	p.memo.lock.Lock()
	defer p.memo.lock.Unlock()
	if p.memo.known == nil {
		p.memo.known = map[any]any{}
	}
	p.memo.known[question] = worked
	return worked
}
