// A mail that reached us: who wrote it and whether that is sure, what it says, and what it brings.
import { attachments } from './mail-attachments.js';
import { element, link, opener } from './mail-elements.js';
import { text } from './mail-text.js';
import { dayAndTime, receivedState } from './mail-words.js';
import { say } from './say.js';

const row = (name, value) => value && [element('dt', {}, name), element('dd', {}, value)];

// An address without a name needs no brackets.
const people = (text) => (text || '').replace(/(^|, )<([^<>]+)>/g, '$1$2');

const verdicts = { PASS: 'good', UNKNOWN: 'muted' };

const verdict = (authentication) => authentication
  && element('span', { className: verdicts[authentication.verdict] || 'bad' }, authentication.sentence);

// The page's own policy lets it do nothing; the frame's lets it do nothing either.
const frame = (mail) => element('iframe', {
  src: window.desk.url('/mails/' + mail.id + '/html'), sandbox: '', referrerPolicy: 'no-referrer', title: say('E-posten som HTML')
});

function header(mail) {
  const place = element('pre', { className: 'header', tabIndex: 0, ariaLabel: say('E-posthode') }, say('Henter e-posthodet …'));
  window.desk.load('/mails/' + mail.id + '/header').then((answer) => { place.textContent = answer.text; },
    (problem) => { place.textContent = problem.message; });
  return place;
}

export function receivedMail(mail, documents) {
  const html = mail.hasHtml && opener(say('Vis som HTML'), say('Skjul HTML'), () => frame(mail));
  const head = opener(say('Vis e-posthoder'), say('Skjul e-posthoder'), () => header(mail));
  const aside = mail.state !== 'HANDLED' && mail.reason;
  return element('div', { className: 'content' },
    element('dl', {}, row(say('Fra'), people(mail.from) || say('(ingen avsender)')), row(say('Avsender'), verdict(mail.authentication)),
      row(say('Til'), people(mail.to)), row(say('Kopi'), people(mail.cc)), row(say('Mottatt'), dayAndTime(mail.received)),
      row(say('Sak'), mail.caseNumber), row(say('Gjelder'), mail.answers), row(say('Status'), mail.state !== 'HANDLED' && receivedState(mail).short),
      row(say('Postrom'), mail.act)),
    aside && element('p', { className: receivedState(mail).bad ? 'note bad' : 'note' }, aside),
    text(mail.text),
    element('div', { className: 'tools' }, html && html.button, head.button,
      link('/mailroom?mail=' + mail.id, say('Åpne for utskrift'), { target: '_blank', rel: 'noopener' }),
      link('/mails/' + mail.id + '/raw', say('Lagre hele e-posten'), { download: '' })),
    html && html.place, head.place,
    attachments(mail, documents));
}
