// The module in two halves: what the first picture takes, and the rest, which comes after it
// (web/generate/split.mjs). A function of the first half that needs one of the rest finds a placeholder
// in the module's table; joining the rest puts the real ones there.
//
// Who knows that something needs the rest waits for join(). Whoever did not know it is held up until the
// rest is fetched and joined on the spot, which browsers allow but do not like.

// wasm-split names the placeholders' module (--placeholder-namespace).
const isSplit = compiled =>
  WebAssembly.Module.imports(compiled).some(entry => entry.module === 'p');

export class Halves {
  // `rest`: answers a promise of the second half, compiled; `restNow`: its bytes, at once.
  constructor({rest, restNow}) {
    this.rest = rest;
    this.restNow = restNow;
    this.isWhole = false;
    this.joining = null;
  }

  // The module of Emscripten's `createGopark`, of `first` alone or of a module that was not split.
  async start(createGopark, first, options = {}) {
    this.isWhole = !isSplit(first);
    return createGopark({
      ...options,
      instantiateWasm: (imports, done) => {
        imports.p = this.placeholders();
        WebAssembly.instantiate(first, imports).then(instance => {
          this.exports = instance.exports;
          done(instance, first);
        });
        return {};
      },
    });
  }

  placeholders() {
    return new Proxy({}, {
      get: (target, slot) => (...args) => {
        if (!this.isWhole) this.joinNow();
        return this.table().get(Number(slot))(...args);
      },
    });
  }

  table() {
    return Object.values(this.exports).find(one => one instanceof WebAssembly.Table);
  }

  join() {
    if (!this.isWhole) {
      this.joining ??= this.rest()
        .then(rest => WebAssembly.instantiate(rest, {primary: this.exports}))
        .then(() => {
          this.isWhole = true;
        });
      this.joining.catch(() => {
        this.joining = null;  // the line was down: the next one tries again
      });
    }
    return this.joining ?? Promise.resolve();
  }

  joinNow() {
    const rest = new WebAssembly.Module(this.restNow());
    new WebAssembly.Instance(rest, {primary: this.exports});  // fills the table
    this.isWhole = true;
  }
}
