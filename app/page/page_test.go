package page

import (
	"testing"

	"factframe/app/state"
	"factframe/data/datatest"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
)

// Parts can be printed without a running program.
func TestAPartIsAFunctionOfItsModel(t *testing.T) {
	m := New(datatest.Default(t), state.State{View: "outcomes"}.WithOnly("outcome", "other-agency").WithShow(state.ShowTable))
	assert.Contains(t, app.HTMLString(m.Part("numbers")), "Another agency acted")
	assert.NotContains(t, app.HTMLString(m.Part("numbers")), "Lack of evidence")
}
