// What pages may load and run, in one place: each page carries its Content-Security-Policy, and hosts that send headers get them from here.
// https://www.w3.org/TR/CSP3/ https://www.w3.org/TR/referrer-policy/

/** Kinds of pages with a policy of their own: `redirect` shows nothing that would have to be loaded. */
export type PolicyKind = "page" | "redirect";

/** Value of every page's `referrer`: whom a reader visits next learns nothing of where they were. */
export const REFERRER_POLICY = "no-referrer";

const NOTHING_ELSE = ["base-uri 'none'"];
const LOADED = ["style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "form-action 'self'"];

const POLICIES: Readonly<Record<PolicyKind, readonly string[]>> = {
  page: ["default-src 'none'", "script-src 'self'", ...LOADED, ...NOTHING_ELSE],
  redirect: ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "form-action 'none'", ...NOTHING_ELSE],
};

/** Returns the Content-Security-Policy that a page carries. */
export function writePolicy(kind: PolicyKind): string {
  return POLICIES[kind].join("; ");
}

/**
 * Headers for all files of a site, by name. Of two policies a browser obeys both: the header is the ceiling for whatever is
 * served, feeds and images too. What a page cannot say
 * itself stands here alone: who may frame it.
 */
export const SITE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [...POLICIES.page, "frame-ancestors 'none'"].join("; "),
  "Referrer-Policy": REFERRER_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};
