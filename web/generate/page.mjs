// The page as HTML: everything that can be read with no script at all. Its scripts, styles and module
// are files beside it, or, for the page as one file, texts in it.

import crypto from 'node:crypto';

import {difference, escape} from '../page/go_text.js';
import {channels, lanes, listing, proof, SHAPES, SVG_DEFINITIONS, transcript, verdictText}
  from '../page/picture.js';
import {reportHtml} from '../page/schedules.js';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; " +
  "style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

const sha = text => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;

// Of the page as one file: its own two texts are allowed by what they are, and nothing is fetched.
const inlinePolicy = ({script, styles}) => `default-src 'none'; script-src ${sha(script)} ` +
  `'wasm-unsafe-eval'; worker-src blob:; style-src ${sha(styles)}; img-src data:; base-uri 'none'; ` +
  "form-action 'none'";

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

// `assets`: the names of the files {script, styles, wasm}, or {inline: {script, styles, worker, wasm}}.
export function pageHtml(lessons, assets) {
  const {inline} = assets;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${inline ? inlinePolicy(inline) : POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="description" content="See how goroutines leak: step through real Go programs in your browser, watch goroutines park, and see the proof that nobody will ever wake them.">
<title>gopark: watch goroutines leak</title>
<link rel="icon" href="data:,">
${inline ? `<style>${inline.styles}</style>` : `<link rel="stylesheet" href="${assets.styles}">
<script type="module" src="${assets.script}"></script>
${assets.scripts.map(name => `<link rel="modulepreload" href="${name}">`).join('\n')}
<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="${assets.module}">
<link rel="preload" as="script" href="${assets.glue}">`}
</head>
<body>
<a class="skip" href="#content">Skip to the lessons</a>
${SVG_DEFINITIONS}
<header class="top">
<p class="brand">gopark</p>
<div class="settings" hidden><label>Theme <select id="theme"><option value="system">as my system</option><option value="light">light</option><option value="dark">dark</option><option value="contrast">high contrast</option></select></label></div>
</header>
<p id="notice" class="notice" role="alert" hidden></p>
<p id="live" class="hidden" role="status" aria-live="polite"></p>
<main id="content">
${introduction(lessons)}
${partsCard()}
${group(lessons, 'pattern', 'patterns', 'Four ways to leak a goroutine')}
${group(lessons, 'cause', 'causes', 'Causes in everyday code')}
${playground()}
</main>
<footer><p>Everything on this page runs in your browser. Nothing is sent anywhere. The programs are real Go, and
every picture comes from running them. gopark is free software (MIT).</p>
${inline ? '' : `<p><a href="${assets.single}" download>Download this page as one file</a>: it runs from a folder,
without a server and without a network.</p>`}</footer>
<script type="application/json" id="lessons">${lessonData(lessons)}</script>
${inline ? `<script type="text/plain" id="worker">${inline.worker}</script>
<script type="text/plain" id="wasm">${inline.wasm}</script>
<script>${inline.script}</script>` : ''}
</body>
</html>
`;
}

function lessonData(lessons) {
  return JSON.stringify(lessons.map(({name, title, schedule, questions}) =>
    ({name, title, schedule, questions}))).replace(/</g, '\\u003c');
}

function introduction(lessons) {
  const links = kind => lessons.filter(lesson => lesson.kind === kind)
    .map(lesson => `<li><a href="#lesson=${lesson.name}">${escape(lesson.title)}</a></li>`).join('');
  const patternCount = lessons.filter(lesson => lesson.kind === 'pattern').length;
  return `<section class="intro" aria-labelledby="title">
<h1 id="title">Watch goroutines leak</h1>
<p class="lead">A goroutine that waits for something that never comes stays in memory for ever. Nothing
crashes, no test fails. It is only there, and so is the next one.</p>
<p>Here you step through small Go programs and see each goroutine run, wait and end. When one is stuck, you see
the proof: who could have woken it, and when the last of them left. Then you change a few letters, and the leak
is gone.</p>
<nav aria-label="Lessons"><div><h2>Patterns</h2><ol>${links('pattern')}</ol></div>
<div><h2>Causes</h2><ol start="${patternCount + 1}">${links('cause')}</ol></div>
<div><h2>Your own code</h2><ul><li><a href="#lesson=playground">Playground</a></li></ul></div></nav>
</section>`;
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

function group(lessons, kind, id, title) {
  const chosen = lessons.filter(lesson => lesson.kind === kind);
  return `<div class="group" id="${id}"><h2 class="group-title">${title}</h2>
${chosen.map(lessonHtml).join('\n')}</div>`;
}

const part = (lesson, title) => lesson.parts.find(found => found.title === title)?.html ?? '';

function lessonHtml(lesson) {
  const {leaky, fixed} = lesson.runs;
  const changed = difference(lesson.leaky, lesson.fixed);
  // The id is what a link's hash says, so that links work without a script, too.
  return `<article class="lesson" id="lesson=${lesson.name}" aria-labelledby="title-${lesson.name}">
<h3 id="title-${lesson.name}"><span class="order">${lesson.order}</span> ${escape(lesson.title)}</h3>
<p class="notice-this"><strong>What to notice.</strong> ${escape(lesson.notice)}</p>
<div class="models"><p>Have you ever thought this?</p><ul>${lesson.wrong_models
    .map(model => `<li>${escape(model)}</li>`).join('')}</ul></div>
<div class="static" data-static="${lesson.name}">
${listing(lesson.leaky, {label: `${lesson.title}: the leaky program`, changed: changed.left})}
${questions(lesson, 'leaky')}
${filmstrip(lesson, leaky, 'The leaky program, step by step')}
</div>
<div class="simulator" data-lesson="${lesson.name}" hidden></div>
<div class="prose"><h4>What happens</h4>${part(lesson, 'What happens')}
<h4>Why it can never wake</h4>${part(lesson, 'Why it can never wake')}
<div class="box">${proof(leaky.story)}</div>
<h4>The fix</h4><p class="relation">${escape(lesson.relation)}</p></div>
${listing(lesson.fixed, {label: `${lesson.title}: the fixed program`, changed: changed.right})}
<div class="prose">${part(lesson, 'The fix')}
${questions(lesson, 'fixed')}
<details class="film"><summary>The fixed program, step by step</summary>
${filmstrip(lesson, fixed, '')}</details>
<h4>Do it yourself</h4>${part(lesson, 'Do it yourself')}
<h4>The proof</h4><p>Every schedule of both programs was tried when this page was made.</p>
<div class="two proofs"><section class="box"><h5>leaky</h5>${reportHtml(leaky.report)}</section>
<section class="box"><h5>fixed</h5>${reportHtml(fixed.report)}</section></div></div>
</article>`;
}

function questions(lesson, variant) {
  return lesson.questions.filter(question => question.variant === variant).map(question =>
    `<details class="question"><summary><strong>Guess first.</strong> ${escape(question.ask)}</summary>
<ul>${question.answers.map(answer => `<li>${answer.right ? '<strong>✓ Right:</strong> ' : ''}` +
    `${escape(answer.text)}</li>`).join('')}</ul><p>${escape(question.because)}</p></details>`).join('');
}

function filmstrip(lesson, {story, frames}, title) {
  const pictures = frames.map(({told, state}) => `<li><figure><figcaption><b>Step ${told.step} of
${story.length}.</b> ${escape(told.sentence)}</figcaption>
${lanes(story, told.step, {label: `Lanes of ${lesson.title} up to step ${told.step}. ${told.sentence}`})}
${channels(state)}</figure></li>`);
  return `${title ? `<h4>${title}</h4>` : ''}<ol class="filmstrip">${pictures.join('')}</ol>
<details class="film"><summary>All ${story.length} steps in sentences: ${escape(verdictText(story))}</summary>
<ol class="transcript">${transcript(story)}</ol></details>`;
}

function playground() {
  return `<article class="lesson" id="lesson=playground" aria-labelledby="playground-title">
<h2 id="playground-title">Playground</h2>
<p>Write your own program, or open a file. It is one file of real Go. What you write is kept in this browser
only.</p>
<div class="static" data-static="playground">
${listing(PLAYGROUND, {label: 'A program to start with'})}
<p>To run and to change programs, this page needs JavaScript and WebAssembly.</p></div>
<div class="simulator" data-lesson="playground" hidden></div>
<script type="text/plain" id="playground-program">${PLAYGROUND}</script>
</article>`;
}
