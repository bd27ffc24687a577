// The records of src/crosswire/store/answers.py and records.py as they come over the wire.

export interface Span { article: string; start: number; stop: number }
export interface Cited<T> { value: T; spans: Span[] }
export interface Actor { name: string; kind: string; country: string | null; sector: string | null; office: string | null; wikidata: string | null }
export interface Named { id: string; actor: Actor }
export interface Zone { kind: string; start: number; stop: number }
export interface Article {
  id: string; key: string; text: string; zones: Zone[]; title: string | null; outlet: string | null;
  published: string | null; url: string | null; byline: string | null; language: string;
}
export interface Statement { id: string; kind: string; content: Span[]; cue: Cited<string> | null; sources: Cited<Actor>[] }
export interface Event {
  id: string; type: Cited<string>; mode: Cited<string> | null; status: Cited<string>;
  actors: Cited<Actor>[]; recipients: Cited<Actor>[]; clause: Span;
}
export interface Reading { article: Article; credits: Cited<Actor>[]; statements: Statement[]; events: Event[] }
export interface Version { value: string; spans: Span[]; origins: number[] }
export interface Field { name: string; versions: Version[] }
export interface Finding { id: string; kind: string; label: string; members: string[]; excerpts: Span[]; fields: Field[] }
export interface Drift { id: string; kind: string; finding: string | null; field: string | null; before: Span | null; after: Span | null; detail: string }
export interface Origin { name: string | null; articles: string[]; reasons: Cited<string>[] }
export interface Judgement { verdict: Verdict; parts: Cited<string>[][]; by: string; made: string; why: string }
export interface Judged { id: string; judgement: Judgement; about: string[]; idle: boolean }
export interface Comparison { readings: Reading[]; origins: Origin[]; findings: Finding[]; drifts: Drift[]; judged: Judged[] }

export type Verdict = "accept" | "reject" | "merge" | "split";
export interface ToJudge { story: string; verdict: Verdict; parts: string[][]; why: string }

export interface Count { value: string; label: string; count: number }
export interface Page<T> { items: T[]; next: string | null; total: number; facets: Record<string, Count[]> }
export interface StoryRow {
  id: string; title: string | null; first: string | null; last: string | null; reports: number; origins: number;
  events: number; disputed: number; outlets: string[];
}
export interface Standing { name: string; title: string; sign: string; meaning: string }
export interface StoryTold {
  row: StoryRow; comparison: Comparison; history: { made: string; articles: string[] }[];
  standings: { standing: Standing; findings: string[] }[]; differences: string[];
}
export interface EventRow {
  id: string; article: string; story: string | null; type: string; mode: string | null; contexts: string[]; quad: number;
  score: number; status: string; actors: Named[]; recipients: Named[]; day: string | null; until: string | null;
  place: string | null; country: string | null; precision: string | null; latitude: number | null; longitude: number | null;
  outlet: string | null; published: string | null; quote: string; span: Span; statement: string | null;
}
export interface StatementRow {
  id: string; article: string; story: string | null; kind: string; cue: string | null; sources: Named[]; day: string | null;
  outlet: string | null; quote: string; span: Span;
}
export interface ActorRow { id: string; actor: Actor; acts: number; receives: number; speaks: number; first: string | null; last: string | null }
export interface DyadRow {
  actor: string; recipient: string; events: number; score: number; cooperation: number; conflict: number; origins: number;
  first: string; last: string;
}
export interface DyadDay { day: string; events: number; score: number; cooperation: number; conflict: number; origins: number }
export interface Network {
  nodes: { id: string; label: string; country: string | null; events: number; bloc: number; x: number; y: number }[];
  edges: { one: string; other: string; events: number; score: number }[];
}
export interface Spot { place: string; country: string | null; precision: string; latitude: number; longitude: number; events: number; score: number }
export interface Bar {
  day: string; verbal_cooperation: number; material_cooperation: number; verbal_conflict: number; material_conflict: number;
}
export interface Hit {
  article: string; story: string | null; title: string | null; outlet: string | null; published: string | null;
  excerpt: string; marks: [number, number][];
}
export interface ArticleTold { reading: Reading; story: string | null; versions: { number: number; article: string; added: string }[] }
export interface JudgementRow { id: string; verdict: Verdict; by: string; made: string; why: string; quotes: string[]; story: string | null }
export interface About {
  version: string; articles: number; stories: number; events: number; statements: number; actors: number; rejects: number;
  first: string | null; last: string | null; asof: string | null;
}
