// Runs the checks of TestAcceptance that need only one page. Opens all lists and
// returns the faults found, by check number. Share is opened if asked, because it is the same
// on all pages of one type.
async (axeRules, share) => {
  const faults = {};
  const fault = (number, words) => (faults[number] ??= []).push(words);
  const panel = document.getElementById("factframe");
  const all = (selector) => [...panel.querySelectorAll(selector)].filter((each) => each.checkVisibility() && !each.closest(".hidden"));
  const named = (each) => each.outerHTML.slice(0, 120);
  for (const list of panel.querySelectorAll("details")) list.open = share || !list.closest(".share");
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

  const rules = await axe.run(document, axeRules);
  for (const { id, nodes } of rules.violations) {
    const number = { "color-contrast": "12", "target-size": "11" }[id] ?? "01";
    for (const node of nodes) fault(number, `${id}: ${node.html.slice(0, 150)} ${node.failureSummary}`);
  }

  for (const selector of ["h1", ".sub", ".source"]) if (panel.querySelector(".pictures") && !all(selector)[0]?.innerText.trim()) fault("03", selector);

  const parts = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  const luminance = (colour) => parts(colour).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;

  // Without the program every mark is a tab stop. Every visible control shows its focus.
  for (const control of all("a[href], summary, input:not([disabled])")) {
    control.focus({ preventScroll: true });
    if (document.activeElement !== control) continue;
    const style = getComputedStyle(control);
    if (control.matches(":focus-visible") && !control.matches(".reader input, .point") && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)) fault("09", named(control));
    const ringed = (each) => [getComputedStyle(each).stroke].some((stroke) => stroke !== "none" && parseFloat(getComputedStyle(each).strokeWidth) >= 3 && contrast(stroke, paper) >= 3);
    if (control.matches(".point") && ![...control.querySelectorAll("*")].some(ringed)) fault("09", named(control));
    else if (control.matches(":focus-visible") && contrast(style.outlineColor, paper) < 3) fault("09", `faint: ${named(control)}`);
    control.scrollIntoView({ block: "center" });
    const box = control.getClientRects()[0];
    if (!box || box.width === 0) continue;
    const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (control.matches(".point")) continue; // points may overlap
    if (over && !control.contains(over) && !over.contains(control) && !(control.closest("label")?.contains(over))) fault("10", `${named(control)} is under ${named(over)}`);
  }
  document.activeElement.blur();
  scrollTo(0, 0);

  for (const control of all("a[href], summary, input, button")) {
    if (control.closest("p, .why, .answer") || control.closest("svg")) continue; // exempt: within a sentence, or in a drawing with separate marks
    const { width, height } = (control.closest("label") ?? control).getBoundingClientRect();
    if (width > 0 && Math.min(width, height) < 23.5) {
      const centre = (each) => { const r = each.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; };
      const [x, y] = centre(control);
      const near = all("a[href], summary, input, button").some((other) => {
        if (other === control || control.contains(other) || other.contains(control)) return false;
        const [a, b] = centre(other);
        const r = other.getBoundingClientRect();
        const dx = Math.max(r.left - x, 0, x - r.right), dy = Math.max(r.top - y, 0, y - r.bottom);
        return Math.hypot(dx, dy) < 12 || Math.hypot(a - x, b - y) < 24;
      });
      if (near) fault("11", `${Math.round(width)} × ${Math.round(height)}: ${named(control)}`);
    }
  }

  for (const mark of all(".picture .solid .block, .picture .line, .picture .tip")) {
    const style = getComputedStyle(mark), colour = mark.matches(".line") ? style.stroke : style.fill;
    if (mark.matches(".c6") || colour === "none") continue; // rows without emphasis are grey on purpose, and have names
    const edge = style.stroke !== "none" && contrast(style.stroke, paper) >= 3;
    if (contrast(colour, paper) < 3 && !edge) fault("13", `${colour} ${named(mark)}`);
  }

  for (const figure of all(".picture")) {
    const colours = new Set([...figure.querySelectorAll(".part, .line")].map((each) => each.getAttribute("class").match(/c\d/)?.[0]).filter(Boolean));
    const words = figure.querySelectorAll(".keys li, .named li, .name, .on").length;
    if (colours.size > 1 && words === 0) fault("14", "colours without words");
    const keys = [...figure.querySelectorAll(".keys svg .part")].map((each) => getComputedStyle(each).fill);
    if (keys.length <= 8 && new Set(keys).size < keys.length) fault("14", `parts of one colour: ${keys}`);
  }

  const wide = () => document.documentElement.scrollWidth > innerWidth
    && `${document.documentElement.scrollWidth} px: ${all("*").filter((each) => each.getBoundingClientRect().right > innerWidth + 1).slice(-2).map(named).join(" and ")}`;
  if (wide()) fault("15", wide());
  for (const shape of all(".picture svg.hatched:not(.tally)")) if (contrast(getComputedStyle(shape).outlineColor, paper) < 3) fault("13", named(shape));
  if (document.getAnimations().length > 0) fault("20", "moves");
  if (!document.documentElement.lang) fault("21", "no language");
  for (const slider of panel.querySelectorAll(".reader input")) if (!slider.getAttribute("aria-label")) fault("22", named(slider));
  for (const shape of all(".picture .unknown .block")) if (getComputedStyle(shape).fill !== "none" && parts(getComputedStyle(shape).fill).join() !== parts(paper).join()) fault("26", `a missing value is filled: ${named(shape)}`);
  for (const each of panel.querySelectorAll("*")) {
    if (each.checkVisibility() && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && parseFloat(getComputedStyle(each).fontSize) < 12) fault("28", named(each));
  }

  const spacing = new CSSStyleSheet();
  spacing.replaceSync("#factframe, #factframe * { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important; } html { font-size: 200%; }");
  document.adoptedStyleSheets = [spacing];
  if (wide()) fault("17", `at 200% with spacing, ${wide()}`);
  document.adoptedStyleSheets = [];
  return faults;
}
