// Reads scenarios/*/lesson.md by the grammar in scenarios/README.md, and its text as HTML.

import fs from 'node:fs';
import path from 'node:path';

import {escape, highlightedLines} from '../page/go_text.js';

const LISTS = new Set(['want', 'wrong_models', 'decisive', 'notes']);
const LINES = new Set(['title', 'order', 'kind', 'notice', 'relation', 'schedule']);
const OPTIONAL = new Set(['schedule']);

export function readLessons(folder) {
  return fs.readdirSync(folder, {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(entry => readLesson(folder, entry.name))
    .sort((a, b) => a.order - b.order);
}

function readLesson(folder, name) {
  const read = file => fs.readFileSync(path.join(folder, name, file), 'utf8');
  const {front, text} = parseLesson(read('lesson.md'), `${name}/lesson.md`);
  return {
    name, ...front, order: Number(front.order), questions: questionsOf(front.decisive),
    parts: sectionsOf(text), leaky: read('leaky.go'), fixed: read('fixed.go'),
  };
}

export function parseLesson(source, file) {
  const lines = source.split('\n').map(line => line.replace(/\r$/, ''));
  const fail = (line, what) => {
    throw new Error(`${file}:${line}: ${what}`);
  };
  if (lines[0] !== '---') fail(1, 'expected ---');
  const end = lines.indexOf('---', 1);
  if (end < 0) fail(lines.length, 'no second ---');
  const front = {};
  let list = null;
  for (let i = 1; i < end; i++) {
    const line = lines[i];
    if (/^[ \t]*$/.test(line)) continue;
    const item = /^- (.*)$/.exec(line);
    if (item) {
      if (!list) fail(i + 1, 'an item that belongs to no list');
      list.push(item[1].trim());
      continue;
    }
    const pair = /^([a-z_]+):(.*)$/.exec(line);
    if (!pair) fail(i + 1, 'expected a key');
    const [, key, value] = pair;
    if (key in front) fail(i + 1, `${key} stands here a second time`);
    if (LISTS.has(key)) {
      if (value.trim() !== '') fail(i + 1, `${key} is a list`);
      list = front[key] = [];
    } else if (LINES.has(key)) {
      if (value.trim() === '') fail(i + 1, `${key} needs a value`);
      front[key] = value.trim();
      list = null;
    } else {
      fail(i + 1, `unknown key ${key}`);
    }
  }
  for (const key of [...LISTS, ...LINES]) {
    if (!(key in front) && !OPTIONAL.has(key)) fail(end + 1, `${key} is missing`);
  }
  return {front, text: lines.slice(end + 1).join('\n')};
}

function questionsOf(items) {
  const questions = [];
  for (const item of items) {
    const [, tag, text] = /^(\w+): (.*)$/.exec(item);
    if (tag === 'at') {
      const [, variant, line, operation, goroutine, count] =
        /^(leaky|fixed):(\d+) (.+?) (main[\w.]*)(?: #(\d+))?$/.exec(text);
      questions.push({variant, line: Number(line), operation, goroutine, count: Number(count ?? 1),
        answers: []});
      continue;
    }
    const question = questions[questions.length - 1];
    if (tag === 'right' || tag === 'wrong') question.answers.push({text, right: tag === 'right'});
    else question[tag] = text;
  }
  return questions;
}

// The step before which a question is asked, or undefined when the run never comes there.
export {questionStep} from '../page/question_step.js';

// ---- the text: headings, paragraphs, lists, code. [{title, html}]

export function sectionsOf(text) {
  const parts = [];
  for (const block of text.split(/^## /m).slice(1)) {
    const newline = block.indexOf('\n');
    parts.push({title: block.slice(0, newline).trim(), html: blocksHtml(block.slice(newline))});
  }
  return parts;
}

function inline(text) {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map(part => {
    if (part.startsWith('`')) return `<code>${escape(part.slice(1, -1))}</code>`;
    if (part.startsWith('**')) return `<strong>${escape(part.slice(2, -2))}</strong>`;
    return escape(part);
  }).join('');
}

function blocksHtml(text) {
  const html = [];
  const pieces = text.split(/^```\w*\n([\s\S]*?)^```$/m);
  pieces.forEach((piece, i) => {
    if (i % 2 === 1) {
      html.push(`<pre class="snippet" tabindex="0"><code>${highlightedLines(piece).join('\n')}` +
        '</code></pre>');
      return;
    }
    for (const block of piece.split(/\n[ \t]*\n/)) html.push(blockHtml(block.trim()));
  });
  return html.join('');
}

function blockHtml(block) {
  if (!block) return '';
  const list = /^(- |\d+\. )/.exec(block);
  if (!list) return `<p>${inline(block.replace(/\n/g, ' '))}</p>`;
  const items = block.split(/^(?:- |\d+\. )/m).slice(1)
    .map(item => `<li>${inline(item.trim().replace(/\n\s*/g, ' '))}</li>`);
  const tag = list[1] === '- ' ? 'ul' : 'ol';
  return `<${tag}>${items.join('')}</${tag}>`;
}
