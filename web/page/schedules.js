// Every schedule as HTML: the badge, a dial for each clock, races with their lines, and suggested
// fixes with their diffs. Pure functions of reports (types.d.ts).

import {escape} from './go_text.js';
import {kindWord} from './picture.js';

const TICKS = 60;
const CONTEXT = 2;  // lines around a change

const BADGES = {PROVED: ['proved', '✓ PROVED'], BUG: ['bug', '✗ BUG'],
  INCOMPLETE: ['incomplete', '… INCOMPLETE']};

export function badge(verdict) {
  const [name, text] = BADGES[verdict];
  return `<b class="badge b-${name}">${text}</b>`;
}

const CLOCKS = {quiescent: 'if the clock moves only when nobody can run',
  async: 'if a timer may fire at any moment', none: 'whatever the clock does'};
const count = number => number.toLocaleString('en');

export function clockText(clock) {
  if (clock.verdict === 'PROVED') {
    return clock.exact ? `0 of ${count(clock.total)} schedules fail` : 'no schedule fails';
  }
  if (clock.verdict === 'INCOMPLETE') return `not decided: ${clock.bound}`;
  if (!clock.exact) return 'at least one schedule fails';
  if (clock.failing === 0) return 'no schedule leaks, but two goroutines race';
  return `${count(clock.failing)} of ${count(clock.total)} schedules fail`;
}

// A ring of ticks: the failing share crosses the ring, the rest stays outside.
function dial(clock) {
  const share = clock.verdict === 'PROVED' || clock.total === 0 ? 0 : clock.failing / clock.total;
  let failing = Math.round(share * TICKS);
  if (share > 0) failing = Math.max(failing, 1);
  if (share < 1) failing = Math.min(failing, TICKS - 1);
  let ticks = '';
  for (let i = 0; i < TICKS; i++) {
    const fails = i < failing;
    ticks += `<line class="${fails ? 'fails' : 'passes'}" x1="40" x2="40" y1="3" y2="${fails ? 17 : 10}" ` +
      `transform="rotate(${(i + 0.5) * 360 / TICKS} 40 40)"/>`;
  }
  const middle = clock.verdict === 'INCOMPLETE' || !clock.exact ? '?'
    : `${Math.round(share * 100) === 0 && share > 0 ? '<1' : Math.round(share * 100)}%`;
  return `<svg class="dial" width="80" height="80" viewBox="0 0 80 80" aria-hidden="true">${ticks}` +
    `<text x="40" y="45" text-anchor="middle">${middle}</text></svg>`;
}

export function raceText(finding) {
  const does = writes => (writes ? 'writes' : 'reads');
  const {race} = finding;
  return `${finding.goroutine} ${does(race.writes)} in line ${finding.line} and ${race.other} ` +
    `${does(race.otherWrites)} the same variable in line ${race.otherLine}, in no certain order.`;
}

function found(report) {
  const races = report.findings.filter(finding => finding.race);
  const others = report.findings.filter(finding => !finding.race && finding.failure);
  let html = '';
  if (others.length) {
    const names = others.slice(0, 4).map(finding => `<b>${escape(finding.goroutine)}</b> ` +
      `${kindWord(finding.kind)}${finding.reason ? ` (${escape(finding.reason)})` : ''}, line ${finding.line}`);
    const more = others.length > 4 ? `; and ${others.length - 4} more` : '';
    html += `<p>${names.join('; ')}${more}.</p>`;
  } else if (report.outcome && !races.length) {
    html += `<p>${escape(report.outcome)}</p>`;
  }
  return html + races.slice(0, 6)
    .map(finding => `<p>✗ <b>Data race:</b> ${escape(raceText(finding))}</p>`).join('');
}

// `buttons(report)`: HTML of what can be done with it; the generator has none.
export function reportHtml(report, buttons = () => '') {
  const dials = report.clocks.map(clock => `<li>${dial(clock)}<span><b>${clockText(clock)}</b><br>` +
    `<span class="quiet">${CLOCKS[clock.clock]}</span></span></li>`).join('');
  return `<p>${badge(report.verdict)} <span class="quiet">${count(report.states)} states looked at` +
    `</span></p><ul class="dials">${dials}</ul>${found(report)}${buttons(report)}`;
}

// In one sentence, for the live region.
export function reportText(report) {
  const [, text] = BADGES[report.verdict];
  const race = report.findings.find(finding => finding.race);
  return `${text.slice(2)}. ${report.clocks.map(clock => `${clockText(clock)}, ` +
    `${CLOCKS[clock.clock]}`).join('; ')}.${race ? ` Data race: ${raceText(race)}` : ''}`;
}

// ---- fixes

// From the first line that differs to the last one: [{sign: ' ' | '-' | '+', text}].
export function diffLines(before, after) {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let tail = 0;
  while (tail < a.length - from && tail < b.length - from &&
         a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const as = (sign, lines) => lines.map(text => ({sign, text}));
  return [...as(' ', a.slice(Math.max(0, from - CONTEXT), from)),
    ...as('-', a.slice(from, a.length - tail)), ...as('+', b.slice(from, b.length - tail)),
    ...as(' ', a.slice(a.length - tail, a.length - tail + CONTEXT))];
}

function diffHtml(before, after) {
  const lines = diffLines(before, after).map(({sign, text}) => {
    const tag = {'-': 'del', '+': 'ins', ' ': 'span'}[sign];
    return `<${tag}><span class="sign">${sign}</span> ${escape(text)}</${tag}>`;
  });
  return `<pre class="snippet diff" tabindex="0" role="region" aria-label="The change">${lines.join('\n')}</pre>`;
}

// `source`: the program that they fix.
export function fixesHtml(found, source) {
  if (!found.done && found.fixes.length === 0) return '';
  if (found.fixes.length === 0) {
    return `<p>No fix found: ${found.tried} ${found.tried === 1 ? 'edit' : 'edits'} tried, none PROVED.</p>`;
  }
  return `<h4>Fixes, each PROVED clean in every schedule</h4><ol class="fixes">${found.fixes
    .map((fix, i) => `<li><p><button type="button" data-action="apply" data-index="${i}">` +
      `${escape(fix.what)}</button> <span class="quiet">${count(fix.states)} states</span></p>` +
      `${diffHtml(source, fix.after)}</li>`).join('')}</ol>`;
}
