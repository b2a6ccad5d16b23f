// The pages as HTML: the first one names the parts and begins with the first lesson, each further lesson
// has its own, and so has the playground: a visit reads one lesson, not all. Everything can be read with
// no script at all. Scripts and module are files beside the pages; the tutorial as one file holds
// all of it in itself.

import crypto from 'node:crypto';

import {escape} from '../page/go_text.js';
import {listing, SHAPES, SVG_DEFINITIONS} from '../page/picture.js';
import {lessonHtml} from './lesson_html.mjs';

const sha = text => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;

// The styles stand in the page: the text does not wait for a second answer.
const policy = styles => `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; ` +
  `style-src ${sha(styles)}; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'`;

// Of the tutorial as one file: its own two texts are allowed by what they are, and nothing is fetched.
const inlinePolicy = ({script, styles}) => `default-src 'none'; script-src ${sha(script)} ` +
  `'wasm-unsafe-eval'; worker-src blob:; style-src ${sha(styles)}; img-src data:; base-uri 'none'; ` +
  "form-action 'none'";

const FRONT = 'index.html';
const TITLE = 'gopark: watch goroutines leak';
const DESCRIPTION = 'See how goroutines leak: step through real Go programs in your browser, watch ' +
  'goroutines park, and see the proof that nobody will ever wake them.';
const GROUPS = {
  pattern: {id: 'patterns', title: 'Four ways to leak a goroutine'},
  cause: {id: 'causes', title: 'Causes in everyday code'},
};

const PLAYGROUND = `package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	go func() {
		c <- 1
	}()
	go func() {
		c <- 2
	}()
	fmt.Println(<-c)
	time.Sleep(10 * time.Millisecond)
}
`;

// [{file, html}]. `assets`: the names of the files {script, scripts, module, glue, single}, `lessons`, the
// file of each lesson's programs by its name, and the text of the `styles`.
export function pages(lessons, assets) {
  const places = placesOf(lessons);
  const elsewhere = here => Object.fromEntries(places.filter(place => place !== here)
    .map(({name, file}) => [name, file]));
  return places.map((place, i) => ({file: place.file, html: pageHtml({
    title: i === 0 ? TITLE : `${place.title} · gopark`,
    description: place.lesson && i > 0 ? place.lesson.notice : DESCRIPTION,
    policy: policy(assets.styles), styles: assets.styles, head: headOfFiles(assets, place.name),
    brand: i === 0 ? '<p class="brand">gopark</p>'
      : `<h1 class="brand"><a href="${FRONT}">gopark</a> <span>watch goroutines leak</span></h1>`,
    main: [i === 0 ? introduction(lessons, name => places.find(one => one.name === name).file) : '',
      i === 0 ? partsCard() : '',
      place.lesson ? group([place.lesson], place.lesson.kind) : playground(),
      onward(places[i - 1], places[i + 1])],
    footer: `<p><a href="${assets.single}" download>Download the whole tutorial as one file</a>: it runs from a folder,
without a server and without a network.</p>`,
    data: lessonData(place.lesson ? [place.lesson] : [], elsewhere(place)),
  })}));
}

// All of it as one page. `texts`: {script, styles, worker, wasm}.
export function singlePage(lessons, texts) {
  return pageHtml({
    title: TITLE, description: DESCRIPTION,
    policy: inlinePolicy(texts), styles: texts.styles, head: '',
    brand: '<p class="brand">gopark</p>',
    main: [introduction(lessons, name => `#lesson=${name}`), partsCard(),
      group(lessons, 'pattern'), group(lessons, 'cause'), playground()],
    footer: '',
    data: `${lessonData(lessons, {})}
<script type="text/plain" id="worker">${texts.worker}</script>
<script type="text/plain" id="wasm">${texts.wasm}</script>
<script>${texts.script}</script>`,
  });
}

// Where each lesson stands, in the tutorial's order, the playground at its end.
function placesOf(lessons) {
  return [...lessons.map((lesson, i) => ({lesson, name: lesson.name, title: lesson.title,
    file: i === 0 ? FRONT : `${lesson.name}.html`})),
  {lesson: null, name: 'playground', title: 'Playground', file: 'playground.html'}];
}

function pageHtml({title, description, policy, styles, head, brand, main, footer, data}) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escape(description)}">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<style>${styles}</style>
${head}
</head>
<body>
<a class="skip" href="#content">Skip to the lesson</a>
${SVG_DEFINITIONS}
<header class="top">
${brand}
<div class="settings" hidden><label>Theme <select id="theme"><option value="system">as my system</option><option value="light">light</option><option value="dark">dark</option><option value="contrast">high contrast</option></select></label></div>
</header>
<p id="notice" class="notice" role="alert" hidden></p>
<p id="live" class="hidden" role="status" aria-live="polite"></p>
<main id="content">
${main.filter(part => part).join('\n')}
</main>
<footer><p>Everything on this page runs in your browser. Nothing is sent anywhere. The programs are real Go, and
every picture comes from running them. gopark is free software (MIT).</p>
${footer}</footer>
${data}
</body>
</html>
`;
}

// What the first picture needs is asked for at once; the module last, so that the text comes before it.
function headOfFiles(assets, lesson) {
  const programs = assets.lessons[lesson];
  return `<script type="module" src="${assets.script}"></script>
