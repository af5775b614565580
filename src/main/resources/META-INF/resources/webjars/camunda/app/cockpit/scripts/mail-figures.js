// Shows managers on the dashboard how the mail is doing - what waits, what was put aside, what did not arrive - who has
// confirmed the Domain List, and what was reported to fail.
const figures = (path) => fetch(new URL('../../../../desk/figures/' + path, import.meta.url), {
  credentials: 'same-origin', headers: { Accept: 'application/json' }
}).then((response) => {
  if (!response.ok) {
    throw new Error('Tjenesten svarer ' + response.status);
  }
  return response.json();
});

const time = (text) => new Date(text).toLocaleString('nb-NO', {
  timeZone: 'Europe/Oslo', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'
});

const sum = (mails, ...states) => states.reduce((total, state) => total + (mails[state] || 0), 0);

const since = (oldest) => (oldest ? 'den eldste siden ' + time(oldest) : '');

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
  ['Venter på behandling', sum(mails, 'STORED'), since(oldest)],
  ['Uten sak', sum(mails, 'UNCLAIMED'), 'en saksbehandler sorterer dem'],
  ['I karantene', sum(mails, 'QUARANTINED'), 'kunne ikke behandles', true],
  ['Søppelpost', sum(mails, 'SPAM')],
  ['Maskinpost', sum(mails, 'MACHINE')]
];

const sent = ({ mails, oldest, pauses }) => [
  ['På vei', sum(mails, 'NEW', 'CLAIMED', 'IN_DATA', 'RETRY'), since(oldest)],
  ['Holdt tilbake', sum(mails, 'HELD'), 'adressen har fått nok for i dag'],
  ['Ikke sendt', sum(mails, 'FAILED'), 'avvist eller gitt opp', true],
  ['Usikre', sum(mails, 'UNCERTAIN'), 'ingen vet om de kom frem', true],
  ['I retur', sum(mails, 'RETURNED'), 'mottakeren har dem ikke', true],
  ['Domener som ber oss vente', pauses.length, pauses.map(({ domain, until }) => domain + ' til ' + time(until)).join(', ')]
];

const confirmed = (behind) => {
  const more = Object.entries(behind).filter(([quarters]) => quarters > 1)
    .reduce((total, [, participants]) => total + participants, 0);
  return [
    ['I rute', behind[0] || 0],
    ['Ett kvartal på etterskudd', behind[1] || 0],
    ['To kvartaler eller mer', more, 'har ikke bekreftet på lenge', true]
  ];
};

const errors = ({ open, oldest, solved, days }) => [
  ['Åpne', open, oldest && 'den eldste fra ' + oldest],
  ['Løst de siste 90 dagene', solved, days !== null && 'halvparten innen ' + days.toLocaleString('nb-NO') + ' døgn']
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
    node.textContent = 'Henter tall …';
    try {
      const [inbound, outbound, behind, reported] = await Promise.all(
        [figures('mails'), figures('sent'), figures('behind'), figures('errors')]);
      node.replaceChildren();
      node.className = 'mail-figures-board';
      part(node, (place) => table(place, 'E-post til oss', received(inbound)));
      part(node, (place) => table(place, 'E-post fra oss', sent(outbound)));
      part(node, (place) => {
        table(place, 'Deltakernes bekreftelser', confirmed(behind));
        link(place, 'ledger', 'Hvem som er på etterskudd, og hvor langt hver versjon er kommet');
      });
      part(node, (place) => {
        table(place, 'Feilmeldinger om e-post til deltakere', errors(reported));
        link(place, 'error-reports', 'Årsaker, tid til løsning, og der det svikter igjen');
      });
    } catch (problem) {
      node.textContent = 'Tallene kan ikke hentes: ' + problem.message;
    }
  }
}];
