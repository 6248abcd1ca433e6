// A small bilingual archive for the browser tests of the search, below a path, and what each of them does on the search page.

import { after, before } from "node:test";
import type { Page } from "playwright-core";
import { type ArchiveSketch, comment } from "../support/archive.ts";
import { closeBrowser } from "../support/browser.ts";
import { type SiteServer, serveSite } from "../support/serve.ts";
import { buildSketch } from "../support/site.ts";

/** Path that the site lies below. */
export const BASE = "/repo/";

/** The served site. */
export type SearchSite = SiteServer & { readonly folder: string };

const ARCHIVE: ArchiveSketch = {
  posts: [
    {
      id: "2011/we-need-to-talk",
      title: "We need to talk",
      lang: "en",
      author: "Ann Weir",
      date: "2011-01-19T10:12:00Z",
      topics: ["Talk", "Records"],
      source: "north",
      body: "Community engagement is a long walk. Openness is a habit.\n",
      thread: [
        comment(1, "My uncle was a grave digger, and he listened.", {
          author: "Bo Strand",
          date: "2011-01-20T09:00:00Z",
        }),
        comment(2, "Then openness, openness and a lighthouse.", { parent: "comment-1", author: "Cleo" }),
        comment(3, "A third reply\\<img src=x onerror=oops()\\> speaks of openness.", { parent: "comment-2" }),
        comment(4, "Openness for the fourth time."),
        comment(5, "Openness for the fifth time."),
        comment(6, "På svenska: vad sade gravgrävaren?", { author: "Dag", lang: "sv", date: "2011-02" }),
      ],
    },
    {
      id: "2009/oppenhet-i-kommunen",
      title: "Öppenhet i kommunen",
      lang: "sv",
      author: "Åsa Öberg",
      date: "2009-11",
      topics: ["Records"],
      source: "south",
      body: "Vi talar om öppenhet i kommunerna.\n",
      thread: [comment(10, "Gravgrävare är ett yrke som en kommun behöver.", { author: "Eva", date: "2009-11-02" })],
    },
    {
      id: "undated/a-long-post",
      title: "A long post",
      lang: "en",
      body: `${"Nothing of note happened on that day. ".repeat(400)}\n\nThen a zeppelin came, and was calm.\n`,
      thread: [comment(20, "Which zeppelin?")],
    },
    ...Array.from({ length: 12 }, (_, number) => ({
      id: `2012/note-${number}`,
      title: `Note ${number}`,
      lang: "en",
      date: "2012-05",
      source: "north",
      body: `The harbour was calm on day ${number}.\n`,
    })),
  ],
  sources: [
    { id: "north", title: "The North" },
    { id: "south", title: "The South" },
  ],
};

/** Builds and serves the archive for the tests of a group. */
export function useSearchSite(): () => SearchSite {
  let served: SearchSite | undefined;
  before(async () => {
    const { folder } = await buildSketch(ARCHIVE, ["--url", `https://archive.example${BASE}`]);
    served = { ...(await serveSite(folder, BASE)), folder };
  });
  after(async () => {
    await closeBrowser();
    await served?.close();
  });
  return () => {
    if (served === undefined) throw new Error("The site is not served yet.");
    return served;
  };
}

/** Types a query, presses Enter and waits for the answer. */
export async function search(page: Page, query: string): Promise<void> {
  await page.fill("#search-form input", query);
  await page.press("#search-form input", "Enter");
  await page.waitForFunction(
    () =>
      document.querySelector("#search-status")?.textContent !== "" &&
      !document.querySelector("#search")?.hasAttribute("aria-busy"),
  );
}

export /** Returns where all hits lead, in order. */
function links(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() => [...document.querySelectorAll("ol.search-results a")].map((a) => a.getAttribute("href")));
}

/** Returns where the link leads that has the focus. */
export function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute("href"));
}

/** Returns what the live region says. */
export function status(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.querySelector("#search-status")?.textContent);
}
