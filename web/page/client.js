// EngineClient: the engine's methods as promises. Work is done in a worker; where none can be made
// (a page opened from a file), in the page itself.
//
// A call that takes too long is cancelled with the whole worker: cancel() ends it, every open call is
// rejected with Cancelled, and who wants to go on loads again.

import {compile, compileRest, worker} from 'gopark-assets';

export class Cancelled extends Error {}

export class EngineClient {
  constructor() {
    this.calls = new Map();
    this.nextId = 1;
    this.generation = 0;  // counts the workers: a run of an older one is gone
    this.worker = null;
    this.direct = null;
    this.module = null;
    this.second = null;
  }

  // The module's first half, compiled once for the worker, for its successors and for every canvas.
  compiled() {
    this.module ??= compile();
    return this.module;
  }

  // Its second half, the same way.
  rest() {
    this.second ??= compileRest();
    this.second.catch(() => {
      this.second = null;  // the line was down: the next one tries again
    });
    return this.second;
  }

  call(method, ...args) {
    if (this.direct === null && this.worker === null) this.start();
    if (this.direct !== null) return this.direct.then(engine => engine.ask(method, args));
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      this.calls.set(id, {resolve, reject});
      this.worker.postMessage({id, method, args});
    });
  }

  cancel() {
    if (this.worker === null) return;
    this.worker.terminate();
    this.worker = null;
    this.generation++;
    const calls = [...this.calls.values()];
    this.calls.clear();
    calls.forEach(({reject}) => reject(new Cancelled('cancelled')));
  }

  start() {
    try {
      this.worker = worker();
    } catch {
      this.startHere();
      return;
    }
    const started = this.worker;
    this.worker.onmessage = ({data}) => (data.needsRest ? this.giveRest(started) : this.settle(data));
    this.worker.onerror = event => {
      event.preventDefault();
      this.broken();
    };
    this.compiled().then(module => started.postMessage({module}), () => this.broken());
  }

  giveRest(worker) {
    this.rest().then(rest => worker.postMessage({rest}), () => worker.postMessage({rest: null}));
  }

  startHere() {
    this.direct = Promise.all([import('./here.js'), this.compiled()])
      .then(([{startHere}, module]) => startHere(module, () => this.rest()));
  }

  broken() {
    const calls = [...this.calls.values()];
    this.calls.clear();
    this.worker = null;
    this.generation++;
    calls.forEach(({reject}) => reject(new Error('the simulator could not start')));
  }

  settle({id, value, error}) {
    const call = this.calls.get(id);
    if (!call) return;
    this.calls.delete(id);
    if (error === undefined) call.resolve(value);
    else call.reject(new Error(error));
  }
}
