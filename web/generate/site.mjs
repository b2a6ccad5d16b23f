// Writes the site: the pages with their static pictures, the scripts, styles and the module, all named by
// their content, the service worker that knows them, and the whole tutorial as one file.
//
//     node site.mjs --module gopark.js --modules node_modules --scenarios scenarios --out site
//         [--halves folder]
//
// `halves`: where split.mjs has put the module's two halves; without, the module stays whole.

import crypto from 'node:crypto';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import zlib from 'node:zlib';

import {Engine} from '../page/engine.js';
import {readLessons} from './lesson.mjs';
import {pages, singlePage} from './page.mjs';
import {sizes, sizeTable} from './sizes.mjs';
import {tellLessons} from './tell.mjs';
import {withoutNames} from './wasm_file.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const pageFolder = path.join(here, '..', 'page');

const SINGLE = 'gopark.html';

function options() {
  const result = {};
  const args = process.argv.slice(2);
  for (let i = 0; i < args.length; i += 2) result[args[i].slice(2)] = path.resolve(args[i + 1]);
  return result;
}

const {module, modules, scenarios, out, halves} = options();
const esbuild = await import(pathToFileURL(path.join(modules, 'esbuild/lib/main.js')).href);
const whole = withoutNames(fs.readFileSync(module.replace(/\.js$/, '.wasm')));
const hash = bytes => crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 10);

fs.rmSync(out, {recursive: true, force: true});
fs.mkdirSync(out, {recursive: true});
// Named by its content.
function write(name, bytes) {
  const [stem, end] = name.split('.');
  const written = `${stem}-${hash(bytes)}.${end}`;
  fs.writeFileSync(path.join(out, written), bytes);
  return written;
}

const TARGET = ['chrome94', 'firefox93', 'safari15'];
const engine = await Engine.start(createRequire(import.meta.url)(module), {wasmBinary: whole});
const lessons = readLessons(scenarios);
const half = name => (halves ? fs.readFileSync(path.join(halves, `gopark_${name}.wasm`)) : null);
const names = {
  GOPARK_FIRST: write('gopark.wasm', half('first') ?? whole),
  GOPARK_REST: halves ? write('rest.wasm', half('rest')) : '',
  GOPARK_GLUE: write('gopark.js', await glue()),
  GOPARK_LESSONS: Object.fromEntries(lessons.map(lesson =>
    [lesson.name, write(`lesson_${lesson.name}.bin`, packedLesson(lesson))])),
};

// Its programs for the page, behind their size, and then what the module takes.
function packedLesson({name, leaky, fixed}) {
  const sources = Buffer.from(JSON.stringify({leaky, fixed}));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(sources.length);
  return Buffer.concat([size, sources, engine.pack(name)]);
}

// Emscripten's script without what it does in node.
async function glue() {
  const script = fs.readFileSync(module, 'utf8').replace(/\bENVIRONMENT_IS_NODE\b(?!\s*=[^=])/g, 'false');
  const {code} = await esbuild.transform(script,
    {minify: true, target: TARGET, define: {process: 'undefined'}, legalComments: 'none'});
  return Buffer.from(code);
}

const common = {
  bundle: true, minify: true, outdir: out, metafile: true, target: TARGET,
  alias: {'gopark-module': path.join(pageFolder, 'glue.js'), 'gopark-assets': path.join(pageFolder, 'assets.js')},
  define: constants(names), nodePaths: [modules], external: ['fs', 'path'],
  loader: {'.css': 'css'}, charset: 'utf8', logLevel: 'warning', legalComments: 'none',
  // emcc asks for the script's own address, which a bundle does not have; we give every address.
  supported: {'import-meta': true},
};

function constants(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
}
const outputOf = (result, entry) => path.basename(Object.entries(result.metafile.outputs)
  .find(([, output]) => output.entryPoint?.endsWith(entry))[0]);

// What the first picture needs beside the main script.
function scriptsOf(result) {
  const names = new Set();
  const add = output => {
    for (const {path: file, kind} of result.metafile.outputs[output].imports) {
      if (names.has(file) || kind === 'dynamic-import') continue;
      names.add(file);
      add(file);
    }
  };
  for (const [output, {entryPoint}] of Object.entries(result.metafile.outputs)) {
    if (/page.(main|canvas)\.js$/.test(entryPoint ?? '')) {
      if (!/main\.js$/.test(entryPoint)) names.add(output);
      add(output);
    }
  }
  return [...names].map(name => path.basename(name));
}

const worker = await esbuild.build({...common, entryPoints: [path.join(pageFolder, 'worker.js')],
  entryNames: '[name]-[hash]', format: 'iife',
  alias: {...common.alias, 'gopark-module': path.join(pageFolder, 'glue_worker.js')}});
const page = await esbuild.build({...common,
  entryPoints: [path.join(pageFolder, 'main.js')],
  entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]', format: 'esm', splitting: true,
  define: constants({...names, GOPARK_WORKER: outputOf(worker, 'worker.js')})});

// What an entry bundles to, as text.
async function bundledText(entry, more) {
  const result = await esbuild.build({...common, ...more, write: false,
    entryPoints: [path.join(pageFolder, entry)], outdir: undefined, metafile: false});
  return result.outputFiles[0].text;
}

const styles = await bundledText('styles.css', {});
const told = tellLessons(engine, lessons);
const written = pages(told, {
  script: outputOf(page, 'main.js'), styles, single: SINGLE,
  module: names.GOPARK_FIRST, glue: names.GOPARK_GLUE, scripts: scriptsOf(page), lessons: names.GOPARK_LESSONS,
});
for (const {file, html} of written) fs.writeFileSync(path.join(out, file), html);

// The pages are not named by their content: a new text makes a new version, too. The first one is './'.
const files = fs.readdirSync(out).sort();
const version = hash(Buffer.concat(files.flatMap(name =>
  [Buffer.from(name), ...(name.endsWith('.html') ? [fs.readFileSync(path.join(out, name))] : [])])));
const assets = files.filter(name => name !== 'index.html');
fs.writeFileSync(path.join(out, 'service_worker.js'),
  `const VERSION = ${JSON.stringify(version)};\nconst ASSETS = ${JSON.stringify(assets)};\n` +
  fs.readFileSync(path.join(pageFolder, 'service_worker.js'), 'utf8'));

fs.writeFileSync(path.join(out, SINGLE), await singleFile());
console.log(sizeTable(sizes(out)));

// ---- the tutorial as one file, which runs from a folder, too

async function singleFile() {
  const alias = {'gopark-module': module, 'gopark-assets': path.join(pageFolder, 'assets_inline.js')};
  const script = async entry => (await bundledText(entry, {format: 'iife', alias}))
    .replace(/<(?=\/script|!--)/gi, '\\x3c');
  return singlePage(told, {
    script: await script('main.js'), styles, worker: await script('worker.js'),
    wasm: zlib.gzipSync(whole, {level: 9}).toString('base64'),
  });
}
