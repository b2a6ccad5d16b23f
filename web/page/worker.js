// The worker: one Engine, asked by messages {id, method, args}; answers {id, value} or {id, error}.
// A message {module}, the compiled module, starts it; what is asked before waits.

import createGopark from 'gopark-module';
import {Engine} from './engine.js';

let start;
const engine = new Promise(resolve => {
  start = resolve;
});

self.onmessage = async ({data}) => {
  if (data.module) {
    start(Engine.of(createGopark, data.module));
    return;
  }
  const {id, method, args} = data;
  try {
    self.postMessage({id, value: (await engine)[method](...args)});
  } catch (error) {
    self.postMessage({id, error: String(error)});
  }
};
