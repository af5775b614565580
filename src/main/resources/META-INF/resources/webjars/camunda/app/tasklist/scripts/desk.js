// What every form and page of ours needs: words, to load from our endpoints, to send to them, and to leave a task that is done.
import { language, say } from './say.js';

const root = new URL('../../../..', import.meta.url).pathname.replace(/\/$/, '');

// Read anew before each write: a stale token would be refused. A page outside of Tasklist brings its own.
const token = () => document.querySelector('meta[name=desk-token]')?.content
  || (document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/) || [])[1] || '';

async function answer(response) {
  if (response.ok) {
    return response.status === 204 ? null : response.json();
  }
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail || say('Noe gikk galt (feil {0}). Prøv igjen om litt.', response.status));
}

const offline = () => {
  throw new Error(say('Får ikke kontakt med serveren. Ingenting er lagret. Prøv igjen om litt.'));
};

window.desk = {
  language,

  say,

  url: (path) => root + '/desk' + path,

  load: (path) => fetch(root + '/desk' + path, { credentials: 'same-origin', headers: { Accept: 'application/json' } })
    .catch(offline).then(answer),

  send: (method, path, body) => fetch(root + '/desk' + path, {
    method,
    credentials: 'same-origin',
    headers: { Accept: 'application/json', 'X-XSRF-TOKEN': token(), ...(body instanceof FormData ? {} : { 'Content-Type': 'application/json' }) },
    body: body instanceof FormData ? body : JSON.stringify(body)
  }).catch(offline).then(answer),

  // Where work goes on after what was just asked for appeared.
  reveal: (id) => requestAnimationFrame(() => {
    const heading = document.getElementById(id);
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  }),

  // What Tasklist itself does when a task is done: back to the list, which is loaded again.
  leave: (scope) => {
    let owner = scope;
    while (owner && !Object.hasOwn(owner, 'completionCallback')) {
      owner = owner.$parent;
    }
    scope.$applyAsync(() => owner.completionCallback());
  }
};

export default [];
