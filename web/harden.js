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

  // An exception in a property's getter or setter would freeze the Go runtime
  // (Go 1.26: only calls are caught), so it is told and passed over.
  const Base = globalThis.Go;
  globalThis.Go = class extends Base {
    constructor() {
      super();
      const imports = this.importObject.gojs;
      const get = imports["syscall/js.valueGet"];
      const set = imports["syscall/js.valueSet"];
      imports["syscall/js.valueGet"] = (sp) => {
        try { get(sp); } catch (error) {
          console.warn("property read failed:", error);
          this.mem.setFloat64((this._inst.exports.getsp() >>> 0) + 32, 0, true); // undefined
        }
      };
      imports["syscall/js.valueSet"] = (sp) => {
        try { set(sp); } catch (error) { console.warn("property write failed:", error); }
      };
    }
  };
})();
