// The picture of a run as HTML and SVG text: pure functions of what the engine told (types.d.ts).
// The generator draws the filmstrips with them, the page the live simulators.
//
// A state is a shape and a word first, a colour second. No style attributes: the page's security
// policy forbids them, so positions are SVG attributes in per cent.

import {escape, highlightedLines} from './go_text.js';

export const SHAPES = {running: '▶', runnable: '○', waiting: '‖', sleeping: '☾', leaked: '✗',
  finished: '✓'};

export function stateLabel(state, reason = '') {
  const why = reason && state !== 'sleeping' ? `: ${reason}` : '';
  return `${SHAPES[state]} ${state}${why}`;
}

function chip(goroutine) {
  return `<span class="chip s-${goroutine.state}"><span aria-hidden="true">` +
    `${SHAPES[goroutine.state]} </span>${escape(goroutine.name)}` +
    `<span class="quiet"> ${goroutine.state}</span></span>`;
}

// The program, with the goroutines that stand at each line. `acted`: the line of the latest step.
export function listing(source, {goroutines = [], acted = 0, changed, label, note = ''} = {}) {
  const lines = highlightedLines(source, changed).map((html, i) => {
    const line = i + 1;
    const here = goroutines.filter(goroutine => goroutine.line === line);
    const classes = ['line', here.length ? 'here' : '', acted === line ? 'acted' : ''];
    return `<span class="${classes.join(' ').trim()}"><span class="number" aria-hidden="true">` +
      `${String(line).padStart(3)}</span><span class="text">${html || ' '}</span>` +
      `${here.slice(0, 4).map(chip).join('')}` +
      `${here.length > 4 ? `<span class="chip">and ${here.length - 4} more</span>` : ''}\n</span>`;
  });
  return `<div class="listing" role="region" tabindex="0" aria-label="${escape(label)}">` +
    `${note}<pre><code>${lines.join('')}</code></pre></div>`;
}

const LANE = 44;
const BAR = 20;
const NARROW = 320;    // pixels for the lanes on the narrowest screen
const LETTER = 7.6;    // pixels, rather more than less
const percent = number => `${Math.round(number * 1000) / 10}%`;

const fits = (text, pixels) => text.length * LETTER + 8 <= pixels;

// What there is room for: state and reason, the state, its shape, nothing. A word is never cut.
function labelFor({state, reason}, pixels) {
  return [stateLabel(state, reason), stateLabel(state), SHAPES[state]]
    .find(text => fits(text, pixels)) ?? '';
}

function stretchSvg(stretch, y, length, width) {
  const label = labelFor(stretch, (stretch.to - stretch.from + 1) / length * width);
  const from = (stretch.from - 1) / length;
  return `<svg class="s-${stretch.state}" x="${percent(from)}" y="${y}" ` +
    `width="${percent((stretch.to - stretch.from + 1) / length)}" height="${BAR}">` +
    `<rect class="bar" width="100%" height="100%"/>` +
    (stretch.state === 'leaked' ? '<rect class="hatch" width="100%" height="100%"/>' : '') +
    `<text x="4" y="14">${escape(label)}</text></svg>`;
}

function arrowSvg(value, step, rows, length) {
  const from = rows.get(value.from);
  const to = rows.get(value.to);
  if (from === undefined || to === undefined || from === to) return '';
  const x = percent((step - 0.5) / length);
  const y = row => row * LANE + 20 + BAR / 2;
  const tip = y(to) + (to > from ? -4 : 4);
  const label = escape(value.value.length > 12 ? `${value.value.slice(0, 11)}…` : value.value);
  return `<g class="value"><line x1="${x}" x2="${x}" y1="${y(from)}" y2="${tip}" ` +
    `marker-end="url(#arrow)"/><text x="${x}" dx="5" y="${(y(from) + y(to)) / 2 + 2}">${label}` +
    '</text></g>';
}

// Whose lane it is and, in words, what it is doing now: a short stretch has room for a shape only.
function nameSvg(lane, at, y, width) {
  const now = lane.stretches.filter(stretch => stretch.from <= at).at(-1);
  const state = stateLabel(now.state, now.reason);
  const created = lane.created ? `, started at line ${lane.created}` : '';
  const rest = fits(`${lane.name} ${state}${created}`, width) ? state + created : state;
  return `<text class="name" x="0" y="${y}">${escape(lane.name)}` +
    `<tspan class="quiet"> ${escape(rest)}</tspan></text>`;
}

// One lane a goroutine, steps from left to right, up to `step`: what comes later is not told yet.
// `width`: in pixels, for what is written into it.
export function lanes(story, step, {label = 'Lanes', maxLanes = 24, width = NARROW} = {}) {
  const length = Math.max(1, story.steps.length);
  const at = Math.min(step, length);
  const born = story.lanes.filter(lane => lane.stretches.length && lane.stretches[0].from <= at);
  const shown = born.slice(0, maxLanes);
  const rows = new Map(shown.map((lane, row) => [lane.name, row]));
  const height = Math.max(1, shown.length) * LANE + 4;
  let body = '';
  shown.forEach((lane, row) => {
    body += nameSvg(lane, at, row * LANE + 15, width);
    for (const stretch of lane.stretches) {
      if (stretch.from > at) break;
      body += stretchSvg({...stretch, to: Math.min(stretch.to, at)}, row * LANE + 20, length, width);
    }
  });
  for (const told of story.steps) {
    if (told.step > at) break;
    for (const value of told.values) body += arrowSvg(value, told.step, rows, length);
  }
  const cursor = percent(at / length);
  body += `<line class="cursor" x1="${cursor}" x2="${cursor}" y1="18" y2="${height}"/>`;
  const more = born.length + story.lanesLeftOut - shown.length;
  return `<svg class="lanes" role="img" aria-label="${escape(label)}" width="100%" ` +
    `height="${height}">${body}</svg>` +
    (more > 0 ? `<p class="quiet">and ${more} more goroutines</p>` : '');
}

