// What a visit costs: the size of every file, plain, with gzip and with brotli, and of what the first
// picture needs. node sizes.mjs SITE

import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import zlib from 'node:zlib';

// "To reach", in bytes: the module's first half with its fonts, every script but the editor (and here.js, for
// a page without workers), and what a lesson's programs compile to.
export const FIRST_PICTURE = {gzip: 420_000, brotli: 340_000};
export const EDITOR = {brotli: 110_000};

const isFirst = name => /^gopark-.*\.wasm$|^(main|worker|canvas|chunk|gopark)-.*\.js$/.test(name) ||
  /^lesson_timeout-/.test(name);

export function sizes(site) {
  return fs.readdirSync(site).sort().map(name => {
    const bytes = fs.readFileSync(path.join(site, name));
    return {
      name, isFirst: isFirst(name), plain: bytes.length,
      gzip: zlib.gzipSync(bytes, {level: 9}).length,
      brotli: zlib.brotliCompressSync(bytes, {params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
      }}).length,
    };
  });
}

export function firstPicture(rows) {
  const total = key => rows.filter(row => row.isFirst).reduce((sum, row) => sum + row[key], 0);
  return {name: 'first picture (*)', plain: total('plain'), gzip: total('gzip'),
    brotli: total('brotli')};
}

export function sizeTable(rows) {
  const line = ({name, isFirst: first, plain, gzip, brotli}) =>
    [plain, gzip, brotli].map(number => String(number).padStart(9)).join('') +
    `  ${name}${first ? ' *' : ''}`;
  return ['    plain     gzip   brotli', ...rows.map(line), line(firstPicture(rows)),
    `${' '.repeat(9)}${String(FIRST_PICTURE.gzip).padStart(9)}${String(FIRST_PICTURE.brotli).padStart(9)}` +
    '  to reach'].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(sizeTable(sizes(path.resolve(process.argv[2]))));
}
