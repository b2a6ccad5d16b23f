// The site as it is hosted: sizes, compression, one file for a folder, and what a visit reads.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

import {EDITOR, FIRST_PICTURE, firstPicture, sizes, sizeTable} from '../../web/generate/sizes.mjs';
import {encodeCode} from '../../web/page/links.js';
import {Live, settled, until} from './harness.mjs';

function get(address, encoding) {
  return new Promise((resolve, reject) => {
    http.get(address, {headers: {'Accept-Encoding': encoding}}, response => {
      response.resume();
      response.on('end', () => resolve(response.headers));
    }).on('error', reject);
  });
}

export function siteTests({test, withPage, lessons, harness, site}) {
  test('the first picture and the editor cost no more than they may', () => {
    const rows = sizes(site);
    console.log(sizeTable(rows));
    const first = firstPicture(rows);
    for (const key of ['gzip', 'brotli']) assert.ok(first[key] <= FIRST_PICTURE[key], `${key} ${first[key]}`);
    const {brotli} = rows.find(({name}) => name.startsWith('editor-'));
    assert.ok(brotli <= EDITOR.brotli, `the editor: ${brotli}`);
  });

  test('the server packs, names types, and lets named files live', async () => {
    const wasm = fs.readdirSync(site).find(name => name.endsWith('.wasm'));
    const headers = await get(harness.address + wasm, 'gzip, br');
    assert.equal(headers['content-type'], 'application/wasm');
    assert.equal(headers['content-encoding'], 'br');
    assert.match(headers['cache-control'], /immutable/);
    assert.equal((await get(harness.address + wasm, 'gzip'))['content-encoding'], 'gzip');
    assert.equal((await get(harness.address + wasm, 'identity'))['content-encoding'], undefined);
    assert.equal((await get(harness.address, 'br'))['cache-control'], 'no-cache');
  });

  test('as one file it runs from a folder', async () => {
    const page = await harness.page();
    try {
      await page.goto(`${pathToFileURL(path.join(site, 'gopark.html'))}#lesson=ncast`);
      const live = await Live.open(page, 'ncast');
      await live.forward(() => live.button('step').click());
      await live.button('picture').click();
      await live.root.locator('.stage canvas').waitFor();
      await until(() => page.evaluate(async () =>
        (await globalThis.gopark.simulators.get('ncast')).stage.live?.frames > 0), 'a frame');
      await live.button('edit').click();
      await live.root.locator('.cm-content').waitFor();
      assert.deepEqual(page.complaints.filter(text => !text.startsWith('asked a third party: file:')),
        []);
    } finally {
      await page.context().close();
    }
  });

  test('two tabs hold different edits', async () => {
    await withPage({hash: '#lesson=playground'}, async page => {
      const other = await page.context().newPage();
      await other.goto(harness.addressOf('#lesson=playground'));
      const programs = ['one', 'two'].map(name =>
        `package main\n\nfunc main() {\n\tprintln("${name}")\n}\n`);
      for (const [i, tab] of [page, other].entries()) {
        const live = await Live.open(tab, 'playground');
        await live.button('edit').click();
        await live.root.locator('.cm-content').waitFor();
        await live.write(programs[i]);
        await live.part('verdict').filter({hasText: 'clean'}).waitFor();
      }
      for (const [tab, name] of [[page, 'one'], [other, 'two']]) {
        // Without the link's own program: what counts is what the tab has kept.
        await tab.evaluate(() => history.replaceState(null, '', '#lesson=playground'));
        await tab.reload();
        await (await Live.open(tab, 'playground')).part('code').filter({hasText: `"${name}"`}).waitFor();
      }
    });
  });

  test('back and forward go through lessons', () =>
    withPage({hash: '#lesson=timeout&step=2'}, async page => {
      await (await Live.open(page, 'timeout')).atStep(2);
      await page.evaluate(() => {
        location.hash = '#lesson=ncast&step=3';
      });
      await (await Live.open(page, 'ncast')).atStep(3);
      await page.goBack();
      await (await Live.open(page, 'timeout')).atStep(2);
      await until(() => page.evaluate(() => location.hash.includes('timeout')), 'the lesson before');
      await page.goForward();
      await page.waitForFunction(() => location.hash.includes('ncast'));
      await (await Live.open(page, 'ncast')).atStep(3);
    }));

  test('a link to a lesson far below leads to its title, whatever starts on the way', () =>
    withPage({file: 'gopark.html', picture: 'canvas'}, async page => {
      await settled(page);
      for (const name of ['select_without_done', 'full_buffer']) {
        await page.locator(`nav a[href="#lesson=${name}"]`).click();
        await Live.open(page, name);
        await settled(page);
        const {y} = await page.locator(`#title-${name}`).boundingBox();
        assert.ok(y >= 0 && y < 200, `${name} at ${y}`);
      }
    }));

  test('the accessibility tree holds every sentence', () =>
    withPage({hash: '#lesson=timeout'}, async page => {
      const live = await Live.open(page, 'timeout');
      const sentences = await page.evaluate(async () =>
        (await globalThis.gopark.simulators.get('timeout')).story.steps.map(step => step.sentence));
      await live.end();
      await live.root.locator('summary', {hasText: 'as sentences'}).click();
      await settled(page);
      const client = await page.context().newCDPSession(page);
      const {nodes} = await client.send('Accessibility.getFullAXTree');
      const spoken = nodes.map(node => node.name?.value ?? '').join('\n');
      for (const sentence of sentences) assert.ok(spoken.includes(sentence), sentence);
    }));

  test('suggested fixes are proved, and one click away', () =>
    withPage({hash: '#lesson=ncast'}, async page => {
      const live = await Live.open(page, 'ncast');
      await live.button('check').click();
      await live.button('apply').waitFor();
      assert.ok(await live.root.locator('.diff ins').count() > 0);
      await live.part('searching').filter({hasNotText: 'Trying'}).waitFor({state: 'attached'});
      await live.button('apply').click();
      await live.part('verdict').filter({hasText: 'clean'}).waitFor();
    }));

  test('a race is told with both of its lines', async () => {
    const racy = 'package main\n\nimport "time"\n\nfunc main() {\n\tx := 0\n\tgo func() {\n\t\tx = 1\n\t}()\n' +
      '\tx = 2\n\ttime.Sleep(time.Millisecond)\n\tprintln(x)\n}\n';
    await withPage({hash: `#lesson=playground&code=${await encodeCode(racy)}`}, async page => {
      const live = await Live.open(page, 'playground');
      await live.button('check').click();
      const report = live.part('report').filter({hasText: 'Data race'});
      await report.waitFor();
      assert.match(await report.innerText(), /line 8.*line 1[02]|line 1[02].*line 8/s);
    });
  });

  test('a search through all schedules is stopped', async () => {
    const wide = 'package main\n\nfunc main() {\n\tc := make(chan int, 9)\n' +
      '\tfor i := 0; i < 9; i++ {\n\t\tgo func() {\n\t\t\tfor j := 0; j < 50; j++ {\n' +
      '\t\t\t\tc <- i*j\n\t\t\t}\n\t\t}()\n\t}\n\tfor i := 0; i < 450; i++ {\n\t\tprintln(<-c)\n\t}\n}\n';
    await withPage({hash: `#lesson=playground&code=${await encodeCode(wide)}`}, async page => {
      const live = await Live.open(page, 'playground');
      await live.part('verdict').filter({hasText: 'clean'}).waitFor();
      await live.button('check').click();
      await live.part('searching').filter({hasText: 'states so far'}).waitFor();
      const stop = await live.part('searching').locator('[data-action="stop"]').elementHandle();
      const before = await live.part('progress').innerText();
      await until(async () => await live.part('progress').innerText() !== before, 'progress');
      await stop.click();  // the very button that stood there before the numbers changed
      await live.part('report').filter({hasText: 'Stopped. Nothing is proved.'}).waitFor();
      await live.button('step').click();
      await live.atStep(1);
    });
  });

  test('every link that ever worked still opens', async () => {
    const corpus = JSON.parse(fs.readFileSync(new URL('links.json', import.meta.url), 'utf8'));
    await withPage({}, async page => {
      for (const {hash, lesson, step, variant} of corpus) {
        await page.goto('about:blank');
        await page.goto(harness.address + hash).catch(() => {});  // and from there to the lesson's page
        const live = await Live.open(page, lesson);
        await live.atStep(step);
        if (variant) assert.ok(await live.root.locator(`input[value="${variant}"]`).isChecked(), hash);
        assert.equal(await page.locator('#notice').isVisible(), false, hash);
      }
    });
  });

  test('deep links lead to each decisive step', () =>
    withPage({}, async page => {
      for (const {name} of lessons.slice(0, 4)) {
        await page.goto(harness.addressOf(`#lesson=${name}`));
        await Live.open(page, name);
        const steps = await page.evaluate(async lesson => {
          const {story} = await globalThis.gopark.simulators.get(lesson);
          return story.markers.map(marker => marker.step);
        }, name);
        for (const step of new Set(steps)) {
          await page.goto(harness.addressOf(`#lesson=${name}&step=${step}`));
          await (await Live.open(page, name)).atStep(step);
        }
      }
    }));
}
