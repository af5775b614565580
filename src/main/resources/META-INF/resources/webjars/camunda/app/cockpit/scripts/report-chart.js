// Draws a panel as SVG: columns by month, bars by kind, or curves. Colours also differ by pattern, or by dashes and marks.
import { say } from '../../tasklist/scripts/say.js';
import { figure, heading, number, short } from './report-data.js';

const COLORS = ['#0b5cad', '#b35900', '#1a7f37', '#6639ba', '#57606a', '#bf3989', '#0b7285'];

// What is drawn over a colour so that it is known without it.
const PATTERNS = ['', 'M0 8L8 0', 'M4 3a1.5 1.5 0 1 0 .1 0', 'M0 4H8', 'M0 0L8 8M8 0L0 8', 'M4 0V8', 'M0 2H4M4 6H8'];

const DASHES = ['', '8 4', '2 4', '12 4 2 4', '6 2', '2 2', '10 6'];

const WIDTH = 860;

let charts = 0;

function svg(name, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes || {}).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children.flat(5));
  return made;
}

const text = (x, y, words, anchor) => svg('text', { x, y, 'text-anchor': anchor || 'start' }, words);

// A round number at or above the largest.
function ceiling(largest) {
  const power = 10 ** Math.floor(Math.log10(largest || 1));
  return [1, 2, 4, 5, 8, 10].map((step) => step * power).find((top) => top >= largest) || 10 * power;
}

