// The tutorial page in a real Chromium.
//
//     node page_test.mjs SITE NODE_MODULES SCENARIOS MODULE NATIVE_ANSWERS [only tests with this in their name]

import assert from 'node:assert/strict';

import {readLessons} from '../../web/generate/lesson.mjs';
import {decodeCode, encodeCode} from '../../web/page/links.js';
import {canvasTests, OnCanvas} from './canvas_test.mjs';
import {halvesTests} from './halves_test.mjs';
import {axeViolations, Harness, Live, runTests, settled, until} from './harness.mjs';
import {compareWithNative} from './same_test.mjs';
import {siteTests} from './site_test.mjs';

const [site, modules, scenarios, module, native, only] = process.argv.slice(2);
const lessons = readLessons(scenarios);
const harness = await Harness.start(site, modules);
const tests = [];
const test = (name, run) => tests.push([name, run]);

async function withPage(options, use) {
  const page = await harness.page(options);
  try {
    await use(page);
    assert.deepEqual(page.complaints, []);
  } finally {
    await page.context().close();
  }
}

// The program that the address carries; '' when it carries none.
async function programInAddress(page) {
  const code = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('code');
  return code ? decodeCode(code) : '';
}

for (const lesson of lessons) {
  const want = /^(\w+) (\S+) "(.*)" leaky.go:(\d+)$/.exec(lesson.want[0]);
  const [, verdict, goroutine, reason, line] = want;

  test(`${lesson.name}: by buttons, by keys, in every schedule, and on the canvas by pointer`, () =>
    withPage({hash: `#lesson=${lesson.name}`, reducedMotion: 'reduce'}, async page => {
      const live = await OnCanvas.open(page, lesson.name);
      // The patterns in every step, the causes in a few of them.
      const most = lesson.kind === 'pattern' ? Infinity : 3;
      await live.toTheEnd(() => live.button('step').click(), most, () => live.button('end').click());
      const why = await live.part('why').innerText();
      assert.match(why, new RegExp(`${goroutine.replaceAll('.', '\\.')} is `));
      // What only all schedules prove is, in one run, still there at the end.
      if (verdict === 'leaked') assert.match(why, /leaked/);
      else assert.match(why, /still there at the end/);
      await live.root.locator('summary', {hasText: 'Goroutines as a table'}).click();
      const row = live.part('table').locator('tr', {hasText: goroutine}).first();
      assert.ok((await row.innerText()).includes(reason), await row.innerText());
      assert.ok((await row.innerText()).includes(line), await row.innerText());
      await live.button('check').click();
      await live.part('report').filter({hasText: '✗ BUG'}).waitFor();

      await live.root.locator('input[value="fixed"]').check();
      await live.part('verdict').filter({hasText: 'clean'}).waitFor();
      await live.button('check').focus();
      await page.keyboard.press('Home');
      await live.atStep(0);
      await live.toTheEnd(() => page.keyboard.press('ArrowRight'), most,
        () => page.keyboard.press('End'));
      await live.part('why').filter({hasText: 'Clean'}).waitFor();
      await live.button('check').click();
      await live.part('report').filter({hasText: '✓ PROVED'}).waitFor();

      await live.button('picture').click();
      await live.drawn();
      await live.focus();
      await page.keyboard.press('1');
      await live.part('verdict').filter({hasText: 'leak'}).waitFor();
      await page.keyboard.press('Home');
      await live.atStep(0);
      await live.pointToTheEnd(most);
      await live.part('why').locator('.proof').first().waitFor();
    }));
}

test('a deep link opens lesson, variant and step', () =>
  withPage({hash: '#lesson=timeout&variant=fixed&step=4'}, async page => {
    const live = await Live.open(page, 'timeout');
    await live.atStep(4);
    assert.ok(await live.root.locator('input[value="fixed"]').isChecked());
    await live.button('back').click();
    await live.atStep(3);
    await page.waitForFunction(() => location.hash.includes('step=3'));
    await page.reload();
    await live.atStep(3);
  }));

