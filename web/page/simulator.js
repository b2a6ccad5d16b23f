// Simulator: one live simulator of the page: a lesson with its two variants, or the playground.
//
// What is true comes from the engine; here is only what is shown: variant, step, and the text being
// edited. Every change calls changed(), so that the address follows. The live canvas (stage.js) shows
// the same: drawing moves it, and heard() follows where a person has moved it.

import {Cancelled} from './client.js';
import {difference, escape} from './go_text.js';
import {channels, lanes, listing, proof, stateTable, verdictText} from './picture.js';
import {questionStep} from './question_step.js';
import {simulatorHtml} from './simulator_html.js';
import {canShowCanvas, prefersCanvas, Stage} from './stage.js';
import {forgetText, recallPicture, recallText, rememberPicture, rememberText} from './store.js';

const SPEEDS = {slow: 2400, normal: 1200, fast: 400, 'very fast': 120};
const SLOW_MS = 400;          // after so long a Stop button is offered
const CHECK_CHUNK = 4_000;    // transitions between two looks at the Stop button
const CHECK_BUDGET = 1_000_000;
const FIX_BUDGET = 200_000;
const TYPING_MS = 350;
const MAX_TRANSCRIPT = 400;   // sentences in the list at a time
const MAX_FILE = 1_000_000;   // bytes of a file that is opened

export class Simulator {
  // options: {element, lesson, sources: {leaky, fixed}, client, announce(text), changed(), copyLink(),
  // look(), setTheme(theme)}: the look is {theme, scale, still} of the canvas
  constructor(options) {
    Object.assign(this, options);
    this.name = this.lesson.name;
    this.isPlayground = this.sources.fixed === undefined;
    this.variant = 'leaky';
    this.step = 0;
    this.range = {from: 0, to: Infinity};
    this.texts = {...this.sources};
    this.story = null;
    this.settings = {};
    this.answered = new Map();
    this.open = null;        // the question that is asked now
    this.loads = 0;          // makes the name of each loaded run
    this.run = null;
    this.generation = -1;    // of the worker that holds the run
    this.playing = null;
    this.editor = null;
    this.checking = null;    // the search that goes on: {run, text, stopped}
    this.report = null;      // of the last search, of the program `checked`
    this.reports = null;     // schedules.js: how a report is told
    this.turning = null;
    this.fixes = null;
  }

  // ---- starting

  async start({variant, step, schedule, code, from, to} = {}) {
    this.build();
    if (variant && !this.isPlayground) this.variant = variant;
    if (from !== undefined) this.range.from = from;
    if (to !== undefined) this.range.to = Math.max(to, this.range.from);
    for (const which of Object.keys(this.texts)) {
      this.texts[which] = recallText(this.name, which) ?? this.sources[which];
    }
    if (code !== undefined) this.texts[this.variant] = code;
    if (schedule) this.settings.schedule = schedule;
    else if (this.lesson.schedule) this.settings.schedule = this.lesson.schedule;
    this.step = Math.max(step ?? 0, this.range.from);
    this.showVariant();
    this.stage.follow();
    await this.load();
    if (!this.story && code !== undefined) this.edit();
  }

  build() {
    this.element.innerHTML = simulatorHtml(this.lesson, this.isPlayground);
    this.reportDrawn = '';
    this.element.hidden = false;
    this.parts = {};
    for (const node of this.element.querySelectorAll('[data-part]')) {
      this.parts[node.dataset.part] = node;
    }
    this.element.addEventListener('click', event => this.clicked(event));
    this.element.addEventListener('change', event => this.inputChanged(event));
    this.element.addEventListener('keydown', event => this.keyPressed(event));
    this.parts.seek.addEventListener('input', () => this.show(Number(this.parts.seek.value)));
    this.parts.dump.addEventListener('toggle', () => this.showDump());
    this.stage = new Stage({
      element: this.parts.stage, client: this.client, lesson: this.packed,
      describedBy: this.parts.sentence.id,
      label: `The running program: ${this.lesson.title}. Everything that it shows is also told in text.`,
      view: () => this.view(), heard: news => this.heard(news), failed: () => this.noCanvas(),
    });
    this.parts.picture.hidden = !canShowCanvas();
    const wanted = recallPicture();
    this.showPicture(wanted ? wanted === 'canvas' && canShowCanvas() : prefersCanvas());
    // Who starts is near: the canvas is made while the program runs in the worker.
    if (this.onCanvas) this.stage.open();
  }

