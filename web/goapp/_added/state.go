package app

// Observer is what go-app's contexts name.
type Observer interface {
	While(condition func() bool) Observer
	OnChange(do func()) Observer
	Value(recv any)
}

// StateOption is what go-app's contexts name.
type StateOption func(*struct{})

type store struct{}

func newStore(Dispatcher) *store               { return &store{} }
func (*store) Set(string, any, ...StateOption) {}
func (*store) Get(string, any)                 {}
func (*store) Del(string)                      {}
func (*store) Observe(string, UI) Observer     { return nil }
func (*store) Cleanup()                        {}
func (*store) Close()                          {}
