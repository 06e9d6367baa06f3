// Our page without any scripts, to compare how fast it paints.
import ours from './adapter.mjs';

export default { ...ours, label: 'Factframe, scripts taken out', interactive: false, scalePath: null,
  page: (H) => ({ ready: () => !!document.querySelector('.picture .n'), settled: () => true, node: () => document.body }) };
