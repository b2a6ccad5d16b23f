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
import {showFirstPictures} from './first_picture.mjs';
import {readLessons} from './lesson.mjs';
import {segmentNames, segmentsOf, withoutNames, withSegments} from './wasm_file.mjs';

// Memory that only the compiler reads: Go's packages, and the tables of its parser.
const COLD = /embedded_std_files_\d|\.ts_|\.sym_\w*_character_set|production_id_table/;
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

await writeProfile();
tool('wasm-split', [wasmFile, `--profile=${inOut('gopark.profile')}`, '--export-prefix=%', ...FEATURES,
  '-o1', inOut('gopark_first.wasm'), '-o2', inOut('gopark_rest.wasm')]);
moveColdMemory();

async function writeProfile() {
  const counting = inOut('gopark_counting.wasm');
  tool('wasm-split', ['--instrument', wasmFile, '-o', counting, ...FEATURES]);
  const whole = await Engine.start(createGopark, {wasmBinary: fs.readFileSync(wasmFile)});
  const lessons = readLessons(options.scenarios)
    .map(lesson => ({...lesson, programs: whole.precompile(lesson.name)}));
  let instance;
  const module = await showFirstPictures(createGopark, {
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(fs.readFileSync(counting), imports).then(result => {
        ({instance} = result);
        done(instance, result.module);
      });
      return {};
    },
  }, lessons);
  const at = module._malloc(MAX_PROFILE);
  const size = instance.exports.__write_profile(at, MAX_PROFILE);
  fs.writeFileSync(inOut('gopark.profile'), module.HEAPU8.subarray(at, at + size));
}

// The linker names each piece of memory (--no-merge-data-segments): what only the rest reads goes there.
function moveColdMemory() {
  const names = segmentNames(fs.readFileSync(wasmFile));
  const segments = segmentsOf(fs.readFileSync(wasmFile));
  const isCold = segments.map((segment, i) =>
    COLD.test(names[i] ?? '') && segment.bytes.length > HEADER_BYTES);
  const cold = segments.filter((segment, i) => isCold[i]);
  refuseReaders(cold);
  rewrite('gopark_first.wasm', segments.filter((segment, i) => !isCold[i]), HEADER_BYTES);
  rewrite('gopark_rest.wasm', cold, 0);  // what lies between is the first half's, and in use by then
}

function rewrite(name, segments, widestGap) {
  fs.writeFileSync(inOut(name),
    withSegments(withoutNames(fs.readFileSync(inOut(name))), segments, widestGap));
}

// The first half would read zeros there. (A number that lies inside of a segment is one by chance: texts
// and tables are read from their start.)
function refuseReaders(cold) {
  const text = tool('wasm-dis', [inOut('gopark_first.wasm'), ...FEATURES]).toString();
  const code = text.split('\n').filter(line => !line.startsWith(' (data'));
  const numbers = new Set(code.join('\n').match(/(?<=i32\.const |offset=)\d+/g).map(Number));
  const read = cold.find(({address}) => numbers.has(address));
  if (read) throw new Error(`the first half reads what comes with the rest, at ${read.address}`);
}
