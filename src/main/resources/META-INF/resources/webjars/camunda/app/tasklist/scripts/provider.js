// Where an identity provider lets people in, nobody is asked for a password here: opening the page anew leads there.
const root = new URL('../../../..', import.meta.url).pathname.replace(/\/$/, '');
const application = document.querySelector('base').getAttribute('app-name');

async function leadOn() {
  const way = await fetch(root + '/login/way', { credentials: 'same-origin' }).then((answer) => answer.json());
  if (way.provider) {
    location.replace(location.pathname);
  }
}

export default [{ id: 'log-in-elsewhere', pluginPoint: application + '.login', priority: 1000, render: leadOn }];