  // ---- the live canvas

  showPicture(onCanvas) {
    this.element.firstChild.classList.toggle('with-canvas', onCanvas);
    this.parts.picture.textContent = onCanvas ? 'Show as text' : 'Show the live picture';
    if (onCanvas) this.stage.show();
    else this.stage.hide();
    this.onCanvas = onCanvas;
  }

  choosePicture() {
    this.showPicture(!this.onCanvas);
    rememberPicture(this.onCanvas ? 'canvas' : 'text');
  }

  noCanvas() {
    this.showPicture(false);
    this.parts.picture.hidden = true;
  }

  // What the canvas is to show. A lesson as it is needs not wait for the worker, which runs it for the
  // page; null: a text of the reader's own that has not run yet.
  view() {
    if (!this.story && !this.isUntouched()) return null;
    const {schedule = '', length} = this.story ?? this.settings;
    return {
      lesson: this.name, side: this.variant === 'fixed' ? 1 : 0, step: this.step, schedule,
      atEnd: this.step === length,
      texts: [this.texts.leaky, this.texts.fixed], answers: this.answers(), ...this.look(),
    };
  }

  // The lesson's own programs, in its own order.
  isUntouched() {
    return !this.isPlayground && this.settings.schedule === this.lesson.schedule &&
      Object.keys(this.texts).every(which => this.texts[which] === this.sources[which]);
  }

  // A person has moved the canvas.
  async heard({lesson, edit, side, step, schedule, texts, answers, theme}) {
    if (lesson) {
      location.hash = `#lesson=${lesson}`;
      this.stage.follow();
    }
    if (edit && this.parts.editing.hidden) this.edit();
    if (theme) this.setTheme(theme);
    if (side === undefined) return;
    this.pause();
    const variant = this.isPlayground || side === 0 ? 'leaky' : 'fixed';
    const isNew = variant !== this.variant || schedule !== undefined || texts !== undefined;
    this.variant = variant;
    if (texts) this.takeTexts(texts);
    if (isNew) {
      this.settings = {schedule: schedule ?? ''};
      this.step = step;
      this.showVariant();
      this.editor?.setText(this.texts[variant]);
      await this.load();
    } else {
      await this.show(step);
    }
    if (answers) this.takeAnswers(answers);
    this.say(this.sentence());
  }

  // What has been answered here, as a canvas knows it.
  answers() {
    return [...this.answered].map(([question, answer]) => ({
      side: question.variant === 'fixed' ? 1 : 0, ask: question.ask,
      answer: answer === null ? -1 : question.answers.indexOf(answer)}));
  }

  // What has been answered on the canvas.
  takeAnswers(answers) {
    for (const {side, ask, answer} of answers) {
      const question = (this.lesson.questions ?? []).find(one => one.ask === ask &&
        (one.variant === 'fixed') === (side === 1));
      if (!question || this.answered.has(question)) continue;
      this.answered.set(question, question.answers[answer] ?? null);
      this.lastAnswered = question;
      if (this.open === question) this.open = null;
    }
    this.drawQuestion();
  }

  takeTexts(texts) {
    Object.keys(this.texts).forEach((which, side) => {
      this.texts[which] = texts[side];
      this.keepText(which);
    });
  }

  // ---- running

  // Loads the text of the variant. A text that is refused leaves the old run on the screen, as stale.
  async load() {
    const name = `${this.name}#${++this.loads}`;
    const slow = setTimeout(() => this.busy(true), SLOW_MS);
    try {
      const file = this.isPlayground ? 'main.go' : `${this.variant}.go`;
      const story = await this.client.call('load', name, file, this.texts[this.variant],
        this.settings);
      if (name !== `${this.name}#${this.loads}`) {
        await this.client.call('close', name);
        return;
      }
      await this.take(name, story);
    } catch (error) {
      this.failed(error);
    } finally {
      clearTimeout(slow);
      this.busy(false);
    }
  }

  // The report is of another program now.
  forgetReport() {
    if (this.report === null || this.checked === this.runText) return;
    this.report = null;
    this.setReport('');
  }

