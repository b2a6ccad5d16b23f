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
  output: string;
  outputBytes: number;
  goroutineCount: number;
  changed: number[];    // serials of the channels that the step changed
  goroutines: {
    id: number; name: string; state: State; reason: string; function: string; line: number;
    waitsOn: number[];  // serials of channels
  }[];
  channels: {
    serial: number; name: string; capacity: number; count: number; closed: boolean; type: string;
    line: number; slots: string[]; senders: string[]; receivers: string[];
  }[];
  choice?: {            // the first that the next step meets
    kind: 'next' | 'select' | 'map' | 'timer' | 'random'; count: number; pick: number;
    names: string[];
  };
}

// checkBegin() and checkAdvance().
export type Report = {done: false; states: number; transitions: number} | {
  done: true; verdict: 'PROVED' | 'BUG' | 'INCOMPLETE'; bound: string; states: number;
  schedule: string; failing: number; total: number; exact: boolean; outcome: string;
  findings: Finding[];
};
