// Measures the search of a built site of scripts/bench/generate-archive.ts in a real browser: bytes, milliseconds, and whether it is right.
// As a program: `node --import tsx measure-search.ts SITE COMMENTS` prints what it found as JSON.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import type { SearchMeasurement } from "../../scripts/bench/bench-search.ts";
import { inventRareWord } from "../../scripts/bench/invented-text.ts";
import { SEARCH_FOLDER } from "../../scripts/search/index-format.ts";
import { type SiteServer, serveFolder } from "../../scripts/site/serve-folder.ts";
import { closeBrowser, visit } from "../support/browser.ts";

/** From the most common to the rarer, in each language; "och" and "the" stand in nearly every text. */
const WORDS = ["och", "the", "kommun", "från", "gra", "thowing", "ungar", "holarna", "jas", "med"] as const;
const ONE_LANGUAGE = "sv";
const RARE_WORDS = 30;
const TURNS = 5;

/** Measures a site that was built without a base path, of so many comments. */
export async function measureSearch(folder: string, comments: number): Promise<SearchMeasurement> {
  const server = await serveFolder(folder);
  try {
    const first = await measureFirst(server, "");
    const firstInOne = await measureFirst(server, `&lang=${ONE_LANGUAGE}`);
    const numbers = Array.from({ length: RARE_WORDS }, (_, index) => 1 + Math.floor((index * comments) / RARE_WORDS));
    return {
      files: readdirSync(join(folder, SEARCH_FOLDER), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      ).length,
      firstBytes: Math.max(...first),
      firstBytesInOne: Math.max(...firstInOne),
      ...(await measureTyping(server)),
      rareAsked: numbers.length,
      ...(await countRare(server, numbers)),
      countsThatDiffer: await compareCounts(server),
    };
  } finally {
    await closeBrowser();
    await server.close();
  }
}

async function measureFirst(server: SiteServer, more: string): Promise<readonly number[]> {
  const bytes: number[] = [];
  for (const word of WORDS) {
    const before = server.sent();
    // A window of its own: nothing is in its cache.
    await visit(server.origin, async ({ page }) => {
      await page.goto(`${server.root}sv/sok/?q=${encodeURIComponent(word)}${more}`);
      await settle(page);
    });
    bytes.push(server.sent() - before);
  }
  return bytes;
}

async function measureTyping(
  server: SiteServer,
): Promise<Pick<SearchMeasurement, "furtherBytes" | "medianWait" | "longestWait">> {
  return visit(server.origin, async ({ page }) => {
    await page.goto(`${server.root}sv/sok/?q=${inventRareWord(1)}`);
    await settle(page);
    const bytes: number[] = [];
    const waits: number[] = [];
    for (const word of WORDS) {
      const before = server.sent();
      await type(page, word);
      bytes.push(server.sent() - before);
      // What a word moves is there the second time: this tells the time of searching and drawing alone, the rest after a
      // keystroke included. Of several turns the shortest: a busy machine makes any of them longer.
      const turns: number[] = [];
      for (let turn = 0; turn < TURNS; turn += 1) {
        await type(page, inventRareWord(1));
        turns.push(await type(page, word));
      }
      waits.push(Math.min(...turns));
    }
    waits.sort((a, b) => a - b);
    return {
      furtherBytes: Math.max(...bytes),
      medianWait: waits[waits.length >> 1] ?? 0,
      longestWait: waits.at(-1) ?? 0,
    };
  });
}

/** Puts a word into the field as its last keystroke would, and returns the milliseconds until the hits are drawn. */
function type(page: Page, word: string): Promise<number> {
  return page.evaluate(
    (typed) =>
      new Promise<number>((resolve) => {
        const field = document.querySelector("#search-form input") as HTMLInputElement;
        const region = document.querySelector("#search") as HTMLElement;
        let start = 0;
        const observer = new MutationObserver(() => {
          if (region.hasAttribute("aria-busy")) return;
          observer.disconnect();
          resolve(performance.now() - start);
        });
        observer.observe(region, { attributes: true, attributeFilter: ["aria-busy"] });
        field.value = typed;
        start = performance.now();
        field.dispatchEvent(new Event("input"));
      }),
    word,
  );
}

async function countRare(
  server: SiteServer,
  numbers: readonly number[],
): Promise<Pick<SearchMeasurement, "rareFound" | "pairsFound">> {
  return visit(server.origin, async ({ page }) => {
    let rareFound = 0;
    let pairsFound = 0;
    await page.goto(`${server.root}en/search/`);
    for (const number of numbers) {
      const word = inventRareWord(number);
      await ask(page, word);
      const hit = await firstHit(page);
      if (hit.fragment === `#comment-${number}`) rareFound += 1;
      await ask(page, `${hit.otherWord} ${word}`);
      if ((await firstHit(page)).fragment === `#comment-${number}`) pairsFound += 1;
    }
    return { rareFound, pairsFound };
  });
}

async function ask(page: Page, query: string): Promise<void> {
  await page.fill("#search-form input", query);
  await page.press("#search-form input", "Enter");
  await settle(page);
}

function firstHit(page: Page): Promise<{ readonly fragment: string; readonly otherWord: string }> {
  return page.evaluate(() => {
    const item = document.querySelector("ol.search-results > li");
    const text = item?.querySelector(".search-excerpt")?.textContent ?? "";
    return {
      fragment: item?.querySelector("a")?.hash ?? "",
      otherWord: /(?<=\p{Ll} )\p{Ll}{4,}(?= )/u.exec(text)?.[0] ?? "",
    };
  });
}

async function compareCounts(server: SiteServer): Promise<readonly string[]> {
  return visit(server.origin, async ({ page }) => {
    const differ: string[] = [];
    for (const word of WORDS) {
      await page.goto(`${server.root}en/search/?q=${encodeURIComponent(word)}`);
      await settle(page);
      const counted = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>("input[name=lang]")].map((input) => ({
          language: input.value,
          count: input.closest("label")?.querySelector(".count")?.textContent ?? "",
        })),
      );
      for (const { language, count } of counted) {
        await page.goto(`${server.root}en/search/?q=${encodeURIComponent(word)}&lang=${language}`);
        await settle(page);
        const said = (await page.locator("#search-status").textContent()) ?? "";
        if (said.split(" ")[0] !== count) differ.push(`${word} in ${language}: ${count}, alone ${said}`);
      }
    }
    return differ;
  });
}

async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector("#search-status")?.textContent !== "" &&
      !document.querySelector("#search")?.hasAttribute("aria-busy"),
  );
}

const [, program, site, comments] = process.argv;
if (program !== undefined && site !== undefined && import.meta.url === pathToFileURL(program).href) {
  process.stdout.write(JSON.stringify(await measureSearch(site, Number(comments))));
}
