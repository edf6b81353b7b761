// Chance that is the same each time, for the tests that try many things.

/** A source of chance from a whole number; the same number gives the same things. */
export function chance(seed) {
  let state = seed >>> 0;
  // The generator known as mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(next() * end);
  const pick = (list) => list[below(list.length)];
  return { below, pick, is: (share) => next() < share, times: (most, make) => Array.from({ length: below(most + 1) }, make) };
}

const ODD_TEXTS = [
  "", " ", "\t", "\n", "\u0000", "\ud800", "\u202e", "</script>", "{product}", "__proto__", "constructor", "toString",
  "NaN", "null", "x".repeat(70), "y".repeat(5000), "一元", "symptom", "unsure", "a\tb", "a\nname hotline\t110",
];

/** Something that JSON can say and that nobody would write, up to some depth. */
export function oddValue(draw, depth = 3) {
  const kind = draw.below(depth > 0 ? 9 : 7);
  if (kind === 0) return null;
  if (kind === 1) return draw.is(0.5);
  if (kind === 2) return draw.pick([0, -1, 1, 2, 1.3, 1e308, -1e-9, 2 ** 53, 99]);
  if (kind < 7) return draw.pick(ODD_TEXTS);
  if (kind === 7) return draw.times(4, () => oddValue(draw, depth - 1));
  return oddObject(draw, depth);
}

/** An object of such things; its names may be such that an assignment would do harm. */
export function oddObject(draw, depth = 3) {
  const members = draw.times(4, () => `${JSON.stringify(draw.pick(ODD_TEXTS))}:${JSON.stringify(oddValue(draw, depth - 1))}`);
  return JSON.parse(`{${members.join(",")}}`);
}

/** A text with some of its characters gone, doubled or replaced. */
export function spoilt(draw, text) {
  let out = text;
  for (let count = 1 + draw.below(3); count > 0; count -= 1) {
    const [from, to] = [draw.below(out.length + 1), draw.below(out.length + 1)].sort((one, other) => one - other);
    const middle = draw.pick(["", out.slice(from, to).repeat(2), draw.pick(ODD_TEXTS), draw.pick(['"', "{", "}", "[", ",", ":", "1"])]);
    out = out.slice(0, from) + middle + out.slice(draw.is(0.5) ? from : to);
  }
  return out;
}
