// Imports Disqus's export of a site's comments, alone or into the posts of a blog that stands in the archive.

import { toSlug } from "../archive/slug.ts";
import { findMajorityLanguage, type LanguageDetector, loadLanguageDetector } from "./detect-language.ts";
import { convertForum } from "./disqus/conversion.ts";
import { toMessageHtml } from "./disqus/message-html.ts";
import { reportFiles } from "./disqus/report-files.ts";
import { type ForumSurvey, surveyForums } from "./disqus/survey.ts";
import type { FoundSource, Importer } from "./importer.ts";

/** Reads Disqus's exports. */
export const disqusImporter: Importer = {
  name: "Disqus export (….xml or ….xml.gz), alone or after its blog",
  recognizes: ({ head }) => /<(?:[\w.-]+:)?disqus[\s>]/.test(head),
  findSources: async (inputs, onProgress, { baseUrl, lang = "auto" } = {}) => {
    const surveys = await surveyForums(inputs, onProgress);
    const detector = lang === "auto" ? await loadLanguageDetector() : undefined;
    return surveys.map((survey) => toSource(survey, baseUrl, detector, lang));
  },
};

function toSource(
  survey: ForumSurvey,
  baseUrl: string | undefined,
  detector: LanguageDetector | undefined,
  lang: string,
): FoundSource {
  const { forum, files, threads } = survey;
  const url = baseUrl ?? findSite(survey);
  const id = toSourceId(survey, url);
  const forumLang = detector === undefined ? lang : findForumLanguage(survey, detector);
  return {
    id,
    format: "disqus-xml",
    inputs: files.map(({ input }) => input),
    total: threads.length,
    fields: {
      ...(forum !== undefined && { title: forum }),
      ...(url !== undefined && { url }),
      platform: "disqus",
      ...(forum !== undefined && { platform_id: forum }),
      ...(forumLang !== undefined && { lang: forumLang }),
    },
    description: "",
    exportDates: files.map(({ input }) => readExportDate(input.name)),
    convert: async function* (options, ledger, listPosts) {
      const source = options.source ?? id;
      const known = forumLang === undefined ? {} : { forumLang };
      yield* convertForum({ survey, options, ledger, source, listPosts, ...known });
      reportFiles(files, ledger);
    },
  };
}

function toSourceId({ forum, files }: ForumSurvey, url: string | undefined): string {
  const host = url === undefined ? "" : new URL(url).host;
  const name = toSlug(forum ?? "") || toSlug(host) || toSlug(files[0]?.input.name.replace(/\..*$/, "") ?? "");
  return name === "" ? "disqus" : toSlug(`disqus ${name}`);
}

// Where most of its pages are.
function findSite({ threads }: ForumSurvey): string | undefined {
  const counts = new Map<string, number>();
  for (const { fields } of threads) {
    const link = fields.get("link") ?? "";
    if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) continue;
    const root = `${new URL(link).origin}/`;
    counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function findForumLanguage({ someMessages }: ForumSurvey, detector: LanguageDetector): string | undefined {
  return findMajorityLanguage(someMessages.map(toMessageHtml), detector);
}

// `forum-2015-03-08T21:43:00.000000-all.xml.gz`
function readExportDate(name: string): string | undefined {
  return /-(\d{4}-\d\d-\d\d)T\d\d/.exec(name)?.[1];
}
