// Package context contains the part of the standard package context that go-app uses:
// cancellation. The standard package also brings deadlines and their formatting.
package context

import "errors"

// Context ends at most once.
type Context interface {
	Done() <-chan struct{} // closed when it has ended
	Err() error            // nil until then
}

// CancelFunc ends a context. Further calls do nothing.
type CancelFunc func()

// Background returns a context that never ends.
func Background() Context { return endless{} }

// TODO returns a context that never ends.
func TODO() Context { return endless{} }

type endless struct{}

func (endless) Done() <-chan struct{} { return nil }
func (endless) Err() error            { return nil }

// WithCancel returns a context and the function that ends it. It ignores the parent,
// because the parents that go-app uses never end (v9.8.0).
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
