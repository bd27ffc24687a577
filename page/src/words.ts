// How values are shown: days, numbers, and the codes of the codebook in words.

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const NUMBER = new Intl.NumberFormat("en-GB");

export const QUADS = ["", "Verbal cooperation", "Material cooperation", "Verbal conflict", "Material conflict"];
export const SIGNS = ["", "◇", "◆", "△", "▲"]; // of the quad classes: colour is never alone

export function day(iso: string | null): string {
  return iso ? DAY.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)) : "undated";
}

export function days(first: string | null, last: string | null): string {
  return !last || first === last ? day(first) : `${day(first)} – ${day(last)}`;
}

export function number(value: number): string {
  return NUMBER.format(value);
}

export function many(count: number, one: string, several = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : several}`;
}

export function score(value: number): string {
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toFixed(1)}`;
}

/** "source_dropped" as "source dropped". */
export function plain(code: string): string {
  return code.replaceAll("_", " ");
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

const LETTER = /\p{L}/gu;
const LEFTWARD = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Which way a text runs: an English sentence with an Arabic name or quotation, be it at its beginning, is an English one. */
export function direction(text: string): "ltr" | "rtl" {
  const letters = text.match(LETTER) ?? [];
  return letters.length && letters.every((letter) => LEFTWARD.test(letter)) ? "rtl" : "ltr";
}
