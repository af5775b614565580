// One way to read mail, in every form and outside of Tasklist:
//   <case-mails case-number="TLS-2026-00042" documents='[{"mailId": 1, "number": 1, "content": "..."}]'>  all mail of a case, both ways
//   <one-mail mail-id="17">  a mail that reached us      <one-mail sent-id="...">  a mail of ours
// In a form of Tasklist use ng-attr-case-number="{{ ... }}" and so on.
import { element, link } from './mail-elements.js';
import { receivedMail } from './mail-received.js';
import { sentMail } from './mail-sent.js';
import { day, receivedState, sentState } from './mail-words.js';
import { say } from './say.js';

const sheet = new CSSStyleSheet();
fetch(new URL('../styles/mails.css', import.meta.url)).then((response) => response.text()).then((text) => sheet.replaceSync(text));

class MailElement extends HTMLElement {
  #showing;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    this.show();
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.show();
    }
  }

  // Shows what is asked for last, whatever comes first.
  async show() {
    const showing = this.#showing = {};
    this.shadowRoot.replaceChildren(element('p', { className: 'muted', role: 'status' }, say('Henter e-posten …')));
    let content;
    try {
      content = await this.content();
    } catch (problem) {
      content = this.sorry(problem);
    }
    if (showing === this.#showing) {
      this.shadowRoot.replaceChildren(...[content].flat());
    }
  }

  sorry(problem) {
    const again = element('button', { type: 'button', onclick: () => this.show() }, say('Prøv igjen'));
    return element('p', { className: 'problem', role: 'alert' }, problem.message, ' ', again);
  }
}

class OneMail extends MailElement {
  static observedAttributes = ['mail-id', 'sent-id'];

  async content() {
    const sent = this.getAttribute('sent-id');
    const id = sent || this.getAttribute('mail-id');
    if (!id) {
      return [];
    }
    const mail = await window.desk.load((sent ? '/sent/' : '/mails/') + encodeURIComponent(id));
    const body = sent ? sentMail(mail) : receivedMail(mail, []);
    return element('article', { className: 'mail' }, element('h4', {}, mail.subject || say('(uten emne)')), body);
  }

  sorry(problem) {
    const id = this.getAttribute('mail-id');
    return element('div', {}, super.sorry(problem),
      id && element('p', {}, link('/mails/' + id + '/raw', say('Lagre e-posten slik den kom'), { download: '' })));
  }
}

class CaseMails extends MailElement {
  static observedAttributes = ['case-number', 'documents'];

  async content() {
    const path = '/cases/' + encodeURIComponent(this.getAttribute('case-number') || '');
    if (path.endsWith('/')) {
      return [];
    }
    const [received, sent] = await Promise.all([window.desk.load(path + '/received'), window.desk.load(path + '/sent')]);
    const documents = JSON.parse(this.getAttribute('documents') || '[]');
    const thread = [...received.map((mail) => ({ at: mail.received, mail })), ...sent.map((mail) => ({ at: mail.createdAt, mail, sent: true }))]
      .sort((a, b) => new Date(a.at) - new Date(b.at));
    if (!thread.length) {
      return element('p', { className: 'muted' }, say('Ingen e-post i saken ennå.'));
    }
    const newest = thread.findLast((entry) => entry.mail.state === 'HANDLED') || thread.at(-1);
    const items = thread.map((entry) => element('li', {}, this.folded(entry, documents, entry === newest)));
    return element('ol', { className: 'thread', ariaLabel: say('E-posten i saken, den eldste først') }, items);
  }

  folded({ mail, sent, at }, documents, open) {
    const state = sent ? sentState(mail) : receivedState(mail);
    const summary = element('summary', {},
      element('span', { className: 'way' }, sent ? say('Til') : say('Fra')),
      element('b', {}, sent ? mail.recipient : mail.from || say('ikke lest ennå')),
      element('span', { className: 'subject' }, mail.subject || say('(uten emne)')),
      (sent || mail.state !== 'HANDLED') && element('span', { className: state.bad ? 'state bad' : 'state' }, state.short),
      element('time', { dateTime: at }, day(at)));
    const details = element('details', { className: sent ? 'mail ours' : 'mail' }, summary);
    const fill = async () => {
      details.removeEventListener('toggle', fill);
      const place = element('div', { className: 'muted' }, say('Henter e-posten …'));
      details.append(place);
      try {
        place.replaceWith(sent ? sentMail(mail) : receivedMail(await window.desk.load('/mails/' + mail.id), documents));
      } catch (problem) {
        place.replaceWith(element('p', { className: 'problem', role: 'alert' }, problem.message, ' ',
          !sent && link('/mails/' + mail.id + '/raw', say('Lagre e-posten slik den kom'), { download: '' })));
      }
    };
    details.addEventListener('toggle', fill);
    details.open = open;
    return details;
  }
}

// For lists in forms: how far a mail of ours has come.
window.desk.mailState = (mail) => sentState(mail).words;

customElements.define('one-mail', OneMail);
customElements.define('case-mails', CaseMails);

export default [];
