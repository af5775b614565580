// Finds a participant that calls, shows where it stands, and brings forward what it wants to answer.
import { element } from '../camunda/app/tasklist/scripts/mail-elements.js';
import { say } from '../camunda/app/tasklist/scripts/say.js';

const form = document.querySelector('.find');
const told = document.querySelector('.told');
const found = document.querySelector('.found');
const place = document.getElementById('participant');

function tell(words, bad) {
  told.textContent = words;
  told.className = bad ? 'told bad' : 'told';
}

const STATES = { OPEN: say('venter på svar'), ANSWERED: say('nettopp besvart'), CONFIRMED: say('bekreftet'), MISSED: say('ikke bekreftet'),
  CLOSED: say('avsluttet'), MENDED: say('rettet'), LEFT: say('ute av listen'), LET_BE: say('lar vi være') };

function line(sheet, words, path, open = STATES.OPEN) {
  const button = sheet.state === 'OPEN' && element('button', { type: 'button' }, say('Før inn svar'));
  const item = element('li', {}, element('span', { className: 'requirement' }, sheet.caseNumber.slice(4)),
    element('span', {}, words + ': ' + (sheet.state === 'OPEN' ? open : STATES[sheet.state])), button);
  if (button) {
    button.addEventListener('click', () => {
      button.disabled = true;
      window.desk.send('POST', path + '/' + sheet.caseNumber + '/follow-up').then(() => {
        tell(say('Oppgaven i sak {0} ligger nå under «Å følge opp» i Tasklist.', sheet.caseNumber));
        button.replaceWith(element('a', { href: window.desk.url('/../camunda/app/tasklist/default/') }, say('Til oppgaven')));
      }, (problem) => {
        button.disabled = false;
        tell(problem.message, true);
      });
    });
  }
  return item;
}

// What was seen at a domain's mail servers, fetched when somebody wants to see it.
function mailServers(domain) {
  const details = element('details', {}, element('summary', {}, domain));
  details.addEventListener('toggle', () => details.append(element('domain-checks', { domain })), { once: true });
  return details;
}

async function show(participant) {
  const [milestones, reviews, drifts] = await Promise.all(['/milestones', '/reviews', '/drifts']
    .map((path) => window.desk.load(path + '?participant=' + participant.id)));
  place.replaceChildren(element('h2', {}, participant.organisation),
    element('participant-standing', { number: String(participant.id) }),
    element('h3', {}, say('E-posttjenerne')),
    ...participant.domains.map(mailServers),
    element('h3', {}, say('Det vi har spurt om')),
    milestones.length + reviews.length + drifts.length
      ? element('ul', { className: 'findings questions' },
        milestones.map((one) => line(one, say('Milepælen {0} for {1}', one.dueOn, one.domains.join(', ')), '/milestones')),
        reviews.map((one) => line(one, say('Kvartalsgjennomgang {0}', one.quarter), '/reviews')),
        drifts.map((one) => line(one, say('E-posttjenerne til {0}', one.domain), '/drifts', say('skal rettes'))))
      : element('p', { className: 'muted' }, say('Ingenting ennå.')));
  place.focus();
}

function choice(participant) {
  const button = element('button', { type: 'button' }, participant.organisation);
  button.addEventListener('click', () => show(participant).catch((problem) => tell(problem.message, true)));
  return element('li', {}, button, element('span', {}, ' ' + participant.domains.join(', ')));
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  tell(say('Leter …'));
  place.replaceChildren();
  try {
    const participants = await window.desk.load('/standings?words=' + encodeURIComponent(form.elements.words.value));
    found.replaceChildren(...participants.map(choice));
    tell(participants.length ? '' : say('Fant ingen. Prøv en del av navnet eller et domene.'));
    if (participants.length === 1) {
      await show(participants[0]);
    }
  } catch (problem) {
    tell(problem.message, true);
  }
});
