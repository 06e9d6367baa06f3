// Our page with every script taken out: how fast it would paint without them.
import ours from './adapter.mjs';

export default { ...ours, label: 'Factframe, scripts taken out', interactive: false, scalePath: null,
  page: (H) => ({ ready: () => !!document.querySelector('.picture .n'), settled: () => true, node: () => document.body }) };
