// The worker: one Engine, asked by messages {id, method, args}; answers {id, value} or {id, error}, in
// their order. A message {module}, the compiled module, starts it; what is asked before waits. Where the
// module's second half is needed the worker says {needsRest: true}, and is given {rest}; null: it cannot be had.

import {restNow} from 'gopark-assets';
import createGopark from 'gopark-module';
import {Engine} from './engine.js';
import {Halves} from './halves.js';

let start, giveRest;
const halves = new Halves({restNow, rest: () => new Promise((resolve, reject) => {
  giveRest = rest => (rest ? resolve(rest) : reject(new Error('the simulator could not be fetched')));
  self.postMessage({needsRest: true});
})});
const engine = new Promise(resolve => {
  start = resolve;
});
let last = engine;

self.onmessage = ({data}) => {
  if (data.module) {
    start(Engine.inHalves(createGopark, data.module, halves));
  } else if (data.rest !== undefined) {
    giveRest(data.rest);
  } else if (data.method === 'whole') {
    answer(data);  // nobody waits for that
  } else {
    last = last.then(() => answer(data));
  }
};

async function answer({id, method, args}) {
  try {
    self.postMessage({id, value: await (await engine).ask(method, args)});
  } catch (error) {
    self.postMessage({id, error: String(error)});
  }
}
