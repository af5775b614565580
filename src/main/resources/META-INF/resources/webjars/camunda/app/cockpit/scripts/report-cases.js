// The cases behind a figure, with a link to where Cockpit shows each.
import { say } from '../../tasklist/scripts/say.js';
import { element } from '../../tasklist/scripts/mail-elements.js';
import { load, time } from './report-data.js';

const place = ({ instance, diagram, endedAt }) => (endedAt
  ? '#/process-definition/' + encodeURIComponent(diagram) + '/runtime?detailsTab=case-path-finished-cases&case=' + encodeURIComponent(instance)
  : '#/process-instance/' + encodeURIComponent(instance) + '/runtime');

const row = (one) => element('tr', {},
  element('th', { scope: 'row' }, one.instance ? element('a', { href: place(one) }, one.caseNumber) : one.caseNumber),
  [one.kind || say('slettet fra historikken'), one.state, time(one.startedAt), time(one.endedAt), one.steps.join(', ')]
    .map((words) => element('td', {}, words)));

async function fill(body, more, query) {
  const page = await load('cases?' + query);
  body.append(...page.cases.map(row));
  more.hidden = !page.more;
  more.onclick = () => fill(body, more, page.more);
  return page.cases.length;
}

export async function caseList(query, back) {
  const body = element('tbody');
  const more = element('button', { type: 'button', className: 'btn btn-default' }, say('Vis flere'));
  const found = await fill(body, more, query);
  return element('section', { className: 'report-panel', 'aria-labelledby': 'report-cases' },
    element('p', {}, element('a', { href: back }, say('Tilbake til rapporten'))),
    element('h4', { id: 'report-cases', tabIndex: -1 }, say('Sakene bak tallet')),
    found === 0 ? element('p', { className: 'report-note' }, say('Sakene er slettet fra historikken. Tallet er tatt vare på.'))
      : element('div', { className: 'report-scroll', tabIndex: 0, role: 'region', ariaLabel: say('Tabell: {0}', say('Sakene bak tallet')) },
        element('table', { className: 'table cam-table report-table', 'aria-labelledby': 'report-cases' },
          element('thead', {}, element('tr', {}, [say('Sak'), say('Sakstype'), say('Status'), say('Åpnet'), say('Avsluttet'), say('Står ved')]
            .map((words) => element('th', { scope: 'col' }, words)))),
          body)),
    more);
}
