// What a visit feels like, as issue-sized figures: node measure.mjs SITE NODE_MODULES MODULE GOPARK
// GOPARK is the native command line, for the ratios. Single runs on whatever this machine does just now.

import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {firstPicture, sizes} from '../../web/generate/sizes.mjs';
import {Engine} from '../../web/page/engine.js';
import {Harness, Live, until} from './harness.mjs';

const SLOW = {offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000};
const LESSON = 'ncast';
const LARGE_LINES = 2000;
const bench = fileURLToPath(new URL('../bench', import.meta.url));

const [site, modules, module, gopark] = process.argv.slice(2);
const row = (what, value) => console.log(`${what.padEnd(58)} ${value}`);

// As a good static host: every file is packed as well as can be, before anybody asks.
async function warm(harness) {
  for (const name of fs.readdirSync(site)) {
    if (name.endsWith('.html') && name !== `${LESSON}.html`) continue;
    await (await fetch(harness.address + name, {headers: {'Accept-Encoding': 'br'}})).arrayBuffer();
  }
}

// In the page: notes when the canvas had its first frame. (A lesson that nobody has changed is in it.)
function noteFirstFrame() {
  const {prototype} = WebGL2RenderingContext;
  const {drawElements} = prototype;
  prototype.drawElements = function draw(...args) {
    drawElements.apply(this, args);
    prototype.drawElements = drawElements;
    requestAnimationFrame(() => performance.mark('canvas'));
  };
}

// From the first byte asked for: when text was painted, and when the canvas had a frame.
async function visit(harness, slow) {
  const page = await harness.page({hash: 'nothing-here', picture: 'canvas',
    init: `(${noteFirstFrame})()`});
  const client = await page.context().newCDPSession(page);
  if (slow) {
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', SLOW);
    await client.send('Emulation.setCPUThrottlingRate', {rate: 4});
  }
  await page.goto(`${harness.address}${LESSON}.html`);
  const times = () => page.evaluate(() => ({
    text: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    live: performance.getEntriesByName('canvas')[0]?.startTime}));
  await until(async () => (await times()).live !== undefined, 'a first frame');
  const result = await times();
  await page.context().close();
  return result;
}

// From a click on Step to the frame that shows it: the median of ten.
async function stepToFrame(harness) {
  const page = await harness.page({hash: '#lesson=ncast', picture: 'canvas'});
  await Live.open(page, 'ncast');
  await until(() => page.evaluate(async () =>
    (await globalThis.gopark.simulators.get('ncast')).stage.live?.frames > 0), 'a first frame');
  const times = await page.evaluate(async () => {
    const {live} = (await globalThis.gopark.simulators.get('ncast')).stage;
    const results = [];
    for (let step = 1; step <= 10; step++) {
      await new Promise(done => setTimeout(done, 400));
      const {frames} = live;
      const start = performance.now();
      live.follow({...live.known, step});
      while (live.frames === frames) await new Promise(done => requestAnimationFrame(done));
      results.push(performance.now() - start);
    }
    return results.sort((a, b) => a - b);
  });
  await page.context().close();
  return times[5];
}

function timed(use) {
  const start = process.hrtime.bigint();
  const value = use();
  return {value, seconds: Number(process.hrtime.bigint() - start) / 1e9};
}

const startEngine = () => Engine.start(createRequire(import.meta.url)(path.resolve(module)),
  {wasmBinary: fs.readFileSync(module.replace(/\.js$/, '.wasm'))});

// programs/large.go with its part about One again and again, as tests/bench/bench.cc makes it.
function largeProgram(lines) {
  const once = fs.readFileSync(path.join(bench, 'programs', 'large.go'), 'utf8');
  const [begin, end] = ['// One', 'func main'].map(mark => once.indexOf(mark));
  const part = once.slice(begin, end);
  const length = part.split('\n').length - 1;
  let text = once.slice(0, end);
  for (let made = length; made < lines; made += length) text += part.replaceAll('One', `No${made}`);
  return text + once.slice(end);
}

const EDITS = 6;

function largeRow(where, [first, ...edits]) {
  row(`a file of ${LARGE_LINES} lines, ${where}`, `${first} ms, after an edit ${edits.join(', ')} ms`);
}

// From text to the end of its run, as a reader has it who has looked at a lesson and edits it then.
async function largeFileOnPage(harness) {
  const page = await harness.page({hash: '#lesson=ncast', picture: 'canvas'});
  await Live.open(page, 'ncast');
  const milliseconds = await page.evaluate(async ({text, edits}) => {
    const {client} = await globalThis.gopark.simulators.get('ncast');
    await client.call('whole');
    await new Promise(done => setTimeout(done, 3000));
    const results = [];
    for (let edit = 0; edit < edits; edit++) {
      const start = performance.now();
      const story = await client.call('load', 'p', 'main.go', `${text}// edit ${edit}\n`);
      if (!story.ok) throw new Error(story.diagnostics[0].text);
      results.push(Math.round(performance.now() - start));
    }
    return results;
  }, {text: largeProgram(LARGE_LINES), edits: EDITS});
  await page.context().close();
  largeRow('on a page', milliseconds);
}

// The same with a module that has done nothing before.
async function largeFile() {
  const engine = await startEngine();
  const text = largeProgram(LARGE_LINES);
  const seconds = Array.from({length: EDITS}, (_, edit) => timed(() => {
    const story = engine.load('p', 'main.go', `${text}// edit ${edit}\n`);
    if (!story.ok) throw new Error(story.diagnostics[0].text);
  }).seconds);
  largeRow('by a new module', seconds.map(one => Math.round(one * 1000)));
}

async function againstNative() {
  const engine = await startEngine();
  const file = path.join(bench, 'programs', 'philosophers_ordered.go');
  engine.load('p', 'main.go', fs.readFileSync(file, 'utf8'));
  const here = timed(() => {
    let report = engine.checkBegin('p', 1_000_000);
    while (!report.done) report = engine.checkAdvance('p', 100_000);
    return report;
  });
  const there = timed(() => JSON.parse(execFileSync(gopark, ['check', '--json', file])));
  row('search: philosophers, states a second, WebAssembly',
    `${Math.round(here.value.states / here.seconds)} (${here.value.states} in ${here.seconds.toFixed(2)} s)`);
  row('search: the same, native, all in', `${there.seconds.toFixed(2)} s`);
}

const first = firstPicture(sizes(site));
row('first picture, brotli / gzip', `${first.brotli} / ${first.gzip} bytes`);
const harness = await Harness.start(site, modules, {quality: 11});
await warm(harness);
for (const slow of [false, true]) {
  const {text, live} = await visit(harness, slow);
  const line = slow ? '1.6 Mbit/s, 150 ms, 4x slower CPU' : 'local';
  row(`text painted, ${line}`, `${(text / 1000).toFixed(2)} s`);
  row(`canvas drawn, ${line}`, `${(live / 1000).toFixed(2)} s`);
}
row('step to drawn frame, the median of ten', `${(await stepToFrame(harness)).toFixed(1)} ms`);
await largeFileOnPage(harness);
await harness.stop();
if (module) await largeFile();
if (gopark) await againstNative();
process.exit(0);
