package e2e

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// nginxConf serves the built folder below a path, as the README recommends.
const nginxConf = `
load_module %[4]s;
pid %[1]s/nginx.pid;
error_log %[1]s/error.log;
events {}
http {
  include /etc/nginx/mime.types;
  types { text/csv csv; }
  charset utf-8;
  charset_types text/csv text/plain text/javascript image/svg+xml;
  access_log off;
  client_body_temp_path %[1]s; proxy_temp_path %[1]s; fastcgi_temp_path %[1]s; uwsgi_temp_path %[1]s; scgi_temp_path %[1]s;
  map $uri $caching {
    "~\.[0-9a-f]{12}\." "public, max-age=31536000, immutable";
    default "no-cache";
  }
  server {
    listen 127.0.0.1:%[2]d;
    location /figures/ {
      alias %[3]s/;
      brotli_static on;
      gzip_static on;
      add_header Access-Control-Allow-Origin *;
      add_header X-Content-Type-Options nosniff;
      add_header Cache-Control $caching;
    }
  }
}
`

// brotliModule is the module with which nginx serves precompressed brotli files.
const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"

func TestUnderNginx(t *testing.T) {
	t.Parallel()
	path, err := exec.LookPath("nginx")
	if err != nil {
		t.Skip("skipped serving precompressed files, because nginx is not installed: run make test as root, or install nginx-light and libnginx-mod-http-brotli-static")
	}
	if _, err := os.Stat(brotliModule); err != nil {
		t.Skip("skipped serving precompressed files, because nginx has no module for brotli files: run make test as root, or install libnginx-mod-http-brotli-static")
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	port := free.Addr().(*net.TCPAddr).Port
	free.Close()
	dir := t.TempDir()
	conf := filepath.Join(dir, "nginx.conf")
	require.NoError(t, os.WriteFile(conf, fmt.Appendf(nil, nginxConf, dir, port, dist, brotliModule), 0o644))
	require.NoError(t, os.Chmod(filepath.Dir(dist), 0o755)) // nginx reads as another user
	server := exec.Command(path, "-p", dir, "-c", conf, "-g", "daemon off; user root;")
	server.Stderr = os.Stderr
	require.NoError(t, server.Start())
	defer func() { server.Process.Kill(); server.Wait() }()
	root := fmt.Sprintf("http://127.0.0.1:%d/figures/", port)
	require.Eventually(t, func() bool { _, err := http.Get(root); return err == nil }, 5*time.Second, 50*time.Millisecond)

	programs, _ := filepath.Glob(filepath.Join(dist, "app.*.wasm"))
	for _, encoding := range []string{"br", "gzip"} {
		request, _ := http.NewRequest("GET", root+filepath.Base(programs[0]), nil)
		request.Header.Set("Accept-Encoding", encoding)
		response, err := http.DefaultTransport.RoundTrip(request)
		require.NoError(t, err)
		io.Copy(io.Discard, response.Body)
		response.Body.Close()
		assert.Equal(t, encoding, response.Header.Get("Content-Encoding"))
		assert.Equal(t, "application/wasm", response.Header.Get("Content-Type"))
	}
	b := newTab(t, 760)
	b.hosts = append(b.hosts, root)
	b.visit(root + "outcomes/").start()
}

// Some hosts have no MIME type for WebAssembly and set no headers.
func TestUnderAPlainFileServer(t *testing.T) {
	t.Parallel()
	plain := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := filepath.Join(dist, filepath.FromSlash(r.URL.Path))
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			path = filepath.Join(path, "index.html")
		}
		content, err := os.ReadFile(path)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		if filepath.Ext(path) == ".wasm" {
			w.Header().Set("Content-Type", "application/octet-stream")
		}
		w.Write(content)
	}))
	defer plain.Close()
	b := newTab(t, 760)
	b.hosts = append(b.hosts, plain.URL)
	b.visit(plain.URL + "/outcomes/").start()
}

