// The module in two halves: the first is enough for the first picture, and both are the whole.

import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

import {segmentsOf} from '../../web/generate/wasm_file.mjs';
import {Engine} from '../../web/page/engine.js';
import {Halves} from '../../web/page/halves.js';
import {Live, until} from './harness.mjs';
import {nativeAnswers} from './same_test.mjs';

const PROGRAMS = 12;   // of native_answers, from its end: random ones

// [address, byte] of all memory that the module fills, zeros left out: both ways to write it are one.
function memoryOf(modules) {
  const memory = new Map();
  for (const module of modules) {
    for (const {address, bytes} of segmentsOf(module)) {
      bytes.forEach((byte, i) => byte !== 0 && memory.set(address + i, byte));
    }
  }
  return memory;
}

export function halvesTests({test, withPage, lessons, harness, scenarios, module, native}) {
  const read = name => fs.readFileSync(module.replace(/\.js$/, name));
  if (!fs.existsSync(module.replace(/\.js$/, '_first.wasm'))) return;  // there is no wasm-split
  const createGopark = createRequire(import.meta.url)(path.resolve(module));
  const engineOf = rest => Engine.inHalves(createGopark, new WebAssembly.Module(read('_first.wasm')),
    new Halves(rest));
  const neither = {
    rest: () => Promise.reject(new Error('the rest was asked for')),
    restNow: () => assert.fail('the first half needs the rest'),
  };

  test('the first half runs every lesson, in both variants, at every step', async () => {
    const whole = await Engine.start(createGopark, {wasmBinary: read('.wasm')});
    const engine = await engineOf(neither);
    for (const {name, leaky, fixed, schedule = ''} of lessons) {
      assert.ok(engine.give(whole.pack(name)));
      for (const text of [leaky, fixed]) {
        const story = await engine.ask('load', ['run', 'main.go', text, {schedule}]);
        assert.deepEqual(story, whole.load('run', 'main.go', text, {schedule}), name);
        for (let step = 0; step <= story.length; step++) {
          assert.deepEqual(await engine.ask('state', ['run', step]), whole.state('run', step), name);
        }
      }
    }
    await assert.rejects(engine.ask('load', ['run', 'main.go', 'package main', {}]), /was asked for/);
    assert.equal(engine.give(whole.pack('timeout').subarray(1)), false);
  });

  // What the first half lacked, code or memory, would show.
  test('the first half draws what the whole draws', async () => {
    const drawnBy = async half => (await promisify(execFile)(process.execPath,
      [fileURLToPath(new URL('drawn.mjs', import.meta.url)), path.resolve(module), scenarios, half])).stdout;
    const drawn = await Promise.all(['first', 'whole'].map(drawnBy));
    assert.match(drawn[0], /^[1-9]\d{6,} bytes /);
    assert.equal(drawn[0], drawn[1]);
  });

  // By join(), as the page does it, and through the placeholders, when nobody knew that it was needed.
  for (const way of ['joined', 'met on the way']) {
    test(`with the rest, ${way}, the halves answer as native code does`, async () => {
      const engine = await engineOf({restNow: () => read('_rest.wasm'),
        rest: () => WebAssembly.compile(read('_rest.wasm'))});
      if (way === 'joined') await engine.halves.join();
      const lines = nativeAnswers(native);
      for (const line of [...lines.slice(0, 8), ...lines.slice(-PROGRAMS)]) {
        const {name, text, story} = JSON.parse(line);
        assert.deepEqual(engine.load('run', 'main.go', text, {maxSteps: 4000}), JSON.parse(story), name);
      }
      assert.ok(engine.halves.isWhole);
      assert.ok(engine.checkBegin('run', 100).states !== undefined);
    });
  }

  test('the halves fill the memory that the whole fills', () => {
    const halves = memoryOf([read('_first.wasm'), read('_rest.wasm')]);
    const whole = memoryOf([read('.wasm')]);
    assert.equal(halves.size, whole.size);
    for (const [address, byte] of whole) assert.equal(halves.get(address), byte, address);
    const rest = segmentsOf(read('_rest.wasm')).reduce((sum, {bytes}) => sum + bytes.length, 0);
    assert.ok(rest > 300_000, `${rest} bytes of memory come with the rest`);
  });

  test('the first picture does not wait for the rest, and a hand on the canvas does', () =>
    withPage({hash: 'nothing-here', picture: 'canvas'}, async page => {
      let let_go;
      const held = new Promise(resolve => {
        let_go = resolve;
      });
      await page.route(/\/rest-/, async route => {
        await held;
        await route.continue();
      });
      await page.goto(harness.addressOf('#lesson=timeout'));
      const live = await Live.open(page, 'timeout');
      const canvas = live.root.locator('.stage canvas');
      await canvas.waitFor();
      const stage = () => page.evaluate(async () => {
        const {stage: {live: shown}} = await globalThis.gopark.simulators.get('timeout');
        return shown && {frames: shown.frames, whole: shown.halves.isWhole,
          pointer: shown.canvas.style.pointerEvents};
      });
      await until(async () => (await stage())?.frames > 0, 'a frame of the first half');
      await live.forward(() => live.button('step').click());
      assert.deepEqual({...await stage(), frames: 0}, {frames: 0, whole: false, pointer: 'none'});
      let_go();
      await until(async () => (await stage()).whole && (await stage()).pointer === '', 'the rest');
      await live.button('check').click();
      await live.part('report').filter({hasText: '✗ BUG'}).waitFor();
      page.complaints = page.complaints.filter(text => !/404/.test(text));  // nothing-here
    }));

  test('a line that is down when the rest is fetched costs nothing but time', async () => {
    let tried = 0;
    await withPage({hash: 'nothing-here'}, async page => {
      await page.route(/\/rest-/, route => (tried++ < 2 ? route.abort() : route.continue()));
      await page.goto(harness.addressOf('#lesson=timeout'));
      const live = await Live.open(page, 'timeout');
      await until(() => tried >= 2, 'a failed try');
      await live.button('check').click();
      await live.part('report').filter({hasText: '✗ BUG'}).waitFor();
      page.complaints = page.complaints.filter(text => !/ERR_FAILED|Failed to load/.test(text));
    });
  });

  test('where the rest cannot be had the first half goes on, and the canvas waits for it', async () => {
    let down = true;
    await withPage({hash: 'nothing-here', picture: 'canvas'}, async page => {
      await page.route(/\/rest-/, route => (down ? route.abort() : route.continue()));
      await page.goto(harness.addressOf('#lesson=timeout'));
      const live = await Live.open(page, 'timeout');
      await live.root.locator('.stage canvas').waitFor();
      for (let step = 0; step < 3; step++) await live.forward(() => live.button('step').click());
      down = false;
      await until(() => page.evaluate(async () => {
        const {stage} = await globalThis.gopark.simulators.get('timeout');
        return stage.live?.halves.isWhole && stage.live.canvas.style.pointerEvents === '';
      }), 'a canvas that takes a hand');
      await live.button('check').click();
      await live.part('report').filter({hasText: '✗ BUG'}).waitFor();
      page.complaints = page.complaints.filter(text => !/ERR_FAILED|Failed to load/.test(text));
    });
  });

  test('a lesson whose file cannot be had is compiled', () =>
    withPage({hash: 'nothing-here'}, async page => {
      await page.route(/\/lesson_/, route => route.abort());
      await page.goto(harness.addressOf('#lesson=timeout&step=3'));
      const live = await Live.open(page, 'timeout');
      await live.atStep(3);
      page.complaints = page.complaints.filter(text => !/ERR_FAILED|Failed to load/.test(text));
    }));
}
