// The engine in the page itself, for where there is no worker.

import createGopark from 'gopark-module';
import {Engine} from './engine.js';

export function startHere(module) {
  return Engine.of(createGopark, module);
}
