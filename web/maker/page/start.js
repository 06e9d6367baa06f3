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
  // The page is in the first language of the reader that it has.
  const languages = page.languages.trim().split("\n").map((line) => /^(\S+) (\S+) (.*)$/.exec(line).slice(1));
  const asked = new URLSearchParams(location.search).get("lang");
  const [tag, file] = [asked, ...navigator.languages].filter(Boolean).map((each) => languages.find(([of]) => of.split("-")[0] === each.toLowerCase().split("-")[0])).find(Boolean) ?? languages.find(([of]) => of.startsWith("en"));
  try {
    const spoken = tag.startsWith("en") ? {} : await fetch(file).then((response) => response.json());
    document.documentElement.lang = tag;
    if (/^direction = rtl$/m.test(spoken.words)) document.documentElement.dir = "rtl";
    const environment = { MAKER_LANGUAGE: tag, MAKER_WORDS: spoken.words, MAKER_OWN_WORDS: spoken.own, MAKER_LANGUAGES: languages.map(([of, , name]) => `${of} ${name}\n`).join("") };
    globalThis.goappGetenv = (name) => environment[name] ?? "";
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
