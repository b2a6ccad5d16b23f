// Emscripten's own script, one file for the page and for the worker (glue_worker.js).

let script = null;

function load() {
  return new Promise((resolve, reject) => {
    const node = document.createElement('script');
    node.src = GOPARK_GLUE;
    node.onload = resolve;
    node.onerror = reject;
    document.head.append(node);
  });
}

export default async function createGopark(options) {
  script ??= load();
  script.catch(() => {
    script = null;  // the line was down: the next one tries again
  });
  await script;
  return globalThis.createGopark(options);
}
