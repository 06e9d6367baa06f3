// Package context is what go-app uses of the standard one of its name: whether
// something has ended. The standard one brings deadlines, and ways to print them.
package context

import "errors"

// Context ends once.
type Context interface {
	Done() <-chan struct{} // closed when it has ended
	Err() error            // nil until then
}

// CancelFunc ends a context. It does nothing the second time.
type CancelFunc func()

// Background never ends.
func Background() Context { return endless{} }

// TODO never ends.
func TODO() Context { return endless{} }

type endless struct{}

func (endless) Done() <-chan struct{} { return nil }
func (endless) Err() error            { return nil }

// WithCancel is a context with what ends it. It does not end with the other: those
// that go-app names never end (v9.8.0).
func WithCancel(Context) (Context, CancelFunc) {
	c := &ending{done: make(chan struct{})}
	return c, c.end
}

type ending struct {
	done chan struct{}
	err  error
}

var errEnded = errors.New("ended")

func (c *ending) Done() <-chan struct{} { return c.done }
func (c *ending) Err() error            { return c.err }

func (c *ending) end() {
	if c.err == nil {
		c.err = errEnded
		close(c.done)
	}
}
