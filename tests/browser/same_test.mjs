// Native and WebAssembly answer the same, letter by letter: stories with the fingerprint of every step,
// and states and verdicts of the search. The shipped module, in node.

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

import {Engine} from '../../web/page/engine.js';

const MAX_STEPS = 4000;  // these are native_answers.cc's, too
const BUDGET_STATES = 4_000;
const CHUNK = 50_000;

let answers = null;

// What native code answers, one JSON text a program: asked once for all tests.
export function nativeAnswers(native) {
  assert.ok(fs.existsSync(native),
    `${native} is not built: cmake --preset release -DGOPARK_TESTS=ON && cmake --build --preset release`);
  answers ??= execFileSync(native, {maxBuffer: 1 << 28}).toString().trimEnd().split('\n');
  return answers;
}

export async function compareWithNative(native, moduleFile) {
  const lines = nativeAnswers(native);
  const engine = await Engine.start(createRequire(import.meta.url)(path.resolve(moduleFile)),
    {wasmBinary: fs.readFileSync(moduleFile.replace(/\.js$/, '.wasm'))});
  let searched = 0;
  for (const line of lines) {
    const {name, text, story, report} = JSON.parse(line);
    assert.deepEqual(engine.load('run', 'main.go', text, {maxSteps: MAX_STEPS}), JSON.parse(story), name);
    if (!report) continue;
    let answer = engine.checkBegin('run', BUDGET_STATES);
    while (!answer.done) answer = engine.checkAdvance('run', CHUNK);
    assert.deepEqual(answer, JSON.parse(report), name);
    searched++;
  }
  return {programs: lines.length, searched};
}
