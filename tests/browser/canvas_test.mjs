// The app on its canvas, in the page: it and the page's own controls show one state, and the page
// around it keeps its keys, its wheel and its fingers.

import assert from 'node:assert/strict';

import {Live, until} from './harness.mjs';

const WIDE = {width: 1280, height: 900};
let stepAt = null;  // of the app's Step button: the same in every lesson

// The simulator of a lesson with its canvas standing.
export class OnCanvas extends Live {
  static async open(page, lesson) {
    const live = new OnCanvas(page, lesson);
    await live.part('where').filter({hasText: / of \d/}).waitFor();
    return live;
  }
  static async drawn(page, lesson) {
    const live = await OnCanvas.open(page, lesson);
    await live.drawn();
    return live;
  }

  get canvas() {
    return this.root.locator('.stage canvas');
  }
  frames() {
    return this.page.evaluate(async lesson => {
      const simulator = await globalThis.gopark.simulators.get(lesson);
      return simulator.stage.live?.frames ?? 0;
    }, this.lesson);
  }
  // A first frame is there, and no more of them come.
  async drawn() {
    await this.canvas.waitFor();
    await until(async () => await this.frames() > 0, 'a first frame');
    await this.atRest();
  }
  async atRest() {
    let last = -1;
    await until(async () => {
      const now = await this.frames();
      const rests = now === last;
      last = now;
      await new Promise(done => setTimeout(done, 150));
      return rests;
    }, 'a canvas at rest');
    return last;
  }
  // Where the app has its Step button: found by pressing from left to right. Offsets in the canvas.
  async findStep() {
    for (let x = 60; x < 260; x += 12) {
      for (const y of [75, 95]) {
        const before = await this.step();
        await this.canvas.click({position: {x, y}});
        await this.page.waitForTimeout(60);
        await this.atRest();
        if (await this.step() === before + 1) return {x, y};
      }
    }
    throw new Error('no Step button on the canvas');
  }
  // By the app's own Step button: so many steps, then the End key. A question that it asks is passed
  // by pressing once more.
  async pointToTheEnd(most) {
    stepAt ??= await this.findStep();
    const length = Number(/of (\d+)/.exec(await this.where())[1]);
    for (let presses = 0; await this.step() < Math.min(length, most); presses++) {
      assert.ok(presses < 3 * length, 'the Step button moves on');
      await this.canvas.click({position: stepAt});
      await this.page.waitForTimeout(60);
    }
    await this.focus();
    await this.page.keyboard.press('End');
    await this.atStep(length);
  }
  // A canvas of one colour makes a tiny picture.
  async isInked() {
    return (await this.canvas.screenshot()).length > 8000;
  }
  async step() {
    return Number(/\d+/.exec(await this.where())[0]);
  }
  focus() {
    return this.canvas.focus();
  }
}

