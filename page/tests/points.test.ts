import { describe, expect, test } from "vitest";
import { pieces } from "../src/pieces";
import { points } from "../src/points";

describe("points", () => {
  const texts = ["plain words", "a 🙂 and 👩‍🚀 here", "서울에서 만났다", "التقى الوزيران في عمّان", "𝔘 first, last 𝔘", "", "🙂🙂🙂"];
  test.each(texts)("cuts %s as a list of its code points does", (text) => {
    const list = Array.from(text);
    const cut = points(text);
    expect(cut.length).toBe(list.length);
    for (let start = 0; start <= list.length; start++)
      for (let stop = start; stop <= list.length; stop++)
        expect(cut.slice(start, stop)).toBe(list.slice(start, stop).join(""));
  });
});

describe("pieces", () => {
  test("overlapping marks share a piece", () => {
    const found = pieces("🙂 Oslo warned Riga", 0, 18, [
      { start: 2, stop: 13, id: "one" },
      { start: 7, stop: 18, id: "two" },
    ]);
    expect(found.map((piece) => [piece.text, piece.ids])).toEqual([
      ["🙂 ", []],
      ["Oslo ", ["one"]],
      ["warned", ["one", "two"]],
      [" Riga", ["two"]],
    ]);
  });
  test("all pieces together are the text", () => {
    const text = "그는 말했다 🙂 قال";
    const marks = [{ start: 1, stop: 5, id: "a" }, { start: 3, stop: 99, id: "b" }];
    const stop = points(text).length;
    expect(pieces(text, 0, stop, marks).map((piece) => piece.text).join("")).toBe(text);
  });
});
