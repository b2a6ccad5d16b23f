// Where the worker, the module and the lessons' programs come from: files beside the page. (assets_inline.js:
// the page as one file.) The names are set by the generator.

export const worker = () => new Worker(GOPARK_WORKER);

// A server that does not know WebAssembly's type gets the slower way.
async function compileFile(name) {
  try {
    return await WebAssembly.compileStreaming(fetch(name));
  } catch {
    return WebAssembly.compile(await (await fetch(name)).arrayBuffer());
  }
}

export const compile = () => compileFile(GOPARK_FIRST);
export const compileRest = () => compileFile(GOPARK_REST);

// At once, holding up everything else.
export function restNow() {
  const request = new XMLHttpRequest();
  request.open('GET', GOPARK_REST, false);
  // The only way to bytes: a page may not ask for them as such while it waits.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  return Uint8Array.from(request.responseText, c => c.charCodeAt(0) & 0xff);
}

// What the lesson's programs compile to; null for what is no lesson, and where the file cannot be had:
// then they are compiled.
export async function programs(lesson) {
  const name = GOPARK_PROGRAMS[lesson];
  if (name === undefined) return null;
  try {
    const response = await fetch(name);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
