// A report as a page of Cockpit's: the way to the others, the period, and its panels or the cases behind one figure.
import { say } from '../../tasklist/scripts/say.js';
import { element } from '../../tasklist/scripts/mail-elements.js';
import { caseList } from './report-cases.js';
import { load } from './report-data.js';
import { panelSection } from './report-panel.js';

// What the address says behind the report: period and figure.
const asked = () => new URLSearchParams(location.hash.split('?')[1] || '');

const place = (report, values) => '#/reports/' + report.plugin + '?' + new URLSearchParams(values);

function periodOf(parameters) {
  return Object.fromEntries(['span', 'from', 'until'].filter((name) => parameters.get(name)).map((name) => [name, parameters.get(name)]));
}

const others = (report, groups) => element('nav', { className: 'report-nav', ariaLabel: say('Rapporter') },
  groups.map(({ title, reports }) => element('div', {}, element('span', { className: 'report-group' }, title),
    element('ul', {}, reports.map((one) => element('li', {}, one === report
      ? element('a', { href: place(one, {}), 'aria-current': 'page' }, one.label)
      : element('a', { href: place(one, {}) }, one.label)))))));

function spans(report, period) {
  const chosen = period.from || period.until ? '' : period.span || report.spans[0][0];
  return element('ul', { className: 'report-spans' }, report.spans.map(([span, words]) => element('li', {},
    element('a', { href: place(report, { span }), ...(span === chosen ? { 'aria-current': 'true' } : {}) }, words))));
}

const month = (id, words, value) => element('label', { htmlFor: id }, words + ' ',
  element('input', { id, type: 'month', name: id, value, pattern: '[0-9]{4}-[0-9]{2}', placeholder: '2027-01', required: true }));

function picker(report, period, { from, until }) {
  const form = element('form', { className: 'report-period', ariaLabel: say('Periode') }, spans(report, period),
    month('from', say('fra'), from), month('until', say('til'), until),
    element('button', { type: 'submit', className: 'btn btn-default' }, say('Vis perioden')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.hash = place(report, { from: form.elements.from.value, until: form.elements.until.value });
  });
  return form;
}

async function content(report) {
  const parameters = asked();
  const period = periodOf(parameters);
  if (parameters.get('cases')) {
    return [await caseList(parameters.get('cases'), place(report, period))];
  }
  const answer = await load('reports/' + report.id + '?' + new URLSearchParams(period));
  const shown = { report: report.id, period: new URLSearchParams({ from: answer.from, until: answer.until }).toString(),
    link: (cases) => place(report, { ...period, cases }) };
  return [picker(report, period, answer), ...answer.panels.map((panel) => panelSection(panel, shown))];
}

// The platform's plugin for a report.
export function reportPage(report, groups) {
  let leave = () => {};
  return {
    id: report.plugin,
    render: (node) => {
      const results = element('div', { className: 'report-results' });
      const status = element('p', { className: 'report-status', role: 'status' });
      let turn = 0;
      const show = async () => {
        const mine = (turn += 1);
        status.textContent = say('Henter tall …');
        const parts = await content(report).catch((problem) => [element('p', { className: 'report-problem', role: 'alert' }, say('Tallene kan ikke hentes: {0}', problem.message))]);
        if (mine === turn) {
          status.textContent = '';
          results.replaceChildren(...parts);
          results.querySelector('#report-cases')?.focus();
        }
      };
      const changed = () => location.hash.startsWith('#/reports/' + report.plugin) && show();
      window.addEventListener('hashchange', changed);
      leave = () => window.removeEventListener('hashchange', changed);
      node.className = 'report';
      node.replaceChildren(others(report, groups), status, results);
      show();
    },
    unmount: () => leave()
  };
}
