// Shows at each shared filter how many tasks it holds: Tasklist itself counts only the one that is open.
import { say } from './say.js';

const PAUSE = 20_000;

let counts = {};

const nameOf = (link) => [...link.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent).join('').trim();

function show() {
  document.querySelectorAll('.task-filter h4.name a').forEach((link) => {
    const count = counts[nameOf(link)];
    if (count) {
      link.dataset.count = count;
      link.setAttribute('aria-label', say('{0}, {1} oppgaver', nameOf(link), count));
    } else {
      delete link.dataset.count;
      link.removeAttribute('aria-label');
    }
  });
}

async function count() {
  const filters = document.visibilityState === 'visible' && document.querySelector('.task-filter')
    && await fetch(new URL('../../../api/engine/engine/default/filter?resourceType=Task&itemCount=true', import.meta.url), {
      credentials: 'same-origin', headers: { Accept: 'application/json' }
    }).then((response) => (response.ok ? response.json() : []), () => []);
  if (filters && filters.length) {
    counts = Object.fromEntries(filters.map((filter) => [filter.name, filter.itemCount]));
    show();
  }
}

// As soon as the filters are there, after each visit to another list, and now and then.
let place;
new MutationObserver(() => {
  const current = document.querySelector('.task-filter.active');
  if (current && current !== place) {
    place = current;
    count();
  }
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
setInterval(count, PAUSE);

export default [];