test('a right and a wrong guess are told from each other', () =>
  withPage({hash: '#lesson=send_without_receiver'}, async page => {
    const live = await Live.open(page, 'send_without_receiver');
    await live.toAQuestion();
    const wrong = lessons.find(one => one.name === 'send_without_receiver').questions[0].answers
      .find(answer => !answer.right);
    await live.part('question').getByRole('button', {name: wrong.text}).click();
    await live.part('question').filter({hasText: 'You said'}).waitFor();
  }));

test('the learner is the scheduler, and the address keeps the schedule', () =>
  withPage({hash: '#lesson=ncast'}, async page => {
    const live = await Live.open(page, 'ncast');
    while (!(await live.part('choice').isVisible())) {
      await live.forward(() => live.button('step').click());
    }
    const other = live.part('choice').locator('[aria-pressed="false"]').last();
    const name = await other.innerText();
    const next = Number(/\d+/.exec(await live.where())[0]) + 1;
    await other.click();
    await page.waitForFunction(step => location.hash.includes('schedule=g1:') &&
      location.hash.includes(`step=${step}&`), next);
    assert.ok((await live.part('sentence').innerText()).includes(name.trim()));
    const hash = await page.evaluate(() => location.hash);
    const sentence = await live.part('sentence').innerText();
    await page.goto('about:blank');
    await page.goto(harness.addressOf(hash));
    await live.part('sentence').filter({hasText: sentence}).waitFor();
  }));

test('an edit to a syntax error and back', () =>
  withPage({hash: '#lesson=playground'}, async page => {
    const live = await Live.open(page, 'playground');
    await live.button('edit').click();
    await live.write('package main\n\nfunc main() {\n\tx := 1 +\n}\n');
    await live.part('problems').filter({hasText: 'main.go:5:1: syntax error'}).waitFor();
    const stuck = 'package main\n\nfunc main() {\n\tselect {}\n}\n';
    await live.write(stuck);
    await live.part('problems').waitFor({state: 'hidden'});
    await live.part('verdict').filter({hasText: 'deadlock'}).waitFor();
    await until(async () => await programInAddress(page) === stuck, 'the program in the address');
    await page.reload();
    await live.part('verdict').filter({hasText: 'deadlock'}).waitFor();
    await live.button('edit').click();
    await live.button('original').click();
    await live.part('verdict').filter({hasText: '✗ leak'}).waitFor();
  }));

test('the fix is one click', () =>
  withPage({hash: '#lesson=full_buffer'}, async page => {
    const live = await Live.open(page, 'full_buffer');
    await live.button('edit').click();
    await live.root.locator('.cm-content').waitFor();
    await live.button('fix').click();
    await live.part('verdict').filter({hasText: 'clean'}).waitFor();
  }));

test('the keyboard leaves the editor', () =>
  withPage({hash: '#lesson=playground'}, async page => {
    const live = await Live.open(page, 'playground');
    await live.button('edit').click();
    await live.root.locator('.cm-content').click();
    // Escape lets Tab go for two seconds only: a slow machine may need a second try.
    await until(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      return page.evaluate(() => document.activeElement.className !== 'editor-host');
    }, 'the focus outside of the editor');
  }));

test('a long run can be stopped', () =>
  withPage({hash: '#lesson=playground'}, async page => {
    const live = await Live.open(page, 'playground');
    await live.button('edit').click();
    await live.write('package main\n\nfunc main() {\n\tn := 0\n\tfor {\n\t\tn++\n\t}\n}\n');
    await live.button('stop').click();
    await live.part('report').filter({hasText: 'Stopped'}).waitFor();
    await live.button('original').click();
    await live.part('verdict').filter({hasText: '✗ leak'}).waitFor();
  }));

test('a link carries an edited program', async () => {
  const code = await encodeCode('package main\n\nfunc main() {\n\tprintln("häll\u00f6")\n}\n');
  await withPage({hash: `#lesson=playground&code=${code}&step=1`}, async page => {
    const live = await Live.open(page, 'playground');
    await live.part('code').filter({hasText: 'hällö'}).waitFor();
  });
});