  async take(name, story) {
    if (!story.ok) {
      if (story.error) {  // the schedule of a link, for one
        this.settings.schedule = '';
        this.say(`${story.error}. Go's own order is used.`);
        return this.load();
      }
      await this.client.call('close', name);
      this.refused(story.diagnostics);
      return undefined;
    }
    if (this.run && this.generation === this.client.generation) {
      await this.client.call('close', this.run);
    }
    this.run = name;
    this.generation = this.client.generation;
    this.runText = this.texts[this.variant];
    this.forgetReport();
    this.refused([]);
    this.adopt(story);
    return this.show(Math.min(this.step, this.last()));
  }

  adopt(story) {
    this.story = story;
    this.answered.clear();
    this.open = null;
    this.parts.seek.max = this.last();
    this.parts.seek.min = this.range.from;
    this.parts.markers.innerHTML = this.markersHtml();
    this.parts.verdict.textContent = `The whole run: ${verdictText(story)}` +
      (story.outcome ? ` (${story.outcome})` : '');
    this.parts.verdict.className = `verdict v-${story.verdict}`;
    this.parts.dump.open = false;
  }

  last() {
    return Math.min(this.story?.length ?? 0, this.range.to);
  }

  async alive() {
    if (this.run && this.generation === this.client.generation) return true;
    await this.load();  // the worker was stopped; a run is quickly made again
    return this.run !== null && this.generation === this.client.generation;
  }

  async show(step) {
    if (!this.story || !(await this.alive())) return;
    this.step = Math.max(this.range.from, Math.min(step, this.last()));
    const asked = this.step;
    try {
      const state = await this.client.call('state', this.run, asked);
      if (asked !== this.step || state.ok === false) return;
      this.state = state;
      this.draw();
      this.changed();
    } catch (error) {
      this.failed(error);
    }
  }

  // ---- drawing

  draw() {
    const {parts, story, state} = this;
    parts.seek.value = this.step;
    parts.seek.setAttribute('aria-valuetext', `step ${this.step} of ${story.length}`);
    parts.where.textContent = `Step ${this.step} of ${story.length}`;
    parts.sentence.textContent = this.sentence();
    parts.code.innerHTML = listing(this.runText, {
      goroutines: state.goroutines, acted: state.line, changed: this.changedTokens(),
      label: `The program, ${this.variantWord()}, at step ${this.step}`});
    this.showActedLine();
    parts.lanes.innerHTML = lanes(story, this.step, {label: `Lanes up to step ${this.step}`,
      width: parts.lanes.clientWidth || undefined}) +
      (story.length > story.steps.length && this.step > story.steps.length
        ? `<p class="quiet">The lanes show the first ${story.steps.length} steps.</p>` : '');
    parts.channels.innerHTML = channels(state);
    parts.table.innerHTML = stateTable(state);
    parts.why.innerHTML = this.whyHtml();
    parts.output.textContent = state.output || ' ';
    parts.clock.textContent = `Clock: ${state.clock}`;
    parts.transcript.innerHTML = this.transcriptHtml();
    parts.choice.innerHTML = this.choiceHtml();
    parts.choice.hidden = parts.choice.innerHTML === '';
    this.drawQuestion();
    for (const [action, off] of [['back', this.step <= this.range.from],
      ['reset', this.step <= this.range.from], ['step', this.step >= this.last()],
      ['play', this.step >= this.last()], ['end', this.step >= this.last()]]) {
      this.actionButton(action).setAttribute('aria-disabled', String(off));
    }
    if (this.parts.dump.open) this.showDump();
    this.stage.follow();
  }

  // On a small screen the listing is a window of its own.
  showActedLine() {
    const box = this.parts.code.querySelector('.listing');
    const line = box.querySelector('.acted') ?? box.querySelector('.here');
    if (!line || box.scrollHeight <= box.clientHeight) return;
    const offset = line.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += offset - box.clientHeight / 2;
  }

  sentence() {
    if (this.step === 0) return 'Nothing has happened yet. Press Step.';
    return this.state.sentence;
  }

  variantWord() {
    return this.isPlayground ? 'yours' : this.variant;
  }

  changedTokens() {
    if (this.isPlayground) return undefined;
    const other = this.variant === 'leaky' ? 'fixed' : 'leaky';
    const pair = difference(this.runText, this.sources[other]);
    return pair.left;
  }

