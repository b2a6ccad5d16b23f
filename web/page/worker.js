// The worker: one Engine, asked by messages {id, method, args}; answers {id, value} or {id, error}, in
// their order. A message {module}, the compiled module, starts it; what is asked before waits. Where the
// module's second half is needed the worker says {needsRest: true}, and is given {rest}; null: it cannot be had.
// Once the module is whole, and as long as no text but given ones was loaded, it rehearses: it compiles what
// is shown. A browser makes good machine code of what was called often, and Go's packages are read once, so
// that the reader's first edit does not wait for either.

import {restNow} from 'gopark-assets';
import createGopark from 'gopark-module';
import {Engine} from './engine.js';
import {Halves} from './halves.js';

const REHEARSALS = 4, PAUSE_MS = 100;  // what the reader asks for comes in between

let start, giveRest, shown, rehearsed;
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
    answer(data).then(() => halves.isWhole && (rehearsed ??= rehearse()));  // nobody waits for that
  } else {
    if (data.method === 'load') shown = data.args;
    last = last.then(() => answer(data));
  }
};

async function rehearse() {
  const one = await engine;
  for (let times = 0; times < REHEARSALS; times++) {
    await new Promise(done => setTimeout(done, PAUSE_MS));
    if (!shown || !one.knows(shown[2])) break;
    one.load('rehearsal', shown[1], `${shown[2]}\n// ${times}`);
  }
  one.close('rehearsal');
}

async function answer({id, method, args}) {
  try {
    self.postMessage({id, value: await (await engine).ask(method, args)});
  } catch (error) {
    self.postMessage({id, error: String(error)});
  }
}
