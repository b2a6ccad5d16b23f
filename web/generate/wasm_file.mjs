// A WebAssembly module as its sections, and its data as segments with the linker's names (the binary
// format: webassembly.github.io/spec/core/binary/modules.html).

const CUSTOM = 0, DATA = 11, DATA_COUNT = 12;
const SEGMENT_NAMES = 9;   // a part of the section "name"
const I32_CONST = 0x41, END = 0x0b;

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  // LEB128, unsigned.
  number() {
    let value = 0, shift = 0, byte;
    do {
      byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  }

  // LEB128, signed, of 32 bits.
  signed() {
    let value = 0, shift = 0, byte;
    do {
      byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
  }

  take(size) {
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }

  text() {
    return Buffer.from(this.take(this.number())).toString();
  }
}

function unsigned(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push(value % 0x80 | 0x80);
  return Buffer.from([...bytes, value]);
}

function signed(value) {
  const bytes = [];
  for (; value < -0x40 || value >= 0x40; value >>= 7) bytes.push(value & 0x7f | 0x80);
  return Buffer.from([...bytes, value & 0x7f]);
}

// [{id, bytes}], in their order.
export function sectionsOf(module) {
  const reader = new Reader(module);
  reader.take(8);
  const sections = [];
  while (!reader.done) {
    const id = reader.byte();
    sections.push({id, bytes: reader.take(reader.number())});
  }
  return sections;
}

export function moduleOf(sections) {
  return Buffer.concat([Buffer.from('\0asm\x01\0\0\0', 'latin1'),
    ...sections.flatMap(({id, bytes}) => [Buffer.from([id]), unsigned(bytes.length), bytes])]);
}

// The names of functions and segments are for whoever looks for a mistake, not for a visitor.
export function withoutNames(module) {
  return moduleOf(sectionsOf(module).filter(({id}) => id !== CUSTOM));
}

// [{address, bytes}] of the memory that the module fills as it starts.
export function segmentsOf(module) {
  const data = sectionsOf(module).find(({id}) => id === DATA);
  if (!data) return [];
  const reader = new Reader(data.bytes);
  return Array.from({length: reader.number()}, () => {
    const kind = reader.number();
    const opcode = reader.byte();
    const address = reader.signed();
    if (kind !== 0 || opcode !== I32_CONST || reader.byte() !== END) {
      throw new Error('a segment of another kind than emcc writes');
    }
    return {address, bytes: reader.take(reader.number())};
  });
}

// By their index; empty where the linker wrote none.
export function segmentNames(module) {
  const names = [];
  for (const {id, bytes} of sectionsOf(module)) {
    const reader = new Reader(bytes);
    if (id !== CUSTOM || reader.text() !== 'name') continue;
    while (!reader.done) {
      const part = reader.byte();
      const entries = new Reader(reader.take(reader.number()));
      if (part !== SEGMENT_NAMES) continue;
      for (let left = entries.number(); left > 0; left--) names[entries.number()] = entries.text();
    }
  }
  return names;
}

// Segments whose gap is no wider are written as one: a header costs more than some zeros.
function joined(segments, widest) {
  const parts = [];
  for (const {address, bytes} of [...segments].sort((a, b) => a.address - b.address)) {
    const last = parts.at(-1);
    const gap = last ? address - last.end : -1;
    if (gap >= 0 && gap <= widest) {
      last.pieces.push(Buffer.alloc(gap), bytes);
      last.end = address + bytes.length;
    } else {
      parts.push({address, end: address + bytes.length, pieces: [bytes]});
    }
  }
  return parts.map(({address, pieces}) => ({address, bytes: Buffer.concat(pieces)}));
}

export function withSegments(module, segments, widestGap) {
  const parts = joined(segments, widestGap);
  const bytes = Buffer.concat([unsigned(parts.length), ...parts.flatMap(part =>
    [Buffer.from([0, I32_CONST]), signed(part.address), Buffer.from([END]),
      unsigned(part.bytes.length), part.bytes])]);
  const sections = sectionsOf(module).filter(({id}) => id !== DATA && id !== DATA_COUNT);
  const custom = sections.findIndex(({id}, i) => i > 0 && id === CUSTOM);
  sections.splice(custom < 0 ? sections.length : custom, 0, {id: DATA, bytes});
  return moduleOf(sections);
}