  whyHtml() {
    const {story} = this;
    const asButton = clause => (clause.step
      ? `<button type="button" class="link" data-action="goto" data-step="${clause.step}">` +
        `${escape(clause.text)} <span class="quiet">step ${clause.step}</span></button>`
      : escape(clause.text));
    const html = proof(story, this.step, asButton);
    if (html) return html;
    if (this.step < story.length) return '<p class="quiet">Nobody is lost up to here.</p>';
    if (story.verdict === 'clean') return '<p><b>✓ Clean.</b> Every goroutine has ended.</p>';
    return `<p>${escape(story.outcome || verdictText(story))}</p>`;
  }

  markersHtml() {
    return this.story.markers.filter(marker => marker.step <= this.last()).slice(0, 12).map(marker => {
      const word = {parked: 'parks for good', doomed: 'is lost', end: 'the end'}[marker.kind];
      const text = marker.kind === 'end' ? word : `${marker.name} ${word}`;
      return `<li><button type="button" class="link" data-action="goto" data-step="${marker.step}">` +
        `${escape(text)} <span class="quiet">step ${marker.step}</span></button></li>`;
    }).join('');
  }

  transcriptHtml() {
    const {steps} = this.story;
    const from = Math.max(0, Math.min(this.step - MAX_TRANSCRIPT / 2, steps.length - MAX_TRANSCRIPT));
    return steps.slice(from, from + MAX_TRANSCRIPT).filter(told => told.step <= this.step)
      .map(told => `<li value="${told.step}"${told.step === this.step ? ' aria-current="step"' : ''}>` +
        `${escape(told.sentence)}</li>`).join('');
  }

  choiceHtml() {
    const choice = this.state.choice;
    if (!choice || this.step >= this.last()) return '';
    const title = {next: 'Who moves next? You decide.', select: 'Which ready case? You decide.',
      map: 'Which entry first? You decide.', timer: 'Which timer first? You decide.',
      random: 'Which number? You decide.'}[choice.kind];
    const count = Math.min(choice.count, 12);
    let buttons = '';
    for (let i = 0; i < count; i++) {
      const name = choice.names[i] ?? `${i + 1}`;
      buttons += `<button type="button" data-action="choose" data-index="${i}" ` +
        `aria-pressed="${i === choice.pick}">${escape(name)}</button>`;
    }
    return `<legend>${title}</legend>${buttons}`;
  }

  // ---- guessing first

  // The question that stands before this step, if it has not been answered.
  questionBefore(step) {
    if (this.runText !== this.sources[this.variant]) return undefined;
    return (this.lesson.questions ?? []).find(question => question.variant === this.variant &&
      !this.answered.has(question) && questionStep(question, this.story) === step);
  }

  drawQuestion() {
    const {question} = this.parts;
    const past = [...this.answered].filter(([asked]) => asked === this.lastAnswered &&
      questionStep(asked, this.story) === this.step);
    if (this.open) {
      const html = `<fieldset><legend>Guess first. ${escape(this.open.ask)}</legend>${this.open.answers
        .map((answer, i) => `<button type="button" data-action="answer" data-index="${i}">` +
          `${escape(answer.text)}</button>`).join('')}` +
        '<button type="button" class="link" data-action="skip">Skip</button></fieldset>';
      if (question.innerHTML !== html) question.innerHTML = html;
    } else if (past.length) {
      const [asked, answer] = past[0];
      const right = asked.answers.find(one => one.right).text;
      question.innerHTML = answer === null ? '' :
        `<p><b>${answer.right ? '✓ Right.' : `✗ You said: ${escape(answer.text)}`}</b> ` +
        `${answer.right ? '' : `It is: ${escape(right)} `}${escape(asked.because)}</p>`;
    } else {
      question.innerHTML = '';
    }
    question.hidden = question.innerHTML === '';
  }

  async answer(answer) {
    const asked = this.open;
    this.open = null;
    this.answered.set(asked, answer);
    this.lastAnswered = asked;
    await this.show(this.step + 1);
    if (answer) this.announce(`${answer.right ? 'Right.' : 'Not so.'} ${asked.because}`);
    else this.say(this.sentence());
    this.actionButton('step').focus();
  }

