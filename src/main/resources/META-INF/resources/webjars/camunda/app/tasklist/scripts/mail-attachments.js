// What a mail brings: each file to be saved, PDFs and pictures to be seen.
import { element, link, opener } from './mail-elements.js';
import { text } from './mail-text.js';
import { size } from './mail-words.js';
import { say } from './say.js';

const VISIBLE = /\.(pdf|png|jpe?g|gif)$/i;

const isVisible = (file) => VISIBLE.test(file.name) || /^(application\/pdf|image\/(png|jpeg|gif))$/.test(file.type);

function pages(path, file) {
  const place = element('div', { className: 'preview' }, say('Henter forhåndsvisningen …'));
  const show = (count, number) => {
    const image = element('img', { src: window.desk.url(path + '/' + number), alt: say('{0}, side {1}', file.name, number) });
    image.addEventListener('error', () => image.replaceWith(element('p', { className: 'problem', role: 'alert' }, say('Siden kan ikke vises.'))));
    const turn = (words, to) => element('button', { type: 'button', disabled: to < 1 || to > count, onclick: () => show(count, to) }, words);
    place.replaceChildren(...(count > 1 ? [element('div', { className: 'pages' }, turn(say('Forrige side'), number - 1),
      element('span', { role: 'status' }, say('Side {0} av {1}', number, count)), turn(say('Neste side'), number + 1))] : []), image);
  };
  window.desk.load(path).then((answer) => show(answer.pages, 1), (problem) => {
    place.replaceChildren(element('p', { className: 'problem', role: 'alert' }, problem.message));
  });
  return place;
}

const said = (mail) => element('div', { className: 'enclosed' },
  element('p', {}, element('b', {}, mail.subject || say('(uten emne)')), element('br'),
    element('span', { className: 'muted' }, say('Fra {0}, slik det står der', mail.from))),
  text(mail.text));

function line(mail, file, documents) {
  const path = '/mails/' + mail.id + '/attachments/' + file.number;
  const found = documents.find((document) => document.mailId === mail.id && document.number === file.number);
  const container = mail.attachments.find((other) => other.number === file.within);
  const enclosed = (mail.enclosed || []).find((one) => one.attachment === file.number);
  const preview = enclosed ? opener(say('Vis'), say('Skjul'), () => said(enclosed))
    : isVisible(file) && opener(say('Vis'), say('Skjul'), () => pages(path + '/preview', file));
  if (preview) {
    preview.button.setAttribute('aria-label', say('Vis {0}', file.name));
  }
  return element('li', { className: container ? 'within' : '' },
    link(path, file.name, { download: '' }), ' ',
    element('span', { className: 'muted' }, [size(file.size), container && say('lå i {0}', container.name), found && found.content]
      .filter(Boolean).join(' · ')), ' ',
    preview && preview.button, file.remark && element('p', { className: 'note' }, file.remark), preview && preview.place);
}

export function attachments(mail, documents) {
  const files = mail.attachments || [];
  return files.length > 0 && element('div', {},
    element('h5', {}, files.length === 1 ? say('1 vedlegg') : say('{0} vedlegg', files.length)),
    element('ul', { className: 'attachments' }, files.map((file) => line(mail, file, documents))));
}
