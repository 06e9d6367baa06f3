package cli

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A preview sends the program compressed, as a host does, in an encoding that the
// browser accepts.
func TestThePreviewSendsTheCompressedProgram(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"app.wasm": "\x00asm", "app.wasm.br": "brotli", "app.wasm.gz": "gzip", "other.wasm": "\x00asm", "index.html": "page", "index.html.br": "not ours"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644))
	}
	for _, test := range []struct{ path, accepts, body, encoding string }{
		{"/app.wasm", "gzip, deflate, br, zstd", "brotli", "br"},
		{"/app.wasm", "gzip, deflate", "gzip", "gzip"},
		{"/app.wasm", "br;q=0, gzip;q=0.5", "gzip", "gzip"},
		{"/app.wasm", "", "\x00asm", ""},
		{"/other.wasm", "br", "\x00asm", ""},
		{"/", "br", "page", ""},
	} {
		asked, answer := httptest.NewRequest("GET", "http://localhost"+test.path, nil), httptest.NewRecorder()
		asked.Header.Set("Accept-Encoding", test.accepts)
		asked.Header.Set("Range", "bytes=0-100")
		Preview(dir).ServeHTTP(answer, asked)
		assert.Equal(t, test.body, answer.Body.String(), test)
		assert.Equal(t, test.encoding, answer.Header().Get("Content-Encoding"), test)
		if test.encoding != "" {
			assert.Equal(t, "application/wasm", answer.Header().Get("Content-Type"))
			assert.Equal(t, 200, answer.Code)
		}
	}
}
