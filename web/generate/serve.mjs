// Serves a folder on this machine as a good static host does: types, compression, and long lives for
// what carries its content in its name. node serve.mjs FOLDER [PORT]

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import zlib from 'node:zlib';

const TYPES = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json'};
const HASHED = /-[A-Za-z0-9]{8,10}\.\w+$/;

const PACKERS = {
  br: (bytes, quality) => zlib.brotliCompressSync(bytes, {params: {
    [zlib.constants.BROTLI_PARAM_QUALITY]: quality, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}}),
  gzip: bytes => zlib.gzipSync(bytes, {level: 9}),
};

// The file that a request asks for; null when there is none inside the folder.
function fileOf(root, url) {
  try {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = path.join(root, name.endsWith('/') ? `${name}index.html` : name);
    return file.startsWith(root + path.sep) && fs.statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

function encodingOf(request, wanted) {
  const accepted = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/)
    .map(text => text.replace(/;.*/, ''));
  return wanted.find(encoding => accepted.includes(encoding));
}

// Packs each file once, as long as it does not change.
class Packed {
  constructor(quality) {
    this.quality = quality;
    this.known = new Map();
  }

  get(file, encoding) {
    const key = `${encoding} ${fs.statSync(file).mtimeMs} ${file}`;
    if (!this.known.has(key)) this.known.set(key, PACKERS[encoding](fs.readFileSync(file), this.quality));
    return this.known.get(key);
  }
}

// `encodings`: the compressions to offer, the best first. `quality` of brotli: 11, the best, takes seconds
// for the module.
export function serve(folder, {port = 0, encodings = ['br', 'gzip'], quality = 9} = {}) {
  const root = path.resolve(folder);
  const packed = new Packed(quality);
  const server = http.createServer((request, response) => {
    const file = fileOf(root, request.url);
    if (file === null) {
      response.writeHead(404, {'Content-Type': 'text/plain'}).end('not found\n');
      return;
    }
    const headers = {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Cache-Control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer',
      Vary: 'Accept-Encoding',
    };
    const encoding = encodingOf(request, encodings);
    const body = encoding ? packed.get(file, encoding) : fs.readFileSync(file);
    if (encoding) headers['Content-Encoding'] = encoding;
    response.writeHead(200, {...headers, 'Content-Length': body.length}).end(body);
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port = '8080'] = process.argv.slice(2);
  const server = await serve(folder, {port: Number(port)}).catch(() => serve(folder));
  console.log(`The page: http://localhost:${server.address().port}/ (Ctrl-C ends it)`);
}
