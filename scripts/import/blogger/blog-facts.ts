// What is known of a blog as a whole: its name, address, language and time zone, from whichever place tells.

import { toSlug } from "../../archive/slug.ts";
import { isTimeZone } from "../time-zone.ts";
import { toPlainText } from "../wordpress/plain-text.ts";
import { toLanguageCode } from "../wordpress/translations.ts";
import type { BlogSurvey } from "./survey.ts";

/** What is known of a blog. */
export interface BlogFacts {
  readonly title: string;
  readonly description: string;
  /** Address of the blog as the files tell it; absent for a Takeout feed alone. */
  readonly url?: string;
  /** What the blog's settings claim. */
  readonly lang?: string;
  readonly timezone?: string;
  readonly ignoresLineEnds: boolean;
}

/** Returns what the files tell of the blog. */
export function findBlogFacts({ files, settings, someAddresses }: BlogSurvey): BlogFacts {
  const heads = files.map(({ summary }) => summary.head);
  const say = (name: string): string =>
    heads.map(({ fields }) => toPlainText(fields.get(name) ?? "")).find((text) => text !== "") ?? "";
  const alternates = heads.flatMap(({ links }) => links.filter(({ rel }) => rel === "alternate"));
  const subdomain = settings.get("BLOG_SUBDOMAIN") ?? "";
  const addresses = [
    ...alternates.map(({ href }) => href),
    ...someAddresses.map((address) => new URL("/", address).href),
    ...(/^[a-z0-9-]+$/i.test(subdomain) ? [`http://${subdomain}.blogspot.com/`] : []),
  ];
  const url = addresses.find((address) => /^https?:\/\/[^\s/]/i.test(address) && URL.canParse(address));
  const lang = toLanguageCode(settings.get("BLOG_LOCALE"));
  const timezone = settings.get("BLOG_TIME_ZONE");
  return {
    title: say("title") || toPlainText(settings.get("BLOG_NAME") ?? ""),
    description: toPlainText(settings.get("BLOG_DESCRIPTION") ?? "") || say("subtitle"),
    ...(url !== undefined && { url: new URL(url).href }),
    ...(lang !== undefined && { lang }),
    ...(timezone !== undefined && isTimeZone(timezone) && { timezone }),
    ignoresLineEnds: settings.get("BLOG_CONVERT_LINE_BREAKS") === "false",
  };
}

/** Returns the id of the source: the address as a slug, else the blog's number. */
export function toSourceId(url: string | undefined, { blogId, files }: BlogSurvey, title: string): string {
  if (url !== undefined) return toSlug(`${new URL(url).host} ${new URL(url).pathname}`);
  if (blogId !== undefined) return `blogger-${blogId}`;
  return toSlug(title) || toSlug(files[0]?.input.name.replace(/\..*$/, "") ?? "") || "blogger";
}
