// The way from Admin's first page to who has looked at personal data.
import { say } from '../../tasklist/scripts/say.js';

export default [{
  id: 'audit-link',
  pluginPoint: 'admin.dashboard.section',
  priority: -10,
  render: (node) => {
    const heading = document.createElement('h3');
    const link = document.createElement('a');
    link.href = new URL('../../../../desk/audit', import.meta.url).pathname;
    link.textContent = say('Innsyn i personopplysninger');
    heading.append(link);
    node.append(heading);
  }
}];
