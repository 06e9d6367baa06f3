// Handles clicks before the program runs, starts the program when a reader shows
// intent, and replays what it could not answer itself.
afterPaint(() => {
  const panel = document.getElementById("factframe");
  const page = document.body.dataset;
  const words = JSON.parse(page.words);
  const base = document.baseURI; // the root of the site
  const root = document.documentElement;
  const choices = root.dataset.choices.split(" "); // the parameters that choose what is shown
  const asked = globalThis.factframeAsked;
  const when = asked.get("load"); // visible, idle or eager; by default on intent
  const saving = navigator.connection?.saveData;
  const waiting = []; // actions that need the program, in order
  let at = page.at; // the address of the page that the panel shows
  let shown = location.href; // the full address, which a frame with an opaque origin cannot change
  let running = false;
  let pending = Promise.resolve(); // the page that is being swapped in
  let wanted = ""; // and its address

  // Whether this site's worker controls the page. Another worker may, if this site is
  // within its scope. A frame with an opaque origin has no access to workers.
  const kept = () => {
    try {
      return navigator.serviceWorker.controller.scriptURL === base + page.worker;
    } catch {
      return false;
    }
  };

  // On disk, and on hosts without index pages, addresses need the file name.
  let index = location.protocol === "file:" || location.pathname.endsWith("/index.html") ? "index.html" : "";

  // The full URL of an address below the root, with the other parameters of this page:
  // presentation and what the host added.
  const whole = (address) => {
    const url = new URL(address, base);
    if (url.pathname.endsWith("/")) url.pathname += index;
    if (location.hash.startsWith("#?") && (url.search || !url.hash)) url.hash = location.hash; // WordPress keeps its secret there
    for (const [name, value] of asked) if (!choices.includes(name)) url.searchParams.set(name, value);
    return url.href.replaceAll("%2C", ",");
  };
  const load = (href) => location.assign(whole(href));

  // Updates the address and the title. A frame replaces its history entry, because the
  // history belongs to the host.
  const viewOf = (address) => /^(figure\/)?[^/?#]*/.exec(address)[0];
  let view = viewOf(panel.querySelector(".views [aria-current]")?.getAttribute("href") || at);
  const write = (address, title) => {
    const top = viewOf(address) !== view;
    view = viewOf(address);
    shown = whole(address);
    try {
      history[parent === window ? "pushState" : "replaceState"](null, "", shown);
    } catch {
      // A frame with an opaque origin cannot change its address.
    }
    document.title = title;
    globalThis.factframeTell?.(address.replace("#choice", ""), title, top);
  };

  const pathOf = (href) => href.slice(base.length).split(/[?#]/)[0].replace(/index\.html$/, "");
  const asks = (href) => [...new URL(href).searchParams.keys()].some((name) => choices.includes(name));

  // Ends the wait for the state in the address.
  const arrived = () => {
    const list = panel.querySelector("details .receipt")?.closest("details"); // an address may open a receipt within a list
    if (list) list.open = true;
    delete root.dataset.choice;
  };
  globalThis.factframeArrived = () => requestAnimationFrame(arrived);

  // The new charts are painted first, because browsers take longer to change an address
  // than to draw a chart. Then the address and the rest of the page follow. If the
  // reader went back meanwhile, the address is already right.
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  let moves = 0;
  globalThis.factframeWrite = (address, title, follow) => {
    const move = moves;
    afterPaint(() => {
      if (!running) return;
      unanswered = undefined;
      if (move === moves) write(address, title);
      follow();
    }, (then) => idle(then, { timeout: 100 }));
  };

  const replaced = ({ dataset }) => ["program", "wasm", "package"].some((name) => dataset[name] !== page[name]);

  // Replaces the panel with that of another page. Returns the page; true if the reader
  // has chosen another page meanwhile; undefined if the page has to be loaded normally,
  // for example because it is of another version of the site.
  let latest = 0;
  const parsed = async (address, cache) => {
    const text = await (await fetch(base + address, { cache })).text();
    return new DOMParser().parseFromString(text.replace(/<(style|script)>.*?<\/\1>/gs, ""), "text/html"); // these are half of the page
  };
  const pageAt = async (address, cache = "force-cache") => {
    const found = await parsed(address, cache);
    return found.getElementById("factframe") && found;
  };
  const put = async (address) => {
    const turn = ++latest;
    // A cached copy is fine: its version is checked below.
    let fresh = await pageAt(address + index);
    if (!fresh && !index && (fresh = await pageAt(address + "index.html"))) index = "index.html";
    if (turn !== latest) return true;
    if (running || !fresh || replaced(fresh.body)) return;
    const other = fresh.getElementById("factframe");
    const controls = () => [...panel.querySelectorAll("a, input, summary")].filter((each) => each.getClientRects().length > 0);
    const focused = document.activeElement;
    const focus = controls().indexOf(focused);
    const lists = [...panel.querySelectorAll("details")];
    other.querySelectorAll("details").forEach((each, i) => { if (lists[i]?.open && lists[i].className === each.className) each.open = true; });
    panel.replaceChildren(...other.childNodes);
    opened = undefined;
    const places = controls();
    const same = (each) => each?.textContent === focused.textContent;
    if (focus >= 0) (same(places[focus]) ? places[focus] : places.find(same))?.focus({ preventScroll: true });
    return fresh;
  };

  // Until the program runs, simple states are fetched as pages and swapped in. Focus and
  // open lists are kept.
  const swap = async (href, push) => {
    const address = pathOf(href);
    const fresh = await put(address);
    if (!fresh || fresh === true) return fresh;
    at = address;
    if (push || !asks(href)) arrived();
    else if (!await receiptAsked()) Object.assign(root.dataset, { choice: panel.dataset.program === "failed" ? "lost" : "again" }); // back at a state without a page
    if (panel.dataset.program !== "failed") document.querySelector(failedLine)?.remove(); // the network is back
    if (push) {
      write(address, fresh.title);
    } else {
      shown = location.href;
      document.title = fresh.title;
    }
    panel.querySelector("[aria-live]").textContent = `${words.shown.replace("{what}", () => fresh.title)} ${panel.querySelector(".says")?.textContent || ""}`;
    return true;
  };

  // Before the program runs, a mark opens the receipt from the page of its figure. The
  // markup is what the program would draw there, so that the program can adopt it.
  let opened; // the mark of the open receipt
  const place = (mark, open, ...inside) => {
    const item = mark.closest("li");
    const slot = item ?? mark.closest("tr, figure").nextElementSibling;
    const own = item ? "opened" : slot.localName === "div" && "beneath";
    mark.setAttribute("aria-expanded", open);
    if (own) slot.classList.toggle(own, open);
    if (!slot.classList.length) slot.removeAttribute("class");
    if (item) item.querySelector(".receipt")?.remove();
    else {
      slot.hidden = !open;
      slot.replaceChildren();
    }
    slot.append(...inside);
    opened = open && mark;
  };
  const bare = () => at.split("?")[0] || view + "/";
  const toggle = async (mark, told = true) => {
    const turn = ++latest, again = opened === mark, { figure } = mark.dataset;
    if (opened) place(opened, false);
    let found;
    if (!again) {
      place(mark, true); // respond to the tap at once
      found = (await parsed(mark.getAttribute("href").split("#")[0] + index, "force-cache").catch(() => {}))?.querySelector(`template[data-figure="${figure}"]`);
      if (turn !== latest) return true;
      if (running) return place(mark, false), false;
      if (!found || replaced(found)) return place(mark, false), false;
      let receipt = document.importNode(found.content, true).firstElementChild;
      receipt.querySelector(".links").lastElementChild.setAttribute("href", bare());
      const row = mark.closest("tr");
      if (row) {
        const cell = document.createElement("td");
        Object.assign(cell, { className: "slot", colSpan: row.closest("table").tHead.rows[0].cells.length });
        cell.append(receipt);
        receipt = cell;
      }
      place(mark, true, receipt);
    }
    at = found ? `${bare()}?figure=${figure}` : bare();
    if (!told) return true;
    write(at, document.title);
    panel.querySelector("[aria-live]").textContent = found?.dataset.said ?? "";
    return true;
  };

  // Opens the receipt if the address contains only a figure.
  const receiptAsked = async () => {
    const { searchParams } = new URL(location.href);
    const wants = choices.filter((name) => searchParams.has(name)).join();
    const mark = wants === "figure" && [...panel.querySelectorAll(".view a[data-figure]")].find((each) => each.dataset.figure === searchParams.get("figure"));
    return mark && await toggle(mark, false) && (arrived(), true);
  };

  // If a host enforces Trusted Types, script URLs need a policy.
  let trusted;
  try {
    trusted = globalThis.trustedTypes?.createPolicy("factframe", { createScriptURL: (url) => url });
  } catch {
    // The host does not allow our policy: the program fails to load, and a message appears.
  }
  const vouched = (url) => (trusted ? trusted.createScriptURL(url) : url);
  const script = (name, integrity) => new Promise((done, failed) => {
    const element = document.createElement("script");
    // In a frame with an opaque origin 'self' matches nothing (WebKitGTK 2.50), so the
    // policy allows scripts by hash.
    if (self.origin === "null") Object.assign(element, { crossOrigin: "anonymous", integrity });
    Object.assign(element, { src: vouched(base + name), onload: done, onerror: () => failed(new Error(`${base}${name} did not load`)) });
    document.head.append(element);
  });

  let scripts; // the script of the program, which other actions need too
  const scripted = () => scripts ??= script(page.program, page.programHash).catch((error) => {
    scripts = undefined;
    throw error;
  });

  let started;
  const hurry = new AbortController(); // aborted when a reader waits for the program
  // After the program ended twice, only a reload helps.
  const start = (cache) => {
    if (waiting.length || "choice" in root.dataset) hurry.abort();
    return panel.dataset.adopted && !running ? complain() : started ??= run(cache).catch(fail);
  };
  let turns = 0;
  const run = async (cache) => {
    const turn = ++turns;
    const progress = busy();
    try {
      await scripted();
      const embedded = () => script(page.embedded, page.embeddedHash);
      const program = await globalThis.factframeRun(base, page, { script: vouched(base + page.program), embedded, cache, progress, hurry: hurry.signal });
      await pending;
      await new Promise((done) => afterPaint(done)); // paint the swapped-in page first
      if (turn !== turns) return; // the reader tried again meanwhile
      const { ended, end, stats } = program(panel, at, shown); // no other event runs until the mount ends
      running = true;
      panel.dataset.program = "running";
      panel.dataset.adopted = `${stats.adopted} of ${stats.adopted + stats.created}`;
      let alive = true;
      giveUp = (how) => {
        if (!alive) return;
        alive = false;
        end();
        fail(new Error(`the program ${how}`));
      };
      const ends = () => giveUp("ended");
      ended.then(ends, ends);
      addEventListener("error", ({ error }) => { if (error instanceof WebAssembly.RuntimeError) ends(); });
      document.querySelector(failedLine)?.remove();
    } catch (error) {
      if (turn !== turns) return;
      throw error;
    } finally {
      progress(1);
    }
    listen(hold, "remove");
    if (!("choice" in root.dataset)) globalThis.factframeTell?.(at, document.title); // otherwise the page is not what is shown
    for (const typed of panel.querySelectorAll("input[type=search]")) {
      if (typed.value) typed.dispatchEvent(new Event("input", { bubbles: true }));
    }
    for (const replay of waiting.splice(0)) replay();
  };

  // Reports that the program is loading: at once to screen readers, after 300 ms with a
  // progress bar outside the panel, which the program adopts. If nothing arrives for
  // half a minute, a message appears while the page goes on waiting.
  const busy = () => {
    const silence = 30_000; // ms
    let silent = setTimeout(complain, silence), over = false;
    panel.setAttribute("aria-busy", "true");
    const bar = document.createElement("progress");
    bar.className = "loading";
    bar.setAttribute("aria-label", words.loading);
    const late = setTimeout(() => { if (waiting.length || "choice" in root.dataset) panel.after(bar); }, 300);
    return (share) => {
      if (over) return; // too late
      over = share === 1;
      bar.value = share;
      clearTimeout(silent);
      if (share < 1) return void (silent = setTimeout(complain, silence));
      clearTimeout(late);
      bar.remove();
      panel.removeAttribute("aria-busy");
    };
  };

  const failedLine = ".failed:not(.update)";
  // Without the program the page stays readable, its links lead to pages, and a message
  // explains the problem.
  const fail = (error) => {
    console.warn("factframe:", error);
    const ended = running;
    running = false;
    started = undefined;
    if (ended && !restarted) return void restart().catch(fail);
    panel.dataset.program = "failed";
    const dropped = waiting.splice(0);
    for (const { failed } of dropped) failed?.();
    const chosen = dropped.reduce((href, { box }) => (box ? ticked(box, href) : href), shown);
    for (const { box } of dropped) if (box) box.checked = !box.checked; // undo it
    const link = dropped.map((choice) => choice.link).filter(Boolean).pop();
    if (link && navigator.onLine && !document.querySelector(failedLine)) return void load(link.href.baseVal ?? link.href);
    listen(hold);
    complain();
    const [{ type } = {}] = performance.getEntriesByType("navigation");
    if (!ended && type !== "reload") anew(chosen);
  };

  // After a deployment the files of this page may be gone. Then the page is reloaded
  // with the reader's choices, but only once, because some hosts keep mixing versions.
  // Not needed if our worker keeps the page, since it keeps all files; frames are loaded
  // from the network.
  const anew = async (href) => {
    if (parent === window && kept()) return false;
    const now = await pageAt(at + index, "reload").catch(() => {});
    if (!now || !replaced(now.body)) return false;
    try {
      history.replaceState(null, "", whole(href));
    } catch {
      // A frame with an opaque origin keeps its address, so the choice is lost.
    }
    location.reload();
    return true;
  };
  // The address after a checkbox was toggled. The checkbox may no longer be in the page,
  // so its value is added to those that are.
  const ticked = ({ dataset: { choice }, value, checked }, href) => {
    const url = new URL(href);
    const boxes = [...panel.querySelectorAll("input")].filter((each) => each.dataset.choice === choice && each.checked);
    const values = new Set(boxes.map((each) => each.value));
    values[checked ? "add" : "delete"](value);
    url.searchParams.set(choice, [...values].join());
    return url.href;
  };

  // Restarts a program that ended, once, with the page and the address that it showed.
  // The choice that it did not answer is replayed.
  let restarted = false;
  const restart = async () => {
    restarted = true;
    hurry.abort();
    moves++; // the address that it was about to write is out of date
    if (unanswered) waiting.push(unanswered);
    unanswered = undefined;
    delete panel.dataset.program;
    delete panel.dataset.adopted;
    listen(hold);
    at = pathOf(shown);
    if (asks(shown)) root.dataset.choice = "again";
    if (!await put(at)) throw new Error("the page is not there");
    start();
  };
  const complain = () => {
    if ("choice" in root.dataset) root.dataset.choice = "lost";
    if (document.querySelector(failedLine)) return;
    const line = document.createElement("p");
    line.className = "failed";
    line.setAttribute("role", "status");
    line.append(`${words.failed} `);
    const again = document.createElement("button");
    again.textContent = words.again;
    again.onclick = async () => {
      line.remove();
      if (panel.dataset.adopted) return location.reload();
      started = undefined;
      if (!await anew(shown)) start("reload"); // bypasses a cached copy that may be broken
    };
    line.append(again);
    panel.after(line);
  };

  // Returns a function that replays a click or a change, even if the page was swapped
  // meanwhile.
  const choiceOf = ({ type, target }) => {
    const link = type === "click" && target.closest("a[href]:not([target], [download], [href^='tel:'])");
    const box = type === "change" && target.type === "checkbox" && target;
    if (!link && !box) return;
    const choice = box && box.dataset.choice, value = box && box.value, figure = link && link.dataset.figure, label = link && link.textContent;
    const again = () => {
      const found = box
        ? [...panel.querySelectorAll("input")].find((each) => each.dataset.choice === choice && each.value === value)
        : [...panel.querySelectorAll("a")].find((each) => (figure ? each.dataset.figure === figure : each.textContent === label)); // an earlier choice may have changed its address
      found?.dispatchEvent(box ? new Event("change", { bubbles: true }) : new MouseEvent("click", { bubbles: true, cancelable: true }));
    };
    return Object.assign(again, { link, box });
  };
  let unanswered; // the choice that the program has not shown yet
  const listen = (heard, how = "add") => { for (const kind of ["click", "change"]) panel[how + "EventListener"](kind, heard, true); };
  // Whether a click is the browser's: answered already, or for a new tab or a download.
  const leaves = (event) => event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button > 0;

  // Copies and saves what is shown, with take.js. If that does not load, links to files still
  // lead to them.
  const mounted = (done, failed) => {
    if (running) return done();
    waiting.push(Object.assign(done, { failed }));
    start();
  };
  listen(async (event) => {
    const link = event.target.closest?.("a[data-take]");
    if (!link || leaves(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!globalThis.factframeTake) await scripted().catch(() => {});
    if (globalThis.factframeTake) return factframeTake({ link, base, words, shown, mounted, fetches: !running && !("choice" in root.dataset) });
    if (!link.target) return complain();
    delete link.dataset.take;
    link.click();
  });

  let giveUp; // stops waiting for the running program
  const patience = 10; // seconds, not counting those in which the page itself is busy
  listen(async (event) => {
    if (!running) return;
    const choice = unanswered = choiceOf(event);
    if (choice?.link && !(choice.link.href.baseVal ?? choice.link.href).startsWith(base)) return; // it leads to another site
    for (let s = 0; choice && choice === unanswered; s++) {
      if (s === patience) return choice.box || event.defaultPrevented ? giveUp("does not answer") : undefined;
      await new Promise((done) => setTimeout(done, 1000));
    }
  });

  // Links to other languages keep the presentation, and name their file where it is needed.
  listen((event) => {
    const link = event.target.closest?.("a[hreflang]");
    if (!link || leaves(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    load(link.href + (link.hash ? "" : location.hash)); // which may name a receipt
  });

  // Before the program runs, links swap pages in and marks open receipts from their
  // pages; checkboxes wait for the program.
  const hold = (event) => {
    if (leaves(event)) return;
    const choice = choiceOf(event);
    if (!choice) return;
    const { link, box } = choice;
    const wait = () => {
      waiting.push(choice);
      start();
    };
    const mark = link && !("choice" in root.dataset) && (link.dataset.figure ? link : link.closest(".receipt") && pathOf(link.href) === bare() && opened);
    if (mark) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (mark !== link) mark.focus({ preventScroll: true });
      pending = toggle(mark).catch(() => {}).then((done) => {
        if (done) return;
        if (running) choice();
        else if (panel.dataset.program === "failed") load(mark.href.baseVal ?? mark.href);
        else wait();
      });
      return;
    }
    if (link && !link.dataset.figure) {
      const href = link.href.baseVal ?? link.href;
      if (href.startsWith(base) && href.endsWith("/")) {
        event.preventDefault();
        if (href === wanted) return; // it is already loading
        wanted = href;
        const otherwise = () => {
          const same = running && [...panel.querySelectorAll("a")].find((each) => each.href === href);
          if (same) same.click();
          else if (navigator.onLine || location.protocol === "file:") load(href);
          else complain(); // this page is better than none
        };
        pending = swap(href, true).then((done) => { if (!done) otherwise(); }, otherwise).finally(() => { if (wanted === href) wanted = ""; });
        return;
      }
      if (!href.startsWith(base)) return;
      if (!href.includes("?")) { // a receipt on a shared page
        event.preventDefault();
        return load(href);
      }
    }
    if (link) {
      event.preventDefault();
      if (panel.dataset.program === "failed") return load(link.href.baseVal ?? link.href); // load its page instead
    } else if (panel.dataset.adopted) {
      box.checked = !box.checked; // undo it
    }
    event.stopImmediatePropagation();
    wait();
  };
  listen(hold);
  // Shows an address below the root, as requested by the host.
  globalThis.factframeShow = (address) => {
    const link = Object.assign(document.createElement("a"), { href: address, hidden: true });
    if (!link.href.startsWith(base)) return;
    globalThis.factframeLook(Object.fromEntries(new URL(link.href).searchParams));
    if (link.search && panel.dataset.program === "failed") return load(link.href);
    if (link.search && !running) {
      waiting.push(Object.assign(() => globalThis.factframeShow(address), { link }));
      return start();
    }
    panel.append(link);
    link.click();
    link.remove();
  };
  panel.addEventListener("submit", (event) => event.preventDefault()); // controls work without submitting
  addEventListener("popstate", () => {
    moves++;
    wanted = "";
    shown = location.href;
    if (running) return void panel.dispatchEvent(new Event("popstate"));
    if (location.href.startsWith(base)) {
      pending = swap(location.href, false).then(() => {
        if ("choice" in root.dataset && panel.dataset.program !== "failed") {
          hurry.abort();
          start();
        }
      }, () => location.reload());
    }
  });

  const intents = saving ? [] : ["pointerover", "focusin", "touchstart", "keydown"];
  for (const intent of intents) panel.addEventListener(intent, () => start(), { once: true, passive: true });
  if ("choice" in root.dataset) pending = receiptAsked().catch(() => {}).then((done) => { if (!done) start(); }); // a state that is not prerendered
  else if (when === "eager") start();
  else if (when === "idle") idle(() => start());
  else if (when === "visible") {
    new IntersectionObserver((seen, observer) => {
      if (seen.some((each) => each.isIntersecting)) { observer.disconnect(); start(); }
    }).observe(panel);
  }

  // The offline copy is made once the reader has paused: while it is downloaded, an old
  // phone responds slowly.
  if (page.worker && parent === window && !saving) {
    const later = 3000; // ms
    const keep = () => {
      listen(wait, "remove");
      script(page.offline).catch(() => {});
    };
    let timer = setTimeout(keep, kept() ? 0 : later); // a copy that exists already is updated at once
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, later);
    };
    listen(wait);
  }
});
