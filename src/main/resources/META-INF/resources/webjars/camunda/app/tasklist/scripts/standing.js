// <participant-standing number="…"> shows whom to call at a participant, what is listed, and what it has confirmed.
import { element } from './mail-elements.js';
import { say } from './say.js';

const row = (name, value) => value && [element('dt', {}, name), element('dd', {}, value)];

const behind = (quarters) => (quarters > 0)
  && element('span', { className: 'behind' },
    ' ' + (quarters === 1 ? say('Ett kvartal på etterskudd.') : say('{0} kvartaler på etterskudd.', quarters)));

const listed = (domain) => domain.name + ' (' + (domain.inboundEnforcement ? say('Ja') : say('Nei')) + ')';

const confirmation = (one) => element('li', {},
  element('span', { className: 'requirement' }, one.on),
  element('span', {}, say('Versjon {0} bekreftet {1}', one.version, one.how) + ' ',
    element('span', { className: 'muted' }, one.caseNumber)));

const download = (one) => element('li', {},
  element('span', { className: 'requirement' }, one.on),
  element('span', {}, say('Hentet {0} med versjon {1}', one.file, one.version)));

function show(standing) {
  const history = [...standing.confirmations.map((one) => ({ on: one.on, item: confirmation(one) })),
    ...standing.downloads.map((one) => ({ on: one.on, item: download(one) }))]
    .sort((one, other) => other.on.localeCompare(one.on)).map((one) => one.item);
  return [
    element('div', { className: 'facts' }, element('dl', {},
      row(say('Telefon'), standing.technicalPhone
        && element('a', { href: 'tel:' + standing.technicalPhone.replace(/[^+0-9]/g, '') }, standing.technicalPhone)
        || say('ikke oppgitt')),
      row(say('Administrator'), [standing.administratorName, standing.administratorEmail].filter(Boolean).join(', ')),
      row(say('Teknisk kontakt'), standing.technicalEmail),
      row(say('Organisasjonsnummer'), standing.organisationNumber || say('har ikke')),
      row(say('Domener'), standing.domains.map(listed).join(', ') || say('ingen på listen nå')),
      row(say('Deltaker siden'), standing.enrolledOn),
      row(say('Bekreftet'), standing.confirmations.length
        ? [element('span', {}, say('Versjon {0}, {1}.', standing.confirmations[0].version, standing.confirmations[0].on)),
          behind(standing.quartersBehind)]
        : say('ingen versjon ennå')),
      row(say('TLS sviktet'), standing.tlsFailedOn && standing.tlsFailedOn + ': ' + standing.tlsSaid))),
    history.length > 0 && element('ul', { className: 'findings' }, history)
  ].filter(Boolean);
}

class ParticipantStanding extends HTMLElement {
  static observedAttributes = ['number'];

  attributeChangedCallback(name, before, number) {
    if (/^\d+$/.test(number) && number !== before) {
      this.replaceChildren(element('p', { className: 'muted' }, say('Henter deltakeren …')));
      window.desk.load('/standings/' + number).then((standing) => this.replaceChildren(...show(standing)),
        (problem) => this.replaceChildren(element('p', { className: 'error', role: 'alert' }, problem.message)));
    }
  }
}

customElements.define('participant-standing', ParticipantStanding);

export default [];
