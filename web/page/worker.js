// The worker: one Engine, asked by messages {id, method, args}; answers {id, value} or {id, error}.
// The first message is {wasm}, the address of the module.

import createGopark from 'gopark-module';
import {Engine} from './engine.js';

let engine = null;

self.onmessage = async ({data}) => {
  if (data.wasm) {
    engine = Engine.start(createGopark, {locateFile: () => data.wasm});
    return;
  }
  const {id, method, args} = data;
  try {
    self.postMessage({id, value: (await engine)[method](...args)});
  } catch (error) {
    self.postMessage({id, error: String(error)});
  }
};
