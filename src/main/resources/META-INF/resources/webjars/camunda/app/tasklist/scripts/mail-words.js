// What the states and times of mails are called.
import { language, say } from './say.js';

const sent = {
  NEW: say('i kø'), CLAIMED: say('sendes nå'), IN_DATA: say('sendes nå'), RETRY: say('ikke tatt imot ennå, prøves igjen'),
  HELD: say('holdt tilbake til i morgen'), SENT: say('tatt imot av e-posttjeneren vår'), FAILED: say('ikke sendt'),
  UNCERTAIN: say('usikkert om den kom frem'), RETURNED: say('kom i retur')
};

// Where there is no room for more.
const short = { RETRY: say('prøves igjen'), SENT: say('sendt'), UNCERTAIN: say('usikker') };

const explained = {
  HELD: say('Adressen har fått så mange e-poster som den kan få på én dag. Denne sendes når det igjen er plass.'),
  SENT: say('E-posttjeneren vår har tatt imot e-posten. Det viser ikke at mottakeren har fått den.'),
  RETRY: say('E-posten er ikke tatt imot ennå. Den prøves igjen av seg selv.'),
  FAILED: say('E-posten er avvist, eller prøvd så lenge at den er gitt opp. Mottakeren har ikke fått den.'),
  UNCERTAIN: say('Forbindelsen ble brutt før e-posttjeneren bekreftet. Ingen vet om mottakeren har fått e-posten.'),
  RETURNED: say('E-posttjeneren vår tok imot e-posten, men den kom i retur. Mottakeren har ikke fått den.')
};

const received = {
  STORED: say('venter på behandling'), HANDLED: say('i sak'), UNCLAIMED: say('uten sak'), QUARANTINED: say('i karantene'),
  MACHINE: say('maskinpost'), SPAM: say('søppelpost'), DUPLICATE: say('samme e-post en gang til'), DISMISSED: say('lagt bort')
};

const bad = ['FAILED', 'UNCERTAIN', 'RETURNED', 'QUARANTINED'];

const repeated = (mail, words) => (mail.repeated ? say('{0}, sendt to ganger', words) : words);

export const sentState = (mail) => ({
  words: repeated(mail, sent[mail.state] || mail.state),
  short: short[mail.state] || sent[mail.state] || mail.state,
  explained: explained[mail.state],
  bad: bad.includes(mail.state)
});

export const receivedState = (mail) => ({ short: received[mail.state] || mail.state, bad: bad.includes(mail.state) });

const format = (options) => {
  const formatter = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nb-NO', { timeZone: 'Europe/Oslo', ...options });
  return (time) => formatter.format(new Date(time));
};

export const dayAndTime = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });

export const day = format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

export const size = (bytes) => {
  if (bytes < 1024) {
    return bytes === 1 ? say('1 byte') : say('{0} byte', bytes);
  }
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'kB'] : [bytes / 1024 / 1024, 'MB'];
  return amount.toLocaleString('nb-NO', { maximumFractionDigits: amount < 10 ? 1 : 0 }) + ' ' + unit;
};
