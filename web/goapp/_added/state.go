package app

// Observer is part of the signatures of go-app's contexts.
type Observer interface {
	While(condition func() bool) Observer
	OnChange(do func()) Observer
	Value(recv any)
}

// StateOption is part of the signatures of go-app's contexts.
type StateOption func(*struct{})

type store struct{}

func newStore(Dispatcher) *store               { return &store{} }
func (*store) Set(string, any, ...StateOption) {}
func (*store) Get(string, any)                 {}
func (*store) Del(string)                      {}
func (*store) Observe(string, UI) Observer     { return nil }
func (*store) Cleanup()                        {}
func (*store) Close()                          {}
