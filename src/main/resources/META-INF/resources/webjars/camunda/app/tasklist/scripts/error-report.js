// <error-report sheet="…"> shows what is known of an error report: whose mail fails, what was sent to us, what we see ourselves,
// whom to call, and what else may be the same matter. Its sheet is the JSON that /desk/error-reports/… answers.
import { element } from './mail-elements.js';
import { language, say } from './say.js';

const locale = language === 'en' ? 'en-GB' : 'nb-NO';

const time = (moment) => new Date(moment).toLocaleString(locale, { timeZone: 'Europe/Oslo', dateStyle: 'medium', timeStyle: 'short' });

const row = (name, ...value) => [element('dt', {}, name), element('dd', {}, value.flat())];

function party(reporter) {
  const address = reporter.address || say('uten adresse vi kan svare til');
  return reporter.participant ? reporter.participant.organisation + ', ' + address : say('{0} (ikke deltaker)', address);
}

const line = (one) => element('li', {},
  element('span', { className: 'requirement source' }, one.source),
  element('div', {},
    element('b', {}, one.recipient || one.domain || one.server || say('uten domene')),
    [one.server && one.server !== one.domain && say('ved {0}', one.server + (one.address ? ' [' + one.address + ']' : '')),
      one.at && time(one.at),
      one.count > 1 && say('{0} ganger', one.count.toLocaleString('nb-NO'))]
      .filter(Boolean).map((words) => element('span', { className: 'muted' }, ', ' + words)),
    element('div', {}, one.cause + '.'),
    (one.said || one.status) && element('q', { className: 'said' }, [one.said.includes(one.status) ? '' : one.status, one.said].filter(Boolean).join(' '))));

const other = (one) => element('li', {},
  element('span', { className: 'requirement other' }, one.caseNumber),
  element('span', {}, one.domains + ': ' + one.cause + ', ' + one.state + ' ',
    element('span', { className: 'muted' }, say('meldt {0}', one.openedOn))));

const section = (title, ...content) => [element('h3', {}, title), ...content];

const standing = (one) => element('participant-standing', { number: String(one.id) });

function show(sheet) {
  const reporting = sheet.reporters.map((one) => one.participant)
    .filter((one, place, all) => one && all.findIndex((same) => same && same.id === one.id) === place)
    .filter((one) => !sheet.failing.some((failing) => failing.id === one.id));
  return [
    sheet.aboutUs && element('p', { className: 'guess' }, say('Dette gjelder vårt eget domene. Gi beskjed til dem som drifter e-posten vår.')),
    element('div', { className: 'facts' }, element('dl', {},
      row(say('Domene'), sheet.domains.join(', ') || say('ikke funnet')),
      row(say('Deltaker'), sheet.failing.map((one) => one.organisation).join(', ') || say('står ikke på domenelisten')),
      row(say('Årsak'), sheet.cause),
      row(say('Meldt av'), sheet.reporters.map((one) => element('div', {}, party(one)))),
      row(say('Meldt'), time(sheet.openedAt)),
      sheet.leavesOn && row(say('Tas av listen'), sheet.leavesOn))),
    section(say('Det som ble sendt oss'), sheet.evidence.length ? element('ul', { className: 'findings' }, sheet.evidence.map(line))
      : element('p', { className: 'muted' }, say('Vi fant verken returmelding, logg eller rapport i e-posten. Les den nederst.'))),
    section(say('Det vi ser selv'), sheet.domains.length ? sheet.domains.map((domain) => element('domain-checks', { domain }))
      : element('p', { className: 'muted' }, sheet.served.length
        ? say('Ingen domener er nevnt. Disse på listen bruker samme leverandør: {0}', sheet.served.join(', '))
        : say('Ingen domener er nevnt.'))),
    sheet.similar.length > 0 && section(say('Åpne saker som kan være den samme'),
      element('ul', { className: 'findings' }, sheet.similar.map(other))),
    sheet.history.length > 0 && section(say('Meldt om domenet før'),
      element('ul', { className: 'findings' }, sheet.history.map(other))),
    sheet.failing.map((one) => section(say('Mottakeren: {0}', one.organisation), standing(one))),
    reporting.map((one) => section(say('Melderen: {0}', one.organisation), standing(one))),
    section(say('E-postene i saken'), sheet.cases.map((one) => element('case-mails', { 'case-number': one })))
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
  { value: 'SOLVED', label: say('Feilen er rettet'), button: say('Avslutt saken'),
    next: say('Alle som har meldt fra, og deltakeren får vite at feilen er rettet.') },
  { value: 'TELL_AGAIN', label: say('Skriv til begge kontaktene igjen'), button: say('Skriv igjen'),
    next: say('Den tekniske kontakten og administratoren får det vi ser nå, med det du skriver over. De får fem nye arbeidsdager.') },
  { value: 'LEAVE', label: say('Ta domenet av listen, med varsel'), button: say('Varsle'),
    next: say('Begge kontaktene varsles om dagen domenet tas av domenelisten, to uker frem. Rettes feilen før det, kommer saken tilbake hit.') },
  { value: 'GIVE_UP', label: say('Avslutt uten løsning'), button: say('Avslutt'),
    next: say('Skriv hvorfor. De som har meldt fra, og deltakeren får vite det.') },
  { value: 'WAIT', label: say('Vent videre'), button: say('Vent videre'),
    next: say('Ingenting sendes, og fristen er den samme.') }
];

// What each form does that shows a case and asks for one thing to be done; answers how to send what a person decides.
function work(scope, form, error, advice, shown) {
  scope.error = Object.assign(error, { busy: true });

  const wait = (promise, then) => {
    Object.assign(error, { busy: true, problem: '' });
    promise.then((result) => scope.$applyAsync(() => { error.busy = false; then(result); }),
      (problem) => scope.$applyAsync(() => { error.busy = false; error.problem = problem.message; }));
  };

  form.on('form-loaded', () => ['caseNumber', 'due'].forEach((name) => form.variableManager.fetchVariable(name)));
  form.on('variables-fetched', () => {
    error.caseNumber = form.variableManager.variableValue('caseNumber');
    wait(window.desk.load('/error-reports/' + error.caseNumber), (sheet) => {
      Object.assign(error, { sheet, json: JSON.stringify(sheet) });
      shown(sheet);
    });
  });
  form.on('submit', () => {
    form.submitPrevented = true;
    error.problem = advice;
  });
  form.on('store', () => { form.storePrevented = true; });

  return (path, decided) => wait(window.desk.send('POST', '/error-reports/' + error.caseNumber + path, decided),
    () => window.desk.leave(scope));
}

// What both forms do in which a person decides how to go on; the first of the choices is proposed, unless all is mended.
window.desk.pursueErrorReport = (scope, form, choices) => {
  const error = { words: '', choices: choices.map((value) => PURSUITS.find((one) => one.value === value)) };
  const send = work(scope, form, error, say('Velg hva som skal skje, og trykk på knappen nederst.'),
    (sheet) => { error.pursuit = sheet.mended ? 'SOLVED' : choices[0]; });
  error.chosen = () => error.choices.find((one) => one.value === error.pursuit);
  error.decide = () => send('/follow-up', { pursuit: error.pursuit, words: error.words });
};

// What both forms do in which a case waits for an answer from outside.
window.desk.awaitErrorReport = (scope, form) => {
  const error = { reason: '' };
  const send = work(scope, form, error, say('Skriv hvorfor du tar saken tilbake, og trykk på knappen nederst.'),
    () => { error.due = time(form.variableManager.variableValue('due')); });
  error.takeBack = () => send('/return', { reason: error.reason });
};

export default [];
