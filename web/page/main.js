// A page comes alive: each static lesson is replaced by a live simulator when the reader comes near
// it or a link names it. Without WebAssembly nothing happens here and the static page serves.

import {packedLesson} from 'gopark-assets';

import {EngineClient} from './client.js';
import {formatLink, MAX_LENGTH, parseLink, WARN_LENGTH} from './links.js';
import {Simulator} from './simulator.js';
import {recallTheme, rememberTheme} from './store.js';

const ADDRESS_MS = 250;

const find = selector => document.querySelector(selector);
// The lessons of this page, and the page of each other one.
const {lessons, elsewhere} = JSON.parse(find('#lessons').textContent);
const names = [...lessons.map(lesson => lesson.name), ...Object.keys(elsewhere)];
const playground = {name: 'playground', title: 'Playground', questions: []};
const client = new EngineClient();
const simulators = new Map();   // by lesson; a promise of each that was started
let active = null;

function announce(text) {
  find('#live').textContent = '';
  setTimeout(() => {
    find('#live').textContent = text;
  }, 50);
}

function notice(text) {
  const line = find('#notice');
  line.textContent = text;
  line.hidden = !text;
}

// ---- theme

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  find('#theme').value = theme;
  followLook();
}

function chooseTheme(theme) {
  setTheme(theme);
  rememberTheme(theme);
}

find('.settings').hidden = false;
setTheme(recallTheme() ?? 'system');
find('#theme').addEventListener('change', event => chooseTheme(event.target.value));

// The page's look, for a canvas: it has three themes, and grows with the page's type.
const LOOKS = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)',
  '(prefers-reduced-motion: reduce)'].map(query => matchMedia(query));

function look() {
  const [dark, contrast, still] = LOOKS.map(query => query.matches);
  const {theme} = document.documentElement.dataset;
  return {
    theme: theme !== 'system' ? theme : contrast ? 'contrast' : dark ? 'dark' : 'light',
    scale: Math.min(2, parseFloat(getComputedStyle(document.documentElement).fontSize) / 17),
    still,
  };
}

async function followLook() {
  for (const simulator of await Promise.allSettled(simulators.values())) {
    simulator.value?.stage.follow();
  }
}
LOOKS.forEach(query => query.addEventListener('change', followLook));

// ---- simulators

async function sourcesOf(name) {
  if (name === 'playground') return {leaky: find('#playground-program').textContent};
  const [leaky, fixed] = await Promise.all(['leaky', 'fixed']
    .map(variant => client.call('lessonFile', `${name}/${variant}.go`)));
  return {leaky, fixed};
}

function startSimulator(name, link = {}) {
  if (!simulators.has(name)) simulators.set(name, makeSimulator(name, link));
  return simulators.get(name);
}

async function makeSimulator(name, link) {
  const element = find(`.simulator[data-lesson="${name}"]`);
  const given = await packedLesson(name);
  if (given !== null) client.call('give', given.packed).catch(() => {});
  const sources = given?.sources ?? await sourcesOf(name);
  let ready = false;
  const simulator = new Simulator({
    element, sources, client, packed: given?.packed ?? null, announce, copyLink, look,
    setTheme: chooseTheme,
    lesson: lessons.find(lesson => lesson.name === name) ?? playground,
    changed: () => ready && follow(simulator),
  });
  await simulator.start(link);
  fetchRest(simulator);
  find(`[data-static="${name}"]`).hidden = true;
  ready = true;
  element.addEventListener('focusin', () => {
    active = simulator;
  });
  return simulator;
}

// The module's second half, once the reader has something to look at.
async function fetchRest(simulator) {
  await simulator.stage.opening;
  client.call('whole').catch(() => {});
}

const watcher = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    watcher.unobserve(entry.target);
    startSimulator(entry.target.dataset.static).catch(sayBroken);
  }
}, {rootMargin: '200px'});

function sayBroken() {
  watcher.disconnect();
  notice('The live simulators cannot run in this browser. Everything else on this page works.');
}

// ---- the address

let following = 0;

