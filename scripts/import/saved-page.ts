// Imports saved web pages: single posts and pages as browsers or the Wayback Machine keep them, with their comments.

import type { LedgerBuilder } from "../archive/ledger.ts";
import { loadLanguageDetector } from "./detect-language.ts";
import type { DraftEntry, FoundSource, Importer, ImportOptions } from "./importer.ts";
import { type ExportInput, InputError } from "./open-input.ts";
import { draftPage } from "./saved-page/draft-page.ts";
import { joinPages } from "./saved-page/join-pages.ts";
import {
  findPageSource,
  groupBySource,
  type InputGroup,
  type NamedInput,
  nameInputs,
} from "./saved-page/page-source.ts";
import { readPage, type SavedPage } from "./saved-page/read-page.ts";
import { readWhole, reportRepairs } from "./saved-page/read-whole.ts";
import { createPartFinder } from "./saved-page/saved-parts.ts";

/** What is remembered of a page between the two readings. */
interface SurveyedPage extends NamedInput {
  readonly url?: string;
  readonly siteTitle?: string;
  readonly platform: SavedPage["platform"];
}

/** Reads saved pages. A page's own address tells its source; one without an address is a source of its own. */
export const savedPageImporter: Importer = {
  name: "Saved web page of a post, with its comments (.html)",
  recognizes: ({ head, path }) =>
    !/_files[/\\][^/\\]+$/.test(path) &&
    /<!doctype\s+html|<html[\s>]|<body[\s>]/i.test(head) &&
    !/<rss[\s>]|<feed[\s>]|<disqus[\s>]|<b:skin>|<b:section\s|xmlns:wp=/.test(head),
  findSources: async (inputs, onProgress, options = {}) => {
    const pages: SurveyedPage[] = [];
    const empty: ExportInput[] = [];
    for (const { input, name } of nameInputs(inputs)) {
      onProgress(`Reading ${input.name}`);
      const page = readPage((await readWhole(input)).text);
      if (page.html.trim() === "" && page.comments.length === 0) {
        // Browsers keep frames and advertisements beside a page.
        if (input.container !== undefined) {
          empty.push(input);
          continue;
        }
        throw new InputError(`${input.path}: is a web page, but neither a post nor comments were found on it.`);
      }
      const { url, siteTitle, platform } = page;
      pages.push({
        input,
        name,
        ...(url !== undefined && { url }),
        ...(siteTitle !== undefined && { siteTitle }),
        platform,
      });
    }
    if (pages.length === 0 && empty.length > 0) {
      throw new InputError(`${empty[0]?.path}: neither here nor in the other pages beside it was a post found.`);
    }
    return groupBySource(pages, ({ name, url }) => findPageSource(options, name, url)).map((group, index) =>
      toSource(group, index === 0 ? empty : []),
    );
  },
};

// `empty` are pages without a post that lay beside the others; the first source accounts for them.
function toSource(group: InputGroup<SurveyedPage>, empty: readonly ExportInput[]): FoundSource {
  const { id, url, inputs } = group;
  const savedFiles = new Map<string, string>();
  const title = inputs.map(({ siteTitle }) => siteTitle).find((siteTitle) => siteTitle !== undefined);
  return {
    id,
    format: "saved-page",
    inputs: inputs.map(({ input }) => input),
    total: inputs.length,
    fields: {
      ...(title !== undefined && { title }),
      ...(url !== undefined && { url }),
      platform: inputs[0]?.platform ?? "page",
    },
    description: "",
    exportDates: inputs.map(() => undefined),
    savedFiles,
    convert: (options, ledger) => {
      ledger.read("other", empty.length);
      ledger.skipped("other", "page-without-post", empty.length);
      return convertPages(group, options, ledger, savedFiles);
    },
  };
}

async function* convertPages(
  { id, inputs }: InputGroup<SurveyedPage>,
  options: ImportOptions,
  ledger: LedgerBuilder,
  savedFiles: Map<string, string>,
): AsyncGenerator<DraftEntry> {
  const detector = options.lang === "auto" ? await loadLanguageDetector() : undefined;
  for (const group of groupByPost(inputs)) {
    const pages: SavedPage[] = [];
    for (const named of group) {
      const { input } = named;
      const { text, repairs } = await readWhole(input);
      reportRepairs(input, repairs, ledger);
      const page = readPage(text, createPartFinder(named, savedFiles));
      if (page.posts > 1) reportList(input.name, page, ledger);
      else pages.push(page);
    }
    const [first] = group;
    if (pages.length === 0 || first === undefined) continue;
    const joined = joinPages(pages);
    const kind = joined.type === "page" ? "pages" : "posts";
    ledger.read(kind);
    // Further pages of a thread, and pages saved twice, are files that were read and are no posts of their own.
    ledger.read("other", pages.length - 1);
    ledger.skipped("other", "further-page-of-a-post", pages.length - 1);
    yield {
      draft: draftPage(joined, { options, ledger, source: options.source ?? id, name: first.name, detector }),
      group: kind,
    };
  }
}

function groupByPost(inputs: readonly SurveyedPage[]): readonly (readonly SurveyedPage[])[] {
  const groups = new Map<string, SurveyedPage[]>();
  for (const input of inputs) {
    const key = input.url?.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "") ?? `file ${input.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [input]);
    else group.push(input);
  }
  return [...groups.values()];
}

function reportList(name: string, { posts }: SavedPage, ledger: LedgerBuilder): void {
  ledger.read("other");
  ledger.skipped("other", "list-of-posts");
  ledger.problem(
    "error",
    name,
    `it shows ${posts} posts; only pages of one post can be imported, so save each post's own page`,
  );
}