  // ---- commands

  async forward() {
    if (!this.story || this.step >= this.last()) return this.pause();
    if (this.open) return undefined;
    const question = this.questionBefore(this.step + 1);
    if (question) {
      this.pause();
      this.open = question;
      this.drawQuestion();
      this.announce(`Guess first. ${question.ask}`);
      this.parts.question.querySelector('button').focus();
      return undefined;
    }
    await this.show(this.step + 1);
    const over = this.step >= this.last();
    if (over) this.pause();
    if (!this.playing || over) this.say(this.sentence());
    return undefined;
  }

  async goTo(step) {
    this.pause();
    this.open = null;
    await this.show(step);
    this.say(this.sentence());
  }

  say(sentence) {
    this.announce(`Step ${this.step} of ${this.story?.length ?? 0}. ${sentence}`);
  }

  play() {
    if (this.playing) return this.pause();
    if (!this.story || this.step >= this.last()) return undefined;
    const button = this.actionButton('play');
    button.textContent = 'Pause';
    const tick = async () => {
      if (document.hidden) return this.pause();
      await this.forward();
      if (this.playing) this.playing = setTimeout(tick, SPEEDS[this.parts.speed.value]);
      return undefined;
    };
    this.playing = setTimeout(tick, 0);
    return undefined;
  }

  pause() {
    if (!this.playing) return;
    clearTimeout(this.playing);
    this.playing = null;
    this.actionButton('play').textContent = 'Play';
  }

  async choose(index) {
    this.pause();
    if (!(await this.alive())) return;
    try {
      this.adopt(await this.client.call('choose', this.run, this.step, index));
      this.settings.schedule = this.story.schedule;
      this.parts.order.value = 'own';
      await this.show(this.step + 1);
      this.say(this.sentence());
    } catch (error) {
      this.failed(error);
    }
  }

  async setVariant(variant) {
    this.pause();
    this.variant = variant;
    this.open = null;
    // A schedule fits one program.
    this.settings.schedule = this.lesson.schedule ?? '';
    this.showVariant();
    if (this.editor) this.editor.setText(this.texts[variant]);
    await this.load();
    this.say(`The ${variant} program. ${this.sentence()}`);
  }

  actionButton(action) {
    return this.element.querySelector(`[data-action="${action}"]`);
  }

  showVariant() {
    for (const radio of this.element.querySelectorAll('input[type="radio"]')) {
      radio.checked = radio.value === this.variant;
    }
    if (this.parts.fix) this.parts.fix.hidden = this.variant !== 'leaky';
  }

  async setOrder(order) {
    this.settings.policy = order === 'own' ? 'go' : order;
    this.settings.schedule = '';
    if (order === 'random') this.settings.seed = (this.settings.seed ?? 0) + 1;
    this.step = this.range.from;
    await this.load();
    this.say(this.sentence());
  }

  // ---- every schedule

  async check() {
    if (this.checking || !(await this.alive())) return;
    const search = this.checking = {run: this.run, text: this.runText, stopped: false};
    this.report = this.turning = this.fixes = null;
    try {
      this.reports = await import('./schedules.js');
      let report = await this.client.call('checkBegin', search.run, CHECK_BUDGET);
      while (!report.done && this.goesOn(search)) {
        this.searching(`Trying every schedule: ${report.states.toLocaleString('en')} states so far.`);
        report = await this.client.call('checkAdvance', search.run, CHECK_CHUNK);
      }
      if (report.done) await this.studyReport(search, report);
      else this.setReport(search.stopped ? '<p>Stopped. Nothing is proved.</p>' : '');
    } catch (error) {
      this.failed(error);
    } finally {
      this.checking = null;
      this.searching('');
    }
  }

  goesOn(search) {
    return !search.stopped && search.run === this.run;
  }

  // After a bug: the point of no return, then fixes, while nobody stops it.
  async studyReport(search, report) {
    const {client} = this;
    this.report = report;
    this.checked = search.text;
    this.drawReport();
    this.announce(this.reports.reportText(report));
    if (report.verdict !== 'BUG' || !this.goesOn(search)) return;
    this.searching('Looking for the point of no return.');
    this.turning = await client.call('checkTurning', search.run);
    this.drawReport();
    if (!this.goesOn(search)) return;
    this.fixes = await client.call('fixesBegin', search.run, FIX_BUDGET);
    while (!this.fixes.done && this.goesOn(search)) {
      this.searching(`Trying fixes: ${this.fixes.tried} so far.`);
      this.fixes = await client.call('fixesAdvance', search.run);
      this.drawReport();
    }
    if (this.fixes.fixes.length) this.announce(`${this.fixes.fixes.length} fixes are proved.`);
  }

