import { points } from "./points";

/** Words of a text that something rests on: half-open code points, and what it is. */
export interface Mark {
  start: number;
  stop: number;
  id: string;
}

/** A stretch of text that the same marks cover. */
export interface Piece {
  start: number;
  text: string;
  ids: readonly string[];
}

/** The text from `start` to `stop` cut wherever a mark begins or ends; overlapping marks share pieces. */
export function pieces(text: string, start: number, stop: number, marks: readonly Mark[]): Piece[] {
  const cut = points(text);
  const inside = marks.filter((mark) => mark.start < stop && start < mark.stop);
  const within = (point: number) => Math.min(Math.max(point, start), stop);
  const edges = new Set([start, stop, ...inside.flatMap((mark) => [within(mark.start), within(mark.stop)])]);
  const ordered = [...edges].sort((a, b) => a - b);
  return ordered.slice(1).map((end, at) => {
    const from = ordered[at];
    const ids = inside.filter((mark) => mark.start <= from && end <= mark.stop).map((mark) => mark.id);
    return { start: from, text: cut.slice(from, end), ids: [...new Set(ids)] };
  });
}
