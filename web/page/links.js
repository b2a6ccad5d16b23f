// Links: everything that names a view, in the hash of the address.
//
//     #lesson=timeout&variant=fixed&step=12&schedule=g1:1/2&code=1.<program>
//     embed=1 with from, to, theme, caption, controls: a page in a frame of somebody else's
//
// Version 1 of `code`: the program in UTF-8, deflate-raw, base64url. Links are a format: old ones keep
// working. A hash is untrusted text: all of it is bounded here, and what does not fit is left out.

export const MAX_CODE_BYTES = 100_000;
export const WARN_LENGTH = 4_000;
export const MAX_LENGTH = 30_000;
const MAX_HASH = 2_000_000;
const THEMES = ['light', 'dark', 'contrast', 'system'];

const whole = text => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined);
const short = (text, limit) => (text ? [...text].slice(0, limit).join('') : undefined);
const oneOf = (text, list) => (list.includes(text) ? text : undefined);

// What the hash says; `problem` is a sentence when some of it cannot be used.
export async function parseLink(hash, lessonNames) {
  if (hash.length > MAX_HASH) return {problem: 'This link is too long to be read.'};
  let parameters;
  try {
    parameters = new URLSearchParams(hash.replace(/^#/, ''));
  } catch {
    return {problem: 'This link cannot be read.'};
  }
  const get = name => parameters.get(name) ?? undefined;
  const link = {
    lesson: oneOf(get('lesson'), [...lessonNames, 'playground']),
    variant: oneOf(get('variant'), ['leaky', 'fixed']),
    step: whole(get('step')),
    schedule: short(get('schedule'), 20_000),
    embed: get('embed') === '1',
    from: whole(get('from')),
    to: whole(get('to')),
    theme: oneOf(get('theme'), THEMES),
    caption: short(get('caption'), 300),
    controls: get('controls') !== '0',
  };
  if (get('lesson') && !link.lesson) link.problem = 'This link names a lesson that is not here.';
  if (get('code')) {
    try {
      link.code = await decodeCode(get('code'));
    } catch {
      link.problem = 'The program in this link is damaged or too long. It was left out.';
    }
  }
  return link;
}

// The hash, with its '#'. Values that are undefined or '' are left out.
export async function formatLink(link) {
  const parts = [];
  for (const name of ['embed', 'lesson', 'variant', 'step', 'schedule', 'from', 'to', 'theme',
    'caption', 'controls']) {
    if (link[name] === undefined || link[name] === '') continue;
    parts.push(`${name}=${encodeURIComponent(link[name]).replace(/%(2F|3A|2C|3B|20)/g,
      (all, hex) => (hex === '20' ? '+' : String.fromCharCode(parseInt(hex, 16))))}`);
  }
  if (link.code !== undefined) parts.push(`code=${await encodeCode(link.code)}`);
  return `#${parts.join('&')}`;
}

export async function encodeCode(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `1.${btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
}

// Throws when it is not one, or unpacks to more than MAX_CODE_BYTES.
export async function decodeCode(code) {
  const match = /^1\.([A-Za-z0-9_-]+)$/.exec(code);
  if (!match) throw new Error('not a program');
  const binary = atob(match[1].replace(/-/g, '+').replace(/_/g, '/'));
  const packed = Uint8Array.from(binary, c => c.charCodeAt(0));
  const reader = new Blob([packed]).stream()
    .pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_CODE_BYTES) {
      await reader.cancel();
      throw new Error('too long');
    }
    chunks.push(value);
  }
  return new TextDecoder('utf-8', {fatal: true}).decode(await new Blob(chunks).arrayBuffer());
}
