// Words in the language of the reader. They are written in Norwegian where they are shown, with {0}, {1} for values;
// locales/desk-en.json says them in English. The same choice of language as Tasklist's own.
const first = (navigator.languages?.[0] || navigator.language || 'nb').split('-')[0].toLowerCase();

export const language = ['nb', 'nn', 'no'].includes(first) ? 'nb' : 'en';

const english = language === 'en'
  ? await fetch(new URL('../locales/desk-en.json', import.meta.url)).then((response) => response.json())
  : {};

export const say = (words, ...values) => (english[words] ?? words).replace(/\{(\d)\}/g, (place, number) => values[number] ?? place);
