// Imports Blogger's exports, the classic Atom file and Google Takeout's feed.atom: recognises them, finds the blogs in them, and converts each.

import { type BlogFacts, findBlogFacts, toSourceId } from "./blogger/blog-facts.ts";
import { convertBlog } from "./blogger/conversion.ts";
import { blogIdOf } from "./blogger/entry-fields.ts";
import { reportFiles } from "./blogger/report-files.ts";
import { type BlogSurvey, surveyBlogs } from "./blogger/survey.ts";
import { findMajorityLanguage, loadLanguageDetector, settleLanguage } from "./detect-language.ts";
import type { FoundSource, Importer } from "./importer.ts";
import { InputError } from "./open-input.ts";

/** Reads Blogger's exports. */
export const bloggerImporter: Importer = {
  name: "Blogger export (blog-MM-DD-YYYY.xml, or feed.atom from Google Takeout)",
  recognizes: ({ head }) =>
    /<([\w.-]+:)?feed[\s>]/.test(head) &&
    (blogIdOf(head) !== undefined || /schemas\.google\.com\/blogger\//.test(head)),
  findSources: async (inputs, onProgress, { baseUrl, lang = "auto" } = {}) => {
    const surveys = await surveyBlogs(inputs, onProgress);
    const blogs = surveys.map((survey) => ({ survey, facts: findBlogFacts(survey) }));
    requireOneNamelessBlog(blogs, baseUrl);
    const detector = lang === "auto" ? await loadLanguageDetector() : undefined;
    return blogs.map(({ survey, facts }) => {
      // The setting is that of the blog's buttons and dates, not of what is written in it.
      const blogLang =
        detector === undefined ? lang : settleLanguage(findMajorityLanguage(survey.someTexts, detector), facts.lang);
      return toSource(survey, facts, blogLang, baseUrl);
    });
  },
};

function toSource(
  survey: BlogSurvey,
  facts: BlogFacts,
  blogLang: string | undefined,
  baseUrl: string | undefined,
): FoundSource {
  const { files, blogId } = survey;
  const url = facts.url ?? baseUrl;
  const id = toSourceId(url, survey, facts.title);
  return {
    id,
    format: [...new Set(files.map(({ format }) => format))].join("+"),
    inputs: files.map(({ input }) => input),
    total: survey.records,
    fields: {
      ...(facts.title !== "" && { title: facts.title }),
      ...(url !== undefined && { url }),
      platform: "blogger",
      ...(blogId !== undefined && { platform_id: blogId }),
      ...(blogLang !== undefined && { lang: blogLang }),
      ...(facts.timezone !== undefined && { timezone: facts.timezone }),
    },
    description: facts.description,
    exportDates: files.map(({ input }) => readExportDate(input.name)),
    convert: async function* (options, ledger) {
      const source = options.source ?? id;
      yield* convertBlog({ survey, facts, options, ledger, source, ...(blogLang !== undefined && { blogLang }) });
      reportFiles(survey, ledger);
    },
  };
}

function requireOneNamelessBlog(
  blogs: readonly { readonly survey: BlogSurvey; readonly facts: BlogFacts }[],
  baseUrl: string | undefined,
): void {
  const nameless = blogs.filter(({ facts }) => facts.url === undefined);
  if (baseUrl === undefined || nameless.length < 2) return;
  const names = nameless.map(({ survey, facts }) => toSourceId(undefined, survey, facts.title)).join(", ");
  throw new InputError(
    `--base-url names one blog, but ${nameless.length} of the files' blogs do not tell their address: ${names}. Import them one by one.`,
  );
}

// The date in the content is that of the blog's last change; Blogger writes that of the export into the file's name.
function readExportDate(name: string): string | undefined {
  const [, month, day, year] = /^blog-(\d\d)-(\d\d)-(\d{4})\b/.exec(name) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}
