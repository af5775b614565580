// The mail room: lists of all mail, one mail open beside them, and what can be done about it.
import { element } from '../camunda/app/tasklist/scripts/mail-elements.js';
import { day, receivedState, sentState } from '../camunda/app/tasklist/scripts/mail-words.js';
import { say } from '../camunda/app/tasklist/scripts/say.js';

const desk = window.desk;
const place = (selector) => document.querySelector(selector);

// In the address a filter has its Norwegian name: whoever gets it may read another language.
const filterWords = {
  'Alle': say('Alle'), 'I karantene': say('I karantene'), 'Uten sak': say('Uten sak'), 'Søppelpost': say('Søppelpost'), 'Maskinpost': say('Maskinpost'),
  'Lagt bort': say('Lagt bort'), 'Venter': say('Venter'), 'På vei': say('På vei'), 'Holdt tilbake': say('Holdt tilbake'), 'Ikke sendt': say('Ikke sendt'),
  'Usikre': say('Usikre'), 'I retur': say('I retur'), 'Sendt': say('Sendt')
};

const sides = {
  in: {
    path: '/mails', attribute: 'mail-id', key: 'mail', state: receivedState, who: (mail) => mail.from || say('(ikke lest ennå)'),
    at: (mail) => mail.received,
    filters: { 'Alle': [], 'I karantene': ['QUARANTINED'], 'Uten sak': ['UNCLAIMED'], 'Søppelpost': ['SPAM'], 'Maskinpost': ['MACHINE'],
      'Lagt bort': ['DISMISSED'], 'Venter': ['STORED'] },
    task: say('Sorter e-post'),
    acts: (mail) => ['MACHINE', 'SPAM', 'DISMISSED', 'UNCLAIMED', 'QUARANTINED'].includes(mail.state) ? [
      ['TAKE_IN', say('Ta inn som ny e-post'), say('E-posten er tatt inn og behandles innen et minutt.')],
      ['TRY_AGAIN', say('Prøv igjen'), say('E-posten prøves på nytt innen et minutt.')],
      ...(mail.state === 'DISMISSED' ? [] : [['DISMISS', say('Ikke noe for oss'), say('E-posten er lagt bort.')]])] : []
  },
  out: {
    path: '/sent', attribute: 'sent-id', key: 'sent', state: sentState, who: (mail) => mail.recipient, at: (mail) => mail.createdAt,
    filters: { 'Alle': [], 'På vei': ['NEW', 'CLAIMED', 'IN_DATA', 'RETRY'], 'Holdt tilbake': ['HELD'], 'Ikke sendt': ['FAILED'], 'Usikre': ['UNCERTAIN'],
      'I retur': ['RETURNED'], 'Sendt': ['SENT'] },
    task: say('Følg opp e-post'),
    acts: (mail) => ['FAILED', 'UNCERTAIN', 'RETURNED'].includes(mail.state) ? [
      ['SENT_AGAIN', say('Send igjen'), say('E-posten sendes én gang til.')],
      ...(mail.state === 'UNCERTAIN' ? [['COUNTED_AS_DELIVERED', say('Regn som levert'), say('E-posten regnes som levert.')]] : [])] : []
  }
};

// What is shown is in the address: to come back to it, to share it, to load it again.
const asked = () => new URLSearchParams(location.search);

function ask(changes) {
  const query = asked();
  Object.entries(changes).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
  history.replaceState(null, '', query.size ? '?' + query : location.pathname);
}

const sideName = () => (asked().get('side') === 'out' || asked().has('sent') ? 'out' : 'in');
const side = () => sides[sideName()];

function tell(words, bad) {
  place('.told').textContent = words;
  place('.told').className = bad ? 'told bad' : 'told';
}

function line(mail) {
  const { state, who, at, key } = side();
  const { short, bad } = state(mail);
  const button = element('button', { type: 'button', 'data-id': String(mail.id) },
    element('b', {}, who(mail)), element('time', { dateTime: at(mail) }, day(at(mail))),
    element('span', { className: 'subject' }, mail.subject || say('(uten emne)')),
    element('span', { className: bad ? 'state bad' : 'state' }, mail.state === 'HANDLED' ? mail.caseNumber : short));
  button.addEventListener('click', () => {
    ask({ mail: null, sent: null, side: sideName(), [key]: mail.id });
    open();
    place('#mail').focus();
  });
  return element('li', {}, button);
}

function counted(number, more) {
  if (number < 2) {
    return number ? say('1 e-post') : say('Ingen e-post passer.');
  }
  return more ? say('De {0} nyeste', number) : say('{0} e-poster', number);
}

let listing;