// The address follows what is shown, unless the reader has gone elsewhere in the meantime.
function follow(simulator) {
  active = simulator;
  clearTimeout(following);
  if (document.body.classList.contains('embed')) return;
  const mine = following = setTimeout(async () => {
    const before = location.href;
    const hash = await formatLink(simulator.link());
    if (hash.length > MAX_LENGTH || following !== mine || location.href !== before) return;
    history.replaceState(null, '', hash);
  }, ADDRESS_MS);
}

// What waits to be written into the address belongs to where the reader was.
function goElsewhere() {
  clearTimeout(following);
  following = 0;
  readLink().then(link => link && openLink(link)).catch(sayBroken);
}

async function copyLink(simulator, embed = false) {
  const link = simulator.link();
  const hash = await formatLink(embed ? {embed: 1, ...link} : link);
  if (hash.length > MAX_LENGTH) {
    announce('This program is too long for a link. Save it as a file.');
    notice('This program is too long for a link. Save it as a file.');
    return;
  }
  const address = location.href.replace(/#.*/, '') + hash;
  const text = embed ? `<iframe src="${address.replace(/"/g, '&quot;').replace(/&(?!quot;)/g, '&amp;')}" ` +
    'width="100%" height="720" title="A goroutine, step by step"></iframe>' : address;
  history.replaceState(null, '', embed ? location.hash : hash);
  try {
    await navigator.clipboard.writeText(text);
    announce(embed ? 'Embed code copied.' : 'Link copied.');
    notice(hash.length > WARN_LENGTH ? 'Link copied. It is long: some programs cut such links.'
      : embed ? 'Embed code copied.' : 'Link copied.');
  } catch {
    notice(`Copy this: ${text}`);
  }
}

// What the address says; null: it names a lesson that has a page of its own, and the browser goes there.
async function readLink() {
  const link = await parseLink(location.hash, names);
  if (!link.lesson || !Object.hasOwn(elsewhere, link.lesson)) return link;
  location.replace(elsewhere[link.lesson] + location.hash);
  return null;
}

async function openLink(link) {
  notice(link.problem ?? '');
  if (link.theme) setTheme(link.theme);
  if (!link.lesson) return;
  const article = document.getElementById(`lesson=${link.lesson}`);
  if (link.embed) embed(article, link);
  article.scrollIntoView();
  const known = simulators.has(link.lesson);
  const simulator = await startSimulator(link.lesson, link);
  if (known) await reopen(simulator, link);
  article.scrollIntoView();
}

async function reopen(simulator, link) {
  if (link.variant && !simulator.isPlayground) simulator.variant = link.variant;
  if (link.code !== undefined) simulator.texts[simulator.variant] = link.code;
  simulator.settings.schedule = link.schedule ?? '';
  if (link.step !== undefined) simulator.step = link.step;
  simulator.showVariant();
  await simulator.load();
}

function embed(article, {caption, controls}) {
  document.body.classList.add('embed');
  document.body.classList.toggle('without-controls', !controls);
  article.classList.add('embedded');
  article.closest('.group')?.classList.add('embedded');
  if (!caption || article.querySelector('.caption')) return;
  const line = document.createElement('p');
  line.className = 'caption';
  line.textContent = caption;
  article.append(line);
}

// ---- starting

async function start() {
  const link = await readLink();
  if (link === null) return;
  await comeAlive(link);
  await registerWorker();
}

async function comeAlive(link) {
  if (typeof WebAssembly !== 'object') {
    sayBroken();
    return;
  }
  try {
    await openLink(link);
  } catch {
    sayBroken();
    return;
  }
  if (document.body.classList.contains('embed')) return;
  document.querySelectorAll('[data-static]').forEach(node => watcher.observe(node));
  addEventListener('hashchange', goElsewhere);
}

// It fetches all of the site: not beside the first picture.
async function registerWorker() {
  if (!('serviceWorker' in navigator) || !/^https?:$/.test(location.protocol)) return;
  const registration = await navigator.serviceWorker.register('service_worker.js');
  registration.addEventListener('updatefound', () => {
    const fresh = registration.installing;
    fresh.addEventListener('statechange', () => {
      if (fresh.state === 'installed' && navigator.serviceWorker.controller) {
        notice('A new version of this page is here. Load the page again to see it.');
      }
    });
  });
}

start().catch(() => {});

// For tests and for the curious.
globalThis.gopark = {simulators, client, get active() {
  return active;
}};
