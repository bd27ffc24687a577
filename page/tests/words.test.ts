import { expect, test } from "vitest";
import { direction } from "../src/words";

test.each([
  ["عمّان talks end with a treaty", "ltr"],
  ["“نرحب بهذا الاتفاق” the minister said", "ltr"],
  ["الماء حق للجميع، 12.", "rtl"],
  ["서울에서 만났다", "ltr"],
  ["שלום", "rtl"],
  ["12 🙂", "ltr"],
  ["", "ltr"],
])("%s runs %s", (text, way) => expect(direction(text)).toBe(way));