test('every schedule of a program without timers has one dial, of one with them two', async () => {
  for (const [wait, clocks] of [['', 1], ['time.Sleep(1)', 2]]) {
    const code = await encodeCode(`package main\n\n${wait && 'import "time"'}\n\nfunc main() {\n\t` +
      `c := make(chan int)\n\tgo func() { c <- 1 }()\n\t<-c\n\t${wait}\n}\n`);
    await withPage({hash: `#lesson=playground&code=${code}`}, async page => {
      const live = await Live.open(page, 'playground');
      await live.button('check').click();
      await live.part('report').filter({hasText: '✓ PROVED'}).waitFor();
      assert.equal(await live.part('report').locator('.dials li').count(), clocks);
    });
  }
});

test('an embedded range keeps to its steps', () =>
  withPage({hash: '#embed=1&lesson=timeout&from=3&to=5&caption=<b>three</b>&theme=dark'}, async page => {
    const live = await Live.open(page, 'timeout');
    await live.atStep(3);
    await live.button('end').click();
    await live.atStep(5);
    assert.equal(await page.locator('h1').isVisible(), false);
    assert.equal(await page.locator('.caption').innerText(), '<b>three</b>');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  }));

test('hostile links give a sentence or nothing, and run nothing', async () => {
  const bomb = await encodeCode('a'.repeat(5_000_000));
  const hashes = ['#lesson=../../x', '#lesson=__proto__', '#lesson=timeout&step=-1&from=9&to=1',
    '#lesson=timeout&step=99999999999999999999', '#lesson=timeout&schedule=<script>alert(1)</script>',
    '#lesson=timeout&schedule=g1:9/3*99999999', '#lesson=playground&code=1.AAAA',
    '#lesson=playground&code=2.x', `#lesson=playground&code=${bomb}`, '#%%%', '#=&=&&&',
    `#lesson=playground&code=${await encodeCode('</script><img src=x onerror=alert(1)>')}`,
    `#lesson=timeout&embed=1&caption=${'<img src=x onerror=alert(1)>'.repeat(50)}`,
    `#lesson=timeout&schedule=${'g1:0/2,'.repeat(5000)}`];
  for (const hash of hashes) {
    await withPage({hash}, async page => {
      let alerted = false;
      page.on('dialog', dialog => {
        alerted = true;
        dialog.dismiss();
      });
      const name = /lesson=(timeout|playground)/.exec(hash)?.[1];
      if (name) {
        await new Live(page, name).part('where').waitFor();
        await settled(page);
      }
      assert.equal(await page.locator('img[onerror], img[src="x"]').count(), 0, hash);
      assert.equal(alerted, false, hash);
    });
  }
});

test('without a script every page reads well, and leads on to the next', () =>
  withPage({javaScriptEnabled: false}, async page => {
    for (const [i, lesson] of lessons.entries()) {
      const article = page.locator(`[id="lesson=${lesson.name}"]`).last();
      const text = await article.textContent();
      assert.ok(text.includes(lesson.notice) && text.includes('func main()'), lesson.name);
      assert.ok(await article.locator('.filmstrip figure').count() > 2, lesson.name);
      assert.match(text, /✗ BUG[^]*✓ PROVED/);
      assert.equal(await page.locator('h1').count(), 1, lesson.name);
      if (i > 0) assert.ok((await page.title()).startsWith(lesson.title), await page.title());
      assert.equal(await page.locator('a[rel="prev"]').count(), i > 0 ? 1 : 0);
      await page.locator('a[rel="next"]').click();
      await page.waitForURL(`**/${lessons[i + 1]?.name ?? 'playground'}.html`);
    }
    assert.ok(await page.locator('[id="lesson=playground"] h3').isVisible());
    await page.goto(`${harness.address}#lesson=timeout`);
    assert.ok(await page.locator('[id="lesson=timeout"] a[href="timeout.html"]').isVisible());
  }));

