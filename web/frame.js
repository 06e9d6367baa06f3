// Tells the page around us how tall the panel is, in every way of speaking that
// a host may know, and answers nobody else. It needs no program.
afterPaint(() => {
  const host = window.parent;
  if (host === window) return;
  const panel = document.getElementById("factframe");
  const query = new URLSearchParams(location.search);
  const source = location.href; // as it was at load: link unfurlers look it up
  const key = location.pathname.replace(/^\/|\/(index\.html)?$/g, "");
  const pym = query.get("childId"); // Pym.js 1.3
  const secret = new URLSearchParams(location.hash.slice(2)).get("secret"); // WordPress: #?secret=…
  let resizer = ""; // iframe-resizer's id for us, once it has spoken
  let sent = 0;

  const post = (message) => host.postMessage(message, "*");
  const tell = (again) => {
    const height = Math.ceil(panel.getBoundingClientRect().height);
    if (height === 0 || height === sent && !again) return; // 0: a hidden tab
    sent = height;
    globalThis.requestResize?.(); // the browser itself, Chrome 154 and later
    post({ factframe: "height", height });
    post({ sentinel: "amp", type: "embed-size", height }); // @newswire/frames 1, AMP
    post({ "datawrapper-height": { [key]: height } }); // Datawrapper's parents
    post(JSON.stringify({ src: source, context: "iframe.resize", height })); // Embedly, Medium, Observable
    if (pym) post(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (secret) post({ message: "height", value: height, secret });
    if (resizer) post(`[iFrameSizer]${resizer}:${height}:${innerWidth}:size:0`);
  };

  addEventListener("message", ({ source: from, data }) => {
    if (from !== host) return;
    if (typeof data === "string" && data.startsWith("[iFrameSizer]")) {
      const [id, , , what] = data.slice(13).split(":");
      if (what !== undefined && id) {
        resizer = id; // iframe-resizer 4 and 5: a first message carries the settings
        post(`[iFrameSizer]${id}:${Math.ceil(panel.getBoundingClientRect().height)}:${innerWidth}:init:0`);
      } else if (resizer) {
        tell(true);
      }
    } else if (data && (data.type === "frames-init" || data.message === "ready" && data.secret === secret)
      || pym && typeof data === "string" && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`)
      || data && data.factframe === "hello") {
      tell(true);
    }
  });
  new ResizeObserver(() => tell()).observe(panel);
  post("[iFrameResizerChild]Ready");
  post({ sentinel: "amp", type: "embed-ready" });
  tell(true);

  // What a reader chooses, for hosts that want to know.
  globalThis.factframeTell = (address) => post({ factframe: "state", address });
});
