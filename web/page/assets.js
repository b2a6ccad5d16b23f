// Where the worker and the module come from: files beside the page. (assets_inline.js: the page as
// one file.) The names are set by the generator.

export const worker = () => new Worker(GOPARK_WORKER);

// A server that does not know WebAssembly's type gets the slower way.
export async function compile() {
  try {
    return await WebAssembly.compileStreaming(fetch(GOPARK_WASM));
  } catch {
    return WebAssembly.compile(await (await fetch(GOPARK_WASM)).arrayBuffer());
  }
}
