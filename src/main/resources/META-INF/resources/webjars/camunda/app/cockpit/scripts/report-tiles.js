// How it stands now, in a row on Cockpit's first page; each figure leads to its report.
import { say } from '../../tasklist/scripts/say.js';
import { element } from '../../tasklist/scripts/mail-elements.js';
import { figure, load } from './report-data.js';

const tile = ({ id, label, value, unit, worrying, report }) => element('li', {},
  element('a', { href: '#/reports/report-' + report, className: worrying ? 'report-tile worrying' : 'report-tile', id: 'tile-' + id },
    element('span', { className: 'report-tile-label' }, label),
    element('span', { className: 'report-tile-value' }, figure(value, unit)),
    worrying && element('span', { className: 'sr-only' }, ' ' + say('bør ses på'))));

// What managers come for stands above what the platform counts of itself.
const toTop = (section) => section?.parentElement.prepend(section);

export default [{
  id: 'report-tiles',
  pluginPoint: 'cockpit.dashboard',
  priority: 20,
  render: async (node) => {
    node.className = 'report-tiles-board';
    node.textContent = say('Henter tall …');
    try {
      const tiles = await load('tiles');
      toTop(node.closest('section'));
      node.replaceChildren(element('h2', {}, say('Slik står det til')), element('ul', { className: 'report-tiles' }, tiles.map(tile)));
    } catch (problem) {
      node.textContent = say('Tallene kan ikke hentes: {0}', problem.message);
    }
  }
}];
