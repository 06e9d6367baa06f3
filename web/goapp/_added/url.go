// Package url contains the part of net/url that go-app uses. It does not parse addresses.
package url

// URL is an address.
type URL struct{ Scheme, Host, Path, Fragment, raw string }

// Parse accepts any text.
func Parse(raw string) (*URL, error) { return &URL{raw: raw}, nil }

func (u *URL) String() string { return u.raw }
