// Package url has what go-app uses of net/url. It takes addresses as they are.
package url

// URL is an address.
type URL struct{ Scheme, Host, Path, Fragment, raw string }

// Parse takes any text.
func Parse(raw string) (*URL, error) { return &URL{raw: raw}, nil }

func (u *URL) String() string { return u.raw }
