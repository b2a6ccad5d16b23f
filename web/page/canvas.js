// LiveCanvas: the app (native/) on a canvas, in an instance of the module of its own.
//
// It shows a view {lesson, side, step, schedule, atEnd, texts, answers, theme, scale, still}: follow() brings it
// there, and `heard` is told what a person changed on the canvas. The browser's events that belong to a
// document, not to a canvas, are caught here and handed to web/host_html5.cc.

import {restNow} from 'gopark-assets';
import createGopark from 'gopark-module';
import {Engine} from './engine.js';
import {Halves} from './halves.js';

const GONE_MS = 3000;      // a context that is not given back for so long is gone for good
const RETRY_MS = 2000;     // after the module's second half could not be fetched
const MAX_SCHEDULE = 30_000;
// As web/host_html5.cc asks for it: who asks a second time gets what is there.
const CONTEXT = {alpha: false, depth: false, antialias: false};

export class LiveCanvas {
  // `stage`: the element that holds the canvas and gives it its size. `client`: who has the module,
  // compiled once for all. `lesson`: what is given to it; null: it must do without. Answers null where
  // there is no WebGL 2.
  static async open(stage, client, {lesson, heard, gone, label, describedBy}) {
    const canvas = document.createElement('canvas');
    canvas.tabIndex = -1;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', label);
    canvas.setAttribute('aria-describedby', describedBy);
    stage.append(canvas);
    let live = null;
    try {
      live = await new LiveCanvas(canvas, {heard, gone}).start({stage, client, lesson});
    } finally {
      if (live === null) canvas.remove();
    }
    return live;
  }

  async start({stage, client, lesson}) {
    const {canvas} = this;
    // Made while the module is on its way: the browser takes its time.
    if (!canvas.getContext('webgl2', CONTEXT)) return null;
    this.halves = new Halves({rest: () => client.rest(), restNow});
    this.module = await this.halves.start(createGopark, await client.compiled(), {
      canvas,
      tell: news => this.hear(news),
      copy: text => navigator.clipboard?.writeText(text).catch(() => {}),
      fullScreen: on => (on ? stage.requestFullscreen?.() : document.exitFullscreen?.())
        ?.catch(() => {}),
      remember: text => keep(() => localStorage.setItem('gopark.progress', text)),
      recall: () => keep(() => localStorage.getItem('gopark.progress')) ?? '',
    });
    this.engine = new Engine(this.module);
    if (lesson === null || !this.engine.give(lesson)) await this.halves.join();
    this.handle = this.module._gopark_canvas_open(this.engine.given);
    if (this.handle === 0) return null;
    this.listen();
    this.awaitRest();
    return this;
  }

  constructor(canvas, {heard, gone}) {
    Object.assign(this, {canvas, heard, gone});
    this.known = null;
    this.controller = new AbortController();
  }

  // ---- the view

  // Brings the canvas to the view; a text of the reader's own is compiled by the module's second half.
  follow(view) {
    this.wanted = view;
    if (this.canShow(view)) this.show(view);
    else this.halves.join().then(() => this.show(this.wanted), () => this.gone());
  }

  canShow(view) {
    return this.halves.isWhole ||
      view.texts.every(text => text === undefined || this.engine.knows(text));
  }

  show(view) {
    const {module, handle} = this;
    const known = this.known ?? {texts: []};
    if (this.known === null) this.withText(view.lesson, at => module._gopark_canvas_show(handle, at));
    if (view.theme !== known.theme || view.scale !== known.scale || view.still !== known.still) {
      this.withText(view.theme, at =>
        module._gopark_canvas_look(handle, at, view.scale, view.still ? 1 : 0));
    }
    let isNew = this.known === null || view.side !== known.side;
    view.texts.forEach((text, side) => {
      if (text === undefined || text === known.texts[side]) return;
      this.withText(text, at => module._gopark_canvas_text(handle, side, at));
      isNew = true;
    });
    if (isNew) module._gopark_canvas_variant(handle, view.side);
    if ((isNew || view.schedule !== known.schedule) && view.schedule.length <= MAX_SCHEDULE &&
        view.schedule) {
      this.withText(view.schedule, at => module._gopark_canvas_schedule(handle, at));
      isNew = true;
    }
    const told = known.answers ?? [];
    const fresh = view.answers.filter(({side, ask}) =>
      !told.some(old => old.side === side && old.ask === ask));
    for (const {side, ask, answer} of fresh) {
      this.withText(ask, at => module._gopark_canvas_answer(handle, side, at, answer));
    }
    // The twin may have more steps than the program that the page shows.
    const beyond = view.atEnd && known.step > view.step;
    if (isNew || (view.step !== known.step && !beyond)) {
      module._gopark_canvas_step(handle, beyond ? known.step : view.step);
    }
    this.known = {...view, step: beyond ? known.step : view.step, texts: [...view.texts],
      answers: [...told, ...fresh]};
  }

