// <case-story case-number="TLS-2026-00042"> tells what happened in a case, the newest first: mails, checks, decisions, comments, tasks.
import { element } from './mail-elements.js';
import { language, say } from './say.js';

const time = (text) => new Date(text).toLocaleString(language === 'nb' ? 'nb-NO' : 'en-GB', {
  timeZone: 'Europe/Oslo', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit'
});

const DECIDED = {
  APPROVED: say('godkjente innmeldingen'), MORE_NEEDED: say('ba søkeren om mer'), DECLINED: say('avslo innmeldingen'),
  TAKEN_BACK: say('tok saken tilbake'),
  DONE: say('førte inn at det er gjort'), NOT_ABLE: say('førte inn at det ikke lar seg gjøre'), MORE_TIME: say('ga mer tid'),
  NONE: say('avsluttet uten svar'), CONFIRMED: say('førte inn en bekreftelse'), ASK_AGAIN: say('avtalte å spørre på nytt'),
  REPEAT: say('ga beskjed på nytt'), LET_BE: say('lot det være'),
  TELL: say('ga deltakeren beskjed'), OWN_SIDE: say('svarte at feilen er hos avsenderen selv'), NOT_TLS: say('svarte at det ikke gjelder TLS'),
  NOT_LISTED: say('svarte at domenet ikke står på listen'), ASK: say('ba om flere opplysninger'), JOIN: say('slo saken sammen med en annen'),
  TELL_AGAIN: say('ga deltakeren beskjed på nytt'), WAIT: say('ventet videre'), SOLVED: say('avsluttet som løst'),
  GIVE_UP: say('avsluttet uten løsning'), LEAVE: say('tok domenet av listen'),
  SENT_AGAIN: say('sendte e-posten på nytt'), COUNTED_AS_DELIVERED: say('regnet e-posten som levert'),
  SETTLED_OTHERWISE: say('ordnet det på annen måte'), NEW_ADDRESS: say('førte inn en ny adresse'), ANSWERED: say('svarte'),
  CLOSED: say('avsluttet uten svar'),
  ENROLMENT: say('sorterte e-posten som innmelding'), REPLY: say('sorterte e-posten som svar i en sak'),
  ERROR_REPORT: say('sorterte e-posten som feilmelding'), REGISTER_CHANGE: say('sorterte e-posten som endring'),
  CONTACT_LIST_REQUEST: say('sorterte e-posten som ønske om kontaktlisten'), WITHDRAWAL: say('sorterte e-posten som utmelding'),
  QUESTION: say('sorterte e-posten som spørsmål'), TRY_AGAIN: say('prøvde å lese e-posten på nytt'),
  NOTHING_FOR_US: say('la e-posten bort')
};

const SEEN = { PASS: say('i orden'), NOTE: say('i orden, med merknad'), FAIL: say('feiler'), RETRY: say('prøves igjen'), UNKNOWN: say('ikke avklart') };

const opened = (attribute, id, words) => {
  const place = element('details', {}, element('summary', {}, words));
  place.addEventListener('toggle', () => place.append(element('one-mail', { [attribute]: id })), { once: true });
  return place;
};

const told = {
  MAIL_IN: (event) => opened('mail-id', event.reference, say('E-post fra {0}: {1}', event.who || say('ukjent'), event.what || say('(uten emne)'))),
  MAIL_OUT: (event) => opened('sent-id', event.reference, say('E-post til {0}: {1}', event.who, event.what)),
  CHECK: (event) => say('E-posttjenerne til {0} ble undersøkt: {1}', event.what, SEEN[event.words] || say('ikke avklart')),
  DECISION: (event) => [element('b', {}, event.who), ' ', DECIDED[event.what] || event.what.toLowerCase(),
    event.words && element('q', {}, event.words)],
  COMMENT: (event) => [element('b', {}, event.who), ': ', element('q', {}, event.words)],
  TASK: (event) => (event.who ? say('Oppgave: {0} ({1})', event.what, event.who) : say('Oppgave: {0}', event.what)),
  OPENED: () => say('Saken ble opprettet'),
  CLOSED: () => say('Saken ble avsluttet')
};

const line = (event) => element('li', { className: event.kind.toLowerCase() },
  element('time', { dateTime: event.at }, time(event.at)), element('div', {}, told[event.kind](event)));

const summary = ({ label, events }) => {
  const count = (kind) => events.filter((event) => event.kind === kind).length;
  return say('{0}. E-poster inn: {1}, ut: {2}, beslutninger: {3}', label.endedAt ? say('Avsluttet {0}', time(label.endedAt))
    : say('Åpen siden {0}', time(label.startedAt)), count('MAIL_IN'), count('MAIL_OUT'), count('DECISION'));
};

class CaseStory extends HTMLElement {
  static observedAttributes = ['case-number'];

  attributeChangedCallback(name, before, number) {
    if (/^TLS-\d{4}-\d{5,}$/.test(number) && number !== before) {
      this.show(number);
    }
  }

  async show(number) {
    this.replaceChildren(element('p', { className: 'muted', role: 'status' }, say('Henter saken …')));
    try {
      const story = await window.desk.load('/cases/' + encodeURIComponent(number));
      this.replaceChildren(element('details', { open: this.hasAttribute('open') }, element('summary', {}, summary(story)),
        element('ol', { className: 'story' }, story.events.map(line))));
    } catch (problem) {
      this.replaceChildren(element('p', { className: 'error', role: 'alert' }, problem.message));
    }
  }
}

customElements.define('case-story', CaseStory);

export default [];