  // The words change many times a second, so the button beside them stays: a button that is made anew
  // between a press and its release is never clicked.
  searching(text) {
    const {progress, searching} = this.parts;
    progress.textContent = text;
    if (!text && searching.contains(document.activeElement)) this.actionButton('check').focus();
    searching.hidden = !text;
  }

  drawReport() {
    const {fixesHtml, reportHtml} = this.reports;
    this.setReport(reportHtml(this.report, () => this.reportButtons()) +
      (this.fixes ? fixesHtml(this.fixes, this.checked) : ''));
  }

  // Written only where something has changed, for the sake of its buttons.
  setReport(html) {
    if (html === this.reportDrawn) return;
    this.parts.report.innerHTML = this.reportDrawn = html;
  }

  reportButtons() {
    const replay = (schedule, text) => (schedule ? '<button type="button" data-action="replay" ' +
      `data-schedule="${escape(schedule)}">${text}</button> ` : '');
    const {turning} = this;
    const point = !turning?.known ? ''
      : turning.step === 0 ? '<p>No way from the start on ends clean.</p>'
        : '<p>The point of no return of the simplest: ' +
          '<button type="button" class="link" data-action="noReturn">' +
          `step ${turning.step}</button>. Until then it could end clean.</p>`;
    return `${point}<p class="buttons">${replay(this.report.schedule, 'Show the simplest that fails')}` +
      `${replay(turning?.passing, 'Show the nearest that passes')}</p>`;
  }

  async replay(schedule, step = this.range.from) {
    this.settings.schedule = schedule;
    this.parts.order.value = 'own';
    this.step = step;
    await this.load();
    this.say(step === this.range.from ? 'Another run. Press Step.' : this.sentence());
  }

  async applyFix(index) {
    const fix = this.fixes.fixes[index];
    this.settings.schedule = '';
    this.setText(fix.after);
    this.announce(`Done: ${fix.what}.`);
  }

  stop() {
    if (this.checking) this.checking.stopped = true;
    else this.client.cancel();
  }

  busy(on) {
    this.parts.busy.hidden = !on;
  }

  failed(error) {
    if (error instanceof Cancelled) {
      this.setReport('<p>Stopped.</p>');
      return;
    }
    this.setReport(`<p>The simulator stopped: ${escape(error.message)}. ` +
      'Press Reset to start it again.</p>');
    this.client.cancel();
  }

  async showDump() {
    if (!this.parts.dump.open || !(await this.alive())) return;
    this.parts.dumpText.textContent = await this.client.call('dump', this.run, this.step);
  }

  // ---- editing

  async edit() {
    const {parts} = this;
    parts.editing.hidden = !parts.editing.hidden;
    const button = this.actionButton('edit');
    button.setAttribute('aria-expanded', String(!parts.editing.hidden));
    if (parts.editing.hidden) return;
    parts.text.value = this.texts[this.variant];
    if (this.editor) {
      this.editor.setText(parts.text.value);
      this.editor.focus();
      return;
    }
    parts.text.focus();
    if (!parts.text.dataset.wired) {
      parts.text.dataset.wired = 'yes';
      parts.text.addEventListener('input', () => this.typed(parts.text.value));
    }
    try {
      const {openEditor} = await import('./editor.js');
      if (this.editor) return;
      const had = document.activeElement === parts.text;
      this.editor = openEditor(parts.text, text => this.typed(text));
      if (had) this.editor.focus();
      this.editor.setDiagnostics(this.diagnostics ?? []);
    } catch {
      // Offline before the editor was ever loaded: the plain text field does it.
    }
  }