const pattern = (id, index) => svg('pattern', { id: id + '-' + index, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
  svg('rect', { width: 8, height: 8, fill: COLORS[index % COLORS.length] }),
  svg('path', { d: PATTERNS[index % PATTERNS.length], stroke: '#fff', 'stroke-width': 2, fill: 'none' }));

const area = (id, index, x, y, width, height, words) => svg('rect', {
  x, y, width: Math.max(0, width), height: Math.max(0, height), fill: 'url(#' + id + '-' + index + ')'
}, svg('title', {}, words));

const described = (line, column, value) => line.label + ', ' + heading(column) + ': ' + figure(value, column.unit);

function axis(top, height, left, unit) {
  return [0, 0.25, 0.5, 0.75, 1].filter((part) => unit !== 'COUNT' || Number.isInteger(top * part)).map((part) => {
    const y = 10 + height * (1 - part);
    return [svg('line', { x1: left, x2: WIDTH - 10, y1: y, y2: y, class: 'grid' }), text(left - 6, y + 4, number(top * part), 'end')];
  });
}

function months(lines, left, step, bottom) {
  const every = Math.ceil(lines.length * 62 / (WIDTH - left));
  return lines.filter((line, index) => index % every === 0)
    .map((line, index) => text(left + step * (index * every + 0.5), bottom, short(line), 'middle'));
}

function columns(id, lines, series) {
  const left = 56;
  const height = 220;
  const step = (WIDTH - left - 10) / lines.length;
  const top = ceiling(Math.max(...lines.map((line) => series.reduce((sum, one) => sum + (line.figures[one.at].value || 0), 0))));
  return { height: height + 40, parts: [axis(top, height, left, series[0].unit), months(lines, left, step, height + 28),
    lines.map((line, index) => {
      let y = 10 + height;
      return series.map((one, place) => {
        const size = height * (line.figures[one.at].value || 0) / top;
        y -= size;
        return area(id, place, left + step * (index + 0.15), y, step * 0.7, size, described(line, one, line.figures[one.at].value));
      });
    })] };
}

// Long names stand on two lines.
function name(words, y) {
  const cut = words.length > 36 ? words.lastIndexOf(' ', 36) : -1;
  return cut < 0 ? [text(232, y + 4, words, 'end')] : [text(232, y - 3, words.slice(0, cut), 'end'), text(232, y + 11, words.slice(cut + 1), 'end')];
}

function bars(id, lines, series) {
  const left = 240;
  const stacked = series[0].unit === 'COUNT';
  const sizes = lines.map((line) => series.map((one) => line.figures[one.at].value || 0));
  const top = Math.max(...sizes.map((all) => (stacked ? all.reduce((sum, one) => sum + one, 0) : Math.max(...all)))) || 1;
  const scale = (WIDTH - left - 70) / top;
  return { height: lines.length * 34 + 6, parts: lines.map((line, index) => {
    const y = index * 34 + 6;
    const thick = stacked ? 22 : 22 / series.length;
    let x = left;
    const drawn = series.map((one, place) => {
      const size = sizes[index][place] * scale;
      const bar = area(id, place, stacked ? x : left, stacked ? y : y + thick * place, size, thick, described(line, one, line.figures[one.at].value));
      x = stacked ? x + size : Math.max(x, left + size);
      return bar;
    });
    const shown = stacked ? sizes[index].reduce((sum, one) => sum + one, 0) : Math.max(...sizes[index]);
    return [name(line.label, y + 11), drawn, text(x + 6, y + 15, figure(shown, series[0].unit))];
  }) };
}

const mark = (x, y, place, words) => svg('path', {
  d: ['M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0', 'M-4 -4H4V4H-4Z', 'M0 -5L5 4H-5Z', 'M0 -5L5 0L0 5L-5 0Z', 'M-4 -4L4 4M4 -4L-4 4', 'M0 5L5 -4H-5Z', 'M-5 0H5M0 -5V5'][place % 7],
  transform: 'translate(' + x + ' ' + y + ')', fill: COLORS[place % COLORS.length], stroke: COLORS[place % COLORS.length], 'stroke-width': 1.5
}, words ? svg('title', {}, words) : []);

function curves(id, lines, series) {
  const left = 56;
  const height = 220;
  const step = (WIDTH - left - 10) / lines.length;
  const values = lines.flatMap((line) => series.map((one) => line.figures[one.at].value || 0));
  const top = series[0].unit === 'PERCENT' ? 100 : ceiling(Math.max(...values));
  const place = (value, index) => [left + step * (index + 0.5), 10 + height * (1 - value / top)];
  return { height: height + 40, parts: [axis(top, height, left, series[0].unit), months(lines, left, step, height + 28),
    series.map((one, at) => {
      const points = lines.map((line, index) => ({ line, value: line.figures[one.at].value, index })).filter(({ value }) => value !== null);
      const path = points.map(({ value, index }, number) => (number && points[number - 1].index === index - 1 ? 'L' : 'M') + place(value, index).join(' ')).join('');
      return [svg('path', { d: path || 'M0 0', fill: 'none', stroke: COLORS[at % COLORS.length], 'stroke-width': 2.5, 'stroke-dasharray': DASHES[at % DASHES.length] }),
        points.map(({ line, value, index }) => mark(...place(value, index), at, described(line, one, value)))];
    })] };
}

// Which colour is what, above the drawing.
function legend(id, series, chart) {
  let x = 0;
  return series.map((one, place) => {
    const part = [chart === 'CURVES' ? [svg('path', { d: 'M' + x + ' 10h26', stroke: COLORS[place % COLORS.length], 'stroke-width': 2.5, 'stroke-dasharray': DASHES[place % DASHES.length] }), mark(x + 13, 10, place)]
      : svg('rect', { x, y: 3, width: 26, height: 14, fill: 'url(#' + id + '-' + place + ')' }), text(x + 32, 15, heading(one))];
    x += 52 + 7.2 * heading(one).length;
    return part;
  });
}

export function chart(panel) {
  const lines = panel.lines.filter((line) => !line.total);
  const series = panel.columns.map((column, at) => ({ ...column, at })).filter((column) => column.drawn)
    .filter((one, index, all) => all.length < 2 || lines.some((line) => line.figures[one.at].value));
  if (!lines.some((line) => series.some((one) => line.figures[one.at].value))) {
    return null;
  }
  const id = 'chart-' + (charts += 1);
  const { height, parts } = { COLUMNS: columns, BARS: bars, CURVES: curves }[panel.chart](id, lines, series);
  const above = series.length > 1 ? 28 : 4;
  return svg('svg', { class: 'report-chart', viewBox: '0 0 ' + WIDTH + ' ' + (height + above), role: 'img', 'aria-labelledby': id + '-title ' + id + '-desc' },
    svg('title', { id: id + '-title' }, panel.title),
    svg('desc', { id: id + '-desc' }, say('Viser {0}. Tallene står i tabellen under.', series.map(heading).join(', '))),
    svg('defs', {}, series.map((one, index) => pattern(id, index))),
    series.length > 1 ? svg('g', {}, legend(id, series, panel.chart)) : [],
    svg('g', { transform: 'translate(0 ' + above + ')' }, parts));
}
