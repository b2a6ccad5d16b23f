// Engine: the WebAssembly module as JavaScript objects. It runs in a worker (worker.js), in the page
// itself where there is no worker, and in node for the generator and the tests.

const DEFAULTS = {policy: 'go', seed: 0, schedule: '', async: false, maxSteps: 200_000};

export class Engine {
  // `createGopark`: the factory of the module. `options`: what it takes, such as wasmBinary.
  static async start(createGopark, options) {
    return new Engine(await createGopark(options));
  }

  // Of a module that is compiled already.
  static of(createGopark, compiled) {
    return Engine.start(createGopark, {
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports).then(instance => done(instance, compiled));
        return {};
      },
    });
  }

  constructor(module) {
    this.module = module;
    this.runs = new Map();
  }

  lessonFile(path) {
    const text = this.withTexts([path], ([at]) => this.module._gopark_lesson_file(at));
    return text === 0 ? null : this.module.UTF8ToString(text);
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
    if (!this.runs.has(run)) this.runs.set(run, this.module._gopark_open());
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
