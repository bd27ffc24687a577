// After a build: the licences of what is bundled, and the hash of the sources it was made from.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STATIC = "../src/crosswire/web/static";
const LICENCES = ["LICENSE", "LICENSE.md", "license", "LICENSE.txt", "LICENCE"];

/** Every package that stands in the bundle: what it needs at run time, and what that needs, and Svelte's own runtime. */
function bundled() {
  const found = new Set(["svelte"]);
  const take = (name) => {
    if (found.has(name) && name !== "svelte") return;
    found.add(name);
    const { dependencies = {} } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf-8"));
    if (name !== "svelte") Object.keys(dependencies).forEach(take);
  };
  Object.keys(JSON.parse(readFileSync("package.json", "utf-8")).dependencies).forEach(take);
  return [...found].sort();
}

function licence(name) {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf-8"));
  const file = LICENCES.map((each) => `node_modules/${name}/${each}`).find(existsSync);
  return `${name} ${version} (${license})\n\n${file ? readFileSync(file, "utf-8").trim() : ""}\n`;
}

/** The files a build depends on, by name; tests/web/test_bundle.py reckons the same hash. */
function sources(folder = ".") {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["src", "public"].some((each) => path.startsWith(each)) ? sources(path) : [];
    return folder === "." && !/^(index\.html|package(-lock)?\.json|(vite|svelte)\.config\.[jt]s|tsconfig\.json)$/.test(entry.name) ? [] : [path];
  });
}

const hash = createHash("sha256");
for (const path of sources().sort()) hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
writeFileSync(join(STATIC, "SOURCES"), `${hash.digest("hex")}\n`);
writeFileSync(join(STATIC, "LICENSES.txt"), bundled().map(licence).join(`\n${"-".repeat(72)}\n\n`));
