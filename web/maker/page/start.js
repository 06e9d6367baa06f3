// Starts the program of the page: it takes over the nodes that are there, and shows how much of
// it has arrived.
(async () => {
  const page = document.body.dataset;
  const panel = document.getElementById("maker");
  const bar = document.getElementById("loading");
  const late = setTimeout(() => { bar.hidden = false; }, 500);
  const go = new Go();
  let shown;
  go.importObject.factframe = { apply: (...asked) => shown.apply(...asked) };
  const asked = new URLSearchParams(location.search).get("lang");
  const languages = [asked, ...navigator.languages].filter(Boolean).join(" ");
  globalThis.goappGetenv = (name) => (name === "MAKER_LANGUAGES" ? languages : "");
  try {
    const response = await fetch(page.wasm);
    if (!response.ok) throw new Error(`${page.wasm}: ${response.status}`);
    watch(response.clone()).catch(() => {});
    const headers = { "Content-Type": "application/wasm" };
    const { instance } = await WebAssembly.instantiateStreaming(new Response(response.body, { headers }), go.importObject);
    shown = factframePage(() => instance.exports.mem.buffer, panel);
    go.run(instance).then(() => failed(new Error("the program ended")));
  } catch (error) {
    failed(error);
  } finally {
    clearTimeout(late);
    bar.hidden = true;
  }
  function failed(error) {
    console.error(error);
    document.getElementById("failed").hidden = false;
  }
  async function watch(copy) {
    const reader = copy.body.getReader(), total = +page.size;
    for (let got = 0; ;) {
      const { done, value } = await reader.read();
      if (done) return;
      bar.querySelector("progress").value = (got += value.length) / total;
    }
  }
})();
navigator.serviceWorker?.register(document.body.dataset.service).catch(() => {});
