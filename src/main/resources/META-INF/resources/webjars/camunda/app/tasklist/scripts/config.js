import { say } from './say.js';

export default {
  app: { name: say('Tvungen TLS'), vendor: 'Bits' },
  disableWelcomeMessage: true,
  locales: { availableLocales: ['nb', 'nn', 'no', 'en'], fallbackLocale: 'en' },
  customScripts: ['scripts/desk', 'scripts/mails', 'scripts/case-story', 'scripts/standing', 'scripts/domain-checks', 'scripts/error-report', 'scripts/mailroom-link'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: say('tar oppgaven') },
    focusFilter: { key: 'ctrl+shift+f', description: say('til filtrene') },
    focusList: { key: 'ctrl+alt+l', description: say('til listen over oppgaver') },
    focusForm: { key: 'ctrl+alt+f', description: say('til skjemaet') }
  }
};
