// The way from Admin's first page to who has looked at personal data.
import { say } from '../../tasklist/scripts/say.js';

export default [{
  id: 'audit-link',
  pluginPoint: 'admin.dashboard.section',
  label: say('Innsyn i personopplysninger'),
  pagePath: new URL('../../../../desk/audit', import.meta.url).pathname,
  priority: -10,
  render: (node) => { node.textContent = say('Hvem som har sett på saker, e-post og kontakter.'); }
}];
