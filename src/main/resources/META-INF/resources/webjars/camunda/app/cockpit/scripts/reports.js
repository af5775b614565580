// The reports under "Reports", in groups; what they tell comes from /desk/figures/reports.
import { say } from '../../tasklist/scripts/say.js';
import { reportPage } from './report-page.js';

const PAST = [['LAST_12_MONTHS', say('Siste 12 måneder')], ['THIS_YEAR', say('I år')], ['ALL', say('Alt')]];

const AHEAD = [['NEXT_3_MONTHS', say('Tre måneder frem')], ['NEXT_6_MONTHS', say('Seks måneder frem')],
  ['NEXT_12_MONTHS', say('Et år frem')]];

// The platform itself links to the plugin "reporting-duration-report" from each process.
const GROUPS = [
  [say('Saker'), [
    { id: 'open-cases', label: say('Åpne saker'), spans: PAST },
    { id: 'steps', plugin: 'reporting-duration-report', label: say('Hvor tiden går'), spans: PAST },
    { id: 'workload', label: say('Arbeid som venter'), spans: AHEAD }
  ]],
  [say('Nye deltakere'), [
    { id: 'enrolments', label: say('Innmeldinger'), spans: PAST },
    { id: 'refusals', label: say('Avslag'), spans: PAST }
  ]],
  [say('Deltakere'), [
    { id: 'milestones', label: say('Milepæler og andel Ja'), spans: PAST },
    { id: 'reviews', label: say('Kvartalsgjennomganger'), spans: PAST },
    { id: 'verdicts', label: say('E-posttjenerne'), spans: PAST }
  ]],
  [say('E-post'), [
    { id: 'error-reports', label: say('Feilmeldinger'), spans: PAST },
    { id: 'mails', label: say('E-post inn og ut'), spans: PAST }
  ]]
].map(([title, reports]) => ({ title, reports: reports.map((report) => ({ plugin: 'report-' + report.id, ...report })) }));

const plugins = GROUPS.flatMap(({ title, reports }) => reports.map((report) => ({ ...reportPage(report, GROUPS), label: title + ': ' + report.label })));

export default plugins.map(({ label, ...plugin }, index) => ({
  ...plugin, pluginPoint: 'cockpit.report', priority: 100 - index, properties: { label }
}));
