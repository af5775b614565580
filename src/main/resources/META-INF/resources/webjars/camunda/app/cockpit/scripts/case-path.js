// Shows on the diagram where a case went: the community edition shows only where it stands, and no finished case at all.
import { say } from '../../tasklist/scripts/say.js';

const PASSED = 'case-passed';

const engine = document.querySelector('base').getAttribute('engine-api') + 'engine/default';

const load = (path) => fetch(engine + path, { credentials: 'same-origin', headers: { Accept: 'application/json' } })
  .then((response) => {
    if (!response.ok) {
      throw new Error(say('Tjenesten svarer {0}', response.status));
    }
    return response.json();
  });

function unmark(viewer) {
  const canvas = viewer.get('canvas');
  viewer.get('elementRegistry').forEach((element) => canvas.removeMarker(element.id, PASSED));
}

// The flows that a case took: to each of its steps the one from where it had just been.
function taken(flows, steps) {
  return new Set(steps.flatMap((step, index) => {
    const ways = flows.filter((flow) => flow.target.id === step.activityId).flatMap((flow) => steps.slice(0, index)
      .filter((before) => before.activityId === flow.source.id && before.endTime && before.endTime <= step.startTime)
      .map((before) => ({ flow: flow.id, left: before.endTime })));
    return ways.length ? [ways.reduce((one, other) => (other.left >= one.left ? other : one)).flow] : [];
  }));
}

// Activities that the case has left, and the flows that it took.
async function mark(viewer, instance) {
  const steps = await load('/history/activity-instance?processInstanceId=' + encodeURIComponent(instance)
    + '&sortBy=occurrence&sortOrder=asc');
  unmark(viewer);
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const left = new Set(steps.filter((step) => step.endTime).map((step) => step.activityId));
  const flows = taken(elements.filter((element) => element.type === 'bpmn:SequenceFlow' && element.source
    && element.target), steps);
  elements.forEach((element) => {
    if (left.has(element.id) || flows.has(element.id)) {
      canvas.addMarker(element.id, PASSED);
    }
  });
}

const time = (text) => new Date(text).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' }).slice(0, 16);

function row(table, instance, choose) {
  const cells = table.insertRow();
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-link case-choose';
  button.textContent = instance.businessKey;
  button.addEventListener('click', () => choose(instance, cells));
  cells.insertCell().append(button);
  [time(instance.startTime), time(instance.endTime)].forEach((text) => { cells.insertCell().textContent = text; });
}

let definitionViewer;

// The case that the address names: a link from elsewhere leads to it, also where it is older than those in the list.
const named = () => new URLSearchParams(location.hash.split('?')[1] || '').get('case');

const finished = async (definition) => {
  const newest = await load('/history/process-instance?processDefinitionId=' + encodeURIComponent(definition)
    + '&finished=true&sortBy=endTime&sortOrder=desc&maxResults=100');
  const wanted = named();
  return wanted && newest.every(({ id }) => id !== wanted)
    ? [await load('/history/process-instance/' + encodeURIComponent(wanted)), ...newest] : newest;
};

const finishedCases = async (node, { processDefinitionId }) => {
  node.textContent = say('Henter avsluttede saker …');
  try {
    const cases = await finished(processDefinitionId);
    node.textContent = cases.length ? '' : say('Ingen avsluttede saker i denne versjonen.');
    if (cases.length) {
      node.innerHTML = `<p>${say('Velg en sak for å se i diagrammet hvor den gikk.')}</p><table class="table cam-table">
        <thead><tr><th>${say('Sak')}</th><th>${say('Startet')}</th><th>${say('Avsluttet')}</th></tr></thead><tbody></tbody></table>`;
      const body = node.querySelector('tbody');
      const choose = (instance, cells) => mark(definitionViewer, instance.id).then(() => {
        body.querySelectorAll('tr').forEach((other) => other.classList.toggle('info', other === cells));
      });
      cases.forEach((instance) => row(body, instance, choose));
      body.rows[cases.findIndex(({ id }) => id === named())]?.classList.add('info');
    }
  } catch (problem) {
    node.textContent = say('Sakene kan ikke hentes: {0}', problem.message);
  }
};

export default [{
  id: 'case-path-of-running-case',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  render: (viewer, { processInstanceId }) => { mark(viewer, processInstanceId); }
}, {
  id: 'case-path-diagram',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  render: (viewer) => {
    definitionViewer = viewer;
    if (named()) {
      mark(viewer, named());
    }
  }
}, {
  id: 'case-path-finished-cases',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 5,
  properties: { label: say('Avsluttede saker') },
  render: finishedCases
}];
