// What go-app 9.8.0 and the Go runtime need to live in other people's pages.
// Loaded after wasm_exec.js, before the program.
(() => {
  // go-app reads localStorage when it starts, which throws in sandboxed frames,
  // and deletes other programs' keys that look expired. It gets storage of its own.
  const memory = () => {
    const map = new Map();
    return {
      get length() { return map.size; },
      key: (i) => [...map.keys()][i] ?? null,
      getItem: (k) => map.get(String(k)) ?? null,
      setItem: (k, v) => { map.set(String(k), String(v)); },
      removeItem: (k) => { map.delete(String(k)); },
      clear: () => map.clear(),
    };
  };
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { configurable: true, value: memory() });
  }

  // go-app's global handlers take over every link of the page, and crash on
  // tel: and javascript: ones. The widget has its own.
  for (const name of ["onclick", "onpopstate"]) {
    Object.defineProperty(window, name, { configurable: true, get: () => null, set() {} });
  }

  // go-app sets className, which is read-only on SVG elements.
  Object.defineProperty(SVGElement.prototype, "className", {
    configurable: true,
    get() { return this.getAttribute("class") || ""; },
    set(value) { this.setAttribute("class", value); },
  });

  // What go-app changes of the document goes past the mirror, and what it
  // listens to is noted, so that a program that ended leaves nothing behind.
  // Values and texts are read from memory as Go 1.26's wasm_exec.js does.
  const changes = ["appendChild", "removeChild", "replaceChild", "setAttribute", "removeAttribute"];
  const utf8 = new TextDecoder();
  const Base = globalThis.Go;
  globalThis.Go = class extends Base {
    #listening = [];

    constructor() {
      super();
      this.importObject.factframe = { apply: factframeQueue(() => this._inst.exports.mem.buffer) };
      const imports = this.importObject.gojs;
      const get = imports["syscall/js.valueGet"];
      const set = imports["syscall/js.valueSet"];
      const call = imports["syscall/js.valueCall"];
      // An exception in a property's getter or setter would freeze the Go runtime
      // (Go 1.26: only calls are caught), so it is told and passed over.
      imports["syscall/js.valueGet"] = (sp) => {
        try { get(sp); } catch (error) {
          console.warn("property read failed:", error);
          this.mem.setFloat64((this._inst.exports.getsp() >>> 0) + 32, 0, true); // undefined
        }
      };
      imports["syscall/js.valueSet"] = (sp) => {
        const target = this.#value((sp >>> 0) + 8);
        try { set(sp); } catch (error) { console.warn("property write failed:", error); }
        if (target instanceof Text) factframeMirror.written(target);
      };
      imports["syscall/js.valueCall"] = (sp) => {
        sp >>>= 0;
        const target = this.#value(sp + 8);
        const method = target instanceof EventTarget && this.#text(sp + 16);
        if (method === "addEventListener") this.#listening.push([target, ...this.#values(sp + 32)]);
        if (!changes.includes(method)) return call(sp);
        const args = this.#values(sp + 32);
        factframeMirror.before(target, method);
        call(sp);
        factframeMirror.after(target, method, args);
      };
    }

    // Stops listening: a handler of a program that ended throws.
    deafen() {
      for (const [target, ...what] of this.#listening.splice(0)) target.removeEventListener(...what);
    }

    #value(at) {
      const number = this.mem.getFloat64(at, true);
      return Number.isNaN(number) ? this._values[this.mem.getUint32(at, true)] : number || undefined;
    }

    #pair(at) { return [0, 8].map((part) => this.mem.getUint32(at + part, true) + this.mem.getInt32(at + part + 4, true) * 2 ** 32); }

    #values(at) {
      const [start, length] = this.#pair(at);
      return Array.from({ length }, (_, i) => this.#value(start + 8 * i));
    }

    #text(at) {
      const [start, length] = this.#pair(at);
      return utf8.decode(new DataView(this._inst.exports.mem.buffer, start, length));
    }
  };
})();
