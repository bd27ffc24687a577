// How a finding stands among the reports; the same order and signs as src/crosswire/report/standing.py.
import type { Comparison, Drift, Finding } from "./answers";

export const STANDINGS = {
  contradicted: { title: "Contradicted", sign: "≠", meaning: "reports, or parts of one report, cannot both be right" },
  drifted: { title: "Drifted", sign: "≈", meaning: "words, speaker, source or status changed on the way" },
  all: { title: "Said by all", sign: "●", meaning: "every report says it" },
  some: { title: "Said by some", sign: "◐", meaning: "more than one report says it, not all" },
  one: { title: "Said by one", sign: "○", meaning: "a single report says it" },
  unsupported: { title: "Not borne out", sign: "⚠", meaning: "a summary or title says it, the report’s own body does not" },
} as const;
export type Standing = keyof typeof STANDINGS;

const CONTRADICTIONS = new Set(["contradiction", "contradiction within", "lead against body"]);
const DRIFTS = new Set([
  "speaker changed", "attribution dropped", "quote altered", "quote trimmed", "quote to paraphrase", "status changed", "differs",
  "cue changed", "hedge dropped",
]);
const NO_DIFFERENCE = new Set(["only in", "same quote"]);

export function reporters(finding: Finding): string[] {
  return [...new Set(finding.excerpts.map((span) => span.article))];
}

export function concerning(finding: Finding, { drifts }: Comparison): Drift[] {
  const [only] = finding.excerpts;
  const same = (drift: Drift) =>
    finding.excerpts.length === 1 && drift.before?.article === only.article && drift.before.start === only.start && drift.before.stop === only.stop;
  return drifts.filter((drift) => drift.finding === finding.id || (drift.finding === null && same(drift)));
}

export function standing(finding: Finding, comparison: Comparison): Standing {
  const kinds = concerning(finding, comparison).map((drift) => drift.kind);
  if (kinds.some((kind) => CONTRADICTIONS.has(kind))) return "contradicted";
  if (kinds.includes("unsupported")) return "unsupported";
  if (kinds.some((kind) => DRIFTS.has(kind))) return "drifted";
  const told = reporters(finding).length;
  return told <= 1 ? "one" : told >= comparison.readings.length ? "all" : "some";
}

/** What differs between the reports; what one has and another has not is no difference. */
export function differences({ drifts }: Comparison): Drift[] {
  const grave = (drift: Drift) => (CONTRADICTIONS.has(drift.kind) ? 0 : DRIFTS.has(drift.kind) ? 2 : 1);
  return drifts.filter((drift) => !NO_DIFFERENCE.has(drift.kind)).sort((a, b) => grave(a) - grave(b));
}