  typed(text) {
    this.texts[this.variant] = text;
    this.keepText(this.variant);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      this.settings.schedule = '';
      this.load().then(() => this.changed());
    }, TYPING_MS);
  }

  keepText(which) {
    const text = this.texts[which];
    if (text === this.sources[which]) forgetText(this.name, which);
    else rememberText(this.name, which, text);
  }

  setText(text) {
    this.parts.text.value = text;
    this.editor?.setText(text);
    this.typed(text);
  }

  refused(diagnostics) {
    this.diagnostics = diagnostics;
    this.editor?.setDiagnostics(diagnostics);
    const {problems} = this.parts;
    problems.hidden = diagnostics.length === 0;
    problems.innerHTML = diagnostics.length === 0 ? '' :
      `<p><b>Go refuses this program.</b>${this.run ? ' The picture shows the last one that ran.' : ''}` +
      `</p><ul>${diagnostics.map(diagnostic => '<li><button type="button" class="link" ' +
        `data-action="line" data-line="${diagnostic.line}" data-column="${diagnostic.column}">` +
        `${escape(diagnostic.text)}</button></li>`).join('')}</ul>`;
    this.stage.follow();
    if (diagnostics.length) this.announce(`Go refuses this program: ${diagnostics[0].text}`);
  }

  async goToLine(line, column) {
    if (this.parts.editing.hidden) await this.edit();
    if (this.editor) {
      this.editor.goTo(line, column);
      return;
    }
    const {text} = this.parts;
    const start = text.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start);
  }

  async openFile(input) {
    const file = input.files[0];
    input.value = '';
    if (!file) return;
    if (file.size > MAX_FILE) {
      this.announce('This file is too large.');
      return;
    }
    this.setText(await file.text());
  }

  save() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.texts[this.variant]], {type: 'text/plain'}));
    link.download = this.isPlayground ? 'main.go' : `${this.name}_${this.variant}.go`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  // What a link to this view says.
  link() {
    const edited = this.texts[this.variant] !== this.sources[this.variant];
    const schedule = this.story?.schedule ?? '';
    return {
      lesson: this.name, variant: this.isPlayground ? undefined : this.variant, step: this.step,
      schedule: schedule !== 'g1:' && schedule.length < 4000 ? schedule : undefined,
      code: edited ? this.texts[this.variant] : undefined,
    };
  }

  // ---- events

  clicked(event) {
    const button = event.target.closest('[data-action]');
    if (!button || button.getAttribute('aria-disabled') === 'true') return;
    const {action, step, index, line, column, schedule} = button.dataset;
    const actions = {
      reset: () => (this.story ? this.goTo(this.range.from) : this.load()),
      back: () => this.goTo(this.step - 1), step: () => this.forward(),
      end: () => this.goTo(this.last()), play: () => this.play(),
      goto: () => this.goTo(Number(step)), choose: () => this.choose(Number(index)),
      answer: () => this.answer(this.open.answers[Number(index)]), skip: () => this.answer(null),
      check: () => this.check(), stop: () => this.stop(), replay: () => this.replay(schedule),
      noReturn: () => this.replay(this.report.schedule, this.turning.step),
      apply: () => this.applyFix(Number(index)),
      edit: () => this.edit(), fix: () => this.setText(this.sources.fixed),
      original: () => this.setText(this.sources[this.variant]), save: () => this.save(),
      line: () => this.goToLine(Number(line), Number(column)), copy: () => this.copyLink(this),
      embed: () => this.copyLink(this, true), picture: () => this.choosePicture(),
    };
    actions[action]?.();
  }

  inputChanged(event) {
    const {target} = event;
    if (target.type === 'radio') this.setVariant(target.value);
    else if (target === this.parts.order) this.setOrder(target.value);
    else if (target === this.parts.seek) this.goTo(Number(target.value));
    else if (target.type === 'file') this.openFile(target);
  }

  // Arrow keys step, while the focus is in the simulator and not in something that needs them.
  keyPressed(event) {
    const {target, key} = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target.closest('input, select, textarea, [contenteditable], .editor-host')) return;
    const scrolls = target.closest('.listing, .scroll, .lanes-scroll');
    const isRegion = scrolls === target && target.scrollWidth > target.clientWidth;
    const actions = {ArrowRight: () => this.forward(), ArrowLeft: () => this.goTo(this.step - 1),
      Home: () => this.goTo(this.range.from), End: () => this.goTo(this.last())};
    if (!actions[key] || isRegion) return;
    event.preventDefault();
    actions[key]();
  }
}

