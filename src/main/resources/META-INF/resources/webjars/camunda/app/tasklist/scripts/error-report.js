// <error-report sheet="…"> shows what is known of an error report: whose mail fails, what was sent to us, what we see ourselves,
// whom to call, and what else may be the same matter. Its sheet is the JSON that /desk/error-reports/… answers.
import { element } from './mail-elements.js';

const time = (moment) => new Date(moment).toLocaleString('nb-NO', { timeZone: 'Europe/Oslo', dateStyle: 'medium', timeStyle: 'short' });

const row = (name, ...value) => [element('dt', {}, name), element('dd', {}, value.flat())];

const party = (reporter) => (reporter.participant ? reporter.participant.organisation + ', ' : '')
  + (reporter.address || 'uten adresse vi kan svare til') + (reporter.participant ? '' : ' (ikke deltaker)');

const line = (one) => element('li', {},
  element('span', { className: 'requirement source' }, one.source),
  element('div', {},
    element('b', {}, one.recipient || one.domain || one.server || 'uten domene'),
    [one.server && one.server !== one.domain && 'ved ' + one.server + (one.address ? ' [' + one.address + ']' : ''), one.at && time(one.at),
      one.count > 1 && one.count.toLocaleString('nb-NO') + ' ganger'].filter(Boolean).map((words) => element('span', { className: 'muted' }, ', ' + words)),
    element('div', {}, one.cause + '.'),
    (one.said || one.status) && element('q', { className: 'said' }, [one.said.includes(one.status) ? '' : one.status, one.said].filter(Boolean).join(' '))));

const other = (one) => element('li', {},
  element('span', { className: 'requirement other' }, one.caseNumber),
  element('span', {}, one.domains + ': ' + one.cause.toLowerCase() + ', ' + one.state + ' ',
    element('span', { className: 'muted' }, 'meldt ' + one.openedOn)));

const section = (title, ...content) => [element('h3', {}, title), ...content];

const standing = (one) => element('participant-standing', { number: String(one.id) });

function show(sheet) {
  const reporting = sheet.reporters.map((one) => one.participant)
    .filter((one, place, all) => one && all.findIndex((same) => same && same.id === one.id) === place)
    .filter((one) => !sheet.failing.some((failing) => failing.id === one.id));
  return [
    sheet.aboutUs && element('p', { className: 'guess' }, 'Dette gjelder vårt eget domene. Gi beskjed til dem som drifter e-posten vår.'),
    element('div', { className: 'facts' }, element('dl', {},
      row('Domene', sheet.domains.join(', ') || 'ikke funnet'),
      row('Deltaker', sheet.failing.map((one) => one.organisation).join(', ') || 'står ikke på domenelisten'),
      row('Årsak', sheet.cause),
      row('Meldt av', sheet.reporters.map((one) => element('div', {}, party(one)))),
      row('Meldt', time(sheet.openedAt)),
      sheet.leavesOn && row('Tas av listen', sheet.leavesOn))),
    section('Det som ble sendt oss', sheet.evidence.length ? element('ul', { className: 'findings' }, sheet.evidence.map(line))
      : element('p', { className: 'muted' }, 'Vi fant verken returmelding, logg eller rapport i e-posten. Les den nederst.')),
    section('Det vi ser selv', sheet.domains.length ? sheet.domains.map((domain) => element('domain-checks', { domain }))
      : element('p', { className: 'muted' }, sheet.served.length
        ? 'Ingen domener er nevnt. Disse på listen bruker samme leverandør: ' + sheet.served.join(', ') : 'Ingen domener er nevnt.')),
    sheet.similar.length > 0 && section('Åpne saker som kan være den samme', element('ul', { className: 'findings' }, sheet.similar.map(other))),
    sheet.history.length > 0 && section('Meldt om domenet før', element('ul', { className: 'findings' }, sheet.history.map(other))),
    sheet.failing.map((one) => section('Mottakeren: ' + one.organisation, standing(one))),
    reporting.map((one) => section('Melderen: ' + one.organisation, standing(one))),
    section('E-postene i saken', sheet.cases.map((one) => element('case-mails', { 'case-number': one })))
  ].flat(4).filter(Boolean);
}

class ErrorReport extends HTMLElement {
  static observedAttributes = ['sheet'];

  attributeChangedCallback(name, before, sheet) {
    if (sheet && sheet !== before && sheet.startsWith('{"')) {
      this.replaceChildren(...show(JSON.parse(sheet)));
    }
  }
}

customElements.define('error-report', ErrorReport);

export default [];
