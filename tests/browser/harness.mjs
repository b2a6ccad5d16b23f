// What the browser tests share: a served site, a Chromium, and a list of tests that run one by one.

import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';

import {serve} from '../../web/generate/serve.mjs';

const FLAGS = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
  // WebGL is drawn by software all the same; a visit takes a quarter less of the processor.
  '--disable-gpu-compositing'];
// No wait is this long where all is well: it only bounds one that would never end.
const PATIENCE_MS = 120_000;

// The first is the same browser without a window's tool bars, which cost as much as a visit of the page.
const CHROMIUMS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

function chromiumPath() {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of CHROMIUMS) {
      const file = path.join(folder, name);
      if (fs.existsSync(file)) return file;
    }
  }
  throw new Error('no Chromium on the PATH');
}

export class Harness {
  // `serving`: the options of serve().
  static async start(site, modules, serving = {}) {
    const require = createRequire(path.resolve(modules, '..', 'package.json'));
    const harness = new Harness();
    harness.site = site;
    harness.axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
    harness.server = await serve(site, serving);
    harness.browser = await require('playwright-core').chromium
      .launch({executablePath: chromiumPath(), headless: true, args: FLAGS,
        timeout: PATIENCE_MS});
    return harness;
  }

  get address() {
    return `http://localhost:${this.server.address().port}/`;
  }

  // Where the lesson of a hash stands.
  addressOf(hash) {
    const lesson = /lesson=(\w+)/.exec(hash)?.[1] ?? '';
    const own = fs.existsSync(path.join(this.site, `${lesson}.html`)) ? `${lesson}.html` : '';
    return this.address + own + hash;
  }

  // A fresh browser profile with one page. What the page complains about fails the test.
  // `picture`: what the reader has chosen, canvas or text. `file`: not the page of the lesson, but this one.
  async page({hash = '', file, init, picture = 'text', ...options} = {}) {
    const context = await this.browser.newContext({viewport: {width: 1280, height: 900},
      serviceWorkers: 'block', ...options});
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.complaints = [];
    page.on('pageerror', error => page.complaints.push(String(error)));
    page.on('console', message => message.type() === 'error' &&
      page.complaints.push(message.text()));
    page.on('request', request => request.url().startsWith(this.address) ||
      /^(data|blob):/.test(request.url()) ||
      page.complaints.push(`asked a third party: ${request.url()}`));
    await page.addInitScript(chosen => {
      if (location.protocol === 'about:') return;  // there is no store
      if (localStorage.getItem('gopark.picture') === null) {
        localStorage.setItem('gopark.picture', chosen);
      }
    }, picture);
    if (init) await page.addInitScript(init);
    await page.goto(file === undefined ? this.addressOf(hash) : this.address + file + hash);
    return page;
  }

  async stop() {
    await this.browser.close();
    this.server.close();
  }
}

// The live simulator of a lesson: its parts by name, and waits that end as soon as they can.
export class Live {
  constructor(page, lesson) {
    this.page = page;
    this.lesson = lesson;
    this.root = page.locator(`.simulator[data-lesson="${lesson}"]`);
  }

  static async open(page, lesson) {
    const live = new Live(page, lesson);
    await live.part('where').filter({hasText: / of \d/}).waitFor();
    return live;
  }

  part(name) {
    return this.root.locator(`[data-part="${name}"]`);
  }
  button(action) {
    return this.root.locator(`[data-action="${action}"]`).first();
  }
  where() {
    return this.part('where').innerText();
  }
  async atStep(step) {
    await this.part('where').filter({hasText: `Step ${step} of`}).waitFor();
  }
  // Replaces the program in the open editor, as a user does. (Deleted first: where typing replaces
  // coloured text, the browser tries to keep its style, which the page's policy forbids it, aloud.)
  async write(text) {
    await this.root.locator('.cm-content').click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(text);
  }
  // One learner's step by `press`, answering or skipping the question that may stand before it.
  async forward(press) {
    const before = Number(/\d+/.exec(await this.where())[0]);
    await press();
    const skip = this.root.locator('[data-action="skip"]');
    const next = this.part('where').filter({hasText: `Step ${before + 1} of`});
    await next.or(skip).first().waitFor();
    if (await skip.isVisible()) await skip.click();
    await this.atStep(before + 1);
  }
  // To the last step by a key, which is there whether or not the run stands at its end already.
  async end() {
    await this.button('check').focus();
    await this.page.keyboard.press('End');
  }
  // To the step before which a question stands.
  async toAQuestion() {
    const question = this.part('question');
    while (!(await question.isVisible())) {
      const before = Number(/\d+/.exec(await this.where())[0]);
      await this.button('step').click();
      await this.part('where').filter({hasText: `Step ${before + 1} of`}).or(question).first()
        .waitFor();
    }
  }
  // Step by step, at most so many; then by `finish`.
  async toTheEnd(press, most = Infinity, finish = () => {}) {
    const [step, length] = (await this.where()).match(/\d+/g).map(Number);
    for (let at = step; at < Math.min(length, step + most); at++) await this.forward(press);
    if (step + most < length) await finish();
    await this.atStep(length);
  }
}

// Asks until the answer is good: for what no locator can wait for.
export async function until(ask, what) {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`in vain waited for: ${what}`);
    await new Promise(done => setTimeout(done, 50));
  }
}

// Every simulator that the page has started stands, and the page rests: no more of them come, and it
// has scrolled to where it wants to be.
export async function settled(page) {
  let last = '';
  await until(async () => {
    const now = await page.evaluate(async () => {
      await Promise.allSettled([...globalThis.gopark.simulators.values()]);
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      return `${globalThis.gopark.simulators.size} ${scrollY} ${document.body.scrollHeight}`;
    });
    const rests = now === last;
    last = now;
    return rests;
  }, 'a page at rest');
}

export async function axeViolations(harness, page) {
  await settled(page);
  // All of the page is judged, also what would be laid out only when the reader comes near.
  await page.evaluate(() => document.querySelectorAll('.static, .prose').forEach(part => {
    part.style.contentVisibility = 'visible';
  }));
  // The page's policy keeps scripts of others out; the debugger may still evaluate.
  await page.evaluate(harness.axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ['violations']}));
  return result.violations.map(violation => `${violation.id}: ${violation.nodes.length} × ` +
    `${violation.nodes[0].html.slice(0, 200)} ${violation.nodes[0].failureSummary ?? ''}`);
}

const AT_ONCE = 3;

export async function runTests(tests, only) {
  const queue = tests.filter(([name]) => !only || name.includes(only));
  const start = Date.now();
  let failed = 0;
  let passed = 0;
  const attempt = async ([name, test], label) => {
    const began = Date.now();
    try {
      await test();
      console.log(`ok    ${name} (${Date.now() - began} ms)`);
      return true;
    } catch (error) {
      console.log(`${label}  ${name}\n      ${String(error.stack ?? error).replace(/\n/g, '\n      ')}`);
      return false;
    }
  };
  // A browser that draws by software on a busy machine comes too late now and then: what fails is asked
  // once more, and both answers are printed.
  const run = async entry => {
    if (await attempt(entry, 'AGAIN') || await attempt(entry, 'FAIL')) passed++;
    else failed++;
  };
  const worker = async () => {
    while (queue.length) await run(queue.shift());
  };
  await Promise.all(Array.from({length: AT_ONCE}, worker));
  console.log(`${passed} passed, ${failed} failed, ${Math.round((Date.now() - start) / 1000)} s`);
  return failed === 0 && passed > 0;
}
