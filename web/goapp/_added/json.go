package app

import "errors"

var errNoJSON = errors.New("this program has no JSON")

// json has the names that go-app uses of encoding/json.
var json noJSON

type noJSON struct{}

func (noJSON) Marshal(any) ([]byte, error) { return nil, errNoJSON }
func (noJSON) Unmarshal([]byte, any) error { return errNoJSON }
