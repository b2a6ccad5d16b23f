// The page as one file: the worker's script and the whole module (gzip, base64) are texts in the page
// itself, so that it runs from a folder, too.

const text = id => document.getElementById(id).textContent;

export function worker() {
  return new Worker(URL.createObjectURL(new Blob([text('worker')], {type: 'text/javascript'})));
}

export async function compile() {
  const packed = Uint8Array.from(atob(text('wasm')), c => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

// The module is whole, and compiles the lessons itself.
export const compileRest = () => Promise.reject(new Error('there is no second half'));
export const restNow = () => new Uint8Array();
export const packedLesson = async () => null;
