// Writes the page at an old address: by script with its fragment, without script by a refresh, else by a link. Small, for there may be 10,000.

import { getStrings, type Language } from "../../strings/index.ts";
import { absoluteAddress, hrefFrom, type SiteLocation } from "../location.ts";
import { REFERRER_POLICY, writePolicy } from "../security-policy.ts";
import { mapPath } from "./address-map.ts";
import type { OldPage, OldTarget } from "./plan-old-addresses.ts";

/** What all such pages of a site have in common. */
export interface RedirectSetting {
  readonly location: SiteLocation;
  /** Path of the script below the base. */
  readonly script: string;
  /** Under `npm start`: no policy, because the reloading script is inline. */
  readonly isDevelopment: boolean;
}

const POLICY = `<meta http-equiv="Content-Security-Policy" content="${writePolicy("redirect")}">\n`;

/** Returns the document. */
export function writeRedirectPage(page: OldPage, setting: RedirectSetting): string {
  const { location, script, isDevelopment } = setting;
  const [first] = page.targets as readonly [OldTarget];
  const language = first.path.slice(1, 3) as Language;
  const t = getStrings(language);
  const href = (path: string): string => escapeHtml(hrefFrom(page.path, path, location));
  const isSure = page.targets.length === 1;
  const canonical = isSure ? absoluteAddress(first.path, location) : undefined;
  const title = isSure ? t["redirect.title"] : t["oldAddress.choice"];
  const map = page.hasQueries ? ` data-map="${href(mapPath(page.place.prefix))}" data-base="${href("/")}"` : "";
  const body = isSure
    ? `<p>${escapeHtml(t["redirect.text"]).replace("{link}", () => writeLink(first, href, " data-redirect"))}</p>`
    : `<ul>\n${page.targets.map((target) => `<li>${writeLink(target, href, "")}</li>\n`).join("")}</ul>`;
  return (
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n${isDevelopment ? "" : POLICY}` +
    (isSure ? `<noscript><meta http-equiv="refresh" content="0; url=${href(first.path)}"></noscript>\n` : "") +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="${REFERRER_POLICY}">\n` +
    `<meta name="robots" content="noindex">\n<title>${escapeHtml(title)}</title>\n` +
    (canonical === undefined ? "" : `<link rel="canonical" href="${escapeHtml(canonical)}">\n`) +
    `<script type="module" src="${href(script)}"></script>\n</head>\n<body${isSure ? "" : ' class="page-old-choice"'}>\n<main${map}>\n<h1>${escapeHtml(title)}</h1>\n` +
    `${body}\n</main>\n</body>\n</html>\n`
  );
}

function writeLink({ label, path, lang }: OldTarget, href: (path: string) => string, marks: string): string {
  const language = lang === "" ? "" : ` lang="${escapeHtml(lang)}"`;
  return `<a href="${href(path)}"${marks}${language}>${escapeHtml(label)}</a>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
