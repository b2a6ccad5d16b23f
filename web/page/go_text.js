// Go text for people: tokens, highlighted lines, and the tokens in which two programs differ.
// Used by the page and, at build time, by its generator.

const KEYWORDS = new Set(
  ('break case chan const continue default defer else fallthrough for func go goto if import ' +
    'interface map package range return select struct switch type var').split(' '));
const TYPES = new Set(
  ('any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 ' +
    'rune string uint uint8 uint16 uint32 uint64 uintptr').split(' '));
const BUILTINS = new Set(
  ('append cap clear close complex copy delete imag len make max min new panic print println real ' +
    'recover true false nil iota').split(' '));

const TOKEN = new RegExp([
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/,
  /(?<string>"(?:\\.|[^"\\\n])*"?|`[^`]*`?|'(?:\\.|[^'\\\n])*'?)/,
  /(?<number>\b\d[\w.]*)/,
  /(?<word>[\p{L}_][\p{L}\p{N}_]*)/,
  /(?<blank>\s+)/,
  /(?<other><-|:=|[-+*/%&|^=!<>]=|&&|\|\||\+\+|--|[^])/,
].map(part => part.source).join('|'), 'gu');

// [{kind, text}]; joined, the texts are the source.
export function tokens(source) {
  const result = [];
  for (const match of source.matchAll(TOKEN)) {
    const text = match[0];
    const groups = match.groups;
    let kind = Object.keys(groups).find(name => groups[name] !== undefined);
    if (kind === 'word') {
      const after = source[match.index + text.length];
      kind = KEYWORDS.has(text) ? 'keyword' : TYPES.has(text) ? 'type'
        : BUILTINS.has(text) ? 'builtin' : after === '(' ? 'call' : 'name';
    }
    result.push({kind, text});
  }
  return result;
}

export function escape(text) {
  return String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
}

const SHOWN = {comment: 'c', string: 's', number: 'n', keyword: 'k', type: 't', builtin: 'b',
  call: 'f'};

// HTML of each line. `changed`: a set of token indices that get <mark>.
export function highlightedLines(source, changed = new Set()) {
  const lines = [''];
  tokens(source.replace(/\n$/, '')).forEach(({kind, text}, index) => {
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push('');
      if (part === '') return;
      let html = escape(part);
      if (SHOWN[kind]) html = `<span class="g-${SHOWN[kind]}">${html}</span>`;
      if (changed.has(index) && kind !== 'blank') html = `<mark>${html}</mark>`;
      lines[lines.length - 1] += html;
    });
  });
  return lines;
}

// The tokens that are only in one of the two programs: {left, right}, sets of token indices.
// A longest common subsequence; programs too long for it count as equal.
export function difference(left, right) {
  const [a, b] = [tokens(left), tokens(right)];
  const none = {left: new Set(), right: new Set()};
  const places = list => list.map((token, i) => i).filter(i => list[i].kind !== 'blank');
  const [p, q] = [places(a), places(b)];
  if (p.length * q.length > 4_000_000) return none;
  const width = q.length + 1;
  const table = new Uint16Array((p.length + 1) * width);
  for (let i = p.length - 1; i >= 0; i--) {
    for (let j = q.length - 1; j >= 0; j--) {
      table[i * width + j] = a[p[i]].text === b[q[j]].text ? table[(i + 1) * width + j + 1] + 1
        : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  const result = none;
  let i = 0;
  let j = 0;
  while (i < p.length || j < q.length) {
    if (i < p.length && j < q.length && a[p[i]].text === b[q[j]].text) {
      i++, j++;
    } else if (j >= q.length ||
               (i < p.length && table[(i + 1) * width + j] >= table[i * width + j + 1])) {
      result.left.add(p[i++]);
    } else {
      result.right.add(q[j++]);
    }
  }
  return result;
}
