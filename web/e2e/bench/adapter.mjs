// The adapter with which a measuring harness operates our panels, by their links and
// checkboxes. It is sent to the page as text, so it must be self-contained.
export default {
  label: 'Factframe',
  path: '/panel/',
  scalePath: '/rows-{n}/cases/',
  settleMs: 60000,
  page: (H) => {
    const rows = location.pathname.endsWith('/cases/'); // the panel with many rows, where filters keep every outcome
    const squash = (s) => s.replace(/[\s\u200b\u00a0]+/g, '');
    const labels = [['No action, not in public interest', 'noaction'], ['Lack of evidence', 'noaction'], ['Victim withdrew', 'noaction'],
      ['Community resolution', 'action'], ['Charge or caution', 'action'], ['Other agency', 'action'], ['Not stated', '']].map(([l, g]) => [squash(l), g]);
    const names = { noaction: 'No further action', action: 'Action taken' };
    const panel = () => document.getElementById('factframe');
    const chart = () => document.querySelector('.picture');
    const link = (selector, words) => [...document.querySelectorAll(selector)].find((a) => squash(a.textContent) === squash(words));
    const select = (sel) => (sel === 'all' ? document.querySelector('.filter li a') : link('.only', `Only ${names[sel] ?? sel}`));
    const main = (t) => squash([...t.querySelectorAll('.group > .what, li:not(.out) > .strip :is(.what, .n b)')].map((e) => e.textContent).join(' ')); // without the small second measure and excluded rows
    const match = (s) => {
      const t = chart() ? main(chart()) : '';
      return t.length > 0 && labels.every(([l, g]) => t.includes(l) === (l === 'Notstated' ? !s.known : rows || s.sel === 'all' || g === s.sel)) && t.includes('%') === s.pct;
    };
    const s = { sel: 'all', known: false, pct: false };
    const sels = rows ? ['Force 01', 'Force 02', 'all', 'Force 03', 'Force 04', 'all'] : ['noaction', 'action', 'all'];
    let k = 0, before = '';
    return {
      ready: () => match({ sel: 'all', known: false, pct: false }),
      canProbe: () => !!select('noaction') && !!globalThis.factframeWrite, // before that, links load pages
      probe: () => select('noaction').click(),
      probed: () => match({ sel: 'noaction', known: false, pct: false }),
      apply(i) {
        before = chart().innerHTML;
        return () => {
          if (i % 2 === 0) { s.sel = sels[k++ % sels.length]; select(s.sel).click(); }
          else if (i % 4 === 1) { s.known = !s.known; document.querySelector('input[value="not-stated"]').click(); }
          else { s.pct = !s.pct; link('.seg a', s.pct ? 'Per cent' : 'Count').click(); }
        };
      },
      applied: () => match(s) && chart().innerHTML !== before,
      settled: () => { if (H.mode === 'passive') panel().dispatchEvent(new PointerEvent('pointerover')); return panel().dataset.program === 'running' || H.mode !== 'passive'; },
      node: () => panel(),
    };
  },
};
