// Writes `_redirects`, with which Netlify, Cloudflare Pages and GitLab Pages answer old addresses with a true 301.
// https://developers.cloudflare.com/pages/configuration/redirects/ https://docs.netlify.com/routing/redirects/

import type { SiteLocation } from "../location.ts";
import type { OldFeed } from "./old-feeds.ts";
import type { OldPage } from "./plan-old-addresses.ts";

/** Cloudflare takes so many rules without a placeholder, and so many with one. The stricter limit of all hosts. */
const MAX_STATIC = 2000;
const MAX_DYNAMIC = 100;
/** A rule for fewer addresses than this saves nothing. */
const MIN_COVERED = 3;

/** A rule and the pages that it answers for. */
interface Pattern {
  readonly from: string;
  readonly to: string;
  readonly pages: OldPage[];
}

/**
 * Returns the rules: single ones first, because the first that fits counts, then one for each form that many addresses
 * share (`/2011/:month/:slug/`). What fits into no limit is left to the pages that stand at those addresses anyway.
 */
export function writeRedirectRules(
  pages: readonly OldPage[],
  feeds: readonly OldFeed[],
  { basePath = "/" }: SiteLocation,
): string {
  const under = (path: string): string => basePath + path.slice(1);
  // An address that a query may change, or that several texts claim, needs its page.
  const isSure = ({ targets, hasQueries }: OldPage): boolean => targets.length === 1 && !hasQueries;
  const sure = pages.filter(isSure);
  const patterns = findPatterns(sure, new Set(pages.filter((page) => !isSure(page)).map(formOf)));
  const covered = new Set(patterns.flatMap((pattern) => pattern.pages));
  const forms = new Set(patterns.map(({ from }) => from));
  const toRule = ({ path, targets }: OldPage): string => `${under(path)} ${under(targets[0]?.path ?? "/")} 301`;
  const rest = sure.filter((page) => !covered.has(page));
  // Exceptions to a pattern must stand before it; nothing else must.
  const exceptions = rest.filter((page) => forms.has(formOf(page) ?? ""));
  const others = rest.filter((page) => !forms.has(formOf(page) ?? ""));
  const texts = others.filter(({ isAttachment }) => !isAttachment);
  const attachments = others.filter(({ isAttachment }) => isAttachment);
  // Feeds of whole blogs come first in their list, those of single threads last: these give way, and before them the pages of uploaded files.
  const feedRules = feeds
    .filter(({ path }) => path.endsWith("/"))
    .map(({ path }) => `${under(path)} ${under(path)}index.xml 301`);
  const all = [...exceptions.map(toRule), ...texts.map(toRule), ...feedRules, ...attachments.map(toRule)];
  const single = all.slice(0, MAX_STATIC);
  const left = all.length - single.length;
  return [
    "# Old addresses of the blogs in this archive, for Netlify, Cloudflare Pages and GitLab Pages. Other servers ignore this file.",
    ...(left > 0
      ? [`# ${left} more have no rule, because Cloudflare takes ${MAX_STATIC}: the pages at those addresses lead on.`]
      : []),
    ...single,
    ...patterns.map(({ from, to }) => `${under(from)} ${under(to)} 301`),
    "",
  ].join("\n");
}

/** Finds the forms of address that a placeholder can say; where one form leads to two places, the larger counts. */
function findPatterns(pages: readonly OldPage[], blocked: ReadonlySet<string | undefined>): readonly Pattern[] {
  const byForm = new Map<string, Map<string, OldPage[]>>();
  for (const page of pages) {
    const [from, to] = [formOf(page), targetForm(page)];
    // A page that asks the reader, or the map, must not be passed over by a rule that knows better.
    if (from === undefined || to === undefined || blocked.has(from)) continue;
    const targets = byForm.get(from) ?? new Map<string, OldPage[]>();
    byForm.set(from, targets);
    const known = targets.get(to);
    if (known === undefined) targets.set(to, [page]);
    else known.push(page);
  }
  return [...byForm]
    .flatMap(([from, targets]) => {
      const [largest] = [...targets].sort(([a, inA], [b, inB]) => inB.length - inA.length || (a < b ? -1 : 1));
      return largest === undefined ? [] : [{ from, to: largest[0], pages: largest[1] }];
    })
    .filter((pattern) => pattern.pages.length >= MIN_COVERED)
    .sort((a, b) => b.pages.length - a.pages.length || (a.from < b.from ? -1 : 1))
    .slice(0, MAX_DYNAMIC);
}

/**
 * Reads `/2011/01/slug/` as `/2011/:month/:slug/`. The year stays, so that a rule never fits our own addresses.
 * An ending such as `.html` has no form: only Cloudflare understands a placeholder beside letters.
 */
function formOf({ path }: OldPage): string | undefined {
  const match = /^(.*)\/(\d{4})\/\d\d(\/\d\d)?\/[^/]+\/$/.exec(path);
  return match === null ? undefined : `${match[1]}/${match[2]}/:month/${match[3] === undefined ? "" : ":day/"}:slug/`;
}

function targetForm({ path, targets }: OldPage): string | undefined {
  const slug = path.split("/").at(-2) ?? "";
  const target = targets[0]?.path ?? "";
  return target.endsWith(`/${slug}/`) ? `${target.slice(0, -slug.length - 1)}:slug/` : undefined;
}
