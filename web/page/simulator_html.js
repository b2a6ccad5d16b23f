// The frame of a live simulator; simulator.js fills its parts.

import {escape} from './go_text.js';

let count = 0;  // makes the names of radio groups and labels unique

export function simulatorHtml(lesson, isPlayground) {
  const id = `sim${++count}`;
  const button = (action, text, more = '') =>
    `<button type="button" data-action="${action}"${more}>${text}</button>`;
  const variants = isPlayground ? '' : '<fieldset class="variants"><legend class="hidden">Variant' +
    `</legend>${['leaky', 'fixed'].map(variant => `<label><input type="radio" name="${id}-variant" ` +
      `value="${variant}"> ${variant}</label>`).join('')}</fieldset>`;
  const title = escape(lesson.title);
  return `<section class="live" aria-label="Simulator: ${title}">
<div class="controls" role="group" aria-label="Controls of ${title}">
${variants}
<div class="buttons">${button('reset', 'Reset')}${button('back', 'Back')}
${button('step', 'Step', ' class="primary"')}${button('play', 'Play')}${button('end', 'End')}</div>
<label class="seek">Step <input type="range" data-part="seek" min="0" max="0" value="0" step="1"></label>
<label>Speed <select data-part="speed"><option>slow</option><option selected>normal</option>
<option>fast</option><option>very fast</option></select></label>
<label>Order <select data-part="order"><option value="go">as Go does</option>
<option value="fifo">first come, first served</option><option value="random">random</option>
<option value="own">my own</option></select></label>
<div class="buttons">${button('edit', 'Edit', ' aria-expanded="false"')}${button('copy', 'Copy link')}
${button('embed', 'Copy embed code')}
${button('picture', 'Show as text', ' data-part="picture" hidden')}</div>
</div>
<p class="busy" data-part="busy" hidden>The program is running. ${button('stop', 'Stop')}</p>
<div class="problems" data-part="problems" hidden></div>
<div class="editing" data-part="editing" hidden>
<label class="hidden" for="${id}-text">The program, to be edited</label>
<textarea id="${id}-text" data-part="text" spellcheck="false" autocapitalize="off" autocomplete="off"
 rows="18" wrap="off"></textarea>
<div class="buttons">${isPlayground ? '' : `<span data-part="fix">${button('fix', 'Make the fix')}</span>`}
${button('original', 'Undo all changes')}<label class="file">Open a file <input type="file" accept=".go,text/plain"></label>
${button('save', 'Save as a file')}</div>
<p class="quiet">Press Esc, then Tab, to leave the editor.</p></div>
<p class="now-line"><span class="where" data-part="where">Step 0</span>
<span class="sentence" id="${id}-sentence" data-part="sentence">The simulator is starting.</span></p>
<div class="question" data-part="question" hidden></div>
<fieldset class="choice" data-part="choice" hidden></fieldset>
<div class="stage" data-part="stage" hidden></div>
<div class="columns">
<div class="left twin"><div data-part="code"></div></div>
<div class="right"><div class="twin"><div data-part="lanes"></div><h4>Channels</h4>
<div data-part="channels"></div></div>
<h4>Why</h4><div class="box" data-part="why"></div></div></div>
<p class="verdict" data-part="verdict"></p>
<ul class="markers" data-part="markers" aria-label="Places in this run"></ul>
<div class="check">${button('check', 'Try every schedule')}<p data-part="searching" hidden><span data-part="progress"></span> ${button('stop', 'Stop')}</p>
<div data-part="report"></div></div>
<details class="film"><summary>Goroutines as a table, output, clock</summary>
<div data-part="table"></div><p class="quiet" data-part="clock"></p>
<h4>What the program has printed</h4><pre class="output" tabindex="0" role="region" aria-label="Output" data-part="output"></pre></details>
<details class="film"><summary>The steps so far, as sentences</summary>
<ol class="transcript" data-part="transcript"></ol></details>
<details class="film" data-part="dump"><summary>Goroutine dump, as Go prints it</summary>
<pre class="output" tabindex="0" role="region" aria-label="Goroutine dump" data-part="dumpText"></pre></details>
</section>`;
}