${assets.scripts.map(name => `<link rel="modulepreload" href="${name}">`).join('\n')}
${programs ? `<link rel="preload" as="fetch" crossorigin href="${programs}">` : ''}
<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="${assets.module}">
<link rel="preload" as="script" href="${assets.glue}">`;
}

// For the script: the lessons that stand here, and the file where each other one stands.
function lessonData(here, elsewhere) {
  const lessons = here.map(({name, title, schedule, questions}) => ({name, title, schedule, questions}));
  return `<script type="application/json" id="lessons">${
    JSON.stringify({lessons, elsewhere}).replace(/</g, '\\u003c')}</script>`;
}

function introduction(lessons, address) {
  // The id is what a link's hash says: without a script it leads to the lesson's entry here.
  const entry = (name, title) => {
    const href = address(name);
    const id = href.startsWith('#') ? '' : ` id="lesson=${name}"`;
    return `<li${id}><a href="${href}">${escape(title)}</a></li>`;
  };
  const links = kind => lessons.filter(lesson => lesson.kind === kind)
    .map(({name, title}) => entry(name, title)).join('');
  const patternCount = lessons.filter(lesson => lesson.kind === 'pattern').length;
  return `<section class="intro" aria-labelledby="title">
<h1 id="title">Watch goroutines leak</h1>
<p class="lead">A goroutine that waits for something that never comes stays in memory for ever. Nothing
crashes, no test fails. It is only there, and so is the next one.</p>
<p>Here you step through small Go programs and see each goroutine run, wait and end. When one is stuck, you see
the proof: who could have woken it, and when the last of them left. Then you change a few letters, and the leak
is gone.</p>
<nav id="contents" aria-label="Lessons"><div><h2>Patterns</h2><ol>${links('pattern')}</ol></div>
<div><h2>Causes</h2><ol start="${patternCount + 1}">${links('cause')}</ol></div>
<div><h2>Your own code</h2><ul>${entry('playground', 'Playground')}</ul></div></nav>
</section>`;
}

function onward(before, after) {
  const name = ({lesson, title}) => `${lesson ? `${lesson.order} ` : ''}${escape(title)}`;
  return `<nav class="onward" aria-label="Other lessons">
${before ? `<a rel="prev" href="${before.file}">← ${name(before)}</a>` : ''}
<a href="${before ? FRONT : ''}#contents">All lessons</a>
${after ? `<a rel="next" href="${after.file}">${name(after)} →</a>` : ''}</nav>`;
}

function partsCard() {
  const state = (name, text) => `<li class="s-${name}"><span class="shape">${SHAPES[name]} ${name}</span> ` +
    `${text}</li>`;
  return `<section class="parts" id="parts" aria-labelledby="parts-title">
<h2 id="parts-title">First, name the parts</h2>
<div class="two"><div>
<dl>
<dt>goroutine</dt><dd>A function that runs beside others. <code>go f()</code> starts one. We name it by who
started it: <code>main.1</code> is the first that <code>main</code> started.</dd>
<dt>channel</dt><dd>A way to hand a value from one goroutine to another. Its <strong>slots</strong> are places
for values on the way; <code>make(chan int)</code> has none, <code>make(chan int, 2)</code> has two.</dd>
<dt>waits to send, waits to receive</dt><dd>Two queues at each channel. Who cannot go on stands there.</dd>
<dt>park</dt><dd>To be put to sleep until somebody else wakes you. In Go this function is called
<code>gopark</code>.</dd>
<dt>leaked</dt><dd>Parked, and nobody who still runs can reach what it waits for.</dd>
</dl></div>
<div><h3>What a goroutine can be doing</h3>
<ul class="states">${state('running', 'it has the processor')}
${state('runnable', 'it could run, and waits for its turn')}
${state('waiting', 'parked: somebody must wake it')}
${state('sleeping', 'parked: the clock will wake it')}
${state('leaked', 'parked, and nobody can ever wake it')}
${state('finished', 'its function has returned')}</ul>
<p>One <strong>step</strong> is one thing that others can see: a send, a receive, a close, a start, an end.</p>
</div></div></section>`;
}

function group(lessons, kind) {
  const {id, title} = GROUPS[kind];
  return `<div class="group" id="${id}"><h2 class="group-title">${title}</h2>
${lessons.filter(lesson => lesson.kind === kind).map(lessonHtml).join('\n')}</div>`;
}

function playground() {
  return `<div class="group"><h2 class="group-title">Your own code</h2>
<article class="lesson" id="lesson=playground" aria-labelledby="title-playground">
<h3 id="title-playground">Playground</h3>
<p>Write your own program, or open a file. It is one file of real Go. What you write is kept in this browser
only.</p>
<div class="static" data-static="playground">
${listing(PLAYGROUND, {label: 'A program to start with'})}
<p>To run and to change programs, this page needs JavaScript and WebAssembly.</p></div>
<div class="simulator" data-lesson="playground" hidden></div>
<script type="text/plain" id="playground-program">${PLAYGROUND}</script>
</article></div>`;
}
