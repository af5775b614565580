// Makes elements; whatever a stranger wrote only ever becomes text or an attribute that cannot act.
export function element(name, properties, ...children) {
  const made = document.createElement(name);
  Object.entries(properties || {}).forEach(([key, value]) => {
    if (key in made) {
      made[key] = value;
    } else {
      made.setAttribute(key, value);
    }
  });
  made.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false && child !== ''));
  return made;
}

// A link to a place under /desk.
export const link = (path, words, properties) => element('a', { href: window.desk.url(path), ...properties }, words);

// A button that opens and closes what it makes once.
export function opener(words, closing, make) {
  const place = element('div', { className: 'opened', hidden: true });
  const button = element('button', { type: 'button', ariaExpanded: 'false' }, words);
  button.addEventListener('click', () => {
    if (!place.hasChildNodes()) {
      place.append(make());
    }
    place.hidden = !place.hidden;
    button.ariaExpanded = String(!place.hidden);
    button.textContent = place.hidden ? words : closing;
  });
  return { button, place };
}
