// A mail of ours: to whom, what it says, and how far it has come.
import { element } from './mail-elements.js';
import { dayAndTime, sentState } from './mail-words.js';
import { text } from './mail-text.js';
import { say } from './say.js';

const row = (name, value) => value && [element('dt', {}, name), element('dd', {}, value)];

export function sentMail(mail) {
  const state = sentState(mail);
  return element('div', { className: 'content' },
    element('dl', {}, row(say('Til'), mail.recipient), row(say('Skrevet'), dayAndTime(mail.createdAt)),
      row(say('Tatt imot'), mail.sentAt && dayAndTime(mail.sentAt)),
      row(say('Sak'), mail.caseNumber),
      row(say('Status'), element('span', { className: state.bad ? 'bad' : '' }, state.words)),
      row(say('Neste forsøk'), mail.nextAttemptAt && dayAndTime(mail.nextAttemptAt)),
      row(say('Siste svar'), mail.lastAnswer && element('q', {}, mail.lastAnswer))),
    state.explained && element('p', { className: state.bad ? 'note bad' : 'note' }, state.explained,
      mail.repeated && ' ' + say('Den er sendt én gang til fordi det var usikkert om den første kom frem.')),
    text(mail.text));
}
