import type { Judgement, ToJudge } from "./answers";
import { address, type Query } from "./place.svelte";

/** The answer to a question of the store. Throws an Error whose message can be shown. */
export async function ask<T>(question: string, query: Query = {}): Promise<T> {
  return told(await fetch(address(`/api/${question}`, query)).catch(() => null));
}

/** Whether the server lets this page judge. */
export async function mayJudge(): Promise<boolean> {
  const answer = await fetch("/api/judgements?limit=1", { method: "HEAD" }).catch(() => null);
  return !!answer?.headers.get("Allow")?.includes("POST");
}

/** The judgement as the server has logged it. Throws an Error whose message can be shown. */
export async function judge(verdict: ToJudge): Promise<Judgement> {
  const sent = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(verdict) };
  return told(await fetch("/api/judgements", sent).catch(() => null));
}

async function told<T>(answer: Response | null): Promise<T> {
  if (!answer) throw new Error("crosswire serve does not answer; is it still running?");
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? body.title);
  return body as T;
}
