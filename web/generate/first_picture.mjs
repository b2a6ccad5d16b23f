// What a visitor does first, done in node: each lesson on a canvas and in the text's engine. Who runs it
// with a module that counts its calls knows which functions the first picture needs.

import {Engine} from '../page/engine.js';

const FRAMES = 30, STEPS = 60;

// A canvas that draws nothing, and the few things that Emscripten asks a browser for.
function target(more = {}) {
  return {addEventListener() {}, removeEventListener() {}, style: {},
    getBoundingClientRect: () => ({left: 0, top: 0, width: 960, height: 540}), ...more};
}

const GL_VERSION = 0x1F02, GLSL_VERSION = 0x8B8C, TEXTURE_SIZE = 0x0D33, ACTIVE_UNIFORMS = 0x8B86;

function webGl() {
  const answers = {
    getParameter: name => ({[GL_VERSION]: 'WebGL 2.0', [GLSL_VERSION]: 'WebGL GLSL ES 3.00',
      [TEXTURE_SIZE]: 4096})[name] ?? 0,
    getProgramParameter: (program, name) => (name === ACTIVE_UNIFORMS ? 2 : 1),
    getShaderParameter: () => 1,
    getActiveUniform: (program, index) => ({name: ['Texture', 'ProjMtx'][index], size: 1}),
    getSupportedExtensions: () => [], getExtension: () => null, getContextAttributes: () => ({}),
    getShaderInfoLog: () => '', getProgramInfoLog: () => '',
  };
  return new Proxy(answers, {
    get: (known, name) => known[name] ?? (/^(create|getUniformLocation)/.test(name) ? () => ({}) : () => 0),
  });
}

// Stands in for the browser; answers what runs the frames that were asked for.
function browser(canvas) {
  let asked = [];
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
      now.forEach(use => use(performance.now()));
    }
  };
}

// `lessons`: [{name, leaky, fixed, programs}]. Answers the module, to be asked what was called.
export async function showFirstPictures(createGopark, options, lessons) {
  const canvas = target({width: 960, height: 540, tagName: 'CANVAS', getContext: webGl});
  const runFrames = browser(canvas);
  const module = await createGopark({...options, canvas, tell() {}, copy() {}, fullScreen() {},
    remember() {}, recall: () => ''});
  const engine = new Engine(module);
  for (const lesson of lessons) {
    if (!engine.givePrograms(lesson.programs)) throw new Error(`${lesson.name}: a file of another build`);
    readText(engine, lesson);
    showCanvas(engine, lesson.name, runFrames);
  }
  return module;
}

function readText(engine, lesson) {
  for (const variant of ['leaky', 'fixed']) {
    const {length} = engine.load('run', `${variant}.go`, lesson[variant],
      {schedule: lesson.schedule ?? ''});
    for (let step = 0; step <= Math.min(length, STEPS); step++) engine.state('run', step);
    engine.lessonFile(`${lesson.name}/${variant}.go`);
  }
  engine.close('run');
}

function showCanvas(engine, name, runFrames) {
  const {module} = engine;
  const canvas = module._gopark_canvas_open();
  if (canvas === 0) throw new Error('no canvas to look at');
  engine.withTexts([name], ([at]) => module._gopark_canvas_show(canvas, at));
  for (const theme of ['dark', 'contrast', 'light']) {
    engine.withTexts([theme], ([at]) => module._gopark_canvas_look(canvas, at, 1, 0));
  }
  module._gopark_canvas_size(canvas, 960, 540, 1);
  module._gopark_canvas_visible(canvas, 1);
  for (const side of [1, 0]) {
    module._gopark_canvas_variant(canvas, side);
    for (let step = 0; step < 12; step++) {
      module._gopark_canvas_step(canvas, step);
      runFrames();
    }
    module._gopark_canvas_step(canvas, 5);
    runFrames();
  }
}
