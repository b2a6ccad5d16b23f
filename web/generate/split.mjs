// Cuts the module in two: what the first picture takes, and the rest, which comes while the reader looks.
// The compiler, Go's packages and the search are in the rest.
//
//     node split.mjs --module gopark.js --scenarios scenarios --tools folder/of/wasm-split --out folder
//
// writes gopark_first.wasm and gopark_rest.wasm. Which functions go where is not a list but a trial
// (first_picture.mjs), made with Binaryen's wasm-split. A function of the first half that calls one of the
// rest calls a placeholder instead, which web/page/halves.js stands behind.

import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

import {Engine} from '../page/engine.js';
import {showAtOnce, showEveryPicture} from './first_picture.mjs';
import {readLessons} from './lesson.mjs';
import {segmentNames, segmentsOf, withoutNames, withSegments} from './wasm_file.mjs';

// Memory that only the rest reads: Go's packages, the compiler's tables and its parser's, the lessons (the
// one that is looked at comes by itself), the letters of fonts that few programs have, Unicode's classes,
// and what sines of large angles take. A name that the first half reads after all would read zeros there.
const COLD = new RegExp(['embedded_(?:std_files|lessons|more_fonts)_\\d', '4lang', '\\.ts_',
  '\\.sym_\\w*_character_set', 'production_id_table', '_15kRunsE', '\\.ipio2'].join('|'));
const PROFILE_HEAD = 8, PROFILE_ENTRY = 4;   // a hash; when each function was called, 0: never
const HEADER_BYTES = 8;   // of a segment
const FEATURES = ['--enable-mutable-globals', '--enable-sign-ext', '--enable-bulk-memory',
  '--enable-nontrapping-float-to-int'];
const MAX_PROFILE = 1 << 20;

const options = {};
for (let i = 2; i < process.argv.length; i += 2) {
  options[process.argv[i].slice(2)] = path.resolve(process.argv[i + 1]);
}
const wasmFile = options.module.replace(/\.js$/, '.wasm');
const inOut = name => path.join(options.out, name);
const createGopark = createRequire(import.meta.url)(options.module);
const tool = (name, args) => execFileSync(path.join(options.tools, name), args,
  {maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit']});

// Emscripten's script in node throws again what it caught, behind a line that is the whole script.
process.on('uncaughtException', error => {
  console.error(error.stack.slice(-2000));
  process.exit(1);
});

// Without names: the halves know each other's functions by them, and numbers are shorter.
const nameless = inOut('gopark_nameless.wasm');
fs.writeFileSync(nameless, withoutNames(fs.readFileSync(wasmFile)));
await writeProfile();
tool('wasm-split', [nameless, `--profile=${inOut('gopark.profile')}`, '--export-prefix=%', '--placeholder-namespace=p',
  ...FEATURES,
  '-o1', inOut('gopark_first.wasm'), '-o2', inOut('gopark_rest.wasm')]);
moveColdMemory();

async function writeProfile() {
  const counting = inOut('gopark_counting.wasm');
  tool('wasm-split', ['--instrument', nameless, '-o', counting, ...FEATURES]);
  const whole = await Engine.start(createGopark, {wasmBinary: fs.readFileSync(wasmFile)});
  const lessons = readLessons(options.scenarios)
    .map(lesson => ({...lesson, packed: whole.pack(lesson.name)}));
  const profile = await profileOf(counting, counted => showEveryPicture(createGopark, counted, lessons));
  const atOnce = await profileOf(counting, counted => showAtOnce(createGopark, counted, lessons[0]));
  for (let at = PROFILE_HEAD; at < profile.length; at += PROFILE_ENTRY) {
    if (atOnce.readUInt32LE(at) > 0) profile.writeUInt32LE(1, at);
  }
  fs.writeFileSync(inOut('gopark.profile'), profile);
}

// `trial`: answers the module that it ran, made with the options it gets.
async function profileOf(file, trial) {
  let instance;
  const module = await trial({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(fs.readFileSync(file), imports).then(result => {
        ({instance} = result);
        done(instance, result.module);
      });
      return {};
    },
  });
  const at = module._malloc(MAX_PROFILE);
  const size = instance.exports.__write_profile(at, MAX_PROFILE);
  return Buffer.from(module.HEAPU8.subarray(at, at + size));
}

// The linker leaves each variable a segment of its own, with its name (--no-merge-data-segments).
function moveColdMemory() {
  const whole = fs.readFileSync(wasmFile);
  const names = segmentNames(whole);
  const segments = segmentsOf(whole);
  const read = numbersIn('gopark_first.wasm');
  const isCold = segments.map(({address, bytes}, i) =>
    COLD.test(names[i] ?? '') && bytes.length > HEADER_BYTES && !read.has(address));
  rewrite('gopark_first.wasm', segments.filter((segment, i) => !isCold[i]), HEADER_BYTES);
  tool('wasm-opt', ['-Oz', ...FEATURES, inOut('gopark_first.wasm'), '-o', inOut('gopark_first.wasm')]);
  // What lies between is the first half's, and in use by then.
  rewrite('gopark_rest.wasm', segments.filter((segment, i) => isCold[i]), 0);
}

function rewrite(name, segments, widestGap) {
  fs.writeFileSync(inOut(name),
    withSegments(withoutNames(fs.readFileSync(inOut(name))), segments, widestGap));
}

// Every number of the code that could be an address. What the first half names itself stays with it: it
// would read zeros otherwise.
function numbersIn(name) {
  const code = tool('wasm-dis', [inOut(name), ...FEATURES]).toString().split('\n')
    .filter(line => !line.startsWith(' (data')).join('\n');
  return new Set(code.match(/(?<=i32\.const |offset=)\d+/g).map(Number));
}
