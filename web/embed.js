// For hosts that may add a script: <fact-frame src="…/outcomes/"> and
// <a data-factframe href="…/outcomes/">. It defines that one element and
// leaves nothing else behind.
(() => {
  if (customElements.get("fact-frame")) return;
  const presentation = ["theme", "accent", "lang", "header", "filters", "load", "mode"];

  class FactFrame extends HTMLElement {
    static observedAttributes = ["src", "view", ...presentation];
    #frame = null;
    #listen = (event) => this.#hear(event);

    connectedCallback() {
      addEventListener("message", this.#listen);
      this.#show();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#listen);
      this.#frame?.remove();
      this.#frame = null;
    }

    attributeChangedCallback() {
      if (this.#frame) this.#show();
    }

    // What the frame shows: src, the view below it, and every other attribute
    // that is a choice.
    get address() {
      const address = new URL(this.getAttribute("src"), document.baseURI);
      if (!/^https?:$/.test(address.protocol)) return "about:blank";
      const view = this.getAttribute("view");
      if (view) address.pathname = `${address.pathname.replace(/\/?$/, "/")}${view.replace(/^\/|\/$/g, "")}/`;
      const own = ["src", "view", "title", "height", "heights", "style", "class", "id", "slot", "hidden"];
      for (const { name, value } of this.attributes) {
        if (!own.includes(name) && !name.startsWith("data-") && !name.startsWith("aria-")) address.searchParams.set(name, value);
      }
      return address.href.replaceAll("%2C", ",");
    }

    #show() {
      if (!this.getAttribute("src")) return;
      const frame = this.#frame ?? document.createElement("iframe");
      if (frame.src !== this.address) frame.src = this.address;
      frame.title = this.getAttribute("title") || this.textContent.trim() || "Figures, with their sources";
      frame.loading = "lazy";
      frame.setAttribute("allow", "clipboard-write");
      if (this.#frame) return;
      this.#frame = frame;
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      frame.style.cssText = "display:block;width:100%;border:0";
      this.style.display = "block";
      // Chrome 154 and later ask the framed page, also where its scripts are blocked.
      if (globalThis.CSS?.supports("frame-sizing", "content-height")) {
        this.style.minHeight = `${this.#expected()}px`;
        frame.style.setProperty("frame-sizing", "content-height");
      } else {
        frame.style.height = `${this.#expected()}px`;
      }
      frame.addEventListener("load", () => frame.contentWindow?.postMessage({ factframe: "hello" }, new URL(frame.src).origin));
      root.replaceChildren(frame);
    }

    // The height to keep free before the frame has spoken, so that the page
    // does not jump: heights="320:2100 760:1500" for widths, or height.
    #expected() {
      const known = (this.getAttribute("heights") || "").split(/\s+/).map((pair) => pair.split(":").map(Number)).filter(([w, h]) => w && h);
      const width = this.clientWidth || this.parentElement?.clientWidth || 640;
      known.sort(([a], [b]) => a - b);
      const above = known.find(([w]) => w >= width);
      const below = known.findLast(([w]) => w <= width);
      if (above && below && above !== below) {
        return Math.round(below[1] + (above[1] - below[1]) * (width - below[0]) / (above[0] - below[0]));
      }
      return (above || below)?.[1] || parseInt(this.getAttribute("height")) || 900;
    }

    #hear({ source, origin, data }) {
      const frame = this.#frame;
      if (!frame || source !== frame.contentWindow || !data?.factframe) return;
      if (origin !== new URL(frame.src).origin && origin !== "null") return;
      if (data.factframe === "height" && data.height > 0 && data.height < 1e5) {
        frame.style.height = `${data.height}px`;
        this.style.minHeight = ""; // the snippet's own, until the frame has spoken
        this.#say("factframe:height", { height: data.height });
      } else if (data.factframe === "state") {
        this.#say("factframe:state", { address: String(data.address) });
      }
    }

    #say(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }
  }
  customElements.define("fact-frame", FactFrame);

  // A link becomes a frame where it stands, and stays inside as the fallback.
  const upgrade = (node) => {
    const links = [...(node.matches?.("a[data-factframe]") ? [node] : []), ...(node.querySelectorAll?.("a[data-factframe]") ?? [])];
    for (const link of links) {
      if (link.closest("fact-frame")) continue;
      const element = document.createElement("fact-frame");
      element.style.minHeight = link.style.minHeight;
      // Sanitisers let data-* through, so nothing that could run or load may come of it.
      for (const [name, value] of Object.entries(link.dataset)) {
        if (name !== "factframe" && !/^(on|style|src)/i.test(name)) element.setAttribute(name, value);
      }
      element.setAttribute("src", link.href);
      if (!element.hasAttribute("title")) element.setAttribute("title", link.textContent.trim());
      link.replaceWith(element);
      element.append(link);
    }
  };
  upgrade(document);
  new MutationObserver((changes) => { for (const change of changes) change.addedNodes.forEach(upgrade); })
    .observe(document.documentElement, { childList: true, subtree: true });
})();
