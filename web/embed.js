// For hosts that can add a script: defines the element <fact-frame src="…/outcomes/">
// and turns <a data-factframe href="…/outcomes/"> into one. It defines no globals.
(() => {
  if (customElements.get("fact-frame")) return;
  const looks = ["theme", "accent", "header", "filters", "mode"]; // can be changed without reloading the frame
  const presentation = [...looks, "lang", "load"];
  const addressed = ["src", "view", "choices"];
  const tallest = 20_000; // px, for the height in a snippet
  const silence = 3000; // ms after which a loaded frame without messages counts as refused

  // The panel fills the available width, even in a parent that shrinks to its content (a
  // float, a table cell, a flex item): a row of spans takes up to 60rem and wraps down to
  // 12rem. In print, the link inside the element replaces a frame that has not loaded.
  const rules = ":host{display:block;width:100%;min-width:0}:host([hidden]){display:none}div{height:0;overflow:hidden}span{display:inline-block;width:min(12rem,60vw)}slot{display:none}@media print{slot{display:block}slot+iframe{display:none}}";
  const adopt = (root, css) => {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    } catch { // Safari before 16.4
      const style = document.createElement("style");
      style.textContent = css;
      (root.head ?? root).append(style);
    }
  };
  const widener = () => {
    const row = document.createElement("div");
    for (let i = 0; i < 5; i++) row.append(document.createElement("span"), " ");
    return row;
  };

  class FactFrame extends HTMLElement {
    static observedAttributes = [...addressed, "title", ...presentation];
    #frame = null;
    #wanted = ""; // the last address set on the frame
    #loaded = false; // it has shown a page; a lazy frame that has not would load its src later
    #base = ""; // the root of the site, once the frame has sent "ready"
    #origin = ""; // of the frame's content, possibly after a redirect
    #timer = 0;
    #listen = (event) => this.#hear(event);
    #blocked = ({ disposition, effectiveDirective, blockedURI }) => {
      if (!this.#frame || disposition !== "enforce" || !/^(frame|child)-src$/.test(effectiveDirective)) return;
      if (`${blockedURI}/`.startsWith(`${new URL(this.#wanted).origin}/`)) this.#refused();
    };

    connectedCallback() {
      addEventListener("message", this.#listen);
      document.addEventListener("securitypolicyviolation", this.#blocked);
      this.#show();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#listen);
      document.removeEventListener("securitypolicyviolation", this.#blocked);
      this.#forget();
    }

    #forget() {
      clearTimeout(this.#timer);
      this.#frame?.remove();
      this.#frame = null;
      this.#loaded = false;
      this.#wanted = this.#base = this.#origin = "";
    }

    attributeChangedCallback(name, old, value) {
      if (!this.isConnected || old === value) return;
      if (name === "title" && this.#frame) return void (this.#frame.title = this.#title);
      if (this.#base && looks.includes(name)) this.#look({ [name]: value ?? "" });
      else if (this.#base && addressed.includes(name) && this.address && this.#shown.startsWith(this.#base)) this.#post({ factframe: "show", address: this.#shown.slice(this.#base.length) });
      else this.#show();
    }

    #look(set) { this.#post({ factframe: "set", ...set }); }
    #post(message) { this.#frame.contentWindow?.postMessage(message, "*"); }

    // The address to show: src, the view below it, and choices in query syntax.
    get #shown() {
      const address = new URL(this.getAttribute("src"), document.baseURI);
      const view = this.getAttribute("view");
      if (view) address.pathname = `${address.pathname.replace(/\/?$/, "/")}${view.replace(/^\/|\/$/g, "")}/`;
      for (const [name, value] of new URLSearchParams(this.getAttribute("choices") || "")) address.searchParams.set(name, value);
      return address.href.replaceAll("%2C", ",");
    }

    // The same with presentation parameters; empty if it is not an http(s) address.
    get address() {
      if (!this.getAttribute("src")) return "";
      try {
        const address = new URL(this.#shown);
        if (!/^https?:$/.test(address.protocol)) return "";
        for (const name of presentation) if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
        return address.href.replaceAll("%2C", ",");
      } catch {
        return "";
      }
    }

    get #title() { return this.getAttribute("title") || this.textContent.trim() || TITLE; }

    #show() {
      const { address } = this;
      if (!address) { // show the content of the element
        if (this.#frame) this.#refused();
        else if (this.hasAttribute("src")) this.#say("factframe:refused", {});
        return;
      }
      const frame = this.#frame ?? document.createElement("iframe");
      frame.title = this.#title;
      if (address !== this.#wanted) {
        clearTimeout(this.#timer);
        this.#base = this.#origin = "";
        this.#wanted = address;
        if (this.#loaded) frame.contentWindow.location.replace(address); // adds nothing to the history
        else frame.src = address;
      }
      if (this.#frame) return;
      this.#frame = frame;
      frame.loading = "lazy";
      frame.setAttribute("allow", "clipboard-write");
      frame.style.cssText = "display:block;width:100%;border:0";
      // Chrome 154 and later get the height from the framed page, before its scripts run.
      if (globalThis.CSS?.supports("frame-sizing", "content-height")) {
        frame.style.minHeight = `${this.#expected()}px`;
        frame.style.setProperty("frame-sizing", "content-height");
      } else {
        frame.style.height = `${this.#expected()}px`;
      }
      frame.addEventListener("load", () => {
        this.#loaded = true;
        this.#post({ factframe: "hello" });
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => { if (!this.#base) this.#refused(); }, silence);
      });
      if (!this.shadowRoot) adopt(this.attachShadow({ mode: "open" }), rules);
      for (const part of this.shadowRoot.querySelectorAll("slot, div")) part.remove();
      this.shadowRoot.append(document.createElement("slot"), frame, widener());
    }

    // Shows the link and the picture inside the element instead of the frame: it was
    // blocked by a policy, a header or the network, or its scripts were.
    #refused() {
      this.#forget();
      this.style.minHeight = "";
      const slot = document.createElement("slot");
      slot.style.display = "block";
      this.shadowRoot.replaceChildren(slot);
      this.#say("factframe:refused", {});
    }

    // The height to reserve until the frame sends its own, so that the page does not
    // jump: from heights="320:2100 760:1500", by width, or from height.
    #expected() {
      const known = (this.getAttribute("heights") || "").split(/\s+/).map((pair) => pair.split(":").map(Number)).filter(([w, h]) => w > 0 && h > 0);
      const width = this.clientWidth || this.parentElement?.clientWidth || 640;
      known.sort(([a], [b]) => a - b);
      const above = known.find(([w]) => w >= width);
      const below = known.findLast(([w]) => w <= width);
      const between = above && below && above !== below;
      const height = between ? below[1] + (above[1] - below[1]) * (width - below[0]) / (above[0] - below[0])
        : (above || below)?.[1] || parseInt(this.getAttribute("height"));
      return height > 0 ? Math.round(Math.min(height, tallest)) : 900;
    }

    #hear({ source, origin, data }) {
      const frame = this.#frame;
      if (!frame || source !== frame.contentWindow || !data?.factframe) return;
      if (data.factframe === "ready" && (origin === "null" || String(data.base).startsWith(`${origin}/`))) {
        this.#base = String(data.base);
        this.#origin = origin;
        clearTimeout(this.#timer);
        // Attributes may have changed while this page was loading.
        this.#look(Object.fromEntries(looks.filter((name) => this.hasAttribute(name)).map((name) => [name, this.getAttribute(name)])));
      } else if (this.#origin && origin !== this.#origin) {
        return;
      } else if (data.factframe === "height" && data.height > 0 && data.height < 1e5) {
        frame.style.height = `${data.height}px`;
        this.style.minHeight = frame.style.minHeight = ""; // a snippet may have set it too
        this.shadowRoot.querySelector("slot")?.remove();
        this.#say("factframe:height", { height: data.height });
      } else if (data.factframe === "state") {
        this.#say("factframe:state", { address: String(data.address), title: String(data.title) });
      } else if (data.factframe === "top" && this.getBoundingClientRect().top < 0) {
        this.scrollIntoView();
      }
    }

    #say(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }
  }
  customElements.define("fact-frame", FactFrame);

  // A link gets a frame after it and is hidden; it is shown again if the frame is
  // refused. The link itself is never moved or removed, because a framework may have
  // rendered it. A copy of the page's HTML contains both the link and the frame, so
  // frames made here are marked.
  adopt(document, "a[data-factframe-framed]{display:none!important}");
  const taken = ["view", "choices", ...presentation, "title", "height", "heights"];
  const framed = new Map(); // link → its element
  const attributes = (link, element) => {
    // Sanitisers let data-* through, so only attributes that cannot run or load anything
    // are copied.
    for (const name of taken) {
      if (name in link.dataset) element.setAttribute(name, link.dataset[name]);
      else if (name !== "title") element.removeAttribute(name);
    }
    element.setAttribute("src", link.getAttribute("href") ? link.href : ""); // an empty href would mean the page itself
    element.hidden = link.hidden || link.style.display === "none";
    if (!("title" in link.dataset)) element.setAttribute("title", link.textContent.trim());
  };
  const changed = new MutationObserver((changes) => {
    for (const link of new Set(changes.map(({ target }) => target))) if (framed.has(link)) attributes(link, framed.get(link));
  });
  const upgrade = (node) => {
    const links = [...(node.matches?.("a[data-factframe]") ? [node] : []), ...(node.querySelectorAll?.("a[data-factframe]") ?? [])];
    for (const link of links) {
      if (link.closest("fact-frame") || framed.has(link)) continue;
      if (link.nextElementSibling?.matches("[data-factframe-made]")) link.nextElementSibling.remove(); // from a copy of the HTML
      const element = document.createElement("fact-frame");
      element.dataset.factframeMade = "";
      element.style.minHeight = link.style.minHeight;
      attributes(link, element);
      element.addEventListener("factframe:refused", () => {
        delete link.dataset.factframeFramed;
        element.dataset.factframeRefused = "";
        element.remove();
      });
      framed.set(link, element);
      link.after(element); // measures the width beside the link, and may be refused at once
      if (!("factframeRefused" in element.dataset)) link.dataset.factframeFramed = "";
      changed.observe(link, { attributes: true, attributeFilter: ["href", "hidden", "style", ...taken.map((name) => `data-${name}`)] });
    }
  };
  // Moves the frames of moved links, and removes those of removed links.
  const tidy = () => {
    for (const [link, element] of [...framed]) {
      const refused = "factframeRefused" in element.dataset;
      if (link.isConnected && (refused || link.nextElementSibling === element)) continue;
      if (link.isConnected && element.isConnected && link.parentNode.moveBefore) {
        link.parentNode.moveBefore(element, link.nextSibling);
        continue;
      }
      element.remove();
      delete link.dataset.factframeFramed;
      framed.delete(link);
      if (link.isConnected) upgrade(link);
    }
  };
  upgrade(document);
  new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach(upgrade);
    tidy();
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
