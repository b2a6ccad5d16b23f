// What the app draws of the first lessons, as one line: how many bytes of vertices and indices, and their
// hash. A process of its own: the trial stands in for a browser, clock and all.
//
//     node drawn.mjs MODULE SCENARIOS first|whole

import crypto from 'node:crypto';
import fs from 'node:fs';
import {createRequire} from 'node:module';

import {showAtOnce, showEveryPicture} from '../../web/generate/first_picture.mjs';
import {readLessons} from '../../web/generate/lesson.mjs';
import {Engine} from '../../web/page/engine.js';
import {Halves} from '../../web/page/halves.js';

const LESSONS = 2;

const [module, scenarios, half] = process.argv.slice(2);
const read = name => fs.readFileSync(module.replace(/\.js$/, name));
const createGopark = createRequire(import.meta.url)(module);
const whole = await Engine.start(createGopark, {wasmBinary: read('.wasm')});
const lessons = readLessons(scenarios).slice(0, LESSONS)
  .map(lesson => ({...lesson, packed: whole.pack(lesson.name)}));

const restNow = () => {
  throw new Error('the first half needs the rest');
};
const create = half === 'whole' ? options => createGopark({...options, wasmBinary: read('.wasm')})
  : options => new Halves({restNow}).start(createGopark, new WebAssembly.Module(read('_first.wasm')), options);

const hash = crypto.createHash('sha256');
let size = 0;
const drawn = bytes => {
  hash.update(bytes);
  size += bytes.length;
};
await showEveryPicture(create, {drawn}, lessons);
for (const lesson of lessons) await showAtOnce(create, {drawn}, lesson);
console.log(`${size} bytes ${hash.digest('hex')}`);
