import { address, type Query } from "./place.svelte";

/** The answer to a question of the store. Throws an Error whose message can be shown. */
export async function ask<T>(question: string, query: Query = {}): Promise<T> {
  const answer = await fetch(address(`/api/${question}`, query)).catch(() => null);
  if (!answer) throw new Error("crosswire serve does not answer; is it still running?");
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? body.title);
  return body as T;
}
