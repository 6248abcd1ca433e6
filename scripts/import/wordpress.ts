// Imports WordPress exports (WXR 1.0 to 1.2): recognises them, finds the blogs in them, and converts each.

import { toSlug } from "../archive/slug.ts";
import {
  findMajorityLanguage,
  type LanguageDetector,
  loadLanguageDetector,
  settleLanguage,
} from "./detect-language.ts";
import type { FoundSource, Importer } from "./importer.ts";
import { convertBlog } from "./wordpress/conversion.ts";
import { readExportDate, sortByExportDate } from "./wordpress/export-date.ts";
import { toPlainText } from "./wordpress/plain-text.ts";
import { reportFiles } from "./wordpress/report-files.ts";
import { type BlogSurvey, findBlogAddress, surveyBlogs } from "./wordpress/survey.ts";
import { toLanguageCode } from "./wordpress/translations.ts";
import type { WxrFields } from "./wxr/wxr-model.ts";

/** Reads WordPress exports. */
export const wordpressImporter: Importer = {
  name: "WordPress export (WXR 1.0, 1.1 or 1.2, as .xml or .xml.gz)",
  recognizes: ({ head }) => /<rss[\s>]/.test(head) && /\/export\/\d|<wp:|WordPress eXtended RSS/.test(head),
  findSources: async (inputs, onProgress, { lang = "auto" } = {}) => {
    const surveys = await surveyBlogs(sortByExportDate(inputs), onProgress);
    const detector = lang === "auto" ? await loadLanguageDetector() : undefined;
    return surveys.map((survey) => toSource(survey, detector, lang));
  },
};

function toSource(survey: BlogSurvey, detector: LanguageDetector | undefined, lang: string): FoundSource {
  const channel: WxrFields = survey.files[0]?.summary.channel ?? new Map();
  const blogUrl = findBlogAddress(channel);
  // Old WordPress says "en" of every blog, so its word counts only where the posts do not tell.
  const claimed = toLanguageCode(channel.get("language"));
  const blogLang =
    detector === undefined ? lang : settleLanguage(findMajorityLanguage(survey.someTexts, detector), claimed);
  const title = toPlainText(channel.get("title") ?? "");
  const id = toSourceId(blogUrl, survey, title);
  return {
    id,
    format: `wxr-${findVersion(survey)}`,
    inputs: survey.files.map(({ input }) => input),
    total: survey.items,
    fields: {
      ...(title !== "" && { title }),
      ...(blogUrl !== undefined && { url: blogUrl }),
      platform: "wordpress",
      ...(blogLang !== undefined && { lang: blogLang }),
    },
    description: toPlainText(channel.get("description") ?? ""),
    uploads: survey.attachments.map(({ url, page, id, parent }) => ({
      file: url,
      parent,
      pages: [page, ...(blogUrl === undefined ? [] : [`${blogUrl.replace(/\/*$/, "/")}?attachment_id=${id}`])],
    })),
    listAttachments: function* () {
      for (const { id, page, url, parent, isHidden = false } of survey.attachments)
        yield { id, page, file: url, parent, isHidden };
    },
    exportDates: survey.files.map(({ summary }) => readExportDate(summary.channel.get("pubDate"), summary.created)),
    convert: async function* (options, ledger) {
      const source = options.source ?? id;
      const context = { survey, options, ledger, source };
      yield* convertBlog({
        ...context,
        ...(blogUrl !== undefined && { blogUrl }),
        ...(blogLang !== undefined && { blogLang }),
      });
      reportFiles(survey, ledger);
    },
  };
}

function toSourceId(blogUrl: string | undefined, { someLinks, files }: BlogSurvey, title: string): string {
  const url = parseUrl(blogUrl ?? "") ?? parseUrl(originOf(someLinks));
  if (url !== undefined) return toSlug(`${url.host} ${url.pathname}`);
  return toSlug(title) || toSlug(files[0]?.input.name.replace(/\..*$/, "") ?? "") || "wordpress";
}

function originOf(links: readonly string[]): string {
  return links.map((link) => parseUrl(link)?.origin ?? "").find((origin) => /^https?:/.test(origin)) ?? "";
}

function findVersion({ files }: BlogSurvey): string {
  for (const { summary } of files) {
    const said = summary.channel.get("wp:wxr_version")?.trim() ?? "";
    const version = /^\d+\.\d+$/.test(said) ? said : summary.namespaceVersion;
    if (version !== undefined) return version;
  }
  return "1.0";
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