  hear(news) {
    if (news.lesson) this.known = null;
    if (this.known && news.step !== undefined) {
      this.known = {...this.known, ...news, texts: news.texts ?? this.known.texts,
        answers: news.answers ?? this.known.answers};
    }
    this.heard(news);
  }

  get frames() {
    return this.module._gopark_canvas_frames(this.handle);
  }

  // ---- what the browser tells

  listen() {
    const {canvas, module, handle} = this;
    const {signal} = this.controller;
    const on = (target, type, use) => target.addEventListener(type, use, {signal});
    on(canvas, 'pointerdown', event => {
      canvas.focus({preventScroll: true});
      if (event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId);
    });
    on(canvas, 'webglcontextlost', event => {
      event.preventDefault();
      module._gopark_canvas_lost(handle);
      this.goneTimer = setTimeout(() => this.gone(), GONE_MS);
    });
    on(canvas, 'webglcontextrestored', () => {
      clearTimeout(this.goneTimer);
      module._gopark_canvas_restored(handle);
    });
    on(document, 'paste', event => this.paste(event));
    for (const type of ['copy', 'cut']) on(document, type, event => this.copy(event));
    on(document, 'visibilitychange', () => this.tellVisible());
    this.seen = new IntersectionObserver(entries => {
      this.inView = entries.at(-1).isIntersecting;
      this.tellVisible();
    });
    this.seen.observe(canvas);
    this.sized = new ResizeObserver(() => this.resize());
    try {
      this.sized.observe(canvas, {box: 'device-pixel-content-box'});
    } catch {
      this.sized.observe(canvas);  // a browser that does not know the pixels' box
    }
    this.watchDensity();
    this.resize();
  }

  // What a hand does on the canvas may need anything: until all is there it does nothing.
  async awaitRest() {
    const {halves, canvas, controller: {signal}} = this;
    canvas.style.pointerEvents = halves.isWhole ? '' : 'none';
    while (!halves.isWhole && !signal.aborted) {
      await halves.join().catch(() => new Promise(done => setTimeout(done, RETRY_MS)));
    }
    if (signal.aborted) return;
    canvas.style.pointerEvents = '';
    this.module._gopark_canvas_know_all(this.handle);
  }

  tellVisible() {
    this.module._gopark_canvas_visible(this.handle, this.inView && !document.hidden ? 1 : 0);
  }

  // A window that goes to another screen changes its density and nothing else.
  watchDensity() {
    if (this.controller.signal.aborted) return;
    this.density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.density.addEventListener('change', () => {
      this.resize();
      this.watchDensity();
    }, {once: true, signal: this.controller.signal});
  }

  resize() {
    const {clientWidth, clientHeight} = this.canvas;
    if (clientWidth < 1 || clientHeight < 1) return;
    this.module._gopark_canvas_size(this.handle, clientWidth, clientHeight, devicePixelRatio);
  }

  paste(event) {
    if (document.activeElement !== this.canvas) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (this.withText(text, at => this.module._gopark_canvas_paste(this.handle, at))) {
      event.preventDefault();
    }
  }

  copy(event) {
    if (document.activeElement !== this.canvas) return;
    const at = this.module._gopark_canvas_copy(this.handle, event.type === 'cut' ? 1 : 0);
    const text = this.module.UTF8ToString(at);
    this.module._free(at);
    if (!text) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  }

  // The context is given back at once: browsers have few of them.
  close() {
    this.controller.abort();
    clearTimeout(this.goneTimer);
    this.seen.disconnect();
    this.sized.disconnect();
    this.module._gopark_canvas_visible(this.handle, 0);
    this.module._gopark_canvas_lost(this.handle);
    this.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    this.canvas.remove();
  }

  withText(text, use) {
    const {module} = this;
    const size = module.lengthBytesUTF8(text) + 1;
    const at = module._malloc(size);
    module.stringToUTF8(text, at, size);
    try {
      return use(at);
    } finally {
      module._free(at);
    }
  }
}

function keep(use) {
  try {
    return use();
  } catch {
    return undefined;
  }
}
