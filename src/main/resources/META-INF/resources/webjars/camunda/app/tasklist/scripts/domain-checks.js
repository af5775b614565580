// <domain-checks case-number="…"> or <domain-checks domain="…"> shows what was seen at domains' mail servers, one verdict for
// each requirement, with the evidence of each server behind a button, and checks again at a click.
import { element, opener } from './mail-elements.js';
import { language, say } from './say.js';

const LOOK_AGAIN = 3000;

const TAGS = { PASS: say('i orden'), NOTE: say('merk'), FAIL: say('feil'), RETRY: say('prøver igjen'), UNKNOWN: say('ikke prøvd') };

const PROOFS = { ENFORCED: say('avviser e-post uten TLS fra listen'), DELAYED: say('utsetter bare e-post uten TLS (4xx)'),
  NOT_ENFORCED: say('tar imot e-post uten TLS fra listen'), UNKNOWN: say('kunne ikke prøves') };

const PROVEN = { ENFORCED: 'PASS', DELAYED: 'FAIL', NOT_ENFORCED: 'FAIL', UNKNOWN: 'UNKNOWN' };

const locale = language === 'en' ? 'en-GB' : 'nb-NO';

const time = (moment) => new Date(moment).toLocaleString(locale, { timeZone: 'Europe/Oslo', dateStyle: 'medium', timeStyle: 'short' });

const day = (moment) => moment.slice(0, 10);

const line = (outcome, number, ...words) => element('li', { className: outcome },
  element('span', { className: 'tag' }, TAGS[outcome]),
  element('span', { className: 'requirement' }, say('krav {0}', number)),
  element('span', {}, words.flat()));

// What a requirement's line says: the sentences of whatever is not as it should be, each with the servers it was seen at.
function sentences(sheet, requirement) {
  const seen = new Map();
  const note = (verdict, server) => {
    if (verdict.number === requirement.number && verdict.outcome !== 'PASS') {
      seen.set(verdict.sentence, [...(seen.get(verdict.sentence) || []), ...(server ? [server] : [])]);
    }
  };
  sheet.remarks.forEach((verdict) => note(verdict));
  sheet.servers.forEach((server) => server.verdicts.forEach((verdict) => note(verdict, server.host)));
  return [...seen].map(([sentence, servers]) => element('div', {}, sentence,
    servers.length > 0 && sheet.servers.length > 1 && element('span', { className: 'muted' }, ' ' + [...new Set(servers)].join(', '))));
}

const row = (name, value) => value && [element('dt', {}, name), element('dd', {}, value)];

const certificate = (one, place) => [
  row(place ? say('Utsteder {0}', place) : say('Sertifikat'), one.subject),
  row('', one.names.join(', ')),
  row('', say('gjelder {0} til {1}, {2}, {3}', day(one.from), day(one.until), one.key, one.signature))
];

const server = (one) => element('section', { className: 'server' },
  element('h5', {}, one.host, element('span', { className: 'muted' }, ' ' + one.address)),
  element('ul', { className: 'findings' }, one.verdicts.map((verdict) => line(verdict.outcome, verdict.number, verdict.sentence))),
  element('dl', {},
    row(say('Svarte'), one.banner),
    row('TLS', one.tlsVersion && one.tlsVersion + ', ' + one.cipher),
    row(say('Stoppet'), one.said),
    one.chain.map(certificate)));

function evidence(sheet) {
  return element('div', {}, sheet.servers.map(server),
    element('dl', {}, sheet.shown.map((one) => row(one.name, one.value || say('ingen')))));
}

const proof = ({ enforcement, at, transcript }) => element('ul', { className: 'findings' },
  line(PROVEN[enforcement], '5.2.4', say('Prøvd {0}: {1}.', time(at), PROOFS[enforcement]),
    element('pre', {}, transcript.join('\n'))));

function state(sheet) {
  if (sheet.underWay) {
    return say('undersøkes nå …');
  }
  if (!sheet.checkedAt) {
    return say('ikke undersøkt');
  }
  return sheet.dueAt ? say('undersøkt {0}, undersøkes igjen {1}', time(sheet.checkedAt), time(sheet.dueAt))
    : say('undersøkt {0}', time(sheet.checkedAt));
}

class DomainChecks extends HTMLElement {
  static observedAttributes = ['case-number', 'domain'];

  attributeChangedCallback(name, before, value) {
    if (value && !value.includes('{{') && value !== before) {
      this.replaceChildren(element('p', { className: 'muted', role: 'status' }, say('Henter det vi har sett …')));
      this.load();
    }
  }

  disconnectedCallback() {
    clearTimeout(this.later);
  }

  get path() {
    return this.hasAttribute('domain') ? '/domains/' + encodeURIComponent(this.getAttribute('domain'))
      : '/cases/' + this.getAttribute('case-number');
  }

  load() {
    clearTimeout(this.later);
    return window.desk.load('/domain-checks' + this.path).then((sheets) => this.show(sheets),
      (problem) => this.replaceChildren(element('p', { className: 'error', role: 'alert' }, problem.message)));
  }

  show(sheets) {
    this.replaceChildren(...(sheets.length ? sheets.map((sheet) => this.section(sheet))
      : [element('p', { className: 'muted' }, say('Ikke undersøkt ennå.')), this.hasAttribute('domain') && this.again(this.getAttribute('domain'))]
        .filter(Boolean)));
    if (this.isConnected && sheets.some((sheet) => sheet.underWay)) {
      this.later = setTimeout(() => this.load(), LOOK_AGAIN);
    }
  }

  section(sheet) {
    const { button, place } = opener(say('Vis tjenerne'), say('Skjul tjenerne'), () => evidence(sheet));
    return element('section', { className: 'domain-check' },
      element('h4', {}, sheet.domain, element('span', { className: 'muted', role: 'status' }, ' ' + state(sheet))),
      sheet.requirements.length > 0 && element('ul', { className: 'findings' },
        sheet.requirements.map((one) => line(one.outcome, one.number, one.title + '.', sentences(sheet, one)))),
      sheet.proof && proof(sheet.proof),
      element('div', { className: 'again' }, sheet.checkedAt && button, this.again(sheet.domain)),
      place);
  }

  again(domain) {
    const button = element('button', { type: 'button' }, say('Undersøk på nytt nå'));
    button.addEventListener('click', () => {
      button.disabled = true;
      window.desk.send('POST', '/domain-checks', { domain, caseNumber: this.getAttribute('case-number') }).then(() => {
        this.later = setTimeout(() => this.load(), LOOK_AGAIN / 3);
      }, (problem) => {
        button.disabled = false;
        button.after(element('span', { className: 'error', role: 'alert' }, ' ' + problem.message));
      });
    });
    return button;
  }
}

customElements.define('domain-checks', DomainChecks);

export default [];
