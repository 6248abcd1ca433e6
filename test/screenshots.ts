// Makes the pictures of README and docs from the sample archive, so that they stay true: `npm run screenshots`.
// With a folder, `npm run screenshots -- FOLDER`, it makes every page type there, for people to look at.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import sharp from "sharp";
import { closeBrowser, openBrowser } from "./support/browser.ts";
import { PROJECT } from "./support/command-line.ts";
import { SAMPLE } from "./support/sample.ts";
import { serveSite } from "./support/serve.ts";
import { buildSite } from "./support/site.ts";

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly scheme: "light" | "dark";
  readonly isWholePage: boolean;
}

const THREAD = "en/2011/the-sandwich-alibi/";

const DOCS: readonly Shot[] = [
  { name: "home", path: "en/", width: 1280, scheme: "light", isWholePage: false },
  { name: "thread", path: `${THREAD}#comments`, width: 1280, scheme: "light", isWholePage: false },
  { name: "thread-dark-phone", path: `${THREAD}#comments`, width: 360, scheme: "dark", isWholePage: false },
  { name: "statistics", path: "en/statistics/", width: 1280, scheme: "light", isWholePage: false },
  { name: "search-sv", path: "sv/sok/?q=kommunen", width: 1280, scheme: "light", isWholePage: false },
];

const EVERY_PAGE: readonly string[] = [
  "",
  "en/",
  "sv/",
  THREAD,
  "sv/2012/gropen-pa-storgatan/",
  "en/2012/",
  "en/2012/02/",
  "sv/ar/",
  "en/topics/",
  "en/topics/archives/",
  "sv/personer/",
  "sv/kallor/",
  "en/people/hester-crumb/",
  "sv/kallor/sample/",
  "en/statistics/",
  "sv/statistik/",
  "en/comments/",
  "sv/kommentarer/",
  "en/missing/",
  "sv/luckor/",
  "sv/tillganglighet/",
  "en/about/",
  "sv/sok/?q=kommunen",
  "en/search/?q=grit",
  "404.html",
];

const [folder] = process.argv.slice(2);
const target = folder ?? join(PROJECT, "docs", "images");
await mkdir(target, { recursive: true });
const site = await buildSite(SAMPLE);
const server = await serveSite(site.folder);
try {
  for (const shot of folder === undefined ? DOCS : allShots()) await take(shot);
} finally {
  await closeBrowser();
  await server.close();
}

function allShots(): readonly Shot[] {
  return EVERY_PAGE.flatMap((path) =>
    [1280, 360].flatMap((width) =>
      (["light", "dark"] as const).map((scheme) => {
        const name = `${path.replace(/[^a-z0-9]+/gi, "-") || "root"}-${width}-${scheme}`;
        return { name, path, width, scheme, isWholePage: true };
      }),
    ),
  );
}

async function take({ name, path, width, scheme, isWholePage }: Shot): Promise<void> {
  const options: BrowserContextOptions = {
    viewport: { width, height: width > 600 ? 900 : 740 },
    colorScheme: scheme,
    reducedMotion: "reduce",
    // A finger has no keys to press, and pages leave out what they are told of them.
    ...(width > 600 ? {} : { isMobile: true, hasTouch: true }),
  };
  const context = await (await openBrowser()).newContext(options);
  const page = await context.newPage();
  await page.goto(server.root + path);
  if (path.includes("?q=")) await page.locator("ol.search-results > li").first().waitFor();
  const picture = await page.screenshot({ fullPage: isWholePage });
  await writeFile(join(target, `${name}.png`), await sharp(picture).png({ palette: true, effort: 10 }).toBuffer());
  await context.close();
}
