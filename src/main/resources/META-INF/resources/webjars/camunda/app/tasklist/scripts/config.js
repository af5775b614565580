import './desk.js';
import './patience.js';
import { language, say } from './say.js';

// What is due first stands first, as long as nobody wants it otherwise or comes for one task.
if (!location.hash.includes('?')) {
  const order = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);
  history.replaceState(null, '', (location.hash || '#/') + '?sorting=' + encodeURIComponent(order));
}

export default {
  app: { name: say('Tvungen TLS'), vendor: 'Bits' },
  disableWelcomeMessage: true,
  locales: { availableLocales: ['nb', 'nn', 'no', 'en'], fallbackLocale: language },
  customScripts: ['scripts/provider', 'scripts/mails', 'scripts/case-story', 'scripts/standing', 'scripts/domain-checks', 'scripts/error-report', 'scripts/mailroom-link', 'scripts/filter-counts'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: say('tar oppgaven') },
    focusFilter: { key: 'ctrl+shift+f', description: say('til filtrene') },
    focusList: { key: 'ctrl+alt+l', description: say('til listen over oppgaver') },
    focusForm: { key: 'ctrl+alt+f', description: say('til skjemaet') }
  }
};
