package cli

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// raw sends a request as it is: clients would clean up such paths.
func raw(t *testing.T, address, request string) (status int, body string) {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer conn.Close()
	_, err = fmt.Fprint(conn, request)
	require.NoError(t, err)
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	require.NoError(t, err)
	defer response.Body.Close()
	var b strings.Builder
	_, err = bufio.NewReader(response.Body).WriteTo(&b)
	require.NoError(t, err)
	return response.StatusCode, b.String()
}

// A preview serves one folder, and only to this machine.
func TestThePreviewGivesNothingElseAway(t *testing.T) {
	dir := built(t)
	secret := filepath.Join(filepath.Dir(dir), "secret.txt")
	require.NoError(t, os.WriteFile(secret, []byte("unpublished"), 0o644))
	require.NoError(t, os.Symlink(secret, filepath.Join(dir, "linked.txt")))
	require.NoError(t, os.Symlink(filepath.Dir(dir), filepath.Join(dir, "linked")))
	l := &live{dir: dir}
	l.show(nil)
	for name, handler := range map[string]http.Handler{"serve": Preview(dir), "dev": l} {
		server := httptest.NewServer(local(handler))
		address := strings.TrimPrefix(server.URL, "http://")
		for _, path := range []string{"/../secret.txt", "/outcomes/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..\\secret.txt", "//../secret.txt", "/./../secret.txt"} {
			_, body := raw(t, address, "GET "+path+" HTTP/1.1\r\nHost: "+address+"\r\nConnection: close\r\n\r\n")
			assert.NotContains(t, body, "unpublished", "%s: %s", name, path)
		}
		for _, host := range []string{"attacker.example", "attacker.example:8080", "localhost.attacker.example", "10.0.0.1"} {
			status, body := raw(t, address, "GET /outcomes/ HTTP/1.1\r\nHost: "+host+"\r\nConnection: close\r\n\r\n")
			assert.Equal(t, http.StatusForbidden, status, "%s for %s", name, host)
			assert.NotContains(t, body, "2,287", "%s for %s", name, host)
		}
		for _, host := range []string{"localhost", "localhost:8080", "127.0.0.1", "[::1]:8080", address} {
			status, _ := raw(t, address, "GET /outcomes/ HTTP/1.1\r\nHost: "+host+"\r\nConnection: close\r\n\r\n")
			assert.Equal(t, http.StatusOK, status, "%s for %s", name, host)
		}
		status, _ := raw(t, address, "GET /data/datapackage.json HTTP/1.1\r\nHost: "+address+"\r\nOrigin: https://attacker.example\r\nConnection: close\r\n\r\n")
		assert.Equal(t, http.StatusForbidden, status, "%s for another site", name)
		for _, path := range []string{"/data/datapackage.json", "/outcomes/", "/img/outcomes.svg"} {
			status, body := raw(t, address, "GET "+path+" HTTP/1.1\r\nHost: "+address+"\r\nOrigin: null\r\nConnection: close\r\n\r\n")
			assert.Equal(t, http.StatusForbidden, status, "%s: %s for a sandboxed frame, which may be on any site", name, path)
			assert.NotContains(t, body, "2,287")
		}
		status, _ = raw(t, address, "GET /"+programName(t, dir)+" HTTP/1.1\r\nHost: "+address+"\r\nOrigin: null\r\nConnection: close\r\n\r\n")
		assert.Equal(t, http.StatusOK, status, "%s: the program for a sandboxed frame of ours", name)
		for _, path := range []string{"/data/", "/img/figure/", "/.factframe/files", "/.factframe/", "/linked.txt", "/linked/secret.txt"} {
			status, body := raw(t, address, "GET "+path+" HTTP/1.1\r\nHost: "+address+"\r\nConnection: close\r\n\r\n")
			assert.Equal(t, http.StatusNotFound, status, "%s: %s", name, path)
			assert.NotContains(t, body, "unpublished", path)
		}
		for referer, want := range map[string]int{"": http.StatusForbidden, "https://attacker.example/": http.StatusForbidden, "http://localhost:3000/": http.StatusOK} {
			status, _ := raw(t, address, "GET /img/outcomes.png HTTP/1.1\r\nHost: "+address+"\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nReferer: "+referer+"\r\nConnection: close\r\n\r\n")
			assert.Equal(t, want, status, "%s: an image on a page of %q", name, referer)
		}
		response, err := http.Get(server.URL + "/outcomes/")
		require.NoError(t, err)
		response.Body.Close()
		assert.Contains(t, response.Header.Get("Content-Security-Policy"), "frame-ancestors 'self'", "a page sends its state to the page around it")
		assert.Empty(t, response.Header.Get("Access-Control-Allow-Origin"), name)
		for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS"} {
			status, _ := raw(t, address, method+" /outcomes/ HTTP/1.1\r\nHost: "+address+"\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
			assert.Equal(t, http.StatusMethodNotAllowed, status, "%s for %s", name, method)
		}
		server.Close()
	}
}

// Only this machine can reach the port.
func TestThePreviewListensToThisMachineAlone(t *testing.T) {
	l, err := Listen(18180)
	require.NoError(t, err)
	defer l.Close()
	host, _, err := net.SplitHostPort(l.Addr().String())
	require.NoError(t, err)
	assert.True(t, net.ParseIP(host).IsLoopback(), host)
}
