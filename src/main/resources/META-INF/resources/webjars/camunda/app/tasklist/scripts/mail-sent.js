// A mail of ours: to whom, what it says, and how far it has come.
import { element } from './mail-elements.js';
import { dayAndTime, sentState } from './mail-words.js';
import { text } from './mail-text.js';

const row = (name, value) => value && [element('dt', {}, name), element('dd', {}, value)];

export function sentMail(mail) {
  const state = sentState(mail);
  return element('div', { className: 'content' },
    element('dl', {}, row('Til', mail.recipient), row('Skrevet', dayAndTime(mail.createdAt)),
      row('Tatt imot', mail.sentAt && dayAndTime(mail.sentAt)),
      row('Sak', mail.caseNumber),
      row('Status', element('span', { className: state.bad ? 'bad' : '' }, state.words)),
      row('Neste forsøk', mail.nextAttemptAt && dayAndTime(mail.nextAttemptAt)),
      row('Siste svar', mail.lastAnswer && element('q', {}, mail.lastAnswer))),
    state.explained && element('p', { className: state.bad ? 'note bad' : 'note' }, state.explained,
      mail.repeated && ' Den er sendt én gang til fordi det var usikkert om den første kom frem.'),
    text(mail.text));
}
