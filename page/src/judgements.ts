// What people judged, in words and signs: colour is never alone.
import type { Comparison, Finding, Judged, Span } from "./answers";

export const VERDICTS = {
  accept: { sign: "✓", found: "accepted" },
  reject: { sign: "✗", found: "rejected" },
  merge: { sign: "=", found: "held to be one" },
  split: { sign: "≠", found: "held apart" },
} as const;

/** What a finding is made of: an event by its clause, a statement by its content. */
export interface Member { id: string; span: Span }

export function members(finding: Finding, { readings }: Comparison): Member[] {
  const told = readings.flatMap(({ events, statements }) => [
    ...events.map(({ id, clause }) => ({ id, span: clause })),
    ...statements.map(({ id, content }) => ({ id, span: content[0] })),
  ]);
  return told.filter(({ id }) => finding.members.includes(id));
}

/** The judgements that hold of a finding or a difference. */
export function judgedOf(id: string, { judged }: Comparison): Judged[] {
  return judged.filter((each) => !each.idle && each.about.includes(id));
}
