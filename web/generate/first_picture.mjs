// What a visitor does first, done in node: each lesson on a canvas and in the text's engine. Who runs it
// with a module that counts its calls knows which functions the first picture needs.

import {Engine} from '../page/engine.js';

const FRAMES = 30, STEPS = 60, FRAME_MS = 17;
const SIZES = [[960, 540], [1166, 760], [1166, 620], [800, 900], [700, 480]];  // of canvases on a page

// A canvas that draws nothing, and the few things that Emscripten asks a browser for.
function target(more = {}) {
  return {addEventListener() {}, removeEventListener() {}, style: {},
    getBoundingClientRect: () => ({left: 0, top: 0, width: 960, height: 540}), ...more};
}

const GL_VERSION = 0x1F02, GLSL_VERSION = 0x8B8C, TEXTURE_SIZE = 0x0D33, ACTIVE_UNIFORMS = 0x8B86;

// `drawn` is told every vertex and index that goes to the graphics card, as bytes.
function webGl(drawn) {
  const fill = (...args) => {
    const [data, size] = args.slice(-2);
    const heap = args.find(ArrayBuffer.isView);
    if (heap && data) drawn(heap.subarray(data, data + size));
  };
  const answers = {
    getParameter: name => ({[GL_VERSION]: 'WebGL 2.0', [GLSL_VERSION]: 'WebGL GLSL ES 3.00',
      [TEXTURE_SIZE]: 4096})[name] ?? 0,
    getProgramParameter: (program, name) => (name === ACTIVE_UNIFORMS ? 2 : 1),
    getShaderParameter: () => 1,
    getActiveUniform: (program, index) => ({name: ['Texture', 'ProjMtx'][index], size: 1}),
    getSupportedExtensions: () => [], getExtension: () => null, getContextAttributes: () => ({}),
    bufferData: fill, bufferSubData: fill,
    // Some drivers have remarks, and ImGui prints them.
    getShaderInfoLog: () => 'a remark', getProgramInfoLog: () => 'a remark',
  };
  return new Proxy(answers, {
    get: (known, name) => known[name] ?? (/^(create|getUniformLocation)/.test(name) ? () => ({}) : () => 0),
  });
}

// Stands in for the browser; answers what runs the frames that were asked for.
function browser(canvas) {
  let asked = [];
  let time = 0;
  // The same pictures every time.
  globalThis.performance.now = () => time;
  process.hrtime = () => [Math.floor(time / 1000), time % 1000 * 1e6];
  Object.assign(globalThis, {
    window: target({innerWidth: 960, innerHeight: 540, devicePixelRatio: 1}),
    document: target({querySelector: () => canvas, body: target(), hidden: false}),
    screen: {width: 960, height: 540},
    WebGLRenderingContext: class {}, WebGL2RenderingContext: class {},
    requestAnimationFrame: use => asked.push(use), cancelAnimationFrame() {},
  });
  return () => {
    for (let frame = 0; frame < FRAMES && asked.length > 0; frame++) {
      const now = asked;
      asked = [];
      time += FRAME_MS;
      now.forEach(use => use(time));
    }
  };
}

// `lessons`: [{name, leaky, fixed, packed}]. Each answers the module, to be asked what was called.
// ImGui has one context a module, so there is one canvas in each. `options`: for createGopark(), and `drawn`.

export async function showEveryPicture(createGopark, options, lessons) {
  const {engine, runFrames} = await start(createGopark, options, lessons);
  lessons.forEach(lesson => readText(engine, lesson));
  showCanvas(engine, lessons, runFrames);
  return engine.module;
}

// A canvas whose first frame shows a lesson already.
export async function showAtOnce(createGopark, options, lesson) {
  const {engine, runFrames} = await start(createGopark, options, [lesson]);
  const {module} = engine;
  const canvas = openCanvas(engine);
  engine.withTexts([lesson.name], ([at]) => module._gopark_canvas_show(canvas, at));
  engine.withTexts(['light'], ([at]) => module._gopark_canvas_look(canvas, at, 1.1, 0));
  for (const side of [0, 1]) {
    engine.withTexts([lesson[side === 0 ? 'leaky' : 'fixed']],
      ([at]) => module._gopark_canvas_text(canvas, side, at));
  }
  module._gopark_canvas_variant(canvas, 0);
  module._gopark_canvas_step(canvas, 0);
  runFrames();
  return module;
}

async function start(createGopark, {drawn = () => {}, ...options}, lessons) {
  const canvas = target({width: 960, height: 540, tagName: 'CANVAS', getContext: () => webGl(drawn)});
  const runFrames = browser(canvas);
  const engine = new Engine(await createGopark({...options, canvas, tell() {}, copy() {}, fullScreen() {},
    remember() {}, recall: () => '', printErr() {}, print() {}}));
  for (const lesson of lessons) {
    if (!engine.give(lesson.packed)) throw new Error(`${lesson.name}: a file of another build`);
  }
  return {engine, runFrames};
}

function readText(engine, lesson) {
  for (const variant of ['leaky', 'fixed']) {
    engine.knows(lesson[variant]);
    const {length} = engine.load('run', `${variant}.go`, lesson[variant],
      {schedule: lesson.schedule ?? ''});
    for (let step = 0; step <= Math.min(length, STEPS); step++) engine.state('run', step);
  }
  engine.close('run');
}

function openCanvas({module, given}) {
  const canvas = module._gopark_canvas_open(given);
  if (canvas === 0) throw new Error('no canvas to look at');
  module._gopark_canvas_size(canvas, 960, 540, 1);
  module._gopark_canvas_visible(canvas, 1);
  module._gopark_canvas_frames(canvas);
  return canvas;
}

function showCanvas(engine, lessons, runFrames) {
  const {module} = engine;
  const canvas = openCanvas(engine);
  runFrames();  // it may be drawn before there is anything to show
  for (const lesson of lessons) {
    const schedules = [lesson.leaky, lesson.fixed].map(text =>
      engine.load('run', 'main.go', text, {schedule: lesson.schedule ?? ''}).schedule);
    engine.withTexts([lesson.name], ([at]) => module._gopark_canvas_show(canvas, at));
    for (const theme of ['dark', 'contrast', 'light']) {
      engine.withTexts([theme], ([at]) => module._gopark_canvas_look(canvas, at, 1.1, 1));
    }
    for (const side of [1, 0]) {
      engine.withTexts([lesson[side === 0 ? 'leaky' : 'fixed']],
        ([at]) => module._gopark_canvas_text(canvas, side, at));
      module._gopark_canvas_variant(canvas, side);
      engine.withTexts([schedules[side]], ([at]) => module._gopark_canvas_schedule(canvas, at));
      for (const [width, height] of SIZES) {
        module._gopark_canvas_size(canvas, width, height, 1);
        for (const step of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 5]) {
          module._gopark_canvas_step(canvas, step);
          runFrames();
        }
      }
      for (const {ask, variant} of lesson.questions) {
        if ((variant === 'fixed') !== (side === 1)) continue;
        engine.withTexts([ask], ([at]) => module._gopark_canvas_answer(canvas, side, at, 0));
      }
      runFrames();
    }
  }
}
