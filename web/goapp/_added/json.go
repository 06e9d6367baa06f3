package app

import "errors"

var errNoJSON = errors.New("this program has no JSON")

// json has the functions of encoding/json that go-app uses; they return an error.
var json noJSON

type noJSON struct{}

func (noJSON) Marshal(any) ([]byte, error) { return nil, errNoJSON }
func (noJSON) Unmarshal([]byte, any) error { return errNoJSON }
