// node browser/check.mjs ADDRESS [PICTURES]: opens every view of a running `crosswire serve` in Chromium, in the light, in
// the dark and on a narrow screen. Fails where a view logs an error, axe finds something serious, a mark is not the words
// its span points at, or an answer of the store acts as markup. With PICTURES, a folder, it keeps what it saw.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [base, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const SCREENS = [["wide", 1400, "light"], ["dark", 1400, "dark"], ["narrow", 390, "light"]];
const GRAVE = new Set(["serious", "critical"]);
const wrong = [];

const ask = async (question) => (await fetch(`${base}/api/${question}`)).json();
const [story] = (await ask("stories?limit=1")).items;
const told = await ask(`stories/${story.id}`);
const [event] = (await ask("events?limit=1")).items;
const [dyad] = (await ask("dyads?limit=1")).items;
const finding = told.comparison.findings[0];
const VIEWS = {
  stories: "/", story: `/story/${story.id}`, finding: `/story/${story.id}?at=${finding.id}`,
  article: `/article/${event.article}?at=${event.span.start}-${event.span.stop}`, events: "/events",
  statements: "/statements", actors: "/actors", timeline: "/timeline", map: "/map", network: "/network",
  dyad: dyad ? `/dyad/${encodeURIComponent(dyad.actor)}/${encodeURIComponent(dyad.recipient)}` : "/actors",
  search: "/search?words=the", about: "/about", nowhere: "/none",
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** A view opened and at rest, with what it logged. */
async function opened(path, width, scheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: "reduce", bypassCSP: true });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && wrong.push(`${path}: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`${path}: ${error.message}`));
  await page.goto(base + path);
  await page.waitForFunction(() => !document.querySelector(".waiting"), undefined, { timeout: 30_000 });
  await page.waitForTimeout(200);
  return page;
}

for (const [screen, width, scheme] of SCREENS)
  for (const [view, path] of Object.entries(VIEWS)) {
    const page = await opened(path, width, scheme);
    if (pictures) await page.screenshot({ path: `${pictures}/${view}-${screen}.png` });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    for (const { id, impact, nodes } of violations.filter((each) => GRAVE.has(each.impact)))
      wrong.push(`${view}, ${screen}: ${id} (${impact}) ${nodes.length} times: ${nodes[0].html.slice(0, 160)}`);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) wrong.push(`${view}, ${screen}: wider than the screen`);
    await page.context().close();
  }

// The words that light up are those the span points at, counted in code points, whatever stands before them.
for (const { article } of told.comparison.readings) {
  const page = await opened(VIEWS.story, 1400, "light");
  const points = Array.from(article.text);
  const marks = await page.$$eval(`[data-text="${article.id}"] mark`, (found) => found.map((mark) => [+mark.dataset.at, mark.textContent]));
  if (!marks.length) wrong.push(`${article.id}: no words are marked`);
  for (const [at, words] of marks)
    if (points.slice(at, at + Array.from(words).length).join("") !== words) wrong.push(`${article.id}: ${words} is not what stands at ${at}`);
  await page.context().close();
}

// Keys alone lead from the top of the page into a finding's words, and back leads back.
const page = await opened(VIEWS.stories, 1400, "light");
await page.keyboard.press("Tab");
if ((await page.evaluate(() => document.activeElement.className)) !== "skip") wrong.push("the first stop is not the way to the content");
await page.locator(".stories .title").first().focus();
await page.keyboard.press("Enter");
await page.waitForSelector(".claims button.cell");
await page.locator(".claims button.cell").first().focus();
await page.keyboard.press("Enter");
if (!(await page.waitForSelector("mark.lit", { timeout: 5000 }).catch(() => null))) wrong.push("no words light up for the chosen cell");
if (!new URL(page.url()).searchParams.get("at")) wrong.push("the address does not say what is chosen");
await page.goBack();
await page.waitForSelector(".stories");
await browser.close();

console.log(wrong.length ? [...new Set(wrong)].join("\n") : `${Object.keys(VIEWS).length} views on ${SCREENS.length} screens, nothing wrong`);
process.exit(wrong.length ? 1 : 0);
