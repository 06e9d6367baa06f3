// One interface to three engines. Puppeteer controls Firefox with WebDriver BiDi and
// Chromium with DevTools; Selenium controls WebKitGTK with its own WebDriver. Debian has
// no driver for all three.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { Builder, Capabilities, Key } from "selenium-webdriver";

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const patience = 30_000; // ms

class Engine {
  constructor(name) {
    this.name = name;
  }

  // Waits until an expression is true in the page or in one of its frames.
  async until(expression, frame) {
    const end = Date.now() + patience;
    for (;;) {
      const yes = await this.js(`!!(${expression})`, frame).catch(() => false);
      if (yes) return;
      if (Date.now() > end) throw new Error(`never true: ${expression}`);
      await pause(50);
    }
  }

  // Clicks the middle of the element that an expression returns, as a reader does. The
  // element may be in a frame on the same origin.
  async tap(expression) {
    const [x, y] = await this.js(`(() => {
      const found = ${expression};
      found.scrollIntoView({ block: "center" });
      let { left, top, width, height } = found.getBoundingClientRect();
      for (let w = found.ownerDocument.defaultView; w !== window; w = w.parent) {
        const outer = w.frameElement.getBoundingClientRect();
        left += outer.left;
        top += outer.top;
      }
      return [left + width / 2, top + height / 2];
    })()`);
    await this.click(Math.round(x), Math.round(y));
  }

  // Returns the text of the printed page.
  async paper() {
    const folder = mkdtempSync(join(tmpdir(), "factframe-print"));
    try {
      await this.print(join(folder, "page.pdf"));
      return execFileSync("pdftotext", ["-layout", join(folder, "page.pdf"), "-"], { encoding: "utf8" }).replaceAll("\u00a0", " ");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

class Puppet extends Engine {
  async start(path) {
    const firefox = this.name === "firefox";
    this.browser = await puppeteer.launch({ browser: firefox ? "firefox" : "chrome", executablePath: path, headless: true, args: firefox ? [] : ["--no-sandbox"] });
    this.version = (await this.browser.version()).replace("/", " ");
    this.page = await this.browser.newPage();
    return this;
  }

  visit(url) { return this.page.goto(url, { waitUntil: "load", timeout: patience }); }
  size(width, height) { return this.page.setViewport({ width, height }); }
  js(expression, frame) {
    const where = frame === undefined ? this.page : this.page.mainFrame().childFrames()[frame];
    return where.evaluate(`(async () => (${expression}))()`);
  }
  click(x, y) { return this.page.mouse.click(x, y); }
  key(name) { return this.page.keyboard.press(name); }
  print(path) { return this.page.pdf({ path, format: "a4" }); }
  close() { return this.browser.close(); }
}

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

class WebKit extends Engine {
  async start() {
    const port = await freePort();
    this.folder = mkdtempSync(join(tmpdir(), "factframe-webkit"));
    this.paperFile = join(this.folder, "paper.pdf");
    const env = { ...process.env, LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_DMABUF_RENDERER: "1", PRINT_TO: this.paperFile };
    this.process = spawn("xvfb-run", ["-a", "WebKitWebDriver", "-p", String(port)], { env, stdio: "ignore", detached: true });
    const capabilities = new Capabilities({ browserName: "Factframe", "webkitgtk:browserOptions": { binary: fileURLToPath(new URL("window.py", import.meta.url)), args: [] } });
    for (let tries = 0; !this.driver; tries++) {
      this.driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build().catch((error) => {
        if (tries < 50) return; // the driver has not started yet
        this.close();
        throw error;
      });
      if (!this.driver) await pause(100);
    }
    this.version = `WebKitGTK ${(await this.driver.getCapabilities()).get("browserVersion")}`;
    return this;
  }

  visit(url) { return this.driver.get(url); }
  size(width, height) { return this.driver.manage().window().setRect({ width, height }); }
  async js(expression, frame) {
    await this.driver.switchTo().defaultContent();
    if (frame !== undefined) await this.driver.switchTo().frame(frame);
    return this.driver.executeScript(`return (async () => (${expression}))()`);
  }
  async click(x, y) {
    await this.driver.switchTo().defaultContent();
    await this.driver.actions().move({ x, y, origin: "viewport" }).click().perform();
  }
  async key(name) {
    await this.driver.switchTo().defaultContent();
    await this.driver.actions().sendKeys({ Enter: Key.ENTER, Escape: Key.ESCAPE, ArrowDown: Key.ARROW_DOWN }[name]).perform();
  }
  async print(path) {
    rmSync(this.paperFile, { force: true });
    await this.driver.switchTo().defaultContent();
    await this.driver.executeScript(`webkit.messageHandlers.print.postMessage("")`);
    for (let waited = 0; !existsSync(this.paperFile); waited += 100) {
      if (waited > patience) throw new Error("printing timed out");
      await pause(100);
    }
    execFileSync("cp", [this.paperFile, path]);
  }
  async close() {
    await this.driver?.quit().catch(() => {}); // WebKitWebDriver 2.50 reports that the window is gone
    try { process.kill(-this.process.pid); } catch { /* it has ended */ }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const engines = {
  chromium: (path) => new Puppet("chromium").start(path),
  firefox: (path) => new Puppet("firefox").start(path),
  webkit: () => new WebKit("webkit").start(),
};
