// Stage: where a simulator's live canvas stands. It opens the canvas when the reader comes near it,
// and closes it again when too many are open: what it showed is the simulator's, so nothing is lost.

const MOST_CANVASES = 6;
const open = [];  // stages with a canvas, the one that was seen last at the end

export function canShowCanvas() {
  return typeof WebGL2RenderingContext === 'function';
}

// What the reader gets who has not chosen: on a narrow screen, and where the system paints everything
// in its own colours, the picture as text.
export function prefersCanvas() {
  return canShowCanvas() && matchMedia('(min-width: 800px)').matches &&
    !matchMedia('(forced-colors: active)').matches;
}

export class Stage {
  // options: {element, client, lesson, label, describedBy, view(), heard(news), failed()}
  constructor(options) {
    Object.assign(this, options);
    this.live = null;
    this.opening = null;
    this.watcher = new IntersectionObserver(entries => {
      if (entries.at(-1).isIntersecting) this.open();
    }, {rootMargin: '200px'});
  }

  show() {
    this.element.hidden = false;
    this.watcher.observe(this.element);
  }

  hide() {
    this.watcher.disconnect();
    this.close();
    this.element.hidden = true;
  }

  open() {
    this.seen();
    this.opening ??= this.start().catch(() => null).then(live => {
      if (live === null) this.failed();
    });
    return this.opening;
  }

  async start() {
    const [{LiveCanvas}, lesson] = await Promise.all([import('./canvas.js'), this.lesson]);
    const {label, describedBy} = this;
    const live = await LiveCanvas.open(this.element, this.client, {label, describedBy, lesson,
      heard: news => this.heard(news), gone: () => this.reopen()});
    if (live === null || this.element.hidden) {
      live?.close();
      this.opening = null;
      return live;
    }
    this.live = live;
    this.follow();
    return live;
  }

  // Brings the canvas to what the simulator shows.
  follow() {
    const view = this.live && this.view();
    if (view) this.live.follow(view);
  }

  // The browser took the context and does not give it back: a new canvas shows the same.
  reopen() {
    this.close();
    this.watcher.unobserve(this.element);
    this.watcher.observe(this.element);
  }

  seen() {
    const at = open.indexOf(this);
    if (at >= 0) open.splice(at, 1);
    open.push(this);
    if (open.length > MOST_CANVASES) open[0].reopen();
  }

  close() {
    const at = open.indexOf(this);
    if (at >= 0) open.splice(at, 1);
    this.live?.close();
    this.live = null;
    this.opening = null;
  }
}
