// What the static page tells of each lesson: its runs, a few pictures of them, and what the search over
// all schedules says. Made by the same module that runs on the page.

import {questionStep} from '../page/question_step.js';

const BUDGET_STATES = 200_000;
const MAX_FRAMES = 5;

export function tellLessons(engine, lessons) {
  return lessons.map(lesson => ({
    ...lesson,
    runs: {leaky: tellRun(engine, lesson, 'leaky'), fixed: tellRun(engine, lesson, 'fixed')},
  }));
}

function tellRun(engine, lesson, variant) {
  const run = `${lesson.name}/${variant}`;
  const story = engine.load(run, `${variant}.go`, lesson[variant], {schedule: lesson.schedule ?? ''});
  if (!story.ok) {
    const why = story.diagnostics?.map(diagnostic => diagnostic.text).join('\n') ?? story.error;
    throw new Error(`${run} does not run:\n${why}`);
  }
  const frames = frameSteps(lesson, variant, story)
    .map(step => ({told: story.steps[step - 1], state: engine.state(run, step)}));
  const report = check(engine, run);
  engine.close(run);
  return {story, frames, report};
}

function check(engine, run) {
  let report = engine.checkBegin(run, BUDGET_STATES);
  while (!report.done) report = engine.checkAdvance(run, 20_000);
  return report;
}

// The steps that matter: where a question is answered, where somebody parks for good, and the clauses
// of the proofs; and always the end.
function frameSteps(lesson, variant, story) {
  const wanted = new Set();
  for (const finding of story.findings) {
    wanted.add(finding.parkedAt);
    for (const clause of finding.clauses) wanted.add(clause.step);
  }
  for (const question of lesson.questions) {
    if (question.variant === variant) wanted.add(questionStep(question, story));
  }
  const steps = [...wanted].filter(step => step > 0 && step < story.steps.length)
    .sort((a, b) => a - b);
  return [...steps.slice(-(MAX_FRAMES - 1)), story.steps.length].filter(step => step > 0);
}
