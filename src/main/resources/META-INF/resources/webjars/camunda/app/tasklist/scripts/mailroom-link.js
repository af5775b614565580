// The ways from Tasklist to the pages beside it.
import { say } from './say.js';

const way = (id, priority, path, words) => ({
  id,
  pluginPoint: 'tasklist.navbar.action',
  priority,
  render: (node) => {
    const link = document.createElement('a');
    link.href = window.desk.url(path);
    link.textContent = words;
    node.append(link);
  }
});

export default [
  way('new-case-link', 420, '/new-case', say('Ny sak')),
  way('casebook-link', 410, '/casebook', say('Saker')),
  way('mailroom-link', 400, '/mailroom', say('Postrom')),
  way('participants-link', 390, '/participants', say('Deltakere'))
];
