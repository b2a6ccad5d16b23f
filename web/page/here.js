// The engine in the page itself, for where there is no worker.

import {restNow} from 'gopark-assets';
import createGopark from 'gopark-module';
import {Engine} from './engine.js';
import {Halves} from './halves.js';

export function startHere(module, rest) {
  return Engine.inHalves(createGopark, module, new Halves({rest, restNow}));
}
