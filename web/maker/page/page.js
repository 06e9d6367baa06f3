// Connects the page on which people make a panel to the browser: the program (app/maker) calls
// makerAsk, and this script calls makerTell.
(() => {
  const page = document.body.dataset;
  let words = {}; // what the script says by itself
  const tell = (kind, about) => globalThis.makerTell?.(kind, typeof about === "string" && kind === "step" ? about : JSON.stringify(about));
  const status = (about) => tell("status", about);
  const now = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });

  let id = ""; // of the draft
  let revision = 0; // of the last question about it
  let tableOf; // of the draft: { name, bytes } or { name, tables }
  let shown = {}; // how the preview is shown
  let drawn = ""; // the folder of the preview
  let ready = false; // the worker has the table of the draft

  // The worker that reads tables and draws pages. A draft that changes while it works is sent
  // once it has answered; it is ended if it should stop.
  const works = makerWorks(page, (told) => {
    if (told.drawn) return makerPreview.load(drawn = told.drawn, shown);
    if (told.stopped) return status({ Stopped: true, Doing: "" });
  });

  const open = async (name, bytes) => {
    status({ Doing: "reading", Wrong: "", Want: "" });
    try {
      const opened = await works.ask("open", { name }, bytes);
      if (opened.problems?.length) return refuse(opened.problems);
      let source = opened.table ? { name, bytes } : undefined;
      if (opened.workbook) {
        const { tables, problems } = await works.part("workbook", { name }, bytes);
        if (problems?.length) return refuse(problems);
        source = { name, tables };
      }
      if (source) { // without a table no draft begins
        await works.ask("source", { name, tables: source.tables }, source.bytes);
        const { line, wrong, want } = await works.ask("peek", {});
        if (wrong) {
          again();
          return refuse([{ File: line ? `${name}, line ${line}` : name, Wrong: wrong, Want: want }]);
        }
      }
      await begin(opened.draft, source, opened.draft.package ? "publish" : "table");
    } catch (error) {
      if (error.name !== "AbortError") refuse([{ Wrong: String(error.message ?? error), Want: "" }]);
    } finally {
      status({ Doing: "" });
    }
  };
  const refuse = ([{ File, Wrong, Want }]) => status({ Wrong: `${File ? `${File}: ` : ""}${Wrong}.`, Want: Want ? `${Want[0].toUpperCase()}${Want.slice(1)}.` : "", Doing: "" });

  // A newer table comes under the words of the draft; otherwise a draft begins.
  const begin = async (draft, source, step) => {
    if (id && source && location.hash === "#table") {
      await use(source);
      stored = Boolean(await makerDrafts.table(id, source));
      return tell("under", source.name);
    }
    await flush();
    const mine = id = crypto.randomUUID();
    await use(source);
    stored = !source || Boolean(await makerDrafts.table(mine, source));
    await lock(mine);
    if (mine === id) tell("opened", { ID: mine, Step: step, Draft: draft });
  };
  const use = async (source) => {
    tableOf = source;
    ready = true;
    await works.ask("source", { name: source?.name ?? "", tables: source?.tables }, source?.bytes);
  };

  // Only one tab may change a draft.
  let unlock = () => {}, holds = "", released, others = false; // another tab has the draft
  const lock = async (which, steal) => {
    if (!navigator.locks || holds === which && !others) return;
    unlock();
    await released?.catch(() => {});
    await new Promise((done) => {
      const held = (got) => {
        holds = got ? which : "";
        status({ Other: others = !got });
        done();
        return got && new Promise((free) => { unlock = free; });
      };
      released = navigator.locks.request(`factframe draft ${which}`, steal ? { steal } : { ifAvailable: true }, held);
      released.catch(() => { // another tab took it
        holds = "";
        status({ Other: others = true });
      });
    });
  };

  // A change is kept after half a second, and at least each second; the worker makes the package
  // anew.
  let waiting, kept = 0, unkept, last; // last is the draft as it is now
  let stored = true; // the table of the draft is kept
  const flush = () => unkept && save(unkept);
  const changed = (work) => {
    if (work.id !== id) return;
    answer(last = work.draft);
    if (others) return;
    clearTimeout(waiting);
    unkept = work;
    const since = Date.now() - kept;
    waiting = setTimeout(() => save(work), since > 1000 ? 0 : 500);
  };
  const save = async (work) => {
    clearTimeout(waiting);
    kept = Date.now();
    unkept = undefined;
    if (others) return;
    const history = work.id === id ? JSON.parse(globalThis.makerHistory()) : undefined;
    const full = !(await makerDrafts.keep({ id: work.id, name: work.name, when: new Date().toISOString(), work: JSON.stringify({ ...work, history }) })) || !stored;
    status({ Kept: full ? "" : now(), Full: full });
    unsaved = full;
  };
  addEventListener("pagehide", flush);
  let unsaved = false;
  addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

  let asking = false, next;
  const answer = async (draft) => {
    next = draft;
    if (asking || !ready) return;
    asking = true;
    try {
      while (next) {
        const now = next;
        next = undefined;
        const a = await works.ask("answer", { draft: now, revision: ++revision, view: shown.view });
        if (!next) tell("answer", a);
      }
    } catch (error) {
      if (error.name !== "AbortError") status({ Stopped: true });
    } finally {
      asking = false;
    }
  };

  const drafts = async () => status({ Drafts: (await makerDrafts.list()).map((each) => ({ id: each.id, name: each.name, when: new Date(each.when).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }) })) });
  const resume = async (which, steal) => {
    await flush();
    id = which;
    status({ Doing: "reading" });
    const { record, source } = await makerDrafts.get(which);
    if (!record || id !== which) return status({ Doing: "" });
    await use(source);
    await lock(which, steal);
    status({ Doing: "" });
    if (id !== which) return;
    stored = true;
    const work = JSON.parse(record.work);
    tell("opened", { ID: which, Step: work.step || "table", View: work.view, Draft: work.draft, History: work.history });
  };

  // A worker that was started anew gets the table and the draft.
  const again = async () => {
    if (!id) return;
    await use(tableOf);
    if (last) answer(last);
  };

  const pick = () => {
    const input = Object.assign(document.createElement("input"), { type: "file", accept: ".csv,.tsv,.txt,.xlsx,.json,.zip" });
    input.onchange = async () => input.files[0] && open(input.files[0].name, new Uint8Array(await input.files[0].arrayBuffer()));
    input.click();
  };
  const pasted = (text) => text.trim() && open(words.pasted, new TextEncoder().encode(text));

  const asked = {
    started(about) {
      words = about;
      drafts();
      status({ Offline: !navigator.onLine });
      if (history.state?.draft && location.hash) resume(history.state.draft); // the page was loaded again
      else setTimeout(() => { if (!id) makerPreview.example(); }, 100); // the program has taken over the page by then
      document.documentElement.dataset.program = "runs";
    },
    go(step) {
      location.hash = step;
      history.replaceState({ draft: id }, "");
    },
    draft: changed,
    async marks(view) {
      const marks = await works.ask("marks", view).catch(() => []);
      tell("marks", Array.isArray(marks) ? marks : []);
    },
    async lines(from) { tell("lines", { From: +from, Lines: await works.ask("lines", { from: +from, n: 60 }) }); },
    show(how) {
      const before = shown;
      shown = how;
      makerPreview.load(drawn, shown, before);
    },
    paste() {
      const field = document.getElementById("paste");
      if (field.value.trim()) return pasted(field.value);
      navigator.clipboard?.readText?.().then(pasted, () => field.focus()) ?? field.focus();
    },
    file: pick,
    example() { open(words.example, new TextEncoder().encode(page.example)); },
    cancel() {
      works.stop();
      status({ Doing: "" });
      again();
    },
    restart() {
      works.stop();
      status({ Stopped: false });
      again();
    },
    takeover() { resume(id, true); },
    async delete(which) {
      if (which === id) {
        clearTimeout(waiting);
        [id, unkept, last] = ["", undefined, undefined];
        unlock();
        holds = "";
        tell("closed", {});
      }
      await makerDrafts.remove(which);
      status({ Deleted: which });
      drafts();
    },
    async undelete() {
      await makerDrafts.restore();
      status({ Deleted: "" });
      drafts();
    },
    async copy() {
      const field = document.getElementById("snippet");
      await navigator.clipboard.writeText(field.value).catch(() => field.select());
      status({ Copied: true });
    },
    download: (what) => take(what),
  };
  // "draft" is a change of the draft from the program, and the name of one that was clicked.
  globalThis.makerAsk = (kind, raw) => {
    const about = JSON.parse(raw);
    if (kind === "draft" && typeof about === "string") return resume(about);
    asked[kind]?.(about);
  };

  // Saves a file of the draft.
  const saveAs = (name, content, type) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([content], { type })), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const take = async (what) => {
    const of = id;
    try {
      const { name, files, address, many } = await works.ask("files", {});
      if (what === "page") return saveAs(`${name}.html`, await makerPreview.kept(), "text/html");
      status({ Doing: "building", Done: 0 });
      const { bytes, count, raw } = await works.part("publish", { files, address, few: !many, what }, undefined, (done) => status({ Done: done }));
      const types = { site: ["zip", "application/zip"], package: ["zip", "application/zip"], png: ["png", "image/png"], svg: ["svg", "image/svg+xml"] };
      const [ending, type] = types[what];
      saveAs(`${name}${what === "package" ? "-data" : ""}.${ending}`, bytes, type);
      if (what === "site" && of === id) status({ Taken: now(), Files: count, Bytes: bytes.length, Published: raw });
    } catch (error) {
      if (error.name !== "AbortError") status({ Wrong: String(error.message ?? error), Want: "" });
    } finally {
      status({ Doing: "" });
    }
  };

  // A table may be pasted or dropped anywhere on the page.
  addEventListener("paste", (event) => {
    const field = event.target.closest?.("input, textarea");
    if (field && field.id !== "paste") return;
    if (id && location.hash !== "#table" && location.hash !== "") return;
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData("text/plain");
    if (!file && !text) return;
    event.preventDefault();
    if (text) return pasted(text);
    file.arrayBuffer().then((content) => open(file.name, new Uint8Array(content)));
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
    document.documentElement.dataset.dropping = "";
  });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) delete document.documentElement.dataset.dropping; });
  addEventListener("drop", async (event) => {
    event.preventDefault();
    delete document.documentElement.dataset.dropping;
    const [file] = event.dataTransfer.files;
    if (file) open(file.name, new Uint8Array(await file.arrayBuffer()));
    else pasted(event.dataTransfer.getData("text/plain"));
  });

  addEventListener("hashchange", () => {
    if (location.hash === "#work") return document.getElementById("work").focus();
    if (!location.hash) drafts();
    if (id) history.replaceState({ draft: id }, "");
    tell("step", location.hash);
    scrollTo(0, 0);
    makerFocus("main h1");
    setTimeout(() => document.querySelector(".steps [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" }), 100);
  });
  addEventListener("online", () => status({ Offline: false }));
  addEventListener("offline", () => status({ Offline: true }));
  addEventListener("message", ({ data, source }) => {
    if (data?.factframe === "height" && makerPreview.is(source)) {
      makerPreview.tall(data.height);
      status({ Height: Math.ceil(data.height) });
    }
  });

  // In the table the arrow keys move from cell to cell, as in a spreadsheet; Enter opens what a
  // heading or a cell has.
  globalThis.makerMove = (event) => {
    const sheet = event.target.closest(".sheet");
    const rows = [...sheet.querySelectorAll("tr:not([hidden], .fixrow)")].map((row) => [...row.children].filter((cell) => !cell.matches(".no")));
    const cell = event.target.closest("td, th");
    let row = rows.findIndex((cells) => cells.includes(cell)), column = rows[row]?.indexOf(cell) ?? 0;
    const far = 10; // rows that Page Up and Page Down move
    const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [far, 0], PageUp: [-far, 0], Home: [0, -Infinity], End: [0, Infinity] };
    const [down, right] = steps[event.key];
    event.preventDefault();
    row = Math.max(0, Math.min(rows.length - 1, row + (row < 0 ? Math.max(1, down) : down)));
    column = Math.max(0, Math.min(rows[row].length - 1, column + right));
    const next = rows[row][column];
    const target = next.querySelector("button") ?? next;
    if (target === next) next.tabIndex = -1;
    target.focus();
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  // After a change the focus goes to what comes next.
  globalThis.makerFocus = (selector) => setTimeout(() => {
    const found = document.querySelector(selector);
    if (found?.matches("h1, p")) found.tabIndex = -1;
    found?.focus();
  }, 100);

  // Undoes and redoes, except in a text field, which undoes typing by itself.
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.target.closest?.("input[type=text], textarea")) return;
    event.preventDefault();
    document.querySelector(`[data-do=${event.shiftKey ? "redo" : "undo"}]:not([aria-disabled])`)?.click();
  });
})();
