// Spans count Unicode code points, JavaScript counts UTF-16 units: everything that cuts a text goes through here.

/** A text that can be cut by code points. */
export interface Points {
  readonly length: number;
  slice(start: number, stop: number): string;
}

const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/g;

/** The same text, cut by code points; where it has none outside the first plane, both counts are one. */
export function points(text: string): Points {
  const pairs = Array.from(text.matchAll(ASTRAL), (match, before) => match.index - before);
  if (!pairs.length) return { length: text.length, slice: (start, stop) => text.slice(start, stop) };
  return {
    length: text.length - pairs.length,
    slice: (start, stop) => text.slice(start + below(pairs, start), stop + below(pairs, stop)),
  };
}

/** How many characters of two units stand before a code point. */
function below(pairs: readonly number[], point: number): number {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle] < point) low = middle + 1;
    else high = middle;
  }
  return low;
}
