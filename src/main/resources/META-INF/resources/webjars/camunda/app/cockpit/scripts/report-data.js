// What all reports need: to ask for figures, and to write numbers and days as the reader does.
import { language, say } from '../../tasklist/scripts/say.js';

const LOCALE = language === 'en' ? 'en-GB' : 'nb-NO';

export const address = (path) => new URL('../../../../desk/figures/' + path, import.meta.url).href;

export async function load(path) {
  const response = await fetch(address(path), { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail || say('Tjenesten svarer {0}', response.status));
  }
  return response.json();
}

export const number = (value) => value.toLocaleString(LOCALE, { maximumFractionDigits: value < 1 ? 2 : 1 });

export const figure = (value, unit) => (value === null ? '–' : number(value) + (unit === 'PERCENT' ? ' %' : ''));

export const heading = ({ label, unit }) => (unit === 'DAYS' ? say('{0} (døgn)', label) : label);

export const time = (moment) => (moment ? new Date(moment).toLocaleString(LOCALE, {
  timeZone: 'Europe/Oslo', dateStyle: 'medium', timeStyle: 'short'
}) : '');

// A month, a quarter or a week as short as an axis needs it; other labels as they are.
export function short({ key, label }) {
  if (/^\d{4}-\d{2}$/.test(key)) {
    return new Date(key + '-01T12:00:00Z').toLocaleDateString(LOCALE, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  }
  const week = key.match(/^\d{4}-W0?(\d+)$/);
  return week ? say('uke {0}', week[1]) : label;
}
