// Runs one of the programs (web/maker/program, web/maker/parts) in a worker, and puts the pages
// of the preview where the service worker finds them. Go's wasm_exec.js comes before this.
(() => {
  Object.assign(globalThis, { window: globalThis, makerWorks: true, goappGetenv: () => "" });
  const preview = new URL("preview/", location.href).href;
  const shelf = "factframe preview";
  const session = Date.now().toString(36) + Math.random().toString(36).slice(2, 6); // other tabs draw, too
  let program, page;

  const start = async ({ wasm, runtime, reader, languages }) => {
    page = { runtime, reader };
    const files = languages.trim().split("\n").filter((line) => line && !line.startsWith("en")).map((line) => line.split(" ")[1]);
    const spoken = Promise.all(files.map((file) => fetch(file).then((response) => response.json())));
    const go = new Go();
    go.importObject.factframe = { apply() {} };
    const response = await fetch(wasm);
    if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
    const type = "application/wasm";
    const known = response.headers.get("Content-Type") === type;
    const { instance } = await WebAssembly.instantiateStreaming(known ? response : new Response(response.body, { headers: { "Content-Type": type } }), go.importObject);
    go.run(instance).then(() => setTimeout(() => { throw new Error("the program ended"); }));
    for (const { tag, words, site } of await spoken) ask("words", JSON.stringify({ tag, words, site }));
  };
  const ask = (kind, about, bytes, progress) => {
    const { text, error, bytes: file } = globalThis.makerAnswer(kind, about ?? "", bytes ?? new Uint8Array(), progress ?? (() => {}));
    if (error) throw new Error(error);
    const answer = (text && JSON.parse(text)) ?? {};
    return file ? { ...answer, bytes: file } : answer;
  };

  // Draws the pages of a draft, the one that is shown first, and the others as long as no
  // newer draft arrives.
  let newest = 0;
  const turn = () => new Promise((done) => setTimeout(done));
  const put = (store, address, content, type) => store.put(address, new Response(content, { headers: { "Content-Type": type } }));
  const draw = async (revision, view) => {
    newest = revision;
    const store = await caches.open(shelf).catch(() => undefined);
    if (!store) return;
    runtime ??= await fetch(page.runtime).then((response) => response.text());
    const root = `${preview}${session}/${revision}/`;
    const { files, pages, first } = ask("preview", JSON.stringify({ runtime, view }));
    if (!pages) return;
    for (const [name, content] of Object.entries(files)) await put(store, root + name, content, name.endsWith(".js") ? "text/javascript" : "application/json");
    const order = [first, ...Array.from({ length: pages }, (_, i) => i).filter((i) => i !== first)];
    for (const i of order) {
      if (newest !== revision) break;
      const { address, content } = ask("page", JSON.stringify({ page: i }));
      if (address) await put(store, root + address, content, "text/html; charset=utf-8");
      if (i === first) postMessage({ told: { drawn: `${session}/${revision}` } });
      await turn();
    }
    for (const { url } of await store.keys()) {
      const [of, drawn] = url.slice(preview.length).split("/");
      if (!drawn) continue; // the program
      const day = 24 * 60 * 60 * 1000; // ms after which a session is over
      if (of === session ? drawn < newest - 1 : parseInt(of.slice(0, -4), 36) < Date.now() - day) await store.delete(url);
    }
    if (!fetched) {
      fetched = true;
      const archive = new Uint8Array(await fetch(page.reader).then((response) => response.arrayBuffer()));
      await put(store, `${preview}app.wasm`, ask("reader", "", archive).bytes, "application/wasm");
    }
  };
  let runtime, fetched = false;

  const publish = async (about, progress) => {
    const archive = new Uint8Array(await fetch(page.reader).then((response) => response.arrayBuffer()));
    return ask("publish", about, archive, progress);
  };

  let turns = Promise.resolve();
  onmessage = ({ data }) => {
    turns = turns.then(async () => {
      if (data.wasm) {
        program = start(data);
        return program.catch((error) => setTimeout(() => { throw error; }));
      }
      const { id, kind, about, bytes } = data;
      try {
        await program;
        const answer = kind === "publish" ? await publish(about, (done) => postMessage({ id, done })) : ask(kind, about, bytes);
        postMessage({ id, answer }, answer.bytes ? [answer.bytes.buffer] : []);
        if (kind === "answer") {
          const { revision, view } = JSON.parse(about);
          draw(revision, view).catch(() => {});
        }
      } catch (error) {
        postMessage({ id, error: String(error?.message ?? error) });
        if (error instanceof WebAssembly.RuntimeError) setTimeout(() => { throw error; });
      }
    });
  };
})();
