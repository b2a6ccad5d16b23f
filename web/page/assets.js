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

// A lesson's {sources: {leaky, fixed}, packed}: what Engine.give() takes. Null for what is no lesson, and
// where the file cannot be had: the module has it all, in its second half.
export async function packedLesson(lesson) {
  const name = GOPARK_LESSONS[lesson];
  if (name === undefined) return null;
  try {
    const bytes = new Uint8Array(await (await fetch(name)).arrayBuffer());
    const head = 4 + new DataView(bytes.buffer).getUint32(0, true);
    return {sources: JSON.parse(new TextDecoder().decode(bytes.subarray(4, head))),
      packed: bytes.subarray(head)};
  } catch {
    return null;
  }
}
