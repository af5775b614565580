// What the states and times of mails are called.
const sent = {
  NEW: 'i kø', CLAIMED: 'sendes nå', IN_DATA: 'sendes nå', RETRY: 'ikke tatt imot ennå, prøves igjen',
  HELD: 'holdt tilbake til i morgen', SENT: 'tatt imot av e-posttjeneren vår', FAILED: 'ikke sendt', UNCERTAIN: 'usikkert om den kom frem', RETURNED: 'kom i retur'
};

// Where there is no room for more.
const short = { RETRY: 'prøves igjen', SENT: 'sendt', UNCERTAIN: 'usikker' };

const explained = {
  HELD: 'Adressen har fått så mange e-poster som den kan få på én dag. Denne sendes når det igjen er plass.',
  SENT: 'E-posttjeneren vår har tatt imot e-posten. Det viser ikke at mottakeren har fått den.',
  RETRY: 'E-posten er ikke tatt imot ennå. Den prøves igjen av seg selv.',
  FAILED: 'E-posten er avvist, eller prøvd så lenge at den er gitt opp. Mottakeren har ikke fått den.',
  UNCERTAIN: 'Forbindelsen ble brutt før e-posttjeneren bekreftet. Ingen vet om mottakeren har fått e-posten.',
  RETURNED: 'E-posttjeneren vår tok imot e-posten, men den kom i retur. Mottakeren har ikke fått den.'
};

const received = {
  STORED: 'venter på behandling', HANDLED: 'i sak', UNCLAIMED: 'uten sak', QUARANTINED: 'i karantene', MACHINE: 'maskinpost',
  SPAM: 'søppelpost', DUPLICATE: 'samme e-post en gang til', DISMISSED: 'lagt bort'
};

const bad = ['FAILED', 'UNCERTAIN', 'RETURNED', 'QUARANTINED'];

export const sentState = (mail) => ({
  words: (sent[mail.state] || mail.state) + (mail.repeated ? ', sendt to ganger' : ''),
  short: short[mail.state] || sent[mail.state] || mail.state,
  explained: explained[mail.state],
  bad: bad.includes(mail.state)
});

export const receivedState = (mail) => ({ short: received[mail.state] || mail.state, bad: bad.includes(mail.state) });

const format = (options) => {
  const formatter = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', ...options });
  return (time) => formatter.format(new Date(time));
};

export const dayAndTime = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });

export const day = format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

export const size = (bytes) => {
  if (bytes < 1024) {
    return bytes + ' byte';
  }
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'kB'] : [bytes / 1024 / 1024, 'MB'];
  return amount.toLocaleString('nb-NO', { maximumFractionDigits: amount < 10 ? 1 : 0 }) + ' ' + unit;
};