async function list(before) {
  const current = listing = {};
  const query = new URLSearchParams();
  const states = side().filters[asked().get('filter')] || [];
  states.forEach((state) => query.append('state', state));
  ['words', 'from', 'until'].forEach((name) => asked().get(name) && query.set(name, asked().get(name)));
  if (before) {
    query.set('before', before);
  } else {
    tell(say('Henter listen …'));
  }
  try {
    const page = await desk.load(side().path + '?' + query);
    if (current !== listing) {
      return;
    }
    const found = place('.found');
    if (!before) {
      found.replaceChildren();
    }
    found.append(...page.mails.map(line));
    place('.more').hidden = !page.more;
    tell(counted(found.children.length, page.more));
    mark();
  } catch (problem) {
    tell(problem.message, true);
  }
}

function mark() {
  const id = asked().get(side().key);
  document.querySelectorAll('.found button').forEach((button) => button.setAttribute('aria-current', String(button.dataset.id === id)));
}

async function acts(id) {
  const { path, acts: possible, task } = side();
  const bar = element('div', { className: 'acts' });
  const [mail, waiting] = await Promise.all([desk.load(path + '/' + id), desk.load(path + '/' + id + '/task')]);
  if (waiting) {
    const address = new URL('../camunda/app/tasklist/default/#/', import.meta.url).href
      + (waiting.taskId ? '?task=' + encodeURIComponent(waiting.taskId) : '');
    bar.append(element('p', {}, say('Venter i oppgaven «{0}» i sak {1}.', task, waiting.caseNumber)),
      element('a', { href: address }, say('Gå til oppgaven')));
    return bar;
  }
  bar.append(...possible(mail).map(([act, words, done]) => element('button', { type: 'button', onclick: () => perform(bar, id, act, done) }, words)));
  return bar;
}

async function perform(bar, id, act, done) {
  const buttons = bar.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  try {
    await desk.send('POST', side().path + '/' + id + '/act', { act });
    await Promise.all([open(), list(), count()]);
    place('#mail').prepend(element('p', { className: 'done', role: 'status' }, done));
  } catch (problem) {
    buttons.forEach((button) => { button.disabled = false; });
    bar.querySelectorAll('.error').forEach((old) => old.remove());
    bar.append(element('p', { className: 'error', role: 'alert' }, problem.message));
  }
}

let opening;

async function open() {
  const current = opening = {};
  const id = asked().get(side().key);
  mark();
  if (!id) {
    place('#mail').replaceChildren(element('p', { className: 'nothing' }, say('Velg en e-post i listen.')));
    return;
  }
  const mail = element('one-mail', { [side().attribute]: id });
  place('#mail').replaceChildren(mail);
  const bar = await acts(id).catch((problem) => element('p', { className: 'error', role: 'alert' }, problem.message));
  if (current === opening) {
    place('#mail').prepend(bar);
  }
}

// How many mails a filter has, where they are few enough to be counted: not all, and not what is done.
async function count() {
  const { mails } = await desk.load('/figures' + side().path);
  place('.filters').querySelectorAll('button').forEach((button) => {
    const number = side().filters[button.dataset.filter]?.reduce((sum, state) => sum + (mails[state] || 0), 0);
    button.querySelector('.count')?.remove();
    if (number) {
      button.append(element('span', { className: 'count' }, ' ' + number.toLocaleString('nb-NO')));
    }
  });
}

function choose() {
  document.querySelectorAll('.sides button').forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.side === sideName())));
  const chosen = asked().get('filter') || 'Alle';
  place('.filters').replaceChildren(...Object.keys(side().filters).map((name) => element('button', {
    type: 'button', 'aria-pressed': String(name === chosen), 'data-filter': name,
    onclick: () => { ask({ filter: name === 'Alle' ? null : name }); choose(); list(); }
  }, filterWords[name])));
  // What cannot be counted is still listed, and the list says what is wrong.
  count().catch(() => {});
  place('.search label').firstChild.textContent = (sideName() === 'in' ? say('Søk i avsender, emne eller saksnummer')
    : say('Søk i mottaker, emne eller saksnummer')) + ' ';
}

document.querySelectorAll('.sides button').forEach((button) => button.addEventListener('click', () => {
  ask({ side: button.dataset.side, filter: null, mail: null, sent: null });
  choose();
  list();
  open();
}));

place('.search').addEventListener('submit', (event) => {
  event.preventDefault();
  ask(Object.fromEntries(new FormData(event.target)));
  list();
});

place('.more').addEventListener('click', () => list(place('.found li:last-child button').dataset.id));

// Up and down walk through the list.
place('.found').addEventListener('keydown', (event) => {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  const next = step && event.target.closest('li')[step];
  if (next) {
    event.preventDefault();
    next.querySelector('button').focus();
  }
});

['words', 'from', 'until'].forEach((name) => { place('.search').elements[name].value = asked().get(name) || ''; });
choose();
list();
open();
