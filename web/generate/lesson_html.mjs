// One lesson as HTML that reads with no script at all: its programs, what happens, the pictures of the steps
// that matter, and its proof.

import {difference, escape} from '../page/go_text.js';
import {channels, lanes, listing, proof, transcript, verdictText} from '../page/picture.js';
import {reportHtml} from '../page/schedules.js';

const part = (lesson, title) => lesson.parts.find(found => found.title === title)?.html ?? '';

export function lessonHtml(lesson) {
  const {leaky, fixed} = lesson.runs;
  const changed = difference(lesson.leaky, lesson.fixed);
  // The id is what a link's hash says, so that links work without a script, too.
  return `<article class="lesson" id="lesson=${lesson.name}" aria-labelledby="title-${lesson.name}">
<h3 id="title-${lesson.name}"><span class="order">${lesson.order}</span> ${escape(lesson.title)}</h3>
<p class="notice-this"><strong>What to notice.</strong> ${escape(lesson.notice)}</p>
<div class="models"><p>Have you ever thought this?</p><ul>${lesson.wrong_models
    .map(model => `<li>${escape(model)}</li>`).join('')}</ul></div>
<div class="static" data-static="${lesson.name}">
${listing(lesson.leaky, {label: `${lesson.title}: the leaky program`, changed: changed.left})}
${questions(lesson, 'leaky')}
${filmstrip(lesson, leaky, 'The leaky program, step by step')}
</div>
<div class="simulator" data-lesson="${lesson.name}" hidden></div>
<div class="prose"><h4>What happens</h4>${part(lesson, 'What happens')}
<h4>Why it can never wake</h4>${part(lesson, 'Why it can never wake')}
<div class="box">${proof(leaky.story)}</div>
<h4>The fix</h4><p class="relation">${escape(lesson.relation)}</p></div>
${listing(lesson.fixed, {label: `${lesson.title}: the fixed program`, changed: changed.right})}
<div class="prose">${part(lesson, 'The fix')}
${questions(lesson, 'fixed')}
<details class="film"><summary>The fixed program, step by step</summary>
${filmstrip(lesson, fixed, '')}</details>
<h4>Do it yourself</h4>${part(lesson, 'Do it yourself')}
<h4>The proof</h4><p>Every schedule of both programs was tried when this page was made.</p>
<div class="two proofs"><section class="box"><h5>leaky</h5>${reportHtml(leaky.report)}</section>
<section class="box"><h5>fixed</h5>${reportHtml(fixed.report)}</section></div></div>
</article>`;
}

function questions(lesson, variant) {
  return lesson.questions.filter(question => question.variant === variant).map(question =>
    `<details class="question"><summary><strong>Guess first.</strong> ${escape(question.ask)}</summary>
<ul>${question.answers.map(answer => `<li>${answer.right ? '<strong>✓ Right:</strong> ' : ''}` +
    `${escape(answer.text)}</li>`).join('')}</ul><p>${escape(question.because)}</p></details>`).join('');
}

function filmstrip(lesson, {story, frames}, title) {
  const pictures = frames.map(({told, state}) => `<li><figure><figcaption><b>Step ${told.step} of
${story.length}.</b> ${escape(told.sentence)}</figcaption>
${lanes(story, told.step, {label: `Lanes of ${lesson.title} up to step ${told.step}. ${told.sentence}`})}
${channels(state)}</figure></li>`);
  return `${title ? `<h4>${title}</h4>` : ''}<ol class="filmstrip">${pictures.join('')}</ol>
<details class="film"><summary>All ${story.length} steps in sentences: ${escape(verdictText(story))}</summary>
<ol class="transcript">${transcript(story)}</ol></details>`;
}
