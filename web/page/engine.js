// Engine: the WebAssembly module as JavaScript objects. It runs in a worker (worker.js), in the page
// itself where there is no worker, and in node for the generator and the tests.

const DEFAULTS = {policy: 'go', seed: 0, schedule: '', async: false, maxSteps: 200_000};
// What the first half does by itself.
const OF_FIRST_HALF = new Set(['give', 'state', 'close', 'knows']);

export class Engine {
  // `createGopark`: the factory of the module. `options`: what it takes, such as wasmBinary.
  static async start(createGopark, options) {
    return new Engine(await createGopark(options));
  }

  // Of a module that is compiled already, the first half of two or the whole.
  static async inHalves(createGopark, compiled, halves) {
    return new Engine(await halves.start(createGopark, compiled), halves);
  }

  constructor(module, halves = null) {
    this.module = module;
    this.given = module._gopark_given();
    this.halves = halves;
    this.runs = new Map();
  }

  // A method by its name, once what it needs is there.
  async ask(method, args) {
    if (this.halves && !this.halves.isWhole && this.needsRest(method, args)) await this.halves.join();
    return this[method](...args);
  }

  needsRest(method, args) {
    return method === 'load' ? !this.knows(args[2]) : !OF_FIRST_HALF.has(method);
  }

  // Nothing but to have all of the module.
  whole() {
    return true;
  }

  // The text is a lesson's, and was given.
  knows(text) {
    return this.withTexts([text], ([at]) => this.module._gopark_knows(this.given, at)) === 1;
  }

  lessonFile(path) {
    const text = this.withTexts([path], ([at]) => this.module._gopark_lesson_file(at));
    return text === 0 ? null : this.module.UTF8ToString(text);
  }

  // A lesson's files and what its programs compile to, as pack() has written them. False when that was
  // another build's.
  give(bytes) {
    const {module} = this;
    const at = module._malloc(bytes.length);
    module.HEAPU8.set(bytes, at);
    const taken = module._gopark_give(this.given, at, bytes.length) === 1;
    module._free(at);
    return taken;
  }

  pack(lesson) {
    const {module} = this;
    const handle = this.handle('packed');
    const size = this.withTexts([lesson], ([at]) => module._gopark_pack(handle, at));
    const at = module._gopark_packed(handle);
    return module.HEAPU8.slice(at, at + size);
  }

  // The story of the run. `run` is any name; a program loaded under it takes the place of the last.
  load(run, path, text, settings = {}) {
    const {policy, seed, schedule, async, maxSteps} = {...DEFAULTS, ...settings};
    const handle = this.handle(run);
    return this.withTexts([path, text, policy, schedule], ([p, t, o, s]) =>
      this.answer(this.module._gopark_load(handle, p, t, o, seed, s, async ? 1 : 0, maxSteps)));
  }

  state(run, step) {
    return this.answer(this.module._gopark_state(this.handle(run), step));
  }

  choose(run, step, index) {
    return this.answer(this.module._gopark_choose(this.handle(run), step, index));
  }

  dump(run, step) {
    return this.module.UTF8ToString(this.module._gopark_dump(this.handle(run), step));
  }

  checkBegin(run, budget) {
    return this.answer(this.module._gopark_check_begin(this.handle(run), budget));
  }

  checkAdvance(run, transitions) {
    return this.answer(this.module._gopark_check_advance(this.handle(run), transitions));
  }

  checkTurning(run) {
    return this.answer(this.module._gopark_check_turning(this.handle(run)));
  }

  fixesBegin(run, budget) {
    return this.answer(this.module._gopark_fixes_begin(this.handle(run), budget));
  }

  fixesAdvance(run) {
    return this.answer(this.module._gopark_fixes_advance(this.handle(run)));
  }

  close(run) {
    if (this.runs.has(run)) this.module._gopark_close(this.runs.get(run));
    this.runs.delete(run);
  }

  handle(run) {
    if (!this.runs.has(run)) this.runs.set(run, this.module._gopark_open(this.given));
    return this.runs.get(run);
  }

  answer(pointer) {
    return JSON.parse(this.module.UTF8ToString(pointer));
  }

  withTexts(texts, use) {
    const {module} = this;
    const pointers = texts.map(text => {
      const size = module.lengthBytesUTF8(text) + 1;
      const pointer = module._malloc(size);
      module.stringToUTF8(text, pointer, size);
      return pointer;
    });
    try {
      return use(pointers);
    } finally {
      pointers.forEach(pointer => module._free(pointer));
    }
  }
}
