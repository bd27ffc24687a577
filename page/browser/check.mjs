// node browser/check.mjs ADDRESS EDITING [PICTURES]: opens every view of a running `crosswire serve` in Chromium, in the light,
// in the dark and on a narrow screen; EDITING is the address of one with --edit over the same store. Fails where a view logs an error, axe finds something serious, a mark is not the words
// its span points at, or an answer of the store acts as markup. With PICTURES, a folder, it keeps what it saw.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [base, editing, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const SCREENS = [["wide", 1400, "light"], ["dark", 1400, "dark"], ["narrow", 390, "light"]];
const GRAVE = new Set(["serious", "critical"]);
const wrong = [];

const ask = async (question) => (await fetch(`${base}/api/${question}`)).json();
const stories = (await ask("stories")).items;
const story = stories.find((each) => each.title.startsWith("Finland")) ?? stories[0];
const told = await ask(`stories/${story.id}`);
const [event] = (await ask("events?limit=1&words=NATO")).items;
const [dyad] = (await ask("dyads?limit=1")).items;
const finding = told.comparison.findings[0];
const VIEWS = {
  stories: "/", story: `/story/${story.id}`, finding: `/story/${story.id}?at=${finding.id}`,
  article: `/article/${event.article}?at=${event.span.start}-${event.span.stop}`, events: "/events",
  statements: "/statements", actors: "/actors", timeline: "/timeline", map: "/map", network: "/network",
  dyad: dyad ? `/dyad/${encodeURIComponent(dyad.actor)}/${encodeURIComponent(dyad.recipient)}` : "/actors",
  search: "/search?words=the", judgements: "/judgements", about: "/about", nowhere: "/none",
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

/** A view opened and at rest, with what it logged. */
async function opened(path, width = 1400, scheme = "light", from = base) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: "reduce", bypassCSP: true });
  context.setDefaultTimeout(120_000); // a busy machine is no fault of the page
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && wrong.push(`${path}: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`${path}: ${error.message}`));
  await page.goto(from + path);
  await page.waitForFunction(() => !document.querySelector(".waiting"));
  await page.waitForTimeout(200);
  return page;
}

async function examined(page, view) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run());
  for (const { id, impact, nodes } of violations.filter((each) => GRAVE.has(each.impact)))
    wrong.push(`${view}: ${id} (${impact}) ${nodes.length} times: ${nodes[0].html.slice(0, 160)}`);
}

for (const [screen, width, scheme] of SCREENS)
  for (const [view, path] of Object.entries(VIEWS)) {
    const page = await opened(path, width, scheme);
    if (pictures) await page.screenshot({ path: `${pictures}/${view}-${screen}.png` });
    await examined(page, `${view}, ${screen}`);
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) wrong.push(`${view}, ${screen}: wider than the screen`);
    await page.context().close();
  }

// The words that are marked are those the spans point at, counted in code points, whatever script or sign stands before
// them; and each paragraph is set the way its own script runs, an English one that begins with an Arabic name as English.
const SCRIPTS = { emoji: /\p{Extended_Pictographic}/u, Hangul: /\p{Script=Hangul}/u, Arabic: /\p{Script=Arabic}/u };
const marked = [];
let turned = 0;
for (const { id } of stories) {
  const { comparison } = await ask(`stories/${id}`);
  const spans = [...comparison.findings.flatMap((each) => each.excerpts), ...comparison.drifts.flatMap((each) => [each.before, each.after])];
  const page = await opened(`/story/${id}`);
  for (const { article } of comparison.readings) {
    const points = Array.from(article.text);
    const pieces = await page.$$eval(`[data-text="${article.id}"] mark`, (found) => found.map((mark) => [+mark.dataset.at, mark.textContent]));
    const shown = new Set(pieces.flatMap(([at, words]) => Array.from(words, (_, after) => at + after)));
    for (const [at, words] of pieces) if (points.slice(at, at + Array.from(words).length).join("") !== words) wrong.push(`${article.id}: ${words} is not what stands at ${at}`);
    for (const span of spans.filter((each) => each?.article === article.id))
      for (let at = span.start; at < span.stop; at++)
        if (!shown.has(at) && points[at].trim()) wrong.push(`${article.id}: ${points[at]} at ${at} is in a span and not marked`);
    marked.push(...pieces.map(([, words]) => words));
  }
  const paragraphs = await page.$$eval("h1, .text p", (found) => found.map((each) => [each.textContent, getComputedStyle(each).direction]));
  turned += paragraphs.filter(([, direction]) => direction === "rtl").length;
  for (const [text, direction] of paragraphs)
    if (direction !== (/[a-z]/.test(text) || !SCRIPTS.Arabic.test(text) ? "ltr" : "rtl")) wrong.push(`${text.slice(0, 40)} is set ${direction}`);
  if (pictures && SCRIPTS.Arabic.test(comparison.readings[0].article.text)) await page.screenshot({ path: `${pictures}/scripts.png`, fullPage: true });
  await page.context().close();
}
if (!turned) wrong.push("nothing runs from right to left");
for (const [script, signs] of Object.entries(SCRIPTS)) if (!marked.some((words) => signs.test(words))) wrong.push(`no ${script} is marked`);

// Keys alone lead from the top of the page into a finding's words, and back leads back.
const page = await opened(VIEWS.stories);
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

// Only a server with --edit lets the page judge, and there keys alone do it.
await page.goto(base + VIEWS.story);
await page.waitForSelector(".claims button.cell");
if (await page.locator(".judge").count()) wrong.push("a page that may not judge offers to");
const judging = await opened(VIEWS.story, 1400, "light", editing);
await judging.waitForSelector(".claims .judge");
await judging.locator(".claims .judge summary").first().focus();
await judging.keyboard.press("Enter");
await judging.waitForSelector(".claims .verdict");
await examined(judging, "judging");
if (pictures) await judging.screenshot({ path: `${pictures}/judging.png` });
for (const key of ["Tab", "r", "e", "a", "d", "Tab", "Enter"]) await judging.keyboard.press(key);
if (!(await judging.waitForSelector(".claims .tag:has-text('accepted by Ada')").catch(() => null))) wrong.push("what was accepted is not said to be");
if ((await judging.evaluate(() => document.activeElement.tagName)) !== "SUMMARY") wrong.push("after a judgement the keys are nowhere");
if ((await ask("judgements")).items[0]?.why !== "read") wrong.push("the judgement is not logged with its reason");
await examined(judging, "judged");
await browser.close();

console.log(wrong.length ? [...new Set(wrong)].join("\n") : `${Object.keys(VIEWS).length} views on ${SCREENS.length} screens, nothing wrong`);
process.exit(wrong.length ? 1 : 0);
