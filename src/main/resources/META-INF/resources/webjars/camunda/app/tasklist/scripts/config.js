export default {
  app: { name: 'Tvungen TLS', vendor: 'Bits' },
  disableWelcomeMessage: true,
  locales: { availableLocales: ['nb', 'nn', 'no', 'en'], fallbackLocale: 'en' },
  customScripts: ['scripts/desk', 'scripts/mails', 'scripts/standing', 'scripts/domain-checks', 'scripts/error-report', 'scripts/mailroom-link'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'tar oppgaven' },
    focusFilter: { key: 'ctrl+shift+f', description: 'til filtrene' },
    focusList: { key: 'ctrl+alt+l', description: 'til listen over oppgaver' },
    focusForm: { key: 'ctrl+alt+f', description: 'til skjemaet' }
  }
};
