export default {
  app: { name: 'Tvungen TLS', vendor: 'Bits' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/case-path', 'scripts/mail-figures']
};
