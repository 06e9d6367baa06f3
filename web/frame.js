// Sends the height of the panel to the host, in every protocol that a host may
// understand, and receives presentation settings. Works without the program.
afterPaint(() => {
  const host = window.parent;
  if (host === window) return;
  const content = document.body; // the panel and messages below it
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const source = location.href; // as it was at load: link unfurlers look it up
  const key = location.pathname.replace(/^\/|\/(index\.html)?$/g, "");
  const pym = query.get("childId"); // Pym.js 1.3
  const secret = new URLSearchParams(location.hash.slice(2)).get("secret"); // WordPress: #?secret=…
  let resizer = ""; // the id that iframe-resizer gave us
  let sent = 0;

  const post = (message) => host.postMessage(message, "*");
  // Asks the browser to resize the frame (Chrome 154 and later). Chromium 156 measures
  // the content at the width of the first layout, unless the root has a width in px. It
  // throws if a page around us has an opaque origin.
  const ask = () => {
    if (!globalThis.requestResize || innerWidth === 0) return;
    root.style.width = `${innerWidth}px`;
    try { requestResize(); } catch { /* our own messages are enough */ }
    root.style.width = "";
  };
  const tall = () => Math.ceil(content.getBoundingClientRect().height);
  const tell = (again) => {
    const height = tall();
    if (height === 0 || height === sent && !again) return; // 0: a hidden tab
    sent = height;
    post({ factframe: "height", height });
    post({ sentinel: "amp", type: "embed-size", height }); // @newswire/frames 1, AMP
    post({ "datawrapper-height": { [key]: height } }); // Datawrapper's parents
    post(JSON.stringify({ src: source, context: "iframe.resize", height })); // Embedly, Medium, Observable
    if (pym) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (secret) post({ message: "height", value: height, secret });
    if (resizer) post(`[iFrameSizer]${resizer}:${height}:${innerWidth}:size:0`);
    ask();
  };
  // Sends the root of the site, below which the host may request addresses, and the
  // accents used on light and on dark paper.
  const ready = () => post({ factframe: "ready", base: document.baseURI });
  const look = () => post({ factframe: "look", accent: root.dataset.accent });

  addEventListener("message", ({ source: from, data }) => {
    if (from !== host || !data) return;
    if (typeof data === "string" && data.startsWith("[iFrameSizer]")) {
      const [id, , , what] = data.slice(13).split(":");
      if (what !== undefined && id) {
        resizer = id; // iframe-resizer 4 and 5: a first message carries the settings
        post(`[iFrameSizer]${id}:${tall()}:${innerWidth}:init:0`);
      } else if (resizer) {
        tell(true);
      }
    } else if (data.type === "frames-init" || data.message === "ready" && data.secret === secret
      || pym && typeof data === "string" && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`)) {
      tell(true);
    } else if (data.factframe === "hello") {
      ready();
      tell(true);
    } else if (data.factframe === "set") {
      globalThis.factframeLook(data);
      look();
    } else if (data.factframe === "show") {
      globalThis.factframeShow?.(String(data.address));
    }
  });
  new ResizeObserver(() => tell()).observe(content);
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    ask();
  });
  post("[iFrameResizerChild]Ready");
  post({ sentinel: "amp", type: "embed-ready" });
  tell(true);
  look();
  setTimeout(ready); // when the boot script can show requested addresses

  // Tells the host what the reader has chosen. A new view starts at its top, which may be
  // above the window, where only the host can scroll.
  globalThis.factframeTell = (address, title, top) => {
    post({ factframe: "state", address, title });
    if (!top) return;
    post({ factframe: "top" });
    if (pym) post(`pymxPYMx${pym}xPYMxscrollToChildPosxPYMx0`);
    document.querySelector("h1").scrollIntoView({ block: "nearest" });
  };
});
