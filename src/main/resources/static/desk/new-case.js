// Starts a case from what a person at the desk writes down.
import { element } from '../camunda/app/tasklist/scripts/mail-elements.js';
import { say } from '../camunda/app/tasklist/scripts/say.js';

const form = document.getElementById('note');
const told = form.querySelector('.told');
const button = form.querySelector('button');

const words = (name) => form.elements[name].value;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const note = { kind: words('kind'), name: words('name'), email: words('email'), subject: words('subject'), text: words('text') };
  const body = new FormData();
  body.append('note', new Blob([JSON.stringify(note)], { type: 'application/json' }));
  [...form.elements.files.files].forEach((file) => body.append('files', file));
  button.disabled = true;
  told.className = 'told';
  told.textContent = say('Oppretter saken …');
  window.desk.send('POST', '/new-case', body).then(({ caseNumber }) => {
    form.reset();
    told.replaceChildren(say('Saken er opprettet: '), element('a', {
      href: window.desk.url('/casebook?words=' + caseNumber)
    }, caseNumber));
  }, (problem) => {
    told.textContent = problem.message;
    told.className = 'told bad';
  }).finally(() => {
    button.disabled = false;
  });
});