export function canvasTests({test, withPage}) {
  const withCanvas = (options, use) =>
    withPage({viewport: WIDE, picture: 'canvas', ...options}, use);

  test('the controls move the canvas: one state, both ways', () =>
    withCanvas({hash: '#lesson=timeout&step=4'}, async page => {
      const live = await OnCanvas.drawn(page, 'timeout');
      const known = () => page.evaluate(async () =>
        (await globalThis.gopark.simulators.get('timeout')).stage.live.known);
      assert.equal((await known()).step, 4);
      await live.button('back').click();
      await live.atStep(3);
      await until(async () => (await known()).step === 3, 'the canvas at step 3');
      const frames = await live.atRest();
      await live.root.locator('input[value="fixed"]').check();
      await until(async () => (await known()).side === 1, 'the canvas on fixed.go');
      await live.atRest();
      assert.ok(await live.frames() > frames);
      await page.selectOption('#theme', 'contrast');
      await until(async () => (await known()).theme === 'contrast', 'the canvas in high contrast');
      await live.focus();
      await page.keyboard.press('t');
      await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    }));

  test('a question that is answered on one side is not asked on the other', () =>
    withCanvas({hash: '#lesson=send_without_receiver'}, async page => {
      const live = await OnCanvas.drawn(page, 'send_without_receiver');
      const known = () => page.evaluate(async () => {
        const simulator = await globalThis.gopark.simulators.get('send_without_receiver');
        return {page: simulator.answers(), canvas: simulator.stage.live.known.answers};
      });
      await live.toAQuestion();
      await live.part('question').locator('[data-action="answer"]').first().click();
      await until(async () => (await known()).canvas.length === 1, 'the answer on the canvas');
      assert.deepEqual((await known()).canvas, (await known()).page);
      assert.equal((await known()).page[0].answer, 0);

      await live.root.locator('input[value="fixed"]').check();
      await until(async () => (await known()).page.length === 0, 'another run');
      await live.focus();
      await page.keyboard.press('Home');
      for (let presses = 0; (await known()).page.length === 0; presses++) {
        assert.ok(presses < 60, 'the canvas asks, and the key passes it');
        await page.keyboard.press('ArrowRight');
        await live.atRest();
      }
      assert.ok((await known()).page.some(({side, answer}) => side === 1 && answer === -1));
    }));

  test('nothing is drawn while nothing changes, off screen or hidden', () =>
    withCanvas({hash: '#lesson=ncast'}, async page => {
      const live = await OnCanvas.drawn(page, 'ncast');
      const frames = await live.atRest();
      await page.waitForTimeout(700);
      assert.equal(await live.frames(), frames);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForTimeout(100);
      const away = await live.frames();
      await page.evaluate(() => document.querySelector(
        '.simulator[data-lesson="ncast"] [data-action="step"]').click());
      await live.atStep(1);
      await page.waitForTimeout(200);
      assert.equal(await live.frames(), away);
    }));

  test('keys that are the browser\'s stay the browser\'s', () =>
    withCanvas({hash: '#lesson=ncast'}, async page => {
      const live = await OnCanvas.drawn(page, 'ncast');
      await page.evaluate(() => {
        globalThis.kept = [];
        for (const type of ['keydown', 'paste']) {
          document.addEventListener(type, event =>
            globalThis.kept.push(`${event.key ?? type} ${event.defaultPrevented}`));
        }
      });
      await live.canvas.click({position: {x: 600, y: 400}});
      const active = () => page.evaluate(() => document.activeElement.tagName);
      assert.equal(await active(), 'CANVAS');
      await page.keyboard.press('Control+f');
      await page.keyboard.press('Control+v');
      const kept = await page.evaluate(() => globalThis.kept);
      assert.ok(kept.includes('f false'), kept.join());
      assert.ok(kept.includes('v false') && kept.some(text => text.startsWith('paste')), kept.join());
      await page.keyboard.press('Tab');
      assert.notEqual(await active(), 'CANVAS');
      await live.focus();
      await page.keyboard.press('Escape');
      assert.equal(await active(), 'BODY');
    }));

  test('the wheel over the canvas scrolls the page', () =>
    withCanvas({hash: '#lesson=ncast'}, async page => {
      const live = await OnCanvas.drawn(page, 'ncast');
      await live.canvas.hover({position: {x: 300, y: 40}});
      const before = await page.evaluate(() => scrollY);
      await page.mouse.wheel(0, 200);
      await until(() => page.evaluate(was => scrollY > was + 100, before), 'a page that scrolls');
    }));

  test('a finger that moves up scrolls the page, a tap presses', () =>
    withCanvas({hash: '#lesson=ncast', hasTouch: true}, async page => {
      const live = await OnCanvas.drawn(page, 'ncast');
      const box = await live.canvas.boundingBox();
      const client = await page.context().newCDPSession(page);
      const touch = (type, points) => client.send('Input.dispatchTouchEvent',
        {type, touchPoints: points.map(([x, y]) => ({x, y}))});
      const x = box.x + 500;
      let y = box.y + 380;
      const before = await page.evaluate(() => scrollY);
      await touch('touchStart', [[x, y]]);
      for (let i = 0; i < 12; i++) await touch('touchMove', [[x, y -= 20]]);
      await touch('touchEnd', []);
      await until(() => page.evaluate(was => scrollY > was + 60, before), 'a page that scrolls');
      await live.atRest();
      assert.equal(await live.step(), 0);
      await live.canvas.scrollIntoViewIfNeeded();
      await live.canvas.tap({position: stepAt ??= await live.findStep()});
      await until(async () => await live.step() > 0, 'a step by a tap');
    }));

  test('a lost context comes back, and a context that is gone is made anew', () =>
    withCanvas({hash: '#lesson=ncast&step=3'}, async page => {
      const live = await OnCanvas.drawn(page, 'ncast');
      const before = await live.frames();
      await page.evaluate(() => {
        const canvas = document.querySelector('.simulator[data-lesson="ncast"] .stage canvas');
        globalThis.losing = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
        globalThis.losing.loseContext();
      });
      await page.waitForTimeout(200);
      await page.evaluate(() => globalThis.losing.restoreContext());
      await until(async () => await live.frames() > before, 'frames in the new context');
      await live.atRest();
      assert.ok(await live.isInked());
      await page.evaluate(() => globalThis.losing.loseContext());
      await until(() => page.evaluate(() => {
        const canvas = document.querySelector('.simulator[data-lesson="ncast"] .stage canvas');
        return canvas && !canvas.getContext('webgl2').isContextLost();
      }), 'another canvas');
      await live.drawn();
      await live.forward(() => live.button('step').click());
    }));

  for (const density of [1, 2, 2.5]) {
    test(`sharp at ${density} pixels for each`, () =>
      withCanvas({hash: '#lesson=ncast', deviceScaleFactor: density}, async page => {
        const live = await OnCanvas.drawn(page, 'ncast');
        const size = () => live.canvas.evaluate(canvas =>
          [canvas.width / canvas.clientWidth, canvas.height / canvas.clientHeight]);
        for (const ratio of await size()) assert.ok(Math.abs(ratio - density) < 0.01, `${ratio}`);
        if (density !== 2) return;
        // Another screen. (A density that changes alone tells the page nothing where it is emulated.)
        const client = await page.context().newCDPSession(page);
        await client.send('Emulation.setDeviceMetricsOverride',
          {width: 1100, height: 900, deviceScaleFactor: 1.5, mobile: false});
        await until(async () => Math.abs((await size())[0] - 1.5) < 0.01, 'the new density');
      }));
  }

  test('four canvases at once', () =>
    withCanvas({file: 'gopark.html', hash: '#lesson=timeout'}, async page => {
      const names = ['timeout', 'ncast', 'full_buffer', 'double_send'];
      for (const name of names) {
        await page.evaluate(lesson => {
          location.hash = `#lesson=${lesson}`;
        }, name);
        await OnCanvas.drawn(page, name);
      }
      for (const name of names) {
        const live = new OnCanvas(page, name);
        assert.equal(await live.canvas.count(), 1, name);
        await live.forward(() => live.button('step').click());
        assert.ok(await live.isInked(), name);
      }
    }));

  test('Edit on the canvas opens the page\'s editor; what is edited runs on both', () =>
    withCanvas({hash: '#lesson=full_buffer'}, async page => {
      const live = await OnCanvas.drawn(page, 'full_buffer');
      await live.focus();
      await page.keyboard.press('e');
      await live.root.locator('.cm-content').waitFor();
      await live.button('fix').click();
      await live.part('verdict').filter({hasText: 'clean'}).waitFor();
      await live.atRest();
      const texts = await page.evaluate(async () =>
        (await globalThis.gopark.simulators.get('full_buffer')).stage.live.known.texts);
      assert.equal(texts[0], texts[1]);
    }));

  test('the picture as text is one click away, and the choice is kept', () =>
    withCanvas({hash: '#lesson=ncast'}, async page => {
      const live = await OnCanvas.drawn(page, 'ncast');
      await live.button('picture').click();
      await live.part('lanes').waitFor();
      assert.equal(await live.canvas.count(), 0);
      await page.reload();
      await live.part('lanes').waitFor();
      await live.button('picture').click();
      await live.canvas.waitFor();
    }));

  test('without WebGL the picture as text stays', () =>
    withPage({viewport: WIDE, picture: 'canvas', hash: '#lesson=timeout',
      init: 'delete globalThis.WebGL2RenderingContext'}, async page => {
      const live = await Live.open(page, 'timeout');
      await live.part('lanes').waitFor();
      assert.equal(await live.button('picture').isVisible(), false);
    }));

  test('where a context is refused the picture as text comes back', () =>
    withPage({viewport: WIDE, picture: 'canvas', hash: '#lesson=timeout',
      init: 'HTMLCanvasElement.prototype.getContext = () => null'}, async page => {
      const live = await Live.open(page, 'timeout');
      await live.part('lanes').waitFor();
      await live.button('step').click();
      await live.atStep(1);
    }));
}
