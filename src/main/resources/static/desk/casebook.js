// Finds cases by number, organisation or domain, and tells what happened in the one that is chosen. What is looked for is in the
// address: to come back to it, to share it.
import { element } from '../camunda/app/tasklist/scripts/mail-elements.js';
import { say } from '../camunda/app/tasklist/scripts/say.js';

const form = document.querySelector('.find');
const told = document.querySelector('.told');
const found = document.querySelector('.found');
const place = document.getElementById('case');

function tell(words, bad) {
  told.textContent = words;
  told.className = bad ? 'told bad' : 'told';
}

const taskLink = (one) => one.taskId && element('a', {
  href: window.desk.url('/../camunda/app/tasklist/default/#/?task=' + encodeURIComponent(one.taskId))
}, one.assignee ? say('{0} ({1})', one.task, one.assignee) : one.task);

function show(one) {
  place.replaceChildren(element('div', { className: 'head' }, element('b', {}, one.organisation || one.domain || one.kind),
    element('span', {}, [one.caseNumber, one.kind, one.domain].filter(Boolean).join(', ')), taskLink(one)),
    element('case-story', { 'case-number': one.caseNumber, open: '' }));
  place.focus();
}

function choice(one) {
  const button = element('button', { type: 'button' }, one.caseNumber);
  button.addEventListener('click', () => show(one));
  return element('li', {}, button, element('span', {}, ' ', [one.kind, one.organisation, one.domain,
    one.endedAt ? say('avsluttet {0}', one.endedAt.slice(0, 10)) : say('åpen siden {0}', one.startedAt.slice(0, 10))]
    .filter(Boolean).join(', ')));
}

async function find(words) {
  tell(say('Leter …'));
  place.replaceChildren();
  try {
    const cases = await window.desk.load('/cases?words=' + encodeURIComponent(words));
    found.replaceChildren(...cases.map(choice));
    tell(cases.length ? '' : say('Fant ingen. Prøv en del av navnet, domenet eller saksnummeret.'));
    if (cases.length === 1) {
      show(cases[0]);
    }
  } catch (problem) {
    tell(problem.message, true);
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const words = form.elements.words.value.trim();
  if (words) {
    history.replaceState(null, '', '?words=' + encodeURIComponent(words));
    find(words);
  }
});

const asked = new URLSearchParams(location.search).get('words');
if (asked) {
  form.elements.words.value = asked;
  find(asked);
}
