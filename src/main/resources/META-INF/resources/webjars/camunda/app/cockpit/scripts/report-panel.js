// One panel of a report: what it shows, drawn, in a table and as a file.
import { say } from '../../tasklist/scripts/say.js';
import { element } from '../../tasklist/scripts/mail-elements.js';
import { chart } from './report-chart.js';
import { address, figure, heading } from './report-data.js';

function cell(line, column, { value, cases }, link) {
  const words = figure(value, column.unit);
  return element('td', { className: 'number' }, cases
    ? element('a', { href: link(cases), ariaLabel: say('{0}: vis sakene ({1}, {2})', words, line.label, heading(column)) }, words)
    : words);
}

const table = (panel, id, link) => element('table', { className: 'table cam-table report-table', 'aria-labelledby': id },
  element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, panel.head),
    panel.columns.map((column) => element('th', { scope: 'col', className: 'number' }, heading(column))))),
  element('tbody', {}, panel.lines.map((line) => element('tr', { className: line.total ? 'total' : '' },
    element('th', { scope: 'row' }, line.label),
    panel.columns.map((column, index) => cell(line, column, line.figures[index], link))))));

// A report's panel; the file is asked for with the same period, the cases behind a figure by a link.
export function panelSection(panel, { report, period, link }) {
  const id = 'panel-' + panel.id;
  return element('section', { className: 'report-panel', 'aria-labelledby': id },
    element('h4', { id }, panel.title),
    panel.note && element('p', { className: 'report-note' }, panel.note),
    chart(panel) || element('p', { className: 'report-note' }, say('Ingen tall å tegne for perioden.')),
    panel.lines.length > 0 && element('div', { className: 'report-scroll', tabIndex: 0, role: 'region', ariaLabel: say('Tabell: {0}', panel.title) },
      table(panel, id, link)),
    element('p', { className: 'report-more' },
      element('a', { href: address('reports/' + report + '/' + panel.id + '.csv?' + period), download: '' }, say('Last ned som CSV'),
        element('span', { className: 'sr-only' }, ' ' + panel.title)),
      panel.more && element('a', { href: address(panel.more.page) }, panel.more.words)));
}
