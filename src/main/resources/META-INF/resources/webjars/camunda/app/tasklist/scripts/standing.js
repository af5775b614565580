// <participant-standing number="…"> shows whom to call at a participant, what is listed, and what it has confirmed.
import { element } from './mail-elements.js';

const row = (name, value) => value && [element('dt', {}, name), element('dd', {}, value)];

const behind = (quarters) => (quarters > 0)
  && element('span', { className: 'behind' }, quarters === 1 ? ' Ett kvartal på etterskudd.' : ' ' + quarters + ' kvartaler på etterskudd.');

const confirmation = (one) => element('li', {},
  element('span', { className: 'requirement' }, one.on),
  element('span', {}, 'Versjon ' + one.version + ' bekreftet ' + one.how + ' ',
    element('span', { className: 'muted' }, one.caseNumber)));

const download = (one) => element('li', {},
  element('span', { className: 'requirement' }, one.on),
  element('span', {}, 'Hentet ' + one.file + ' med versjon ' + one.version));

function show(standing) {
  const history = [...standing.confirmations.map((one) => ({ on: one.on, item: confirmation(one) })),
    ...standing.downloads.map((one) => ({ on: one.on, item: download(one) }))]
    .sort((one, other) => other.on.localeCompare(one.on)).map((one) => one.item);
  return [
    element('div', { className: 'facts' }, element('dl', {},
      row('Telefon', standing.technicalPhone
        && element('a', { href: 'tel:' + standing.technicalPhone.replace(/[^+0-9]/g, '') }, standing.technicalPhone)
        || 'ikke oppgitt'),
      row('Administrator', [standing.administratorName, standing.administratorEmail].filter(Boolean).join(', ')),
      row('Teknisk kontakt', standing.technicalEmail),
      row('Organisasjonsnummer', standing.organisationNumber || 'har ikke'),
      row('Domener', standing.domains.map((domain) => domain.name + ' (' + (domain.inboundEnforcement ? 'Ja' : 'Nei') + ')').join(', ')
        || 'ingen på listen nå'),
      row('Deltaker siden', standing.enrolledOn),
      row('Bekreftet', standing.confirmations.length
        ? [element('span', {}, 'Versjon ' + standing.confirmations[0].version + ', ' + standing.confirmations[0].on + '.'),
          behind(standing.quartersBehind)]
        : 'ingen versjon ennå'),
      row('TLS sviktet', standing.tlsFailedOn && standing.tlsFailedOn + ': ' + standing.tlsSaid))),
    history.length > 0 && element('ul', { className: 'findings' }, history)
  ].filter(Boolean);
}

class ParticipantStanding extends HTMLElement {
  static observedAttributes = ['number'];

  attributeChangedCallback(name, before, number) {
    if (/^\d+$/.test(number) && number !== before) {
      this.replaceChildren(element('p', { className: 'muted' }, 'Henter deltakeren …'));
      window.desk.load('/standings/' + number).then((standing) => this.replaceChildren(...show(standing)),
        (problem) => this.replaceChildren(element('p', { className: 'error', role: 'alert' }, problem.message)));
    }
  }
}

customElements.define('participant-standing', ParticipantStanding);

export default [];
