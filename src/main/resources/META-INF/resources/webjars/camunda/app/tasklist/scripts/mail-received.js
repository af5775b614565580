// A mail that reached us: who wrote it and whether that is sure, what it says, and what it brings.
import { attachments } from './mail-attachments.js';
import { element, link, opener } from './mail-elements.js';
import { text } from './mail-text.js';
import { dayAndTime, receivedState } from './mail-words.js';

const row = (name, value) => value && [element('dt', {}, name), element('dd', {}, value)];

// An address without a name needs no brackets.
const people = (text) => (text || '').replace(/(^|, )<([^<>]+)>/g, '$1$2');

const verdicts = { PASS: 'good', UNKNOWN: 'muted' };

const verdict = (authentication) => authentication
  && element('span', { className: verdicts[authentication.verdict] || 'bad' }, authentication.sentence);

// The page's own policy lets it do nothing; the frame's lets it do nothing either.
const frame = (mail) => element('iframe', {
  src: window.desk.url('/mails/' + mail.id + '/html'), sandbox: '', referrerPolicy: 'no-referrer', title: 'E-posten som HTML'
});

function header(mail) {
  const place = element('pre', { className: 'header', tabIndex: 0, ariaLabel: 'E-posthode' }, 'Henter e-posthodet …');
  window.desk.load('/mails/' + mail.id + '/header').then((answer) => { place.textContent = answer.text; },
    (problem) => { place.textContent = problem.message; });
  return place;
}

export function receivedMail(mail, documents) {
  const html = mail.hasHtml && opener('Vis som HTML', 'Skjul HTML', () => frame(mail));
  const head = opener('Vis e-posthoder', 'Skjul e-posthoder', () => header(mail));
  const aside = mail.state !== 'HANDLED' && mail.reason;
  return element('div', { className: 'content' },
    element('dl', {}, row('Fra', people(mail.from) || '(ingen avsender)'), row('Avsender', verdict(mail.authentication)),
      row('Til', people(mail.to)), row('Kopi', people(mail.cc)), row('Mottatt', dayAndTime(mail.received)), 
      row('Sak', mail.caseNumber), row('Gjelder', mail.answers), row('Status', mail.state !== 'HANDLED' && receivedState(mail).short),
      row('Postrom', mail.act)),
    aside && element('p', { className: receivedState(mail).bad ? 'note bad' : 'note' }, aside),
    text(mail.text),
    element('div', { className: 'tools' }, html && html.button, head.button,
      link('/mailroom?mail=' + mail.id, 'Åpne for utskrift', { target: '_blank', rel: 'noopener' }),
      link('/mails/' + mail.id + '/raw', 'Lagre hele e-posten', { download: '' })),
    html && html.place, head.place,
    attachments(mail, documents));
}
