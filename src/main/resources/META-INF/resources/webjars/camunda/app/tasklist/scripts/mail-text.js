// The text of a mail, with what it quotes of earlier mails folded away.
import { element } from './mail-elements.js';
import { say } from './say.js';

const QUOTED = /^\s*>/;

// Where mail programs put the whole earlier mail below the answer.
const BELOW = [
  /^-{2,}\s*(opprinnelig melding|original message|opprindelig meddelelse|videresendt melding|forwarded message|ursprungligt meddelande)\s*-{2,}$/i,
  /^(den|på|on)\s.{5,200}(skrev|wrote)\b.{0,120}:$/i,
  /^_{20,}$/
];

const isHead = (lines, at) => /^(fra|from|från):\s/i.test(lines[at])
  && lines.slice(at + 1, at + 5).some((line) => /^(sendt|sent|dato|date|skickat):\s/i.test(line));

const isBelow = (lines, at) => BELOW.some((sign) => sign.test(lines[at].trim())) || isHead(lines, at);

const paragraph = (lines) => element('div', { className: 'text' }, lines.join('\n').replace(/^\n+|\n+$/g, ''));

const folded = (lines) => element('details', { className: 'quoted' }, element('summary', {}, say('Vis sitert e-post')), paragraph(lines));

export function text(whole) {
  const lines = (whole || '').split('\n');
  const parts = [];
  let own = [];
  const endOwn = () => {
    if (own.some((line) => line.trim())) {
      parts.push(paragraph(own));
    }
    own = [];
  };
  for (let at = 0; at < lines.length; at++) {
    let end = at;
    while (end < lines.length && QUOTED.test(lines[end])) {
      end++;
    }
    const below = isBelow(lines, at) && (parts.length || own.some((line) => line.trim()));
    if (below || end - at > 2) {
      endOwn();
      parts.push(folded(lines.slice(at, below ? lines.length : end)));
      at = below ? lines.length : end - 1;
    } else {
      own.push(lines[at]);
    }
  }
  endOwn();
  return element('div', { className: 'texts', tabIndex: 0, role: 'group', ariaLabel: say('Tekst') },
    parts.length ? parts : element('p', { className: 'muted' }, say('E-posten har ingen tekst.')));
}
