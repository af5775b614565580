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

const PURSUITS = [
  { value: 'SOLVED', label: 'Feilen er rettet', button: 'Avslutt saken', next: 'Alle som har meldt fra, og deltakeren får vite at feilen er rettet.' },
  { value: 'TELL_AGAIN', label: 'Skriv til begge kontaktene igjen', button: 'Skriv igjen', next: 'Den tekniske kontakten og administratoren får det vi ser nå, med det du skriver over. De får fem nye arbeidsdager.' },
  { value: 'LEAVE', label: 'Ta domenet av listen, med varsel', button: 'Varsle', next: 'Begge kontaktene varsles om dagen domenet tas av domenelisten, to uker frem. Rettes feilen før det, kommer saken tilbake hit.' },
  { value: 'GIVE_UP', label: 'Avslutt uten løsning', button: 'Avslutt', next: 'Skriv hvorfor. De som har meldt fra, og deltakeren får vite det.' },
  { value: 'WAIT', label: 'Vent videre', button: 'Vent videre', next: 'Ingenting sendes, og fristen er den samme.' }
];

// What both forms do in which a person decides how to go on; the first of the choices is proposed, unless all is mended.
window.desk.pursueErrorReport = (scope, form, choices) => {
  const error = { busy: true, words: '', choices: choices.map((value) => PURSUITS.find((one) => one.value === value)) };
  scope.error = error;

  const work = (promise, then) => {
    Object.assign(error, { busy: true, problem: '' });
    promise.then((result) => scope.$applyAsync(() => { error.busy = false; then(result); }),
      (problem) => scope.$applyAsync(() => { error.busy = false; error.problem = problem.message; }));
  };

  error.chosen = () => error.choices.find((one) => one.value === error.pursuit);
  error.decide = () => work(window.desk.send('POST', '/error-reports/' + error.caseNumber + '/follow-up',
    { pursuit: error.pursuit, words: error.words }), () => window.desk.leave(scope));

  form.on('form-loaded', () => form.variableManager.fetchVariable('caseNumber'));
  form.on('variables-fetched', () => {
    error.caseNumber = form.variableManager.variableValue('caseNumber');
    work(window.desk.load('/error-reports/' + error.caseNumber), (sheet) => {
      Object.assign(error, { sheet, json: JSON.stringify(sheet), pursuit: sheet.mended ? 'SOLVED' : choices[0] });
    });
  });
  form.on('submit', () => {
    form.submitPrevented = true;
    error.problem = 'Velg hva som skal skje, og trykk på knappen nederst.';
  });
  form.on('store', () => { form.storePrevented = true; });
};

export default [];
