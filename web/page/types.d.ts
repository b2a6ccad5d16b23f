// The answers of the module (web/page_run.cc, web/exports.cc), as engine.js hands them on.

export type State = 'running' | 'runnable' | 'waiting' | 'sleeping' | 'leaked' | 'finished';

// A program that Go refuses, or settings that cannot be used (`error`: one sentence).
export interface Refusal {
  ok: false;
  error?: string;
  diagnostics?: {line: number; column: number; message: string; text: string}[];
}

export interface Finding {
  kind: 'leaked' | 'alive_at_exit' | 'never_wakes' | 'deadlock' | 'panic' | 'race';
  goroutine: string;    // spawn path
  function: string;
  reason: string;       // Go's wait reason
  line: number;
  created: number;      // line of its go statement; 0 for main
  parkedAt: number;     // steps; 0: not known
  doomedAt: number;
  failure: boolean;
  race?: {writes: boolean; other: string; otherWrites: boolean; otherLine: number};
  clauses?: {text: string; step: number}[];  // the proof; step 0: no step in particular
}

export interface Told {
  step: number;         // from 1
  name: string;         // who moved; "clock" for the clock
  sentence: string;
  line: number;
  operations: string[]; // "17 chan send", as lesson.md names them
  values: {from: string; to: string; value: string}[];  // that went from one goroutine to another
}

// load() and choose(): the whole run.
export interface Story {
  ok: true;
  length: number;       // steps
  verdict: 'clean' | 'leak' | 'deadlock' | 'panic' | 'incomplete';
  exit: string;         // what Go prints on stderr at the end
  outcome: string;
  code: number;
  output: string;       // its last 20,000 bytes
  schedule: string;     // its text form
  findings: Finding[];
  markers: {step: number; kind: 'parked' | 'doomed' | 'end'; name: string}[];
  steps: Told[];        // the first 4,000
  fingerprint: string;  // of all their states: the same in every build
  lanes: {
    id: number; name: string; created: number;
    stretches: {from: number; to: number; state: State; reason: string}[];  // steps, both inclusive
  }[];
  lanesLeftOut: number;
}

// state(): what is there after a step.
export interface Position {
  step: number;
  atEnd: boolean;
  sentence: string;
  name: string;
  line: number;
  clock: string;        // "10ms"
  output: string;       // both outputs as a terminal shows them, the last 20,000 bytes
  outputBytes: number;
  goroutineCount: number;
  changed: number[];    // serials of the channels that the step changed
  goroutines: {
    id: number; name: string; state: State; reason: string; function: string; line: number;
    waitsOn: number[];  // serials of channels
  }[];
  channels: {
    serial: number; name: string; capacity: number; timers: boolean; count: number; closed: boolean;
    type: string; line: number; slots: string[]; senders: string[]; receivers: string[];
  }[];
  choice?: {            // the first that the next step meets
    kind: 'next' | 'select' | 'map' | 'timer' | 'random'; count: number; pick: number;
    names: string[];
  };
}

// checkBegin() and checkAdvance(): every schedule, under both clocks; without timers there is one entry, 'none'.
export type Report = {done: false; states: number} | {
  done: true; verdict: 'PROVED' | 'BUG' | 'INCOMPLETE'; bound: string; states: number;
  clocks: {
    clock: 'quiescent' | 'async' | 'none'; verdict: 'PROVED' | 'BUG' | 'INCOMPLETE'; bound: string;
    failing: number; total: number; exact: boolean;
  }[];
  schedule: string;     // the simplest that fails; "": none does
  outcome: string; findings: Finding[];
};

// checkTurning(): of the simplest failing run.
export type Turning = {known: false} | {
  known: true; step: number;  // after which no way ends clean; 0: none ever did
  passing: string;            // the nearest schedule that passes; "": none
};

// fixesBegin() and fixesAdvance(): edits that are PROVED, the smallest first.
export interface Fixes {
  done: boolean; tried: number; fixes: {what: string; after: string; states: number}[];
}

// What a person did on the live canvas (web/canvas.cc).
export type CanvasNews = {edit?: true; lesson?: string} | {
  side: 0 | 1;          // leaky (or the only one), fixed
  step: number;
  theme: 'dark' | 'light' | 'contrast';
  schedule?: string;    // if it is another one
  texts?: [string, string];
  // All questions that have been answered, if one was: -1 stands for one that was passed.
  answers?: {side: 0 | 1; ask: string; answer: number}[];
};
