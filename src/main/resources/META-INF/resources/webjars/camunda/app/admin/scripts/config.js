import '../../tasklist/scripts/patience.js';
import { language, say } from '../../tasklist/scripts/say.js';

export default {
  app: { name: say('Tvungen TLS'), vendor: 'Bits' },
  disableWelcomeMessage: true,
  locales: { availableLocales: ['nb', 'nn', 'no', 'en'], fallbackLocale: language },
  customScripts: ['../tasklist/scripts/provider', 'scripts/audit-link']
};
