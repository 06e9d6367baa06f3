// The programs that work for the page, each in a worker: one reads tables and draws
// pages; the other reads workbooks and writes sites, and is fetched when it is first needed.
globalThis.makerWorks = (page, told) => {
  const started = (script, wasm) => {
    let worker, waiting = new Map(), count = 0;
    const start = () => {
      worker = new Worker(script);
      worker.onmessage = ({ data }) => {
        if (data.told) return told(data.told);
        const asked = waiting.get(data.id);
        if ("done" in data) return asked?.progress?.(data.done);
        waiting.delete(data.id);
        if (data.error) asked?.failed(new Error(data.error));
        else asked?.done(data.answer);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        stop(new DOMException("", "AbortError"));
        told({ stopped: true });
      };
      worker.postMessage({ wasm, runtime: page.runtime, reader: page.reader, languages: wasm === page.wasm ? page.languages : "" });
    };
    const stop = (error = new DOMException("", "AbortError")) => {
      worker?.terminate();
      worker = undefined;
      const all = waiting;
      waiting = new Map();
      for (const { failed } of all.values()) failed(error);
    };
    const ask = (kind, about, bytes, progress) => new Promise((done, failed) => {
      if (!worker) start();
      const id = ++count;
      waiting.set(id, { done, failed, progress });
      worker.postMessage({ id, kind, about: JSON.stringify(about), bytes });
    });
    return { ask, stop };
  };
  const first = started(page.worker, page.wasm), second = started(page.worker, page.parts);
  return { ask: first.ask, part: second.ask, stop() { first.stop(); second.stop(); } };
};