test('a link to a lesson that stands on another page goes there', () =>
  withPage({file: '', hash: '#lesson=timeout&step=4'}, async page => {
    await (await Live.open(page, 'timeout')).atStep(4);
    assert.equal(new URL(page.url()).pathname, '/timeout.html');
    await page.evaluate(() => {
      location.hash = '#lesson=playground';
    });
    await Live.open(page, 'playground');
    assert.equal(new URL(page.url()).pathname, '/playground.html');
    await page.goBack();
    await (await Live.open(page, 'timeout')).atStep(4);
  }));

test('without WebAssembly the static page serves', () =>
  withPage({init: 'delete globalThis.WebAssembly', hash: '#lesson=timeout'}, async page => {
    await page.locator('#notice').filter({hasText: 'cannot run in this browser'}).waitFor();
    assert.ok(await page.locator('[data-static="timeout"] .filmstrip').isVisible());
  }));

test('offline after the first visit', async () => {
  await withPage({serviceWorkers: 'allow'}, async page => {
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (!(await caches.match('./')) || !(await caches.match('ncast.html'))) {
        await new Promise(done => setTimeout(done, 50));
      }
    });
    await page.context().setOffline(true);
    await page.goto('about:blank');
    await page.goto(`${harness.address}#lesson=ncast&step=2`);
    const live = await Live.open(page, 'ncast');
    await live.atStep(2);
    await live.button('edit').click();
    await live.root.locator('.cm-content').waitFor();
    await page.goto(`${harness.address}playground.html`);
    await Live.open(page, 'playground');
    page.complaints = page.complaints.filter(text => !text.includes('ERR_INTERNET_DISCONNECTED'));
  });
});

for (const width of [320, 1280, 3840]) {
  test(`nothing is wider than a window of ${width} pixels`, () =>
    withPage({viewport: {width, height: 800}, hash: '#lesson=connection_not_closed&step=9'},
      async page => {
        const live = await Live.open(page, 'connection_not_closed');
        await live.button('edit').click();
        await live.root.locator('.cm-content').waitFor();
        await settled(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} pixels`);
      }));
}

test('on a phone no word in the lanes is cut, and the listing shows the line of the step', () =>
  withPage({viewport: {width: 390, height: 844}, hash: '#lesson=timeout&step=9'}, async page => {
    const live = await Live.open(page, 'timeout');
    await live.atStep(9);
    const cut = await page.evaluate(() => [...document.querySelectorAll('.lanes svg text')]
      .filter(text => text.getComputedTextLength() > 0 && 4 + text.getComputedTextLength() >
        text.parentNode.getBoundingClientRect().width + 0.5)
      .map(text => text.textContent));
    assert.deepEqual(cut, []);
    const [box, line] = await Promise.all(['.listing', '.acted']
      .map(part => live.part('code').locator(part).boundingBox()));
    assert.ok(line.y >= box.y && line.y + line.height <= box.y + box.height, `${line.y} ${box.y}`);
  }));

for (const [theme, options] of [['light', {colorScheme: 'light'}], ['dark', {colorScheme: 'dark'}],
  ['contrast', {}], ['forced colours', {forcedColors: 'active'}],
  ['reduced motion', {reducedMotion: 'reduce'}]]) {
  test(`axe finds nothing: ${theme}`, () =>
    withPage({...options, hash: `#lesson=timeout&step=9${theme === 'contrast' ? '&theme=contrast' : ''}`},
      async page => {
        const live = await Live.open(page, 'timeout');
        for (const summary of await live.root.locator('summary').all()) await summary.click();
        await live.button('edit').click();
        await live.root.locator('.cm-content').waitFor();
        assert.deepEqual(await axeViolations(harness, page), []);
        if (theme === 'contrast') return;
        for (const file of ['', 'playground.html']) {
          await page.goto(harness.address + file);
          assert.deepEqual(await axeViolations(harness, page), [], file);
        }
      }));
}

test('native and WebAssembly answer the same', async () => {
  const {programs, searched} = await compareWithNative(native, module);
  assert.ok(programs > 1000 && searched > 250, `${programs} ${searched}`);
});

canvasTests({test, withPage});
halvesTests({test, withPage, lessons, harness, scenarios, module, native});
siteTests({test, withPage, lessons, harness, site});

const good = await runTests(tests, only);
await harness.stop();
process.exit(good ? 0 : 1);
