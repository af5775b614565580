// Shows managers on the dashboard how the mail is doing - what waits, what was put aside, what did not arrive - who has
// confirmed the Domain List, and what was reported to fail.
import { language, say } from '../../tasklist/scripts/say.js';
import { load } from './report-data.js';

const time = (text) => new Date(text).toLocaleString(language === 'en' ? 'en-GB' : 'nb-NO', {
  timeZone: 'Europe/Oslo', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'
});

const sum = (mails, ...states) => states.reduce((total, state) => total + (mails[state] || 0), 0);

const since = (oldest) => (oldest ? say('den eldste siden {0}', time(oldest)) : '');

function row(body, [words, number, note, bad]) {
  const cells = body.insertRow();
  cells.className = bad && number ? 'danger' : '';
  const name = document.createElement('th');
  name.scope = 'row';
  name.textContent = words;
  cells.append(name);
  [number.toLocaleString('nb-NO'), (number && note) || ''].forEach((text) => { cells.insertCell().textContent = text; });
}

function table(node, title, rows) {
  const table = document.createElement('table');
  table.className = 'table cam-table mail-figures';
  table.createCaption().textContent = title;
  const body = table.createTBody();
  rows.forEach((line) => row(body, line));
  node.append(table);
}

const received = ({ mails, oldest }) => [
  [say('Venter på behandling'), sum(mails, 'STORED'), since(oldest)],
  [say('Uten sak'), sum(mails, 'UNCLAIMED'), say('en saksbehandler sorterer dem')],
  [say('I karantene'), sum(mails, 'QUARANTINED'), say('kunne ikke behandles'), true],
  [say('Søppelpost'), sum(mails, 'SPAM')],
  [say('Maskinpost'), sum(mails, 'MACHINE')]
];

const sent = ({ mails, oldest, pauses }) => [
  [say('På vei'), sum(mails, 'NEW', 'CLAIMED', 'IN_DATA', 'RETRY'), since(oldest)],
  [say('Holdt tilbake'), sum(mails, 'HELD'), say('adressen har fått nok for i dag')],
  [say('Ikke sendt'), sum(mails, 'FAILED'), say('avvist eller gitt opp'), true],
  [say('Usikre'), sum(mails, 'UNCERTAIN'), say('ingen vet om de kom frem'), true],
  [say('I retur'), sum(mails, 'RETURNED'), say('mottakeren har dem ikke'), true],
  [say('Domener som ber oss vente'), pauses.length, pauses.map(({ domain, until }) => say('{0} til {1}', domain, time(until))).join(', ')]
];

const confirmed = (behind) => {
  const more = Object.entries(behind).filter(([quarters]) => quarters > 1)
    .reduce((total, [, participants]) => total + participants, 0);
  return [
    [say('I rute'), behind[0] || 0],
    [say('Ett kvartal på etterskudd'), behind[1] || 0],
    [say('To kvartaler eller mer'), more, say('har ikke bekreftet på lenge'), true]
  ];
};

const half = (days) => (days === 1 ? say('halvparten innen 1 døgn') : say('halvparten innen {0} døgn', days.toLocaleString('nb-NO')));

const errors = ({ open, oldest, solved, days }) => [
  [say('Åpne'), open, oldest && say('den eldste fra {0}', oldest)],
  [say('Løst de siste 90 dagene'), solved, days !== null && half(days)]
];

function link(node, path, words) {
  const anchor = document.createElement('a');
  anchor.href = new URL('../../../../desk/figures/' + path, import.meta.url);
  anchor.textContent = words;
  node.append(anchor);
}

function part(node, fill) {
  const place = document.createElement('div');
  fill(place);
  node.append(place);
}

export default [{
  id: 'mail-figures',
  pluginPoint: 'cockpit.dashboard',
  priority: 10,
  render: async (node) => {
    node.textContent = say('Henter tall …');
    try {
      const [inbound, outbound, behind, reported] = await Promise.all(
        ['mails', 'sent', 'behind', 'errors'].map(load));
      node.replaceChildren();
      node.className = 'mail-figures-board';
      part(node, (place) => table(place, say('E-post til oss'), received(inbound)));
      part(node, (place) => table(place, say('E-post fra oss'), sent(outbound)));
      part(node, (place) => {
        table(place, say('Deltakernes bekreftelser'), confirmed(behind));
        link(place, 'ledger', say('Hvem som er på etterskudd, og hvor langt hver versjon er kommet'));
      });
      part(node, (place) => {
        table(place, say('Feilmeldinger om e-post til deltakere'), errors(reported));
        link(place, 'error-reports', say('Årsaker, tid til løsning, og der det svikter igjen'));
      });
    } catch (problem) {
      node.textContent = say('Tallene kan ikke hentes: {0}', problem.message);
    }
  }
}];