// Put once into a page that draws lanes.
export const SVG_DEFINITIONS = '<svg class="definitions" aria-hidden="true" width="0" height="0">' +
  '<defs><marker id="arrow" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="7" markerHeight="7" ' +
  'orient="auto"><path d="M0 0L8 4L0 8z"/></marker><pattern id="hatch" width="7" height="7" ' +
  'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="7"/>' +
  '</pattern></defs></svg>';

function queue(title, names) {
  return `<span class="queue"><span class="quiet">${title}</span> ` +
    (names.length ? names.slice(0, 8).map(name => `<b>${escape(name)}</b>`).join(', ') +
      (names.length > 8 ? ` and ${names.length - 8} more` : '') : 'nobody') + '</span>';
}

function slots(channel) {
  // A timer's has no capacity, and yet what it has sent waits there.
  const count = Math.max(channel.capacity, channel.slots.length);
  if (count === 0) {
    const why = channel.timers ? 'empty' : 'no slots: a send needs a receiver';
    return `<span class="quiet">${why}</span>`;
  }
  const shown = Math.min(count, 8);
  let html = '';
  for (let i = 0; i < shown; i++) {
    const full = i < channel.slots.length;
    html += `<span class="slot${full ? ' full' : ''}">${full ? escape(channel.slots[i]) : 'empty'}` +
      '</span>';
  }
  if (count > shown) html += `<span class="quiet">of ${count}</span>`;
  return html;
}

export function channels(state) {
  if (!state.channels.length) return '<p class="quiet">No channel is made yet.</p>';
  const boxes = state.channels.slice(0, 24).map(channel => {
    const changed = state.changed.includes(channel.serial);
    return `<li class="channel${changed ? ' changed' : ''}"><p><b>${escape(channel.name)}</b> ` +
      `<span class="quiet">chan ${escape(channel.type)}, capacity ${channel.capacity}` +
      `${channel.closed ? '' : ''}</span>` +
      `${channel.closed ? ' <b class="closed">■ closed</b>' : ''}` +
      `${changed ? ' <span class="now">changed now</span>' : ''}</p>` +
      `<p class="slots">${slots(channel)}</p>` +
      `<p>${queue('waits to send:', channel.senders)} ` +
      `${queue('waits to receive:', channel.receivers)}</p></li>`;
  });
  return `<ul class="channels">${boxes.join('')}</ul>`;
}

export function stateTable(state) {
  const names = new Map(state.channels.map(channel => [channel.serial, channel.name]));
  const rows = state.goroutines.slice(0, 60).map(goroutine => {
    const on = goroutine.waitsOn.map(serial => names.get(serial) ?? 'a channel').join(', ');
    return `<tr><th scope="row">${escape(goroutine.name)}</th>` +
      `<td class="s-${goroutine.state}"><span class="shape">` +
      `${escape(stateLabel(goroutine.state, goroutine.reason))}</span></td>` +
      `<td>${escape(on) || '<span class="quiet">nothing</span>'}</td>` +
      `<td>${goroutine.line || '<span class="quiet">none</span>'}</td></tr>`;
  });
  const more = state.goroutineCount - rows.length;
  return '<div class="scroll" role="region" tabindex="0" aria-label="Goroutines as a table">' +
    '<table><caption>Goroutines</caption><thead><tr><th scope="col">name</th>' +
    '<th scope="col">state</th><th scope="col">waits on</th><th scope="col">line</th></tr></thead>' +
    `<tbody>${rows.join('')}</tbody></table></div>` +
    (more > 0 ? `<p class="quiet">and ${more} more goroutines</p>` : '');
}

const KINDS = {leaked: 'leaked', alive_at_exit: 'alive at exit', never_wakes: 'never wakes',
  deadlock: 'deadlock', panic: 'panic', race: 'race'};
export const kindWord = kind => KINDS[kind] ?? kind;

// Why it is stuck: a clause a line, each a way to its step. `upTo`: what is known by that step.
export function proof(story, upTo = Infinity, clauseHtml = clauseText) {
  const known = story.findings.filter(finding => (finding.doomedAt || story.length) <= upTo);
  return known.slice(0, 8).map(finding =>
    `<section class="proof"><h4><span aria-hidden="true">✗ </span>${escape(finding.goroutine)} is ` +
    `${finding.kind === 'alive_at_exit' ? 'still there at the end' : kindWord(finding.kind)}</h4>` +
    `<ol>${finding.clauses.map(clause => `<li>${clauseHtml(clause)}</li>`).join('')}</ol></section>`)
    .join('') + (known.length > 8 ? `<p>and ${known.length - 8} more like these.</p>` : '');
}

function clauseText(clause) {
  return escape(clause.text) +
    (clause.step ? ` <span class="quiet">(step ${clause.step})</span>` : '');
}

const VERDICTS = {clean: '✓ clean', leak: '✗ leak', deadlock: '✗ deadlock', panic: '✗ panic',
  incomplete: '… stopped at a limit'};
export const verdictText = story => VERDICTS[story.verdict] ?? story.verdict;

export function transcript(story) {
  return story.steps.map(told => `<li value="${told.step}">${escape(told.sentence)}</li>`).join('');
}