// The page works under a policy that is stricter than any host's is likely to be.
func TestStrictPolicies(t *testing.T) {
	t.Parallel()
	strict := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "require-trusted-types-for 'script'; trusted-types factframe factframe-worker")
		routes(dist).ServeHTTP(w, r)
	}))
	defer strict.Close()
	b := newTab(t, 760)
	b.hosts = append(b.hosts, strict.URL)
	b.visit(strict.URL + "/outcomes/")
	b.do(`globalThis.violations = [], addEventListener("securitypolicyviolation", (e) => violations.push(e.violatedDirective + " " + e.blockedURI))`)
	b.start()
	b.do(`document.querySelectorAll(".strip")[1].click()`)
	b.until(`document.querySelector(".receipt")`)
	assert.Empty(t, eval[[]string](b, `violations`))
	for _, forbidden := range []string{"unsafe-inline", "unsafe-eval'; "} {
		assert.NotContains(t, eval[string](b, `document.querySelector("meta[http-equiv]").content`), forbidden)
	}
}

// The snippets of the embed page work unchanged.
func TestEditorsPage(t *testing.T) {
	t.Parallel()
	b := newTab(t, 1000).open("embed/")
	b.do(`document.forms[0].elements.view.value = "outcomes", document.forms[0].elements.view.dispatchEvent(new Event("input", { bubbles: true }))`)
	b.until(`document.getElementById("element").value.includes("/outcomes/") && document.getElementById("element").value.includes("640:")`)

	// Choices inside a preview change the snippets.
	inside := `document.querySelector("iframe[data-width='640']").contentDocument`
	b.until(inside + `.readyState === "complete" && ` + inside + `.getElementById("factframe")`)
	b.do(inside + `.getElementById("factframe").dispatchEvent(new PointerEvent("pointerover"))`)
	b.until(inside + `.getElementById("factframe").dataset.program === "running"`)
	b.do(`[...` + inside + `.querySelectorAll(".filter li a")].at(-1).click()`)
	b.until(`document.getElementById("iframe").value.includes("outcome-not-reported")`)
	// A combination has no prerendered page, but changes the snippets too.
	b.do(inside + `.querySelectorAll(".box input")[1].click()`)
	b.until(`document.getElementById("iframe").value.includes("?outcome=") && document.getElementById("no-wordpress").textContent.includes("no page of their own")`)
	b.until(`[...document.querySelectorAll("iframe[data-width]")].every((f) => f.contentDocument.getElementById("factframe")?.dataset.program === "running" && f.contentDocument.querySelectorAll("li:not(.out) > .strip").length === 2)`)
	assert.Contains(t, eval[string](b, `document.getElementById("iframe").value`), "?outcome=", "the other previews agree")
	b.do(`[...` + inside + `.querySelectorAll(".filter li a")].at(-1).click()`)
	b.until(`document.getElementById("iframe").value.includes("outcome-not-reported")`)
	b.do(`document.querySelector("[name=snippet][value=iframe]").click(), document.querySelector("button[data-copy=iframe]").click()`)
	b.until(`document.getElementById("copied").textContent.startsWith("Copied")`)

	for _, id := range []string{"iframe", "link", "element"} {
		snippet := eval[string](b, `document.getElementById("`+id+`").value`)
		addHost("snippet-"+id, hostPage{body: snippet})
		pasted := newTab(t, 700).open("host/snippet-" + id)
		pasted.until(frame + ` && ` + frame + `.contentDocument && ` + frame + `.contentDocument.querySelector(".strip")`)
		if id != "iframe" {
			pasted.fits(id)
		}
		assert.NotEmpty(t, eval[string](pasted, frame+`.title`))
	}
	assert.Regexp(t, `/outcomes/outcome-not-reported/$`, eval[string](b, `document.getElementById("wordpress").value`), "a simple choice has a prerendered page")
	for _, id := range []string{"element", "link", "mail", "markdown"} {
		snippet := eval[string](b, `document.getElementById("`+id+`").value`)
		assert.Contains(t, snippet, "/img/outcomes/outcome-not-reported.png", "the picture is of the choice: "+id)
		assert.Contains(t, snippet, "No outcome printed", "its words are: "+id)
	}
	assert.FileExists(t, filepath.Join(dist, "img", "outcomes", "outcome-not-reported.png"))
	b.do(`document.forms[0].elements.view.dispatchEvent(new Event("input", { bubbles: true }))`)
	assert.Contains(t, eval[string](b, `document.getElementById("markdown").value`), "/img/outcomes.png)](")
}
